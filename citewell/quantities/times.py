"""Points in time and lengths of time: week 16, the sixteenth week, 8 weeks."""

import re

from citewell.quantities.nouns import DAYS, TIME

_ORDINALS = (
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_VALUE = {word: float(number) for number, word in enumerate(_ORDINALS, start=3)}
ORDINAL_WORDS = frozenset(_ORDINALS)
POINT_IN_TIME = (
    rf"(?P<nth_time>(?:\b(?P<nth>{'|'.join(_ORDINALS)})|(?P<nth_digits>\d+)(?:st|nd|rd|th))[ ]"
    rf"(?P<nth_unit>{'|'.join(DAYS)})\b)"
    r"|(?P<unit_first>\b(?P<first_unit>week|day|month|year)[ -](?P<first_number>\d+)\b)"
)
"""A pattern of "the sixteenth week" and "week 16", for text in small letters."""

_UNIT_BEHIND = re.compile(rf"[ -](?P<unit>{TIME})\b")


def point_in_time(match: re.Match[str]) -> tuple[float, str]:
    """The days and the unit of a match of POINT_IN_TIME."""
    unit = match["nth_unit"] or match["first_unit"]
    digits = match["nth_digits"] or match["first_number"]
    return (float(digits) if digits else _VALUE[match["nth"]]) * DAYS[unit], unit


def time_unit_behind(text: str, end: int) -> tuple[str, int] | None:
    """The unit of time behind a number that ends at an offset, in the singular, and where it ends."""
    found = _UNIT_BEHIND.match(text, end)
    return (found["unit"].removesuffix("s"), found.end()) if found else None
