"""Short forms that are misread are written in full: do not, for example, that is.

Many readers take “don't” for its opposite, and screen readers say “egg” for “eg”. The list “contractions”
of docs/_data/wording.yml holds these forms (NHS service manual; health-publishing rule L5).

Fails:
    Don't stop suddenly.

Passes:
    Do not stop suddenly.
"""

from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.wording import WordLists

ID = "contractions"


def check(text: PageText, wording: WordLists) -> Iterator[Problem]:
    """The short forms, but for those that somebody else is quoted with."""
    for hit in text.find(wording["contractions"]):
        if not hit.is_quoted:
            yield text.problem(ID, hit.place, hit.advice, hit.found.listed.level)
