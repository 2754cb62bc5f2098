"""Inline patterns: which of them a text has to be tried against."""
