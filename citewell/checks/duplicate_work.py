"""Every work stands in the bibliography once.

One study under two keys looks like two, and is counted twice by whoever weighs the evidence. Two entries are
the same work where a DOI, a PMID or another number is the same, or, without any in common, title and year.

Fails:
    @article{goodwin2017, doi = {10.1016/j.jad.2017.05.048}, …}
    @article{emotional2017, doi = {10.1016/j.jad.2017.05.048}, …}

Passes:
    @article{goodwin2017, doi = {10.1016/j.jad.2017.05.048}, …}
"""

from collections.abc import Iterator

from citewell.bibliography.reference import Library
from citewell.bibliography.same_work import SameWorks
from citewell.problem import Problem

ID = "duplicate-work"


def check(library: Library) -> Iterator[Problem]:
    """The entries whose work stands in one before them."""
    before = SameWorks()
    for reference in library:
        if known := before.of(reference):
            advice = (
                f"Keep one of the two: “{known.key}” in line {known.line} is the same work. Cite "
                f"[@{known.key}] instead of [@{reference.key}]"
            )
            yield Problem(reference.path, reference.line, 1, ID, advice)
        before.add(reference)
