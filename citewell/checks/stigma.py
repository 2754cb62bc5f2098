"""A person is not called by an illness, and nobody is belittled.

Such words keep people from asking for help. The list “stigma” of docs/_data/wording.yml holds them (NHS
service manual, NIDA Words Matter; health-publishing rule L4).

Fails:
    The mentally ill often suffer from side effects.

Passes:
    People with a mental health condition often have side effects.
"""

from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.wording import WordLists

ID = "stigma"


def check(text: PageText, wording: WordLists) -> Iterator[Problem]:
    """The words of the list, but for those that somebody else is quoted with."""
    for hit in text.find(wording["stigma"]):
        if not hit.is_quoted:
            yield text.problem(ID, hit.place, hit.advice, hit.found.listed.level)
