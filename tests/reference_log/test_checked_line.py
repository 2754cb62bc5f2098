"""The line under a list of references never says more than was checked."""

import datetime as dt

import pytest

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.reference_lock.lock import Answered, ReferenceLock
from citewell.reference_lock.notice import Notice
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


@pytest.mark.parametrize(
    ("number", "locked", "words", "notices"),
    [
        pytest.param(0, lock(), "", "", id="no works"),
        pytest.param(
            1,
            lock(),
            "This reference has not been checked for retractions and corrections yet.",
            "",
            id="one",
        ),
        pytest.param(
            3,
            lock(),
            "None of these 3 references has been checked for retractions and corrections yet.",
            "",
            id="none of three",
        ),
        pytest.param(
            3,
            lock(FIRST, FIRST),
            "2 of 3 references were checked for retractions and corrections on 3 August 2027.",
            "",
            id="two of three",
        ),
        pytest.param(
            3,
            lock(FIRST, LATER, FIRST),
            "3 of 3 references were checked for retractions and corrections between 3 August 2027 and "
            "10 August 2027.",
            "",
            id="on different days",
        ),
        pytest.param(
            1,
            lock(FIRST),
            "1 of 1 reference was checked for retractions and corrections on 3 August 2027.",
            "",
            id="one of one",
        ),
        pytest.param(
            3,
            lock(FIRST, notices=(CONCERN,)),
            "1 of 3 references was checked for retractions and corrections on 3 August 2027.",
            "There is a notice on 1 of them.",
            id="one with a notice",
        ),
        pytest.param(
            3,
            lock(FIRST, FIRST, notices=(CONCERN,)),
            "2 of 3 references were checked for retractions and corrections on 3 August 2027.",
            "There are notices on 2 of them.",
            id="two with notices",
        ),
    ],
)
def test_the_line(number, locked, words, notices):
    line = checked_line(list(LIBRARY)[:number], locked)
    assert (line.words, line.notices) == (words, notices)
