"""`citewell references`: add a work by its number, and check all works against the databases."""
