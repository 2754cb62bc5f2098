"""The rules without which a page cannot be read as it is meant. The build stops for all of them."""

from collections.abc import Iterable

from citewell.article import Page
from citewell.checks import (
    article_sections,
    block,
    citation_in_html,
    citations_of_drugs,
    unknown_citation,
    unwritten_text,
)
from citewell.problem import Problem
from citewell.rule import Family, Rule, rule
from citewell.site import Site


def _unknown(page: Page, site: Site) -> Iterable[Problem]:
    # A bibliography that is gone is one fault, and not one at every citation.
    return unknown_citation.check(page.source, site.library) if len(site.library) else ()


def _in_html(page: Page, site: Site) -> Iterable[Problem]:
    return citation_in_html.check(page.source, site.library) if len(site.library) else ()


def _of_drugs(site: Site) -> Iterable[Problem]:
    return citations_of_drugs.check(site.data.drugs, site.library) if len(site.library) else ()


RULES: tuple[Rule, ...] = (
    rule(Family.STRUCTURE, block, of_page=lambda page, _: block.check(page), stops_the_build=True),
    rule(Family.STRUCTURE, unknown_citation, of_page=_unknown, stops_the_build=True),
    rule(Family.STRUCTURE, citation_in_html, of_page=_in_html, stops_the_build=True),
    rule(
        Family.STRUCTURE,
        unwritten_text,
        of_page=lambda page, _: unwritten_text.check(page),
        of_site=lambda site: unwritten_text.check_references(site.library),
        stops_the_build=True,
    ),
    rule(
        Family.STRUCTURE,
        article_sections,
        of_article=lambda article, _: article_sections.check(article),
        stops_the_build=True,
    ),
    rule(Family.STRUCTURE, citations_of_drugs, of_site=_of_drugs, stops_the_build=True),
)
