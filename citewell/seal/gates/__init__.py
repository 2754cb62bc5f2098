"""The gates: what a built site has to be, one rule a file. A rule has the name of its file."""
