"""What an engine left as it was typed, in a piece of text."""

import re

from citewell.seal.fault import Fault

LEFT_IN_TEXT = "left-in-text"
SEEN = frozenset(("alt", "title", "aria-label", "placeholder", "content", "label"))
"""Attributes whose words a reader meets."""

_LEFT = re.compile(r"\[@[^\]\s]*\]?|/{3,}[^\n]*")
_SHOWN = 60


def leftover(words: str) -> Fault | None:
    """The first thing that is left in a piece of text, placed within it.

    Args:
        words: as they are written in HTML or as a reader meets them: no engine writes these signs otherwise.
    """
    if "[" not in words and "/" not in words:
        return None
    found = _LEFT.search(words)
    if found is None:
        return None
    shown = found.group().strip()[:_SHOWN]
    read = "citations" if shown.startswith("[") else "blocks"
    advice = f"Write “{shown}” where {read} are read, or as code: it would be printed as it is typed"
    return Fault(LEFT_IN_TEXT, advice, found.start(), (shown, shown[:12]))


def may_hold_leftovers(text: str) -> bool:
    """Whether anything in a text can be left as it was typed."""
    return "[@" in text or "///" in text
