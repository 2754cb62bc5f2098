"""Holds a site against every rule, page by page: what was read of a page is let go before the next one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from citewell.checks import unwritten_text
from citewell.page_text.page_text import forget
from citewell.problem import Problem
from citewell.registry import (
    evidence,
    found,
    governance,
    money,
    references,
    safety,
    structure,
    wording,
)
from citewell.rule import Family, Rule
from citewell.silencing import ID as SILENCED_RULE
from citewell.silencing import permissions, silenced
from citewell.site import Site

ALL: tuple[Rule, ...] = (
    *structure.RULES,
    *governance.RULES,
    *references.RULES,
    *evidence.RULES,
    *safety.RULES,
    *wording.RULES,
    *money.RULES,
    *found.RULES,
)
"""Every rule that is a file of its own, by family."""

MAY_BE_SILENCED: Mapping[str, bool] = MappingProxyType(
    {**{rule.id: rule.may_be_silenced for rule in ALL}, SILENCED_RULE: False}
)
"""By id, whether a comment may silence a rule."""

_UNREADABLE = {rule.id for rule in ALL if rule.family is Family.STRUCTURE} - {unwritten_text.ID}
"""What leaves a page unreadable."""
_STOP_THE_BUILD = tuple(rule for rule in ALL if rule.stops_the_build)


def run(site: Site) -> list[Problem]:
    """All problems of the sources, sorted by place."""
    return sorted({*problems_of_pages(site, ALL), *problems_of_the_rest(site, ALL)})


OfPages = Callable[[Site, Sequence[Rule]], set[Problem]]
"""Holds the pages and the articles of a site against rules."""


def build_problems(site: Site, of_pages: OfPages | None = None) -> list[Problem]:
    """The problems that a build stops for, without those that an editor has silenced on the page.

    Args:
        site: as it was read.
        of_pages: finds those of pages and articles; None looks at all of them.
    """
    found_on_pages = (of_pages or problems_of_pages)(site, _STOP_THE_BUILD)
    problems = {*found_on_pages, *problems_of_the_rest(site, _STOP_THE_BUILD)}
    found = [
        permission for page in site.pages for permission in permissions(page.source.path, page.source.text)
    ]
    _, gone = silenced(problems, found, MAY_BE_SILENCED)
    return sorted(problems - set(gone))


def preview_problems(site: Site, of_pages: OfPages | None = None) -> list[Problem]:
    """The same while somebody writes: only what leaves a page unreadable holds up a preview, all is told."""
    return sorted(
        problem if problem.rule in _UNREADABLE else replace(problem, level="warning")
        for problem in build_problems(site, of_pages)
    )


def problems_of_pages(site: Site, rules: Sequence[Rule] = ALL) -> set[Problem]:
    """The problems of the pages and the articles of a site, page by page."""
    of_pages = [rule.of_page for rule in rules if rule.of_page]
    of_articles = [rule.of_article for rule in rules if rule.of_article]
    problems: set[Problem] = set()
    for page in site.pages:
        for of_page in of_pages:
            problems.update(of_page(page, site))
        forget(page)
        page.source.forget()
    for article in site.articles:
        for of_article in of_articles:
            problems.update(of_article(article, site))
    return problems


def problems_of_the_rest(site: Site, rules: Sequence[Rule] = ALL) -> set[Problem]:
    """The problems of what is no page: the data, the bibliography, and what the site lacks."""
    return {problem for rule in rules if rule.of_site for problem in rule.of_site(site)}
