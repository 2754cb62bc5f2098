"""“Was this helpful?” at the end of a page."""
