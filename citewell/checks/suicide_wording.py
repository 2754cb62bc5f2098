"""Nothing on the site makes suicide a crime, an achievement or a method.

The words about suicide keep people from asking for help, or show them a way; the lists “suicide” and
“beside_suicide” of docs/_data/wording.yml hold them (safe messaging guidance; health-publishing rule S5).

Fails:
    Some people who took it committed suicide.

Passes:
    Some people who took it died by suicide.
"""

from collections.abc import Iterator

from citewell.drugs import PATH, Drugs
from citewell.page_text.page_text import PageText
from citewell.page_text.words_of_crisis import SUICIDE
from citewell.problem import Problem
from citewell.wording import WordLists

ID = "suicide-wording"


def check(text: PageText, wording: WordLists) -> Iterator[Problem]:
    """The words of the lists that stand on a page."""
    for hit in text.find(wording["suicide"]):
        yield text.problem(ID, hit.place, hit.advice, hit.found.listed.level)
    for hit in text.find(wording["beside_suicide"]):
        if SUICIDE.search(hit.sentence.text):
            yield text.problem(ID, hit.place, hit.advice, hit.found.listed.level)


def check_drugs(drugs: Drugs, wording: WordLists) -> Iterator[Problem]:
    """The words of the lists that stand in what is printed of each medicine."""
    for key, drug in drugs.items():
        printed = f"{drug.do_not_stop} {drug.do_not_stop_short} {drug.boxed_warning}"
        for name in ("suicide", "beside_suicide"):
            for found in wording[name].find(printed):
                words = printed[found.start : found.end]
                advice = f"In what is printed of {key}, write {found.listed.write} instead of “{words}”"
                yield Problem(PATH, 1, 1, ID, f"{advice}. {found.listed.why}")
