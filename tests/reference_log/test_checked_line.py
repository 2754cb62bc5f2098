"""The line under a list of references never says more than was checked."""

import datetime as dt

import pytest

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.reference_lock.lock import Answered, ReferenceLock
from citewell.reference_lock.notice import Notice
from citewell.reference_lock.standing import standing
from citewell.reference_log.checked_line import checked_line

BIB = "\n".join(
    f"@article{{w{number}, title={{T{number}}}, author={{A, B.}}, journal={{J}}, year={{2013}}, "
    f"doi={{10.5555/{number}}}}}"
    for number in range(3)
)
LIBRARY, _ = read_library([BibFile("references.bib", BIB)])
FIRST, LATER = dt.date(2027, 8, 3), dt.date(2027, 8, 10)
CONCERN = Notice("concern", "Expression of concern", FIRST, "", ("Crossref",))


def lock(*days, notices=()):
    works = {
        f"w{number}": (Answered("crossref", f"10.5555/{number}", day, notices=notices),)
        for number, day in enumerate(days)
        if day
    }
    return ReferenceLock(works)


CHECKED = "checked for retractions and corrections"
LOG = "What was checked"
ON = "on 3 August 2027"
CLEAR = f"{ON}: no notice was found."
DAYS = "between 3 August 2027 and 10 August 2027"
LINES = {
    "one of which nothing is known": (
        1,
        lock(),
        f"This reference has not been {CHECKED}. [Why it is unchecked]",
    ),
    "three of which nothing is known": (
        3,
        lock(),
        f"None of these 3 references has been {CHECKED}. [Why they are unchecked]",
    ),
    "one of one": (
        1,
        lock(FIRST),
        f"This reference was {CHECKED} {CLEAR} [{LOG}]",
    ),
    "one of three": (
        3,
        lock(FIRST),
        f"1 of 3 references was {CHECKED} {CLEAR} 2 are unchecked. [{LOG}]",
    ),
    "two of three": (
        3,
        lock(FIRST, FIRST),
        f"2 of 3 references were {CHECKED} {CLEAR} 1 is unchecked. [{LOG}]",
    ),
    "all, on different days": (
        3,
        lock(FIRST, LATER, FIRST),
        f"3 of 3 references were {CHECKED} {DAYS}: no notice was found. [{LOG}]",
    ),
    "a notice on the only one": (
        1,
        lock(FIRST, notices=(CONCERN,)),
        f"This reference was {CHECKED} {ON}. There is a notice on it. [{LOG}]",
    ),
    "a notice on one": (
        3,
        lock(FIRST, notices=(CONCERN,)),
        f"1 of 3 references was {CHECKED} {ON}. There is a notice on 1 of them. 2 are unchecked. [{LOG}]",
    ),
    "notices on two": (
        3,
        lock(FIRST, FIRST, notices=(CONCERN,)),
        f"2 of 3 references were {CHECKED} {ON}. There are notices on 2 of them. 1 is unchecked. [{LOG}]",
    ),
}


@pytest.mark.parametrize(("number", "locked", "printed"), LINES.values(), ids=LINES)
def test_the_line(number, locked, printed):
    line = checked_line([standing(work, locked) for work in list(LIBRARY)[:number]])
    sentences = [line.words, line.notices, line.unchecked, f"[{line.link}]"]
    assert " ".join(filter(None, sentences)) == printed


def test_no_works_have_no_line():
    assert checked_line([]).words == ""
