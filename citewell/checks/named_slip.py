"""No word stands on a page that is a known slip for another, or that says something unsafe.

The words are data with their reasons and sources: the list "slips" of docs/_data/wording.yml.

Fails:
    Some serotonin cells also release glutamine [@fischer2015].

Passes:
    Some serotonin cells also release glutamate [@fischer2015].
"""

from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.wording import WordList

ID = "named-slip"


def check(text: PageText, slips: WordList) -> Iterator[Problem]:
    """The slips of a page, each with what to write instead.

    Args:
        text: the page.
        slips: the list of docs/_data/wording.yml.
    """
    for hit in text.find(slips):
        wording = hit.found.listed
        advice = f"Write “{wording.write}” instead of “{hit.words}”. {wording.why} (source: {wording.source})"
        yield text.problem(ID, hit.place, advice)
