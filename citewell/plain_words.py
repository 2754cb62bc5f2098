"""Typed text as a reader meets it: without citations and marks, in words and sentences."""

import re

_CITATION = re.compile(r"\s*\[[^\[\]]*@[^\[\]]*\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"[*_`#>{}|]+|^\s*(?:[-+]|\d+\.)\s+|<[^<>]*>", re.MULTILINE)
_SENTENCE_END = re.compile(
    r"(?<![A-Z]\.[A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bDr)"  # U.S., e.g., i.e., vs., Dr.
    r"[.?!][\")\u201d\u2019]*(?=\s+[\"(\u201c\u2018]*[A-Z0-9]|\s*$)"
)


def plain_words(markdown: str) -> str:
    """The words of a piece of Markdown, on one line."""
    text = _LINK.sub(r"\1", _CITATION.sub("", markdown))
    return " ".join(_MARKS.sub(" ", text).split())


def sentences(words: str) -> list[str]:
    """The sentences of plain words."""
    parts = []
    start = 0
    for end in _SENTENCE_END.finditer(words):
        parts.append(words[start : end.end()].strip())
        start = end.end()
    parts.append(words[start:].strip())
    return [part for part in parts if part]
