"""Footnotes of a Markdown text: those that name a work become references, the others stay footnotes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citewell.source import Source
from citewell.start.old_article.reference_list import PrintedItem, item_of

_DEFINITION = re.compile(
    r"^[ ]{0,3}\[\^(?P<name>[^\[\]\s]+)\]:[ \t]*"
    r"(?P<text>[^\n]*(?:\n(?:[ \t]+\S[^\n]*|(?=\n[ \t]{4}\S)))*)\n?",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Footnotes:
    """The footnotes of a text.

    Args:
        markdown: the text without them.
        works: those that name a work; each is called `^name`.
        others: name → text of the others, as typed.
    """

    markdown: str
    works: tuple[PrintedItem, ...]
    others: Mapping[str, str]


def footnotes_of(markdown: str) -> Footnotes:
    """Take the footnotes out of a text."""
    prose = Source("", markdown).prose
    works: list[PrintedItem] = []
    others: dict[str, str] = {}
    kept: list[str] = []
    at = 0
    for found in _DEFINITION.finditer(markdown):
        if not prose[found.start() : found.end()].strip():
            continue  # it stands in code
        item = item_of(f"^{found['name']}", found["text"])
        if item.printed.is_understood:
            works.append(item)
        else:
            others[found["name"]] = found["text"].strip()
        kept.append(markdown[at : found.start()])
        at = found.end()
    return Footnotes("".join([*kept, markdown[at:]]), tuple(works), others)


def with_footnotes(text: str, others: Mapping[str, str]) -> str:
    """A page's text with the footnotes that it calls up."""
    called = [name for name in others if f"[^{name}]" in text]
    return text if not called else "\n".join([text.rstrip(), "", *_written(called, others)]) + "\n"


def _written(names: Sequence[str], others: Mapping[str, str]) -> list[str]:
    return [f"[^{name}]: {others[name]}" for name in names]
