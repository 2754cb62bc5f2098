"""The passages of a page as typed: paragraphs, list items, definitions, cells and headings, in their order.

A sentence never reaches over the edge of a passage, as it never does on the rendered page.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from citewell.article import Page
from citewell.citations.grammar import GROUP
from citewell.sentences.sentence import Sentence, sentences_of
from citewell.source import Source

Kind = Literal["paragraph", "item", "definition", "term", "cell", "heading"]

_CHUNK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_SPECIAL = re.compile(r"[ \t]*(?:[#|>!?=:\[*+-]|\d+[.)])|[^\n]*(?:\n[ \t]*[#|:>=-]|\|)")
_MARK = re.compile(
    r"[ \t]*(?:(?P<heading>#{1,6}[ \t]+)|(?P<definition>:[ \t]+)|(?P<item>(?:[-*+]|\d+[.)])[ \t]+)"
    r"|(?P<aside>(?:!!!|\?\?\?\+?)[^\n]*|===[ ]?\"[^\n]*)|(?P<note>\[\^[^\]\n]+\]:)|(?P<quote>(?:>[ \t]?)+)"
    r"|(?P<row>\|)|(?P<rule>[-=*_ \t]{3,})\Z)"
)
_TABLE_LINE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_CELL = re.compile(r"(?:\\.|[^|\\])+")
_ONLY_WORDS = str.maketrans(dict.fromkeys(map(ord, "!\"#&()*,./:;<=>?[\\]^_`{|}~“”‘’'…—–-"), " "))  # noqa: RUF001
_FILLED = re.compile(r"[^\n]+")
_KIND_OF: Mapping[str, Kind] = MappingProxyType(
    {"heading": "heading", "definition": "definition", "item": "item"}
)
_Part = tuple[Kind, int, int]
_NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Passage:
    """One run of text. Offsets count characters from the beginning of the file.

    Args:
        source: the page.
        kind: what it is.
        start: of its text, behind the mark that makes it an item, a heading and so on.
        end: of its text.
        question: the question that it answers, in a block of questions; else empty.
    """

    source: Source
    kind: Kind
    start: int
    end: int
    question: str = ""

    @property
    def typed(self) -> str:
        """Its text with all marks."""
        return self.source.text[self.start : self.end]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order."""
        return sentences_of(self.typed)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in small letters but those of citations: a rule can pass over what is not its own."""
        typed = GROUP.sub(" ", self.typed) if "@" in self.typed else self.typed
        return frozenset(typed.lower().translate(_ONLY_WORDS).split())

    @cached_property
    def has_citation(self) -> bool:
        """Whether any of its sentences cites a work."""
        return "@" in self.typed and any(sentence.keys for sentence in self.sentences)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of its text, both counted from 1."""
        return self.source.place(self.start + offset)


def passages_of(page: Page) -> tuple[Passage, ...]:
    """The passages of a page. Code, raw HTML, and the first lines and options of blocks are none."""
    prose, questions = _prose_between_fences(page)
    found: list[Passage] = []
    for chunk in _CHUNK.finditer(prose):
        question = _question_at(chunk.start(), questions) if questions else ""
        if _SPECIAL.match(prose, chunk.start(), chunk.end()):
            parts = _parts(prose, chunk.start(), chunk.end())
            found += [Passage(page.source, kind, start, end, question) for kind, start, end in parts]
        else:
            found.append(Passage(page.source, "paragraph", chunk.start(), chunk.end(), question))
    return tuple(found)


def _question_at(offset: int, questions: Sequence[tuple[int, int, str]]) -> str:
    return next((words for start, end, words in questions if start <= offset < end), "")


def _prose_between_fences(page: Page) -> tuple[str, list[tuple[int, int, str]]]:
    """The prose without the lines that make the blocks, and the stretches that answer a question."""
    prose = page.source.prose
    questions = []
    for block in page.read_blocks[0]:
        for start, end in ((block.start, block.body_start), (block.body_end, block.end)):
            prose = prose[:start] + _NOT_NEWLINE.sub(" ", prose[start:end]) + prose[end:]
        if block.kind.name == "faq":
            questions.append((block.body_start, block.body_end, block.argument))
    return prose, questions


def _parts(prose: str, start: int, end: int) -> Iterator[_Part]:
    """The passages of lines that no empty line parts."""
    lines = [(found.start(), found.end()) for found in _FILLED.finditer(prose, start, end)]
    if len(lines) > 1 and "|" in prose[slice(*lines[0])] and _TABLE_LINE.fullmatch(prose, *lines[1]):
        return _cells(prose, (lines[0], *lines[2:]))
    return _marked(prose, lines)


def _cells(prose: str, rows: Sequence[tuple[int, int]]) -> Iterator[_Part]:
    for row in rows:
        for cell in _CELL.finditer(prose, *row):
            if cell.group().strip():
                yield "cell", cell.start(), cell.end()


def _marked(prose: str, lines: Sequence[tuple[int, int]]) -> Iterator[_Part]:
    """The passages of lines, each begun by its mark; a line without one goes on with what stands above it."""
    opened: _Part | None = None
    for start, end in lines:
        mark = _MARK.match(prose, start, end)
        kind = mark.lastgroup if mark else ""
        text = mark.end() if mark else start
        if kind in ("aside", "rule"):
            if opened and opened[0] == "paragraph" and prose[start:end].strip()[0] in "-=":
                yield ("heading", *opened[1:])  # it is underlined
                opened = None
            continue
        if kind not in ("heading", "definition", "note") and opened and not (kind == "item" == opened[0]):
            opened = (*opened[:2], end)
            continue
        if opened:
            is_term = kind == "definition" and opened[0] == "paragraph"
            yield ("term", *opened[1:]) if is_term else opened
        opened = (_KIND_OF.get(kind or "", "paragraph"), text, end)
        if kind == "heading":
            yield opened
            opened = None
    if opened:
        yield opened
