"""The numbers inside a citation mark: 1, 1,2, 1-3, 1,3-5."""

import re

DASH = r"[-\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]"
NUMBERS = rf"\d{{1,3}}(?:\s*(?:[,;]|{DASH})\s*\d{{1,3}})*"
"""What a mark may hold, as a regular expression."""

_PART = re.compile(rf"(\d{{1,3}})(?:\s*{DASH}\s*(\d{{1,3}}))?")
_BETWEEN = re.compile(r"\s*[,;]\s*")


def numbers_in(mark: str) -> list[int] | None:
    """The numbers in order, each once; None where a range runs backwards or has three ends."""
    found: list[int] = []
    for part in _BETWEEN.split(mark.strip()):
        span = _PART.fullmatch(part)
        if span is None:
            return None
        first, last = int(span[1]), int(span[2] or span[1])
        if last < first:
            return None
        found += [number for number in range(first, last + 1) if number not in found]
    return found
