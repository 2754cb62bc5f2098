"""The sentences of a page as it was typed, each with its citations and its true place in the file."""
