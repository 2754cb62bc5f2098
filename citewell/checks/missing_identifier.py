"""Every reference can be looked up: by a DOI, a number of PubMed or Bookshelf, an ISBN or an address.

A work that a reader cannot find cannot be checked (DISCERN items 4 and 5; health-publishing rule C2).

Fails:
    @article{goodwin2017, title = {…}, journal = {…}, year = {2017}}

Passes:
    @article{goodwin2017, title = {…}, journal = {…}, year = {2017}, doi = {10.1016/j.jad.2017.05.048}}
"""

from collections.abc import Iterator

from citewell.bibliography.reference import Library
from citewell.problem import Problem

ID = "missing-identifier"
IDENTIFIERS = ("doi", "pmid", "pmcid", "nbk", "isbn", "url")


def check(library: Library) -> Iterator[Problem]:
    """The entries without any, each at its line."""
    for reference in library:
        if not any(reference.get(name) for name in IDENTIFIERS):
            advice = f"Add a doi, pmid, pmcid, nbk, isbn or url to “{reference.key}”: a reader must find it"
            yield Problem(reference.path, reference.line, 1, ID, advice, "warning")
