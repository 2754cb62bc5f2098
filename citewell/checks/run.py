"""Holds a site against every rule."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType, ModuleType

from citewell.article import Article, Page
from citewell.checks import (
    antidepressant_warnings,
    block,
    boxes_on_a_page,
    citation_in_html,
    citations_of_drugs,
    claims,
    crisis_help,
    money_page,
    paid_links,
    publisher_facts,
    referral_placement,
    short_answer,
    strip_length,
    unknown_citation,
    what_is_not_known,
)
from citewell.problem import Problem
from citewell.rule import Family, Rule
from citewell.silencing import ID as SILENCED_RULE
from citewell.silencing import permissions, silenced
from citewell.site import Site

Check = Callable[[Site], Iterator[Problem]]


def _rule(family: Family, module: ModuleType, check: Check, *, stops_the_build: bool = True) -> Rule:
    return Rule(module.ID, family, module.__doc__ or "", check, stops_the_build)


def _pages(check: Callable[[Page, Site], Iterable[Problem]]) -> Check:
    return lambda site: (problem for page in site.pages for problem in check(page, site))


def _articles(check: Callable[[Article, Site], Iterable[Problem]]) -> Check:
    return lambda site: (problem for article in site.articles for problem in check(article, site))


def _cited(check: Check) -> Check:
    """A bibliography that is gone is one fault, and not one at every citation."""
    return lambda site: check(site) if len(site.library) else iter(())


def _paid_links(site: Site) -> Iterator[Problem]:
    for page in site.pages:
        yield from paid_links.check(page, site.data.affiliates)
    yield from paid_links.check_references(site.library, site.data.affiliates)


ALL: tuple[Rule, ...] = (
    _rule(Family.STRUCTURE, block, _pages(lambda page, _: block.check(page))),
    _rule(
        Family.STRUCTURE,
        unknown_citation,
        _cited(_pages(lambda page, site: unknown_citation.check(page.source, site.library))),
    ),
    _rule(
        Family.STRUCTURE,
        citation_in_html,
        _cited(_pages(lambda page, site: citation_in_html.check(page.source, site.library))),
    ),
    _rule(
        Family.STRUCTURE,
        citations_of_drugs,
        _cited(lambda site: citations_of_drugs.check(site.data.drugs, site.library)),
    ),
    _rule(
        Family.GOVERNANCE,
        publisher_facts,
        lambda site: publisher_facts.check(site.data.publisher),
        stops_the_build=False,
    ),
    _rule(Family.EVIDENCE, short_answer, _articles(lambda article, _: short_answer.check(article))),
    _rule(Family.EVIDENCE, claims, _articles(lambda article, site: claims.check(article, site.library))),
    _rule(Family.EVIDENCE, what_is_not_known, _articles(lambda article, _: what_is_not_known.check(article))),
    _rule(
        Family.SAFETY,
        antidepressant_warnings,
        _articles(lambda article, _: antidepressant_warnings.check(article)),
    ),
    _rule(
        Family.SAFETY,
        boxes_on_a_page,
        _pages(lambda page, site: boxes_on_a_page.check(page, site.data.drugs)),
    ),
    _rule(Family.SAFETY, crisis_help, _pages(lambda page, site: crisis_help.check(page, site.data.crisis))),
    _rule(Family.SAFETY, strip_length, lambda site: strip_length.check(site.data)),
    _rule(Family.MONEY, money_page, lambda site: money_page.check(site.data.affiliates, site.pages)),
    _rule(Family.MONEY, paid_links, _paid_links),
    _rule(
        Family.MONEY,
        referral_placement,
        _pages(lambda page, site: referral_placement.check(page, site.data.affiliates)),
    ),
)
"""Every rule that is a file of its own, by family."""

MAY_BE_SILENCED: Mapping[str, bool] = MappingProxyType(
    {**{rule.id: rule.may_be_silenced for rule in ALL}, SILENCED_RULE: False}
)
"""By id, whether a comment may silence a rule."""


def run(site: Site) -> list[Problem]:
    """All problems of the sources, sorted by place."""
    return sorted({problem for rule in ALL for problem in rule.check(site)})


def build_problems(site: Site) -> list[Problem]:
    """The problems that a build stops for, without those that an editor has silenced on the page."""
    problems = {problem for rule in ALL if rule.stops_the_build for problem in rule.check(site)}
    found = [
        permission for page in site.pages for permission in permissions(page.source.path, page.source.text)
    ]
    _, gone = silenced(problems, found, MAY_BE_SILENCED)
    return sorted(problems - set(gone))
