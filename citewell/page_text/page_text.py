"""What a page says: its passages, its title, its questions, and where a listed word stands in them."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from citewell.article import Page
from citewell.blocks.grammar import Block
from citewell.phrases import Found
from citewell.problem import Level, Problem
from citewell.sentence_ends import sentence_starts
from citewell.sentences.passage import Passage, passages_of
from citewell.sentences.sentence import Sentence
from citewell.source import Source
from citewell.wording import Wording, WordList, words_of

_KEPT = "_citewell_page_text"
_PRINTED_FACTS = ("title", "description")
_BLOCKS_WITH_WORDS = ("faq", "question-list")
_HEADING_OPTION = "heading"
_OF_SENTENCES = frozenset({"paragraph", "item", "definition"})
_NO_WORDS = re.compile(r"\[[^\[\]]*@[^\[\]]*\]|!\[[^\[\]]*\]|\{[:#. ][^{}\n]*\}")
"""Citations, what is said of a picture to those who do not see it, and attributes."""
_DIGIT = re.compile(r"[0-9]")
_LINE = re.compile(r"[^\S\n]*\S[^\n]*")
_LINE_END = re.compile("\n")
_OPENS, _CLOSES = "“«", "”»"


class Hit(NamedTuple):
    """A listed word in a sentence of a page."""

    passage: Passage
    sentence: Sentence
    found: Found[Wording]

    @property
    def words(self) -> str:
        """As they stand there."""
        return self.sentence.text[self.found.start : self.found.end]

    @property
    def place(self) -> tuple[int, int]:
        """Line and column."""
        return self.passage.place(self.sentence.typed_at(self.found.start))

    @property
    def advice(self) -> str:
        """What to write instead, why, and who says so."""
        wording = self.found.listed
        return f"Write {wording.write} instead of “{self.words}”. {wording.why} ({wording.source})"

    @property
    def is_quoted(self) -> bool:
        """Whether the words are somebody else's."""
        before = self.sentence.text[: self.found.start]
        opened = max(before.rfind(mark) for mark in _OPENS)
        closed = max(before.rfind(mark) for mark in _CLOSES)
        return opened > closed or before.count('"') % 2 == 1

    @property
    def is_explained(self) -> bool:
        """Whether a plain word stands beside them: feeling sick (nausea), nausea (feeling sick)."""
        text = self.sentence.text
        before, after = text[: self.found.start].rstrip(), text[self.found.end :]
        return before.endswith("(") or after.startswith(" (")


