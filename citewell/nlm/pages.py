"""Page numbers.

Citing Medicine, ch. 1 (Journals), "Location (Pagination)": digits that repeat are left out, `123-125` is
`123-5`, unless a letter follows them, `126A-129A`; roman numerals stay whole. A letter before the numbers
stands once, as MEDLINE prints it: `S93-9` (MEDLARS Indexing Manual, ch. 10, has further examples).
"""

import re
from functools import lru_cache

from citewell.nlm.punctuation import hyphenated, tidy

_LABEL = re.compile(r"(?:pp?|pages?)(?:\.\s*|\s+)", re.IGNORECASE)
_RANGE = re.compile(r"(?<![\w.:/-])([A-Za-z]*)(\d+)([A-Za-z]*)-([A-Za-z]*)(\d+)([A-Za-z]*)(?![\w:/-]|\.\w)")
_LIST_COMMA = re.compile(r"\s*([,;])\s*")
_TOTAL = re.compile(r"((?:[ivxlc]+, ?)?\d+)(?: ?p\.?)?")


@lru_cache(maxsize=4096)
def printed_pages(pages: str) -> str:
    """Pages as typed, shortened: `304--310` is `304-10`, `12-15, 19` is `12-5, 19`."""
    typed = hyphenated(_LABEL.sub("", tidy(pages), count=1))
    return _RANGE.sub(_shortened, _LIST_COMMA.sub(r"\1 ", typed))


def extent(pages: str) -> str:
    """Pages of a book: a number is how many it has, `40 p.`; anything else is where to look, `p. 93-113`."""
    total = _TOTAL.fullmatch(tidy(pages))
    if total:
        return f"{total[1]} p."
    return location(pages)


def location(pages: str) -> str:
    """Pages of a part of a book, marked as such (Citing Medicine, ch. 2): `p. 93-113`."""
    printed = printed_pages(pages)
    return f"p. {printed}" if printed else ""


def _shortened(found: re.Match[str]) -> str:
    prefix, first, letter, last_prefix, last, last_letter = found.groups()
    if letter or last_letter or last_prefix not in {prefix, ""}:
        return found[0]
    if len(last) > len(first):
        return f"{prefix}{first}-{last}"
    whole = first[: len(first) - len(last)] + last
    if whole < first:
        return found[0]
    if whole == first:
        return prefix + first
    same = next(place for place, (a, b) in enumerate(zip(first, whole, strict=True)) if a != b)
    return f"{prefix}{first}-{whole[same:]}"
