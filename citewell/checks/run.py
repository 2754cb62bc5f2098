"""Holds a site against every rule."""

from citewell.checks import publisher_facts, unknown_citation
from citewell.problem import Problem
from citewell.site import Site


def run(site: Site) -> list[Problem]:
    """All problems of the sources, sorted by place."""
    problems = list(publisher_facts.check(site.publisher))
    for source in site.sources if len(site.library) else ():  # a bibliography that is gone is one fault
        problems += unknown_citation.check(source, site.library)
    return sorted(problems)
