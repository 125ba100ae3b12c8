"""A source and when it said something: papers, agencies, sites, journals."""
