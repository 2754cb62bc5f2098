"""Finds the headings of a page as typed: those begun with # and those underlined with = or -.

They are found as Python-Markdown finds them: it needs no space after #, and takes an underlined line for a
heading only where it begins a block.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citewell.article import Page
from citewell.one_page.edits import Edit

DEEPEST = 6
_INDENT = r"(?:[ ]{4}|\t)*"
_MARKED = re.compile(
    rf"^(?P<before>{_INDENT}(?:>[ ]?|[-*+][ ]+|\d+\.[ ]+)*)(?P<marks>#{{1,6}})(?P<line>[^\n]*)$", re.MULTILINE
)
_UNDERLINE = re.compile(rf"^(?P<before>{_INDENT}(?:>[ ]?)*)(?P<underline>=+|-+)[ ]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*(?P<inner>[^}\n ][^\n]*?)[ ]*\}[ ]*$")
_ID = re.compile(r"(?:(?<=^)|(?<=[ ]))(?:#(?P<short>[^ =}]+)|id=[\"']?(?P<long>[^\"' }]+)[\"']?)")
_CODE_OR_BLOCK = re.compile(r"[ ]{4}|\t|[ ]*/{3}")
_FENCE_OR_TAG = re.compile(r"[ ]*(?:`{3}|~{3}|<)")
_OPENS_A_CONTAINER = re.compile(r"[ ]*(?:!!!|\?\?\?|===)")


@dataclass(frozen=True)
class Line:
    """A line that prints a heading, be it typed as one or the first line of a block.

    Args:
        start: of the words that are printed.
        end: of the line, without spaces after it.
        words: as typed, without attributes and without the # that may close a heading.
        typed_id: that it has been given in braces, or empty.
        id_place: from where to where the id stands, or the place where one can be added.
        has_attributes: whether braces are there already.
    """

    start: int
    end: int
    words: str
    typed_id: str
    id_place: tuple[int, int]
    has_attributes: bool

    def with_id(self, name: str) -> Edit:
        """The change that gives it an id, or another one."""
        if self.typed_id:
            return Edit(*self.id_place, f"#{name}")
        return Edit(*self.id_place, f"#{name} " if self.has_attributes else f" {{#{name}}}")


@dataclass(frozen=True)
class Heading:
    """A heading.

    Args:
        level: 1 to 6.
        start: of its first line.
        end: of its last line, without the line feed.
        line: its words.
        is_underlined: whether it is typed with an underline.
        is_nested: whether it stands in a list, a quotation or the like.
    """

    level: int
    start: int
    end: int
    line: Line
    is_underlined: bool = False
    is_nested: bool = False

    def deeper(self) -> list[Edit]:
        """The changes that set it one level deeper, where there is one. An underline knows two levels."""
        if not self.is_underlined:
            return [Edit(self.line.start, self.line.start, "#")] if self.level < DEEPEST else []
        end = " #" if self.line.words.endswith("#") else ""  # which would else be taken for a closing mark
        return [
            Edit(self.line.start, self.line.start, f"{'#' * (self.level + 1)} "),
            Edit(self.line.end, self.line.end, end),
            Edit(self.line.end, self.end),
        ]


def read_line(text: str, start: int, end: int, closing: str = "#") -> Line:
    """The line between two offsets.

    Args:
        text: the file.
        start: where the words begin.
        end: where the line ends.
        closing: the mark that may stand after the words and is not printed; empty for none.
    """
    whole = text[start:end].rstrip()
    typed = whole.rstrip(closing) if closing else whole
    attributes = _ATTRIBUTES.search(typed)
    end = start + len(whole)
    if attributes is None:
        return Line(start, end, typed.strip(), "", (end, end), has_attributes=False)
    words = typed[: attributes.start()].rstrip("#").strip()
    found = _ID.search(attributes["inner"])
    at = start + attributes.start("inner")
    if found is None:
        return Line(start, end, words, "", (at, at), has_attributes=True)
    place = (at + found.start(), at + found.end())
    return Line(start, end, words, found["short"] or found["long"], place, has_attributes=True)


def find_headings(page: Page) -> list[Heading]:
    """The headings of a page in order, without those that a block prints by itself."""
    source = page.source
    headers = [range(block.start, block.body_start) for block in page.read_blocks[0]]
    marked = [heading for heading in _marked(page) if not any(heading.start in header for header in headers)]
    ends = {source.text.find("\n", heading.end) for heading in marked}
    ends |= {block.body_start - 1 for block in page.read_blocks[0]}
    ends |= {block.end - 1 for block in page.read_blocks[0]}
    lines = {heading.start for heading in marked} | {header.start for header in headers}
    return sorted([*marked, *_underlined(page, lines, ends)], key=lambda heading: heading.start)


def _marked(page: Page) -> Iterator[Heading]:
    source = page.source
    for found in _MARKED.finditer(source.text, source.body_offset):
        if source.prose[found.start("marks")] == "#":
            start = found.end("marks")
            line = read_line(source.text, start, found.end())
            yield Heading(
                len(found["marks"]), found.start(), found.end(), line, is_nested=bool(found["before"])
            )


def _underlined(page: Page, other_lines: set[int], ends: set[int]) -> Iterator[Heading]:
    """The underlined headings.

    Args:
        page: the page.
        other_lines: where lines begin that are something else.
        ends: where the line feeds stand after which a block begins.
    """
    source = page.source
    ends = set(ends)
    for found in _UNDERLINE.finditer(source.text, source.body_offset):
        end = found.start() - 1
        start = source.text.rfind("\n", 0, max(end, 0)) + 1
        words = source.text[start:end].removeprefix(found["before"])
        if (
            end > source.body_offset
            and source.prose[found.start("underline")].strip()
            and source.text.startswith(found["before"], start)
            and words.strip()
            and start not in other_lines
            and not _CODE_OR_BLOCK.match(words)
            and not (_FENCE_OR_TAG.match(words) and not source.prose[start:end].strip())
            and _begins_a_block(page, start, len(found["before"]), ends)
        ):
            level = 1 if found["underline"].startswith("=") else 2
            line = read_line(source.text, start + len(found["before"]), end, closing="")
            ends.add(found.end())
            yield Heading(
                level, start, found.end(), line, is_underlined=True, is_nested=bool(found["before"])
            )


def _begins_a_block(page: Page, start: int, indent: int, ends: set[int]) -> bool:
    source = page.source
    if start <= source.body_offset or start - 1 in ends:
        return True
    before = source.text.rfind("\n", 0, start - 1) + 1
    line, prose = source.text[before : start - 1], source.prose[before : start - 1]
    if not line.strip(" \t>"):
        return True
    if _OPENS_A_CONTAINER.match(line):
        return len(line) - len(line.lstrip(" ")) < indent
    is_code_span = line.lstrip().startswith("`") and not line.lstrip().startswith("```")
    return not prose.strip() and not is_code_span
