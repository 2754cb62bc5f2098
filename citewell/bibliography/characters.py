"""Characters that no reference needs and that can hide or disguise text."""

import re
import unicodedata

from citewell.bibliography.fault import Fault
from citewell.bibliography.unicode_text import one_line

RULE = "hidden-character"
_MOST_SHOWN = 60

HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f"  # control characters but tab, line feed and form feed
    "\u00ad\u200b\u2060\ufeff"  # invisible in a line: soft hyphen, zero width space, word joiner
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of the text around them
    "\u2028\u2029\ufff9-\uffff"  # line separators, annotation anchors, the sign of a damaged character
    "\ud800-\udfff\U000e0000-\U000e007f"  # halves of characters, invisible tags
    "]"
)
"""The marks of direction are Unicode's bidirectional formatting characters (UAX #9)."""


def without_hidden(text: str) -> str:
    """The text with its hidden characters taken out."""
    return HIDDEN.sub("", text)


def excerpt(text: str) -> str:
    """As much of a text as an editor needs to find it again in a message."""
    text = one_line(without_hidden(text))
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1].rstrip()}…"


def hidden_character_fault(character: str, offset: int) -> Fault:
    """What to tell the editor about one of them."""
    if character == "\ufffd":
        return Fault(RULE, "Type this character again: it was damaged on its way here", offset)
    name = unicodedata.name(character, "a control character").lower()
    advice = (
        f"Delete the hidden character U+{ord(character):04X} ({name}): retype the text here, without pasting"
    )
    return Fault(RULE, advice, offset)
