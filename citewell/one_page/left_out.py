"""What stands on the pages of an article and is not repeated on the one page."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from citewell.article import Page
from citewell.one_page.edits import Edit
from citewell.one_page.headings import Heading

NEVER = frozenset({"referral"})
"""Kinds of blocks that the one page leaves out: what is for sale stays on the page it was written for."""

ONCE = frozenset({"do-not-stop", "boxed-warning", "crisis", "answer", "unknown"})
"""Kinds of blocks of which the first one stays. Of care cards, the first of each level stays."""


class Cut(NamedTuple):
    """A piece that is left out.

    Args:
        start: in characters from the beginning of the file.
        end: after it and the empty lines that follow.
        places_a_list: whether it is a command that places a list of references.
    """

    start: int
    end: int
    places_a_list: bool = False

    def edit(self, text: str) -> Edit:
        """The change that takes it out of a text. What stood before and after it stays apart."""
        is_apart = not text[: self.start] or text[: self.start].endswith("\n\n")
        return Edit(self.start, self.end, "" if is_apart else "\n")


def repeated_blocks(page: Page, seen: set[tuple[str, str]]) -> Iterator[Cut]:
    """The blocks to be left out of a page.

    Args:
        page: the page.
        seen: the blocks of the pages before it that stand once; those of this page are added.
    """
    for block in page.read_blocks[0]:
        name = block.kind.name
        one = (name, block.argument if name == "care" else "")
        if name in NEVER or one in seen:
            yield Cut(block.start, _after_empty_lines(page.source.text, block.end))
        if name in ONCE or name == "care":
            seen.add(one)


def lists_of_references(page: Page, headings: list[Heading], commands: Collection[str]) -> Iterator[Cut]:
    """The commands that place a list of references, each with the heading that stands over it alone."""
    if not commands:
        return
    text, prose = page.source.text, page.source.prose
    command = re.compile(rf"^[ ]{{0,3}}({'|'.join(map(re.escape, commands))})[ \t]*(?:\n|\Z)", re.MULTILINE)
    for found in command.finditer(text, page.source.body_offset):
        if prose[found.start(1) : found.end(1)] == found.group(1):
            end = _after_empty_lines(text, found.end())
            over = _heading_alone_over(text, headings, found.start(), end)
            yield Cut(over.start if over else found.start(), end, places_a_list=True)


def _heading_alone_over(text: str, headings: list[Heading], start: int, end: int) -> Heading | None:
    """The heading that is left with nothing under it when a piece is taken out."""
    over = next((heading for heading in reversed(headings) if heading.end < start), None)
    under = next((heading for heading in headings if heading.start >= end), None)
    is_alone = (
        over is not None
        and over.level > 1
        and not text[over.end : start].strip()
        and not text[end : under.start if under else len(text)].strip()
        and (under is None or under.level <= over.level)
    )
    return over if is_alone else None


def _after_empty_lines(text: str, at: int) -> int:
    while (end := text.find("\n", at)) >= 0 and not text[at:end].strip():
        at = end + 1
    return at
