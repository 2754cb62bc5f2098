"""Typed text as a reader meets it: without citations and marks, in words and sentences."""

import re

from citewell.sentence_ends import sentence_starts

_CITATION = re.compile(r"\s*\[[^\[\]]*@[^\[\]]*\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_EMPHASIS = re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)|<[^<>]*>")
_LINE_MARKS = re.compile(r"^\s*(?:#+|>|[-+]|\d+\.)\s+|\|", re.MULTILINE)


def plain_words(markdown: str) -> str:
    """The words of a piece of Markdown, on one line."""
    text = _LINK.sub(r"\1", _CITATION.sub("", markdown))
    return " ".join(_EMPHASIS.sub("", _LINE_MARKS.sub(" ", text)).split())


def sentences(words: str) -> list[str]:
    """The sentences of plain words."""
    starts = sentence_starts(words)
    parts = (words[start:end].strip() for start, end in zip(starts, [*starts[1:], len(words)], strict=True))
    return [part for part in parts if part]
