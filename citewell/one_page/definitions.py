"""Names that stand for something defined elsewhere on a page: link definitions and footnotes.

`[name]: target` and `[^name]: text` hold for the whole document, so on one page the names of two pages would
meet. Each gets its page's name before it, and so does each use of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from citewell.one_page.brackets import pairs
from citewell.one_page.edits import Edit
from citewell.source import Source

_DEFINITION = re.compile(
    r"^[ ]*\[(?P<name>(?!\^)[^\[\]\n]+)\]:[ ]*(?:\n[ ]*)?(?P<target>\S+)[ ]*"
    r"(?:\n[ ]*)?(?:\"[^\n]*\"[ ]*|'[^\n]*'[ ]*|\([^\n]*\)[ ]*)?$",
    re.MULTILINE,
)
_COLON_OF_A_DEFINITION = re.compile(r"^(?P<bracketed>[ ]*\[(?!\^)[^\[\]\n]+\]):", re.MULTILINE)
_FOOTNOTE = re.compile(r"^[ ]*\[\^(?P<name>[^\]\n]*)\]:", re.MULTILINE)
_FOOTNOTE_USED = re.compile(r"\[\^(?P<name>[^\]\n]*)\]")
_USED = re.compile(r"\s?\[(?P<name>[^\[\]]*)\]")


class Definition(NamedTuple):
    """A link definition.

    Args:
        name: as it is looked up, without regard to case.
        start: of the name in the file.
        target_start: of the address.
        target_end: after it.
        end: after its title.
    """

    name: str
    start: int
    target_start: int
    target_end: int
    end: int


@dataclass(frozen=True)
class Definitions:
    """The link definitions of a page.

    Args:
        text: of the page.
        prose: its prose, and in it what looks like a link definition; every offset is true.
        links: in order.
    """

    text: str
    prose: str
    links: tuple[Definition, ...] = ()

    @property
    def names(self) -> set[str]:
        """The names of the links, as they are looked up."""
        return {link.name for link in self.links}


def find_definitions(source: Source) -> Definitions:
    """The link definitions of a page, not those in code or in HTML."""
    if "]:" not in source.text:
        return Definitions(source.text, source.prose)
    # The prose leaves definitions out as it leaves out code. With another sign for the colon they stay in.
    as_text = _COLON_OF_A_DEFINITION.sub(r"\g<bracketed>;", source.text)
    prose = Source(source.path, as_text, body_offset=source.body_offset).prose
    links = (
        Definition(looked_up(found["name"]), found.start("name"), *found.span("target"), found.end())
        for found in _DEFINITION.finditer(source.text, source.body_offset)
        if prose[found.start("name") - 1] == "["
    )
    return Definitions(source.text, prose, tuple(links))


def edits_of_names(definitions: Definitions, before: str) -> list[Edit]:
    """The changes that put a word before the names that a page defines, wherever they stand.

    Args:
        definitions: of the page.
        before: the word.
    """
    edits = [Edit(link.start, link.start, before) for link in definitions.links]
    if definitions.links:
        edits += _links_by_name(definitions, before)
    prose = definitions.prose
    footnotes = {found["name"] for found in _FOOTNOTE.finditer(prose)}
    return edits + [
        Edit(found.start("name"), found.start("name"), before)
        for found in _FOOTNOTE_USED.finditer(prose)
        if found["name"] in footnotes
    ]


def _links_by_name(definitions: Definitions, before: str) -> Iterator[Edit]:
    """Put the word before each name that is used: `[text][name]`, `[name][]` and `[name]`."""
    prose, names = definitions.prose, definitions.names
    defined = {link.start: link.end for link in definitions.links}
    used_up = -1
    for start, end in sorted(pairs(prose)):
        if start < used_up:
            continue
        if start + 1 in defined:
            used_up = defined[start + 1]
            continue
        words = looked_up(prose[start + 1 : end])
        used = _USED.match(prose, end + 1)
        if used and (looked_up(used["name"]) or words) in names:
            used_up = used.end()
            at = used.start("name")
            yield Edit(at, at, before if used["name"] else f"{before}{words}")
        elif not used and definitions.text[end + 1 : end + 2] != "(" and words in names:
            yield Edit(end + 1, end + 1, f"[{before}{words}]")


def looked_up(name: str) -> str:
    """A name as Python-Markdown looks it up."""
    return " ".join(name.split()).lower()
