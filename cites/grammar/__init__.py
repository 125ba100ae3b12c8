"""How the parts of a citation are printed: each file has its patterns and what turns a match into a value."""
