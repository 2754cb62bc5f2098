"""A rule: what a site's sources are held against, to which family it belongs, and what follows from it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from citewell.problem import Problem
from citewell.site import Site


class Family(StrEnum):
    """What a rule is about."""

    STRUCTURE = "structure"
    GOVERNANCE = "governance and dates"
    EVIDENCE = "evidence"
    SAFETY = "safety"
    WORDING = "plain language"
    MONEY = "money and privacy"


_NEVER_SILENCED = frozenset({Family.STRUCTURE, Family.SAFETY, Family.MONEY})


@dataclass(frozen=True)
class Rule:
    """One rule.

    Args:
        id: its name in every problem that it finds.
        family: what it is about.
        words: its documentation: what it promises, why, its source, what fails and what passes.
        check: finds its problems in a site.
        stops_the_build: whether the engine stops for its errors, too.
    """

    id: str
    family: Family
    words: str
    check: Callable[[Site], Iterator[Problem]]
    stops_the_build: bool = True

    @property
    def promise(self) -> str:
        """The first paragraph of its documentation, on one line."""
        return " ".join(self.words.partition("\n\n")[0].split())

    @property
    def may_be_silenced(self) -> bool:
        """Whether an editor may say that it is wrong in a place. What keeps readers safe stays."""
        return self.family not in _NEVER_SILENCED
