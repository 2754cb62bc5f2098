"""The syntax of a citation, written once for the renderer and for the checks.

A group stands in square brackets; its parts are separated by semicolons, as Pandoc reads them:

    [@key]   [@a; @b]   [@a, p. 33]   [see @a; @b, fig. 2]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from citewell.bibliography.keys import KEY
from citewell.bibliography.unicode_text import one_line

GROUP = re.compile(r"\[([^\[\]]*@[^\[\]]*)\]")
"""Brackets that may hold citations. Whether they do, `parse_group` says."""

_AT_KEY = re.compile(rf"(?:(?<=\s)|(?<![^;]))-?@({KEY})")
_KEYS_ALONE = re.compile(rf"@{KEY}(?<![.:])(?:; ?@{KEY}(?<![.:]))*")


class Citation(NamedTuple):
    """One reference called up in a group.

    Args:
        key: as typed.
        offset: of the key in the text between the brackets, in characters.
        prefix: the words before it ("see"), or empty.
        locator: the words after it, without the comma ("p. 33"), or empty.
    """

    key: str
    offset: int
    prefix: str = ""
    locator: str = ""


@dataclass(frozen=True)
class MalformedCitation:
    """Brackets that hold an `@key` and cannot be read as citations.

    Args:
        offset: of the fault in the text between the brackets.
        advice: what to write instead.
    """

    offset: int
    advice: str


Group = tuple[Citation, ...]


def parse_group(text: str) -> Group | MalformedCitation | None:
    """Read the text between two brackets.

    Returns:
        the citations in their order; a fault; or None where the brackets hold no citation, as in an e-mail
        address.
    """
    if _KEYS_ALONE.fullmatch(text):  # nearly all groups are; the rest takes five times as long
        return tuple(Citation(found.group(1), found.start(1)) for found in _AT_KEY.finditer(text))
    if not _AT_KEY.search(text):
        return None
    citations = []
    start = 0
    for part in text.split(";"):
        citation = _parse_part(part, start)
        if isinstance(citation, MalformedCitation):
            return citation
        citations.append(citation)
        start += len(part) + 1
    return tuple(citations)


def _parse_part(part: str, start: int) -> Citation | MalformedCitation:
    keys = list(_AT_KEY.finditer(part))
    if not keys:
        words = one_line(part)
        return MalformedCitation(
            start,
            f"Name a reference after “{words}”, as in [{words} @key]"
            if words
            else "Take out the semicolon that stands alone",
        )
    if len(keys) > 1:
        first, second = keys[0].group(1), keys[1].group(1)
        return MalformedCitation(
            start + keys[1].start(1) - 1, f"Put a semicolon between two references: [@{first}; @{second}]"
        )
    (found,) = keys
    typed = found.group(1)
    key = typed.rstrip(".:")
    after = part[found.start(1) + len(key) :]
    if after.strip() and not after[0].isspace() and after[0] not in ",.:":
        return MalformedCitation(
            start + found.start(1) + len(key),
            f"Put a comma or a closing bracket after the key: [@{key}, {after.strip()}]",
        )
    return Citation(
        key=key,
        offset=start + found.start(1),
        prefix=one_line(part[: found.start()]),
        locator=one_line(after.lstrip(" \t\r\n,")) if after.strip(" \t\r\n,.:") else "",
    )


def find_groups(text: str) -> Iterator[tuple[int, Group | MalformedCitation]]:
    """Every group in a page's source whose code, comments and tags are blanked.

    Yields:
        the offset of the text between the brackets, and what it holds. A group that Markdown reads as the
        label of a link or image, or that is escaped with a backslash, is left out.
    """
    for match in GROUP.finditer(text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if before == "\\" or after == "(":
            continue
        parsed = parse_group(match.group(1))
        if parsed is not None:
            yield match.start(1), parsed
