"""What states and bodies give out: resolutions, decrees, series of documents, reports with a number, releases."""
