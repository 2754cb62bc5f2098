"""References for other programs: a `Reference` in, one record of BibTeX, RIS or CSL-JSON out."""
