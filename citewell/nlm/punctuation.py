"""Stops, spaces and hyphens: the punctuation between the elements of a reference.

Citing Medicine, Introduction: an element ends with a full stop unless it ends in a question mark or an
exclamation mark of its own; elements are parted by one space.
"""

import re

_STOPS = ".?!。？！"  # noqa: RUF001 - the full-width ones end a title in Chinese or Japanese
_CLOSING_QUOTES = "\"'”’»"  # noqa: RUF001 - as typed in titles
_HYPHENS = re.compile(r"\s*[-\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]+\s*")


def tidy(text: str) -> str:
    """A field's text on one line, with single spaces and no loose comma, colon or semicolon at its end."""
    return " ".join(text.split()).rstrip(" ,;:")


def with_stop(text: str) -> str:
    """The text closed by a full stop, unless it closes itself: `Why?`, `et al.`, `He asked "why?"`."""
    if text.endswith(tuple(_STOPS)):
        return text
    quoted = text.rstrip(_CLOSING_QUOTES)
    return text if quoted != text and quoted.endswith(tuple(_STOPS)) else f"{text}."


def sentences(*elements: str) -> str:
    """The elements that are not empty, each closed by a stop, on one line."""
    return " ".join(with_stop(element) for element in elements if element)


def hyphenated(text: str) -> str:
    """Every dash, however long or often typed, as one hyphen: `1475--1489` is `1475-1489`."""
    return _HYPHENS.sub("-", text)


def without_stop(text: str) -> str:
    """The text without its last full stop, to which a bracket is added; `in the U.S.` keeps its own."""
    if not text.endswith(".") or text.endswith(".."):
        return text
    last_word = text[:-1].rpartition(" ")[2]
    return text if "." in last_word else text[:-1]
