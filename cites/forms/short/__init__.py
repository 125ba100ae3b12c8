"""What points back to a work that was cited before: “ibid.”, “supra note 4”, “Berg, Long Road, 12”."""
