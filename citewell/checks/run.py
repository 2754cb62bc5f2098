"""Holds a site against every rule."""

from collections.abc import Iterator

from citewell.checks import (
    antidepressant_warnings,
    block,
    boxes_on_a_page,
    citation_in_html,
    citations_of_drugs,
    claims,
    crisis_help,
    publisher_facts,
    short_answer,
    strip_length,
    unknown_citation,
    what_is_not_known,
)
from citewell.problem import Problem
from citewell.site import Site


def run(site: Site) -> list[Problem]:
    """All problems of the sources, sorted by place."""
    return sorted([*publisher_facts.check(site.data.publisher), *build_problems(site)])


def build_problems(site: Site) -> list[Problem]:
    """The problems of the pages and of what stands on them: those a build stops for, and warnings."""
    problems = {*_of_pages(site), *_of_articles(site), *strip_length.check(site.data)}
    if len(site.library):  # a bibliography that is gone is one fault
        problems.update(citations_of_drugs.check(site.data.drugs, site.library))
    return sorted(problems)


def _of_pages(site: Site) -> Iterator[Problem]:
    for page in site.pages:
        if len(site.library):  # a bibliography that is gone is one fault
            yield from unknown_citation.check(page.source, site.library)
            yield from citation_in_html.check(page.source, site.library)
        yield from block.check(page)
        yield from boxes_on_a_page.check(page, site.data.drugs)
        yield from crisis_help.check(page, site.data.crisis)


def _of_articles(site: Site) -> Iterator[Problem]:
    for article in site.articles:
        yield from short_answer.check(article)
        yield from antidepressant_warnings.check(article)
        yield from what_is_not_known.check(article)
        yield from claims.check(article, site.library)
