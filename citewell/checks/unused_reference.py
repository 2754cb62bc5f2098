"""Every reference of the bibliography is cited on a page.

A list of works that nothing rests on looks like evidence and is none (HON principle 4; health-publishing rule
C1). A work that is kept for later stands in a comment.

Fails:
    @article{goodwin2017, …}    % and no page has [@goodwin2017]

Passes:
    @article{goodwin2017, …}    % and a page has [@goodwin2017]
"""

from collections.abc import Iterator, Sequence

from citewell.article import Page
from citewell.bibliography.reference import Library
from citewell.citations.grammar import find_groups
from citewell.drugs import Drugs
from citewell.problem import Problem

ID = "unused-reference"


def check(pages: Sequence[Page], drugs: Drugs, library: Library) -> Iterator[Problem]:
    """The entries that no page and no safety text cites, each at its line."""
    texts = [page.source.text for page in pages if "[" in page.source.text]
    for drug in drugs.values():
        texts += [f"[@{drug.label}]", drug.do_not_stop, drug.boxed_warning]
    cited = {
        citation.key.casefold()
        for text in texts
        for _, group in find_groups(text)
        if isinstance(group, tuple)
        for citation in group
    }
    for reference in library:
        if reference.key.casefold() not in cited:
            advice = f"Cite “{reference.key}” on a page, or take it out: nothing rests on it"
            yield Problem(reference.path, reference.line, 1, ID, advice, "warning")
