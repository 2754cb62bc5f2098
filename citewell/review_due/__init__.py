"""Which pages are to be reviewed again, and the issues that say so."""
