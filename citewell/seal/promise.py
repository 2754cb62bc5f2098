"""What a built page has to show because its source says so."""

from dataclasses import dataclass

from citewell.safety_strip import SafetyStrip

NEVER_SHOWN = ":is([hidden], [hidden] *, .visually-hidden, .visually-hidden *)"
"""A selector of what a reader does not see."""

HIDDEN = ":is([hidden], [hidden] *, .visually-hidden, .visually-hidden *, details:not([open]) *)"
"""A selector of what a reader does not see until something is unfolded."""


@dataclass(frozen=True)
class PromisedBlock:
    """A block of a source.

    Args:
        selector: in CSS, of the element that it becomes.
        typed: its first line in the source.
        number: how many of these the page has at least.
        words: that stand in it.
        addresses: of links that stand in it.
    """

    selector: str
    typed: str
    number: int = 1
    words: str = ""
    addresses: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PromisedBox:
    """A box with a paid link: who pays for what, and where the link leads."""

    disclosure: str
    link: str


@dataclass(frozen=True)
class PromisedNotice:
    """A notice on a cited work: the work's key, the notice's words, where it can be read."""

    key: str
    label: str
    address: str


@dataclass(frozen=True)
class Promise:
    """What a page has to show.

    Args:
        sources: the paths of the pages that it is made of, relative to the project's root.
        state: who has reviewed it; empty for a page of no article.
        strip: its safety strip; None for a page of no article.
        blocks: of its sources.
        paid_box: its box with a paid link; None for none.
        notices: the gravest on each work that it cites.
    """

    sources: tuple[str, ...]
    state: str = ""
    strip: SafetyStrip | None = None
    blocks: tuple[PromisedBlock, ...] = ()
    paid_box: PromisedBox | None = None
    notices: tuple[PromisedNotice, ...] = ()
