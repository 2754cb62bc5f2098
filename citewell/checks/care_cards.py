"""A care card says one thing to do and when, stands for itself, and ends where a heading begins.

Its heading goes on in its list (“Call a doctor today if you:”). Links in a card for an emergency lead
people away from the phone, and without a heading behind it nobody hears where a card ends (NHS design
system, care cards; health-publishing rule S7).

Fails:
    /// care | urgent
        heading: Call a doctor today

    - feel worse
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
from citewell.problem import Problem

ID = "care-cards"
_IF = re.compile(r"\bif\b", re.IGNORECASE)
_LINK = re.compile(r"(?<!!)\[[^\[\]]*\]\(")
_FOLLOWS = re.compile(r"\s*(?:#{1,6}[ \t]|[ ]{0,3}/{3}|\Z|[^\n]+\n(?:=+|-{2,})[ \t]*(?:\n|\Z))")


def check(page: Page) -> Iterator[Problem]:
    """The faults of a page's cards."""
    for block in page.blocks("care"):
        heading = str(block.options.values.get("heading") or "")
        if heading and not _IF.search(heading):
            yield _problem(page, block, f"End “{heading}” with “if you” or the like: the list says when")
        body = page.source.text[block.body_start : block.body_end]
        if block.argument == "emergency" and _LINK.search(body):
            yield _problem(
                page, block, "Take the link out of this card: in an emergency nobody follows links"
            )
        if not _FOLLOWS.match(page.source.text, block.end):
            yield _problem(page, block, "Put a heading after this card, or move the text above it")


def _problem(page: Page, block: Block, advice: str) -> Problem:
    return Problem(page.source.path, *page.source.place(block.start), ID, advice, "warning")
