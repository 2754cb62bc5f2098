"""A site wears no mark that it was not given, and no praise by doctors without names.

A mark that nobody can look up deceives; one of them, the HONcode, has ended. The list “badges” of
docs/_data/wording.yml holds them (health-publishing rule G11).

Fails:
    This site is doctor approved.

Passes:
    No doctor has reviewed this page yet.
"""

from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.wording import WordLists

ID = "badges"


def check(text: PageText, wording: WordLists) -> Iterator[Problem]:
    """The marks and praise on a page."""
    for hit in text.find(wording["badges"]):
        wording_of = hit.found.listed
        advice = (
            f"Take out “{hit.words}”, and write {wording_of.write}. {wording_of.why} ({wording_of.source})"
        )
        yield text.problem(ID, hit.place, advice, wording_of.level)
