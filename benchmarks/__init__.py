"""What a build costs, what a page weighs and how Lighthouse judges it: `make bench`."""
