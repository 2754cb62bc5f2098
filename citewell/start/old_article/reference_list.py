"""The printed list of references of an article: where it stands, and its items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citewell.start.old_article.headings import Part
from citewell.start.old_article.marks import unmarked
from citewell.start.printed.reference import PrintedReference, read_printed_reference

_HEADINGS = frozenset(
    {
        "references", "reference list", "list of references", "bibliography", "sources", "works cited",
        "citations", "literature", "literature cited", "notes and references", "references and notes",
        "endnotes", "source list", "sources and references", "references and sources",
    }
)  # fmt: skip
_NUMBER = re.compile(
    r"^[ \t]*(?:\\?\[(?P<square>\d{1,3})\\?\][.:]?|\\?\((?P<round>\d{1,3})\\?\)[.:]?|\^(?P<raised>\d{1,3})\^|"
    r"(?P<plain>\d{1,3})\\?(?:[.)]|(?=[ \t]{2,}|\t)))[ \t]+(?=\S)"
)
_BULLET = re.compile(r"^[ \t]*[-*+•][ \t]+(?=\S)")
_LEAST_UNDERSTOOD = 0.6


@dataclass(frozen=True)
class PrintedItem:
    """One work as the list prints it.

    Args:
        name: what the text calls it by: its number, or the name of a footnote with its circumflex.
        line: without its number, in plain words.
        printed: what it says.
    """

    name: str
    line: str
    printed: PrintedReference


@dataclass(frozen=True)
class ReferenceList:
    """The list, and the parts of the article that are no list.

    Args:
        items: in the order of the list.
        parts: without the list.
        beside: words that stand in the list's part and are no item.
    """

    items: tuple[PrintedItem, ...]
    parts: tuple[Part, ...]
    beside: tuple[str, ...] = ()


def printed_list(parts: Sequence[Part]) -> ReferenceList:
    """Find the list: under a heading that says so, or as the numbered list that the article ends with."""
    for at in range(len(parts) - 1, -1, -1):
        if _says_references(parts[at]):
            return _under_heading(parts, at)
    return _at_the_end(parts)


def item_of(name: str, markdown: str) -> PrintedItem:
    """An item of a list."""
    line, addresses = unmarked(markdown)
    return PrintedItem(name, line, read_printed_reference(line, addresses))


def _says_references(part: Part) -> bool:
    words = unmarked(part.heading)[0].casefold().strip(" :.0123456789")
    return part.level > 0 and words in _HEADINGS


def _under_heading(parts: Sequence[Part], at: int) -> ReferenceList:
    end = next(
        (after for after in range(at + 1, len(parts)) if parts[after].level <= parts[at].level), len(parts)
    )
    text = "\n\n".join(part.text for part in parts[at:end])
    pieces, beside = _numbered(text)
    if not pieces:
        pieces, beside = [(str(number), piece) for number, piece in enumerate(_unnumbered(text), 1)], ()
    items = tuple(item_of(name, piece) for name, piece in pieces)
    return ReferenceList(items, (*parts[:at], *parts[end:]), beside)


def _at_the_end(parts: Sequence[Part]) -> ReferenceList:
    """The last lines of the last part, where they are numbered from 1 and most of them read as references."""
    last = parts[-1]
    lines = last.text.rstrip().split("\n")
    first = next((at for at in range(len(lines) - 1, -1, -1) if _begins_with_one(lines[at])), None)
    if first is None:
        return ReferenceList((), tuple(parts))
    pieces, beside = _numbered("\n".join(lines[first:]))
    items = tuple(item_of(name, piece) for name, piece in pieces)
    understood = sum(item.printed.is_understood for item in items)
    if beside or understood < _LEAST_UNDERSTOOD * len(items):
        return ReferenceList((), tuple(parts))
    kept = Part(last.level, last.heading, "\n".join(lines[:first]) + "\n", last.line)
    return ReferenceList(items, (*parts[:-1], kept))


def _begins_with_one(line: str) -> bool:
    found = _NUMBER.match(line)
    return bool(found) and "1" in (found.groups() if found else ())


def _numbered(text: str) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """The numbered pieces of a text, and the paragraphs that have no number."""
    pieces: list[tuple[str, str]] = []
    beside: list[str] = []
    after_blank = False
    for line in text.split("\n"):
        found = _NUMBER.match(line)
        if found:
            number = next(group for group in found.groups() if group)
            pieces.append((str(int(number)), line[found.end() :]))
        elif line.strip() and pieces and not (after_blank and not line.startswith((" ", "\t"))):
            pieces[-1] = (pieces[-1][0], f"{pieces[-1][1]} {line.strip()}")
        elif line.strip():
            beside.append(line.strip())
        after_blank = not line.strip()
    return pieces, tuple(beside)


def _unnumbered(text: str) -> list[str]:
    """Each point of a list, or each paragraph where there is no list."""
    if any(_BULLET.match(line) for line in text.split("\n")):
        pieces: list[str] = []
        for line in text.split("\n"):
            if found := _BULLET.match(line):
                pieces.append(line[found.end() :])
            elif line.strip() and pieces:
                pieces[-1] = f"{pieces[-1]} {line.strip()}"
        return pieces
    return [" ".join(paragraph.split()) for paragraph in re.split(r"\n[ \t]*\n", text) if paragraph.strip()]