@dataclass(frozen=True)
class PageText:
    """What a page says.

    Args:
        page: the page.
        passages: of its text, in order.
        named: its title and description, the questions, the names of boxes, and what stands in HTML.
    """

    page: Page
    passages: tuple[Passage, ...]
    named: tuple[Passage, ...]

    @cached_property
    def said(self) -> tuple[Passage, ...]:
        """All that it says, in the order of the file."""
        return tuple(sorted((*self.named, *self.passages), key=lambda passage: passage.start))

    @cached_property
    def words(self) -> frozenset[str]:
        """Each word of the page once, in small letters."""
        return frozenset(words_of("\n".join(self._in_small_letters)))

    @cached_property
    def words_alone(self) -> str:
        """The file, as long as before, with all blank that is no word of the page: citations, pictures."""
        prose = self.page.source.prose
        for passage in self.named:  # what stands in the front matter and in HTML is no prose
            if not prose[passage.start : passage.end].strip():
                prose = prose[: passage.start] + passage.typed + prose[passage.end :]
        return _NO_WORDS.sub(lambda found: " " * len(found.group()), prose)

    @cached_property
    def with_digits(self) -> tuple[Passage, ...]:
        """The passages in whose words a digit stands."""
        words = self.words_alone
        return tuple(
            passage for passage in self.said if _DIGIT.search(words, passage.start, passage.end) is not None
        )

    @cached_property
    def _in_small_letters(self) -> tuple[str, ...]:
        """All that it says, as typed but for capitals and the curl of apostrophes."""
        return tuple(passage.typed.lower().replace("’", "'") for passage in self.said)  # noqa: RUF001

    @cached_property
    def sections(self) -> tuple[tuple[Passage, ...], ...]:
        """Its passages from heading to heading; an answer to a question is a section of its own."""
        number = 0
        question = ""
        numbers = []
        for passage in self.passages:
            if passage.kind == "heading" or passage.question != question:
                number += 1
            question = passage.question
            numbers.append(number)
        pairs = zip(numbers, self.passages, strict=True)
        return tuple(
            tuple(passage for _, passage in group) for _, group in groupby(pairs, key=lambda pair: pair[0])
        )

    @cached_property
    def sentences_by_passage(self) -> tuple[tuple[Passage, tuple[tuple[int, str], ...]], ...]:
        """The passages that are made of sentences, each with its sentences and where they begin in the file.

        What is no word is blank in them; this is several times as fast as reading every mark.
        """
        found = []
        for passage in self.passages:
            if passage.kind in _OF_SENTENCES:
                text = self.words_alone[passage.start : passage.end]
                starts = sentence_starts(text)
                ends = (*starts[1:], len(text))
                pairs = zip(starts, ends, strict=True)
                found.append(
                    (passage, tuple((passage.start + start, text[start:end]) for start, end in pairs))
                )
        return tuple(found)

    def with_words(self, *groups: AbstractSet[str]) -> Iterator[Passage]:
        """The passages that may hold a word of each group, in the order of the file.

        A word of the page that stands within another one counts too: what is found is looked at closely.
        """
        numbers: Iterable[int] = range(len(self.said))
        for group in groups:
            words = self.words & group
            if not words:
                return  # nearly always: no passage has to be looked at
            numbers = self._holding(words, numbers)
        yield from (self.said[number] for number in numbers)

    def _holding(self, words: AbstractSet[str], numbers: Iterable[int]) -> list[int]:
        """Those of some passages, by their numbers, that hold one of these words."""
        small = self._in_small_letters
        return [number for number in numbers if any(word in small[number] for word in words)]

    def find(self, listed: WordList) -> Iterator[Hit]:
        """The listed words that stand on the page, in the order of the file."""
        numbers: set[int] = set()
        for phrase in listed.among(self.words):
            holding: Iterable[int] = range(len(self.said))
            for word in phrase:
                holding = self._holding({word}, holding)
            numbers.update(holding)
        for number in sorted(numbers):
            for sentence in self.said[number].sentences:
                for found in listed.find(sentence.text):
                    yield Hit(self.said[number], sentence, found)

    def sentences(
        self, pattern: re.Pattern[str], *groups: AbstractSet[str]
    ) -> Iterator[tuple[Passage, Sentence, re.Match[str]]]:
        """The sentences in which a pattern is found, each with its first match.

        Args:
            pattern: to be found.
            groups: of words; what the pattern finds holds a word of each, in small letters.
        """
        for passage in self.with_words(*groups):
            for sentence in passage.sentences:
                if match := pattern.search(sentence.text):
                    yield passage, sentence, match

    def problem(
        self, rule: str, place: tuple[int, int] | int, message: str, level: Level = "error"
    ) -> Problem:
        """A problem of the page, at a line and column or at a character of the file."""
        line, column = self.page.source.place(place) if isinstance(place, int) else place
        return Problem(self.page.source.path, line, column, rule, message, level)


def page_text(page: Page) -> PageText:
    """What a page says, kept with the page as its prose and its blocks are, so that it is read once."""
    kept = vars(page).get(_KEPT)
    if isinstance(kept, PageText):
        return kept
    text = PageText(page, passages_of(page), tuple(_named(page)))
    vars(page)[_KEPT] = text
    return text


def forget(page: Page) -> None:
    """Let go of what was kept, when every rule has seen the page."""
    vars(page).pop(_KEPT, None)


def _named(page: Page) -> Iterator[Passage]:
    source = page.source
    starts = [0, *(found.end() for found in _LINE_END.finditer(source.text, 0, source.body_offset))]
    ends = sorted(starts[line - 1] for line, _ in source.front_matter.places.values())
    for name in _PRINTED_FACTS:
        if name in source.front_matter.places:
            begin = starts[source.front_matter.place(name)[0] - 1]
            end = next((end for end in ends if end > begin), starts[-2])
            yield Passage(source, "heading", begin + len(name) + 1, end)
    for block in page.blocks(*_BLOCKS_WITH_WORDS, "care"):
        words = (
            block.argument
            if block.kind.name != "care"
            else str(block.options.values.get(_HEADING_OPTION, ""))
        )
        if words and (start := source.text.find(words, block.start, block.body_start)) >= 0:
            yield Passage(source, "heading", start, start + len(words), _question(block))
    yield from _in_html(source)


def _in_html(source: Source) -> Iterator[Passage]:
    """The lines of the HTML blocks that Markdown hands through: readers see them, too."""
    if source.may_hold_html_blocks:
        prose = source.prose
        for line in _LINE.finditer(source.prose_and_html, source.body_offset):
            if not prose[line.start() : line.end()].strip():
                yield Passage(source, "cell", line.start(), line.end())


def _question(block: Block) -> str:
    return block.argument if block.kind.name == "faq" else ""
