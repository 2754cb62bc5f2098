"""A page has two warnings at most and one care card of each level, each with a list of signs.

What shouts everywhere is heard nowhere (NHS design system: warning callout, care cards; rule S7).

Fails:
    /// care | urgent
        heading: Call a doctor today if you

    You feel worse.
    ///

Passes:
    /// care | urgent
        heading: Call a doctor today if you

    - feel worse
    ///
"""

import re
from collections.abc import Iterator

from citewell.article import Page
from citewell.blocks.grammar import Block
from citewell.drugs import Drug, Drugs
from citewell.facts import nearest
from citewell.problem import Problem

ID = "boxes-on-a-page"
WARNINGS = 2
_WARNING_BLOCKS = ("do-not-stop", "boxed-warning")
_ONCE = ("do-not-stop", "boxed-warning", "crisis", "answer", "unknown")
_WARNING = re.compile(r"^!!!\s+(?:warning|danger|caution|attention)\b", re.MULTILINE)
_BULLET = re.compile(r"^\s*[-*+] ", re.MULTILINE)


def check(page: Page, drugs: Drugs) -> Iterator[Problem]:
    """The boxes that are too many, lack their list or name no known medicine."""
    seen: set[tuple[str, str]] = set()
    warnings = [block.start for block in page.blocks(*_WARNING_BLOCKS)]
    if _WARNING.search(page.source.text):  # else what is code and what is prose need not be told apart
        warnings += [found.start() for found in _WARNING.finditer(page.source.prose)]
    for offset in sorted(warnings)[WARNINGS:]:
        yield _problem(page, offset, f"Take out a warning: a page has {WARNINGS} at most, or none is heard")
    for block in page.blocks(*_ONCE, "care"):
        name = (block.kind.name, block.argument if block.kind.name == "care" else "")
        if name in seen:
            yield _problem(page, block.start, f"Take out this block: “{' '.join(name).strip()}” stands above")
        seen.add(name)
    for block in page.blocks("care"):
        if not _BULLET.search(page.source.text, block.body_start, block.body_end):
            yield _problem(
                page, block.start, "List the signs in this card, one a line, each begun with a hyphen"
            )
    yield from _medicine_problems(page, drugs)


def _medicine_problems(page: Page, drugs: Drugs) -> Iterator[Problem]:
    for block in page.blocks(*_WARNING_BLOCKS):
        if block.argument and block.argument not in drugs:
            advice = f"Name a medicine of docs/_data/drugs.yml. {nearest(block.argument, drugs)}".strip()
            yield _problem(page, block.start, advice)
        elif (drug := drugs.get(block.argument) or page.facts.drug) and not _words(block, drug):
            advice = (
                f"Take out this block: the class of {drug.name} has no such warning in docs/_data/drugs.yml"
            )
            yield _problem(page, block.start, advice)
        elif not block.argument and not page.facts.drug_key:
            advice = "Name the medicine after |, or set “drug” in the folder's .meta.yml"
            yield _problem(page, block.start, advice)


def _words(block: Block, drug: Drug) -> str:
    return drug.do_not_stop if block.kind.name == "do-not-stop" else drug.boxed_warning


def _problem(page: Page, offset: int, advice: str) -> Problem:
    return Problem(page.source.path, *page.source.place(offset), ID, advice)
