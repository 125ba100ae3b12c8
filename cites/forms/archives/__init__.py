"""What archives keep, by what each numbers: boxes, files, inventories, leaves."""
