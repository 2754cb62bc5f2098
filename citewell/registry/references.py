"""The rules about the works themselves: what a reader can look up, and what the databases say of it."""

from collections.abc import Iterable

from citewell.article import Page
from citewell.checks import (
    certainty_after_retraction,
    duplicate_work,
    missing_identifier,
    reference_differs,
    reference_notice,
    retracted_citation,
    unchecked_reference,
    unused_reference,
    unverified_identifier,
)
from citewell.page_text.page_text import page_text
from citewell.problem import Problem
from citewell.rule import Family, Rule, rule
from citewell.site import Site


def _retracted(page: Page, site: Site) -> Iterable[Problem]:
    retracted = retracted_citation.retracted_works(site.library, site.lock)
    return retracted_citation.check(page_text(page), retracted) if retracted else ()


def _rated(page: Page, site: Site) -> Iterable[Problem]:
    retracted = retracted_citation.retracted_works(site.library, site.lock)
    return certainty_after_retraction.check(page, retracted) if retracted else ()


RULES: tuple[Rule, ...] = (
    rule(
        Family.EVIDENCE,
        retracted_citation,
        of_page=_retracted,
        of_site=lambda site: retracted_citation.check_drugs(
            site.data.drugs, retracted_citation.retracted_works(site.library, site.lock)
        ),
        stops_the_build=True,
    ),
    rule(Family.EVIDENCE, certainty_after_retraction, of_page=_rated),
    rule(
        Family.EVIDENCE,
        reference_notice,
        of_site=lambda site: reference_notice.check(site.library, site.lock),
    ),
    rule(
        Family.EVIDENCE,
        reference_differs,
        of_site=lambda site: reference_differs.check(site.library, site.lock),
    ),
    rule(
        Family.EVIDENCE,
        unchecked_reference,
        of_site=lambda site: unchecked_reference.check(site.library, site.lock, site.today),
    ),
    rule(Family.EVIDENCE, duplicate_work, of_site=lambda site: duplicate_work.check(site.library)),
    rule(
        Family.EVIDENCE,
        unverified_identifier,
        of_site=lambda site: unverified_identifier.check(site.library, site.lock),
    ),
    rule(
        Family.EVIDENCE,
        unused_reference,
        of_site=lambda site: unused_reference.check(site.pages, site.data.drugs, site.library),
    ),
    rule(
        Family.EVIDENCE,
        missing_identifier,
        of_site=lambda site: missing_identifier.check(site.library),
    ),
)
