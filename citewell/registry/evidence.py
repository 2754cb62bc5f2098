"""The rules about what a statement rests on."""

from collections.abc import Iterable

from citewell.article import Article, Page
from citewell.checks import (
    absolute_words,
    claims,
    finding_terms,
    limits_of_the_source,
    named_slip,
    numbers_of_the_source,
    promised_time,
    scope_of_the_source,
    short_answer,
    strong_source,
    uncited_claim,
    weak_design,
    what_is_not_known,
)
from citewell.page_text.page_text import page_text
from citewell.page_text.readers import is_for_readers, is_ours
from citewell.problem import Problem
from citewell.rule import Family, OfPage, Rule, rule
from citewell.scope.notes import notes_of
from citewell.scope.told import Telling, phone_numbers_of, telling_of
from citewell.site import Site


def _read(check: OfPage) -> OfPage:
    """A check of what readers are told: pages for editors show what not to write."""
    return lambda page, site: check(page, site) if is_for_readers(page) else ()


def _telling(page: Page, site: Site) -> Telling:
    """What a page tells with citations: read once for three rules."""
    notes = notes_of(site.library, site.data.terms)
    return telling_of(page, notes, phone_numbers_of(site.data.crisis))


def _uncited(page: Page, site: Site) -> Iterable[Problem]:
    if not page.facts.article:
        return ()
    numbers = phone_numbers_of(site.data.crisis)
    return uncited_claim.check(page_text(page).passages, site.data.terms, numbers)


def _promised(page: Page, site: Site) -> Iterable[Problem]:
    return promised_time.check(page_text(page).passages, notes_of(site.library, site.data.terms))


def _weak(page: Page, site: Site) -> Iterable[Problem]:
    works = weak_design.weak_works(site.library, site.data.wording)
    return weak_design.check(page_text(page), works) if is_ours(page) else ()


def _strong(article: Article, site: Site) -> Iterable[Problem]:
    return strong_source.check(article, strong_source.strong_works(site.library, site.data.wording))


RULES: tuple[Rule, ...] = (
    rule(
        Family.EVIDENCE,
        short_answer,
        of_article=lambda article, _: short_answer.check(article),
        stops_the_build=True,
    ),
    rule(
        Family.EVIDENCE,
        claims,
        of_article=lambda article, site: claims.check(article, site.library),
        stops_the_build=True,
    ),
    rule(
        Family.EVIDENCE,
        what_is_not_known,
        of_article=lambda article, _: what_is_not_known.check(article),
        stops_the_build=True,
    ),
    rule(
        Family.EVIDENCE,
        finding_terms,
        of_site=lambda site: finding_terms.check(site.library, site.data.terms),
    ),
    rule(
        Family.EVIDENCE,
        numbers_of_the_source,
        of_page=_read(lambda page, site: numbers_of_the_source.check(_telling(page, site))),
    ),
    rule(
        Family.EVIDENCE,
        scope_of_the_source,
        of_page=_read(lambda page, site: scope_of_the_source.check(_telling(page, site), site.data.terms)),
    ),
    rule(
        Family.EVIDENCE,
        limits_of_the_source,
        of_page=_read(lambda page, site: limits_of_the_source.check(_telling(page, site), site.data.terms)),
    ),
    rule(Family.EVIDENCE, uncited_claim, of_page=_uncited),
    rule(Family.EVIDENCE, promised_time, of_page=_read(_promised)),
    rule(
        Family.EVIDENCE,
        named_slip,
        of_page=_read(lambda page, site: named_slip.check(page_text(page), site.data.wording["slips"])),
    ),
    rule(
        Family.EVIDENCE,
        absolute_words,
        of_page=lambda page, site: (
            absolute_words.check(page_text(page), site.data.wording) if is_ours(page) else ()
        ),
    ),
    rule(Family.EVIDENCE, weak_design, of_page=_weak),
    rule(Family.EVIDENCE, strong_source, of_article=_strong),
)
