"""BibTeX's syntax, read by pybtex's parser: entries and fields as typed, each with its place.

pybtex knows the tokens, the commands and the macros. Added here are places, and the art of going on: a fault
ends a field or an entry, never the file, and no entry can swallow the next one.
"""
