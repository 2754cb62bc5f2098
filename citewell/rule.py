"""A rule: what a site's sources are held against, to which family it belongs, and what follows from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import ModuleType

from citewell.article import Article, Page
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
    FOUND = "being found"


_NEVER_SILENCED = frozenset({Family.STRUCTURE, Family.SAFETY, Family.MONEY})

OfPage = Callable[[Page, Site], Iterable[Problem]]
OfArticle = Callable[[Article, Site], Iterable[Problem]]
OfSite = Callable[[Site], Iterable[Problem]]


@dataclass(frozen=True)
class Rule:
    """One rule. It looks at pages, at articles, at the whole site, or at several of these.

    Args:
        id: its name in every problem that it finds.
        family: what it is about.
        words: its documentation: what it promises, why, its source, what fails and what passes.
        of_page: finds the problems of a page.
        of_article: finds the problems of an article.
        of_site: finds the problems of what is no page.
        stops_the_build: whether the engine stops for its errors, too.
    """

    id: str
    family: Family
    words: str
    of_page: OfPage | None = None
    of_article: OfArticle | None = None
    of_site: OfSite | None = None
    stops_the_build: bool = False

    @property
    def promise(self) -> str:
        """The first paragraph of its documentation, on one line."""
        return " ".join(self.words.partition("\n\n")[0].split())

    @property
    def may_be_silenced(self) -> bool:
        """Whether an editor may say that it is wrong in a place. What keeps readers safe stays."""
        return self.family not in _NEVER_SILENCED


def rule(  # noqa: PLR0913 (each names what it is)
    family: Family,
    module: ModuleType,
    *,
    of_page: OfPage | None = None,
    of_article: OfArticle | None = None,
    of_site: OfSite | None = None,
    stops_the_build: bool = False,
) -> Rule:
    """The rule that stands in a file of citewell/checks: its id and its documentation are the file's own."""
    words = module.__doc__ or ""
    return Rule(module.ID, family, words, of_page, of_article, of_site, stops_the_build)
