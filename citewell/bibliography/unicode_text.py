"""Plain Unicode text in one form: accents composed, blanks joined."""

import re
import unicodedata
from collections.abc import Iterator

DOTTED = {"\u0131": "i", "\u0237": "j"}
"""The dotless i and j → the letters that stand under an accent in composed text."""

_RUN_OUTSIDE_LATIN = re.compile(r"[^\x00-\u02ff]{30}")
_DOTLESS_WITH_ACCENT = re.compile("[\u0131\u0237](?=[\u0300-\u036f])")
_MOST_MARKS = 30


def one_line(text: str) -> str:
    """The text with every run of blanks, of whatever width, as one space."""
    return " ".join(text.split())


def composed(text: str) -> str:
    """One line of text with its accents composed (NFC)."""
    text = one_line(text)
    if text.isascii():
        return text
    if _RUN_OUTSIDE_LATIN.search(text):
        text = "".join(_with_bounded_marks(text))
    text = _DOTLESS_WITH_ACCENT.sub(lambda match: DOTTED[match.group()], text)
    return unicodedata.normalize("NFC", text)


def _with_bounded_marks(text: str) -> Iterator[str]:
    """The text with at most 30 marks on a letter (the Stream-Safe Text Format of UAX #15).

    Sorting an endless run of marks takes Python's `normalize` a time that grows with the run's square.
    """
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= _MOST_MARKS:
            yield character
