"""The blocks that pages are written with: `/// name | argument`, options, a body, `///`."""
