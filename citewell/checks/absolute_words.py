"""A page promises no more than a study can show.

“Proven”, “always” and “safe” say that something holds for everybody; hardly anything in medicine does. The
list “absolute” of docs/_data/wording.yml holds such words (HON principle 5; health-publishing rule C10).

Fails:
    It is proven that sertraline is safe.

Passes:
    Most people in the studies had no serious side effects.
"""

from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.wording import WordLists

ID = "absolute-words"


def check(text: PageText, wording: WordLists) -> Iterator[Problem]:
    """The words of the list, but for those that somebody else is quoted with."""
    for hit in text.find(wording["absolute"]):
        if not hit.is_quoted:
            yield text.problem(ID, hit.place, hit.advice, hit.found.listed.level)
