"""The parts of a Markdown text: each heading with what stands under it."""

import re
from dataclasses import dataclass

from citewell.source import Source

_ATX = re.compile(r"^[ ]{0,3}(?P<marks>#{1,6})[ \t]+(?P<words>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<words>[ ]{0,3}[^\s#>\-*+|][^\n]*)\n(?P<line>=+|-{2,})[ \t]*$", re.MULTILINE)
_HEADING_ID = re.compile(r"\s*\{[^{}]*\}\s*$")


@dataclass(frozen=True)
class Part:
    """A heading and its text up to the next heading.

    Args:
        level: 1 to 6; 0 for what stands before the first heading.
        heading: as typed, without its marks.
        text: as typed.
        line: of the heading, counted from 1.
    """

    level: int
    heading: str
    text: str
    line: int


def parts_of(markdown: str) -> list[Part]:
    """The parts in order. What looks like a heading inside code is none."""
    prose = Source("", markdown).prose
    found = [
        (heading.start(), heading.end(), len(heading["marks"]), heading.span("words"))
        for heading in _ATX.finditer(prose)
    ]
    found += [
        (heading.start(), heading.end(), 1 if heading["line"].startswith("=") else 2, heading.span("words"))
        for heading in _UNDERLINED.finditer(prose)
    ]
    found.sort()
    ends = [start for start, *_ in found[1:]] + [len(markdown)] * bool(found)
    before = markdown[: found[0][0] if found else len(markdown)]
    parts = [Part(0, "", before, 1)]
    for (start, end, level, (first, last)), next_start in zip(found, ends, strict=True):
        heading = _HEADING_ID.sub("", markdown[first:last].strip())
        line = markdown.count("\n", 0, start) + 1
        parts.append(Part(level, heading, markdown[end:next_start], line))
    return parts
