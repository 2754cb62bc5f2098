"""Holds a site against every rule."""

from citewell.bibliography.reference import Library
from citewell.checks import citation_in_html, publisher_facts, unknown_citation
from citewell.problem import Problem
from citewell.site import Site
from citewell.source import Source


def run(site: Site) -> list[Problem]:
    """All problems of the sources, sorted by place."""
    problems = list(publisher_facts.check(site.publisher))
    for source in site.sources if len(site.library) else ():  # a bibliography that is gone is one fault
        problems += citation_problems(source, site.library)
    return sorted(problems)


def citation_problems(source: Source, library: Library) -> list[Problem]:
    """The problems that stop a build: citations that lead nowhere or are not read."""
    return [*unknown_citation.check(source, library), *citation_in_html.check(source, library)]
