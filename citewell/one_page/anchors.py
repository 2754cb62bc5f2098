"""The addresses inside a page: the ids that its headings have, as Python-Markdown gives them."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from citewell.article import Page
from citewell.blocks.grammar import Block
from citewell.boxes.answer import ANCHOR as ANSWER
from citewell.boxes.care import care_anchor
from citewell.boxes.crisis import ANCHOR as CRISIS
from citewell.boxes.unknown import HEADING as UNKNOWN
from citewell.boxes.warning import BOXED_WARNING_ANCHOR, DO_NOT_STOP_ANCHOR
from citewell.claims.evidence_note import claim_anchor
from citewell.one_page.headings import Heading, Line, read_line

_BOXES = {
    "answer": ANSWER,
    "do-not-stop": DO_NOT_STOP_ANCHOR,
    "boxed-warning": BOXED_WARNING_ANCHOR,
    "crisis": CRISIS,
}
_HEADED = ("faq", "question-list")
_CODE = re.compile(r"(?<!\\)(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)")
_NOT_PRINTED = (
    (re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])"), ""),
    (re.compile(r"\[\^[^\]]*\]"), ""),
    (re.compile(r"\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])"), r"\1"),
    (re.compile(r"\[[^\[\]]*@[^\[\]]*\]"), ""),
    (re.compile(r"<((?:https?|mailto):[^<>]*)>"), r"\1"),
    (re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"(?<![\w\\])_+(?=\S)|(?<=[^\s\\])_+(?!\w)"), ""),
)
_COUNTED = re.compile(r"(?P<name>.*)_(?P<count>[0-9]+)")


@dataclass(frozen=True)
class Anchor:
    """A heading that others may link to.

    Args:
        id: on its page.
        slug: what its words alone would make.
        start: of its heading or of the block that prints it, in characters from the beginning of the file.
        line: where an id can be typed; None for a heading whose words are not typed.
    """

    id: str
    slug: str
    start: int
    line: Line | None


def slug(words: str) -> str:
    """The id that Python-Markdown's `toc` makes of a heading's words where the site sets no other way."""
    text = unicodedata.normalize("NFKD", " ".join(_printed(words).split()))
    text = re.sub(r"[^\w\s-]", "", text.encode("ascii", "ignore").decode("ascii")).strip().lower()
    return re.sub(r"[-\s]+", "-", text)


def unique(name: str, taken: set[str]) -> str:
    """A name that nothing else has: name, name_1, name_2. It is added to those that are taken."""
    if name in taken or not name:
        counted = _COUNTED.fullmatch(name)
        base, count = (counted["name"], int(counted["count"])) if counted else (name, 0)
        count += 1
        while f"{base}_{count}" in taken:
            count += 1
        name = f"{base}_{count}"
    taken.add(name)
    return name


def box_anchors(page: Page) -> set[str]:
    """The ids that the boxes and claims of a page have, and no heading can have."""
    return {anchor for block in page.read_blocks[0] if (anchor := _box_anchor(block))}


def find_anchors(page: Page, headings: list[Heading]) -> list[Anchor]:
    """The anchors of a page in order, with the ids that the page alone gives them."""
    lines = [(heading.start, heading.line) for heading in headings]
    printed = sorted([*lines, *_printed_by_blocks(page)], key=lambda found: found[0])
    taken = box_anchors(page) | {line.typed_id for _, line in printed if line and line.typed_id}
    anchors = []
    for start, line in printed:
        made = slug(line.words if line else UNKNOWN)
        name = (line.typed_id if line else "") or unique(made, taken)
        if line is None or line.words:
            anchors.append(Anchor(name, made, start, line))
    return anchors


def _printed_by_blocks(page: Page) -> Iterator[tuple[int, Line | None]]:
    for block in page.read_blocks[0]:
        text, end = page.source.text, page.source.text.find("\n", block.start)
        if block.kind.name in _HEADED and (bar := text.find("|", block.start, end)) >= 0:
            yield block.start, read_line(text, bar + 1, end)
        elif block.kind.name == "unknown":
            yield block.start, None


def _box_anchor(block: Block) -> str:
    if block.kind.name == "care":
        return care_anchor(block.argument)
    return claim_anchor(block.argument) if block.kind.name == "claim" else _BOXES.get(block.kind.name, "")


def _printed(typed: str) -> str:
    """What is printed of a heading as typed, as plain text."""
    parts = []
    at = 0
    for code in _CODE.finditer(typed):
        parts += [_without_marks(typed[at : code.start()]), code["code"]]
        at = code.end()
    return "".join([*parts, _without_marks(typed[at:])])


def _without_marks(typed: str) -> str:
    for pattern, replacement in _NOT_PRINTED:
        typed = pattern.sub(replacement, typed)
    return html.unescape(typed)
