"""A paid box stands after what a reader came for and what keeps a reader safe, once, and never alone.

Nothing paid comes before the answer, the warnings or whom to call, and none stands where somebody reads about
self-harm (health-publishing rules M5, M7 and S3). A page must say as much without the box as with it.

Fails:
    # Can it happen?

    /// referral | betterhelp
    ///

    /// crisis
    ///

Passes:
    # Can it happen?

    /// crisis
    ///

    Therapists cannot change your medicine.

    /// referral | betterhelp
    ///
"""

import re
from collections.abc import Iterator

from citewell.affiliates import PATH, Affiliates
from citewell.article import Page
from citewell.blocks.grammar import Block
from citewell.facts import nearest
from citewell.page_facts import SELF_HARM
from citewell.problem import Problem
from citewell.referral.placement import BLOCK

ID = "referral-placement"
FIRST = ("answer", "do-not-stop", "boxed-warning", "crisis", "care")
"""The blocks that every paid box comes after."""
_HEADING_BEFORE = re.compile(r"(?:^#{1,6}[ \t][^\n]*|^[^\n]+\n(?:=+|-+)[ \t]*)\n\s*\Z", re.MULTILINE)
_HEADING_OR_END = re.compile(r"\s*(?:#{1,6}[ \t]|\Z|[^\n]+\n(?:=+|-{2,})[ \t]*(?:\n|\Z))")


def check(page: Page, affiliates: Affiliates) -> Iterator[Problem]:
    """The faults of a page's paid boxes."""
    boxes = page.blocks(BLOCK)
    for number, block in enumerate(boxes):
        if block.argument and block.argument not in affiliates:
            advice = f"Name a programme of {PATH}. {nearest(block.argument, affiliates)}".strip()
            yield _problem(page, block, advice)
        if number:
            yield _problem(page, block, "Take out this box: a page has one paid link at most")
        if SELF_HARM in page.facts.about:
            yield _problem(page, block, "Take out this box: nothing is sold on a page about self-harm")
        later = [other.kind.name for other in page.blocks(*FIRST) if other.start > block.start]
        if later:
            yield _problem(
                page, block, f"Move this box below the block “{later[-1]}”: help comes before money"
            )
        if _stands_alone(page, block):
            yield _problem(
                page, block, "Write the section so that it helps without this box, or move the box"
            )


def _stands_alone(page: Page, block: Block) -> bool:
    """Whether a heading has nothing under it but the box."""
    text = page.source.text
    before, after = text[page.source.body_offset : block.start], text[block.end :]
    return bool(_HEADING_BEFORE.search(before) and _HEADING_OR_END.match(after))


def _problem(page: Page, block: Block, advice: str) -> Problem:
    return Problem(page.source.path, *page.source.place(block.start), ID, advice)
