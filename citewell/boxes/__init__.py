"""Boxes: the short answer, the warnings, whom to turn to, what nobody knows, what to ask."""
