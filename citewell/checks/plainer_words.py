"""Of two words that mean the same, the plainer one is written.

Readers look for the words that they use themselves. A medical word in brackets behind its plain one is
right: feeling sick (nausea). The list “plainer” of docs/_data/wording.yml has each word with what to write
instead (NHS service manual; health-publishing rule L3).

Fails:
    The medication can cause nausea.

Passes:
    The medicine can make you feel sick (nausea).
"""

from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.wording import WordLists

ID = "plainer-words"


def check(text: PageText, wording: WordLists) -> Iterator[Problem]:
    """The words of the list, but for those that are explained or quoted."""
    for hit in text.find(wording["plainer"]):
        if not hit.is_quoted and not hit.is_explained:
            yield text.problem(ID, hit.place, hit.advice, hit.found.listed.level)
