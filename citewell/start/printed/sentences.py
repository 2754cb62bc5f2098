"""Parts a printed reference at the full stops between its elements."""

import re

_OPENING, _CLOSING = "\"'(\\[\u201c\u2018", "\"')\\]\u201d\u2019"
_STOP = re.compile(rf"[.?!][{_CLOSING}]{{0,2}}\s+(?=[^\W_a-z]|[{_OPENING}]|[a-z]+[A-Z]|pp?\. ?\d)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:St|vs|Dr|[Vv]ol|[Nn]os?|pp?|[Rr]ev|Suppl|Pt|cf|approx|Inc|[A-Z])|\b[A-Z]\.[A-Z])\.$"
)
_LAST_AUTHOR = re.compile(r"[^\W\d_]{2,} [A-Z]\.$")
_JOURNAL_WITH_STOPS = re.compile(r"[A-Z][a-z]{0,3}\."), re.compile(r"(?:[A-Z][a-z]*\.? ){0,3}[A-Z][a-z]*\.")
_SHORT_WORD = re.compile(r"[A-Z][a-z]{0,6}\.")
_LEAST_IN_A_ROW = 3


def sentences_of(text: str) -> list[str]:
    """The elements in order, each with its stop.

    A stop after an abbreviation, or between the words of a journal that is printed with stops (N. Engl. J.
    Med.), parts nothing.
    """
    found: list[str] = []
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.start() + 1
        ends_authors = start == 0 and _LAST_AUTHOR.search(text, 0, end)
        if ends_authors or not _ABBREVIATION.search(text, start, end):
            found.append(text[start : stop.end()].strip())
            start = stop.end()
    found.append(text[start:].strip())
    return [part for part in _joined(found) if part]


def _joined(found: list[str]) -> list[str]:
    """The parts, those in one where a journal's name was parted at its own stops."""
    parts: list[str] = []
    at = 0
    while at < len(found):
        row = at
        while row < len(found) and _SHORT_WORD.fullmatch(found[row]):
            row += 1
        first, rest = _JOURNAL_WITH_STOPS
        if row - at >= _LEAST_IN_A_ROW:
            parts.append(" ".join(found[at:row]))
            at = row
        elif at and first.fullmatch(found[at]) and rest.fullmatch("".join(found[at + 1 : at + 2])):
            parts.append(f"{found[at]} {found[at + 1]}")
            at += 2
        else:
            parts.append(found[at])
            at += 1
    return parts
