"""What the feeds tell of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from citewell.page_facts import PageFacts


@dataclass(frozen=True)
class ToldPage:
    """A page that somebody wrote.

    Args:
        title: in plain text.
        address: from the site's root.
        facts: the page's own.
        keys: of the works it cites.
    """

    title: str
    address: str
    facts: PageFacts
    keys: Sequence[str]
