"""The short answer says who does what.

A worried reader takes in "your doctor can lower the dose" at once, and has to turn "the dose can be lowered"
round first (CDC Clear Communication Index item 6; health-publishing rule L13).

Fails:
    /// answer
    The dose can be lowered by your doctor [@goodwin2017].
    ///

Passes:
    /// answer
    Your doctor can lower the dose [@goodwin2017].
    ///
"""

import re
from collections.abc import Iterator

from citewell.article import Page
from citewell.problem import Problem

ID = "passive-answer"
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:not\s+|\w+ly\s+)?"
    r"(?:\w{3,}ed|known|given|shown|seen|found|taken|made|done|told|written|thought|kept|lost|felt|meant)\b",
    re.IGNORECASE,
)
_NO_PASSIVE = re.compile(
    r"(?:worried|tired|depressed|interested|scared|supposed|used|related|allowed|married|need|indeed|hundred)$",
    re.IGNORECASE,
)
"""Words that tell how somebody is, or end alike."""


def check(page: Page) -> Iterator[Problem]:
    """The passive words of a page's answer, each at its place."""
    for block in page.blocks("answer"):
        for found in _PASSIVE.finditer(page.source.prose, block.body_start, block.body_end):
            if not _NO_PASSIVE.search(found.group()):
                advice = f"Say who does it instead of “{' '.join(found.group().split())}”"
                yield Problem(page.source.path, *page.source.place(found.start()), ID, advice, "warning")
