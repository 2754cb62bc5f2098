"""The sentences of a run of Markdown, in words as a reader meets them, each with the works that it cites.

The same rules as for the rendered page (citewell/ledger/cited_sentences.py): a citation behind the full stop
belongs to the sentence before it, and a test holds the two readers to one result.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from html import unescape
from operator import itemgetter
from typing import NamedTuple

from citewell.citations.grammar import parse_group
from citewell.sentence_ends import sentence_starts

_CLOSES_UP = tuple(".,;:!?…)]”’。，、！？；：")  # noqa: RUF001 - stops as they are printed
_TARGET = r"\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
_LINE = r"\n[ \t]*(?:>[ \t]*)*"
_MARK = re.compile(  # each alternative begins with a sign of its own: the search leaps from sign to sign
    rf"\[(?:(?P<group>[^\[\]]*@[^\[\]]*)\](?!\()|\^[^\[\]\n]+\]"
    rf"|(?P<label>[^\[\]]*)\](?:{_TARGET}|\[[^\[\]\n]*\]))"
    rf"|!\[[^\[\]]*\](?:{_TARGET})?"
    r"|\\(?P<escaped>[^\w\s])"
    r"|<(?:!--.*?-->|/?[a-zA-Z][^<>]*>)"
    r"|`(?P<ticks>`*)(?!`).+?(?<!`)`(?P=ticks)(?!`)"
    r"|\*\**|__*"
    r"|\{:?[ ]*(?:[#.][\w-]+|[\w-]+=)[^{}\n]*\}"
    r"|&(?P<entity>(?:[a-zA-Z][a-zA-Z0-9]*|\#\d+|\#x[0-9a-fA-F]+);)"
    rf"|{_LINE}|\t[ \t]*| (?:[ \t]*{_LINE}|[ \t]+)",
    re.DOTALL,
)


class Sentence(NamedTuple):
    """A sentence in words, with single spaces.

    Args:
        text: without citations and marks.
        keys: of the works it cites, in the order of the text, each once, as typed.
        at: where it begins in the words of its passage.
        runs: of the words of its passage that are the same as typed: where each begins there, and in the
            passage as typed.
    """

    text: str
    keys: tuple[str, ...] = ()
    at: int = 0
    runs: tuple[tuple[int, int], ...] = ((0, 0),)

    def typed_at(self, offset: int) -> int:
        """Where a character of the sentence stands in the passage as typed."""
        in_words = self.at + offset
        here, there = self.runs[max(bisect_right(self.runs, in_words, key=itemgetter(0)) - 1, 0)]
        return there + in_words - here


def sentences_of(typed: str) -> tuple[Sentence, ...]:
    """The sentences of a passage as typed, in order; those without words are left out."""
    words = _Words()
    words.read(typed, 0)
    return tuple(words.sentences())


def _is_emphasis(typed: str, stars: re.Match[str]) -> bool:
    """Whether stars or underscores are a mark: 5 * 3 and snake_case are none."""
    before, behind = typed[: stars.start()][-1:] or " ", typed[stars.end() : stars.end() + 1] or " "
    if stars.group()[0] == "*":
        return not (before.isspace() and behind.isspace())
    return (not before.isalnum() and not behind.isspace()) or (not before.isspace() and not behind.isalnum())


class _Words:
    """The words of a passage as they are put together."""

    def __init__(self) -> None:
        self.text = ""
        self.runs: list[tuple[int, int]] = []
        self.citations: list[tuple[int, tuple[str, ...]]] = []
        self._behind_citation = False

    def read(self, typed: str, at: int) -> None:
        """Take in Markdown that begins at an offset of the passage."""
        done = 0
        for mark in _MARK.finditer(typed):
            self._add(typed[done : mark.start()], at + done)
            done = mark.end()
            sign, begins = mark.group()[0], at + mark.start()
            if (group := mark["group"]) is not None:
                self._cite(group, mark, at)
            elif (label := mark["label"]) is not None:
                self.read(label, at + mark.start("label"))
            elif mark["escaped"]:
                self._add(mark["escaped"], begins + 1)
            elif mark["entity"]:
                self._add(unescape(mark.group()).replace("\N{SOFT HYPHEN}", ""), begins)
            elif sign.isspace():
                self._add(" ", begins)
            elif sign in "*_" and not _is_emphasis(typed, mark):
                self._add(mark.group(), begins)
        self._add(typed[done:], at + done)

    def _cite(self, group: str, mark: re.Match[str], at: int) -> None:
        parsed = parse_group(group)
        if isinstance(parsed, tuple):
            self.citations.append((len(self.text), tuple(citation.key for citation in parsed)))
            self._behind_citation = True
        else:  # an e-mail address, or a fault that another rule tells
            self._add(mark.group(), at + mark.start())

    def _add(self, words: str, at: int) -> None:
        if not words:
            return
        text = self.text
        if self._behind_citation:
            self._behind_citation = False
            if words.startswith(_CLOSES_UP):
                text = text.rstrip()
        if words[0].isspace() and (not text or text.endswith(" ")):
            stripped = words.lstrip()
            at += len(words) - len(stripped)
            words = stripped
        self.runs.append((len(text), at))
        self.text = text + words.replace("\N{NO-BREAK SPACE}", " ")

    def sentences(self) -> Iterator[Sentence]:
        """The sentences of what was read."""
        text = self.text
        starts = sentence_starts(text)
        runs = tuple(self.runs)
        cited: dict[int, list[str]] = {}
        for offset, keys in self.citations:
            cited.setdefault(max(bisect_left(starts, offset) - 1, 0), []).extend(keys)
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
            if words := text[start:end].rstrip():
                keys = tuple(dict.fromkeys(cited[number])) if number in cited else ()
                yield Sentence(words, keys, start, runs)
