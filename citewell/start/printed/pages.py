"""Page numbers in full, as references.bib has them: 304-10 is 304-310, S93-9 is S93-S99."""

import re

_RANGE = re.compile(r"(?P<prefix>[A-Za-z]*)(?P<first>\d+)-(?P<again>[A-Za-z]*)(?P<last>\d+)")
_DASHES = re.compile(r"\s*[-\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}]\s*")
_LABEL = re.compile(r"(?:pp?|pages?)\.?\s*(?=[\dA-Za-z])", re.IGNORECASE)


def full_pages(printed: str) -> str:
    """Pages with every digit: what a range left out of its last page is put back.

    Anything but ranges of two numbers stays as it is printed, with plain hyphens.
    """
    parts = [part.strip() for part in _DASHES.sub("-", _LABEL.sub("", printed, count=1)).split(",")]
    return ", ".join(_full(part) for part in parts if part)


def _full(part: str) -> str:
    found = _RANGE.fullmatch(part)
    if not found:
        return part
    prefix, first, again, last = found.groups()
    if again not in {"", prefix}:
        return part
    missing = first[: len(first) - len(last)] if len(last) < len(first) else ""
    return f"{prefix}{first}-{prefix}{missing}{last}"
