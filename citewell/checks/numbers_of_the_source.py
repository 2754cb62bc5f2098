"""Every number of a cited sentence is a number of a work cited there.

A citation tells readers that the work says so. A share, a count of people, a time or a year in the sentence
must stand in a finding, the sample, the limits or the title that references.bib has of one of the works, or
be its year: in digits or in words, as near as citewell/quantities/equality.py says. Doses, dates, phone
numbers, ages and numbers of pages are left alone. About one quotation in four in medical journals has an
error (Jergas and Baethge 2015, PeerJ 3:e1364).

Fails:
    In the survey, 64 in 100 people had dulled feelings [@goodwin2017].

Passes:
    In the survey, nearly half of the people had dulled feelings [@goodwin2017].
"""

from collections.abc import Iterator

from citewell.problem import Problem
from citewell.scope.notes import WorkNotes
from citewell.scope.told import Telling, ToldNumber

ID = "numbers-of-the-source"
_SHOWN = 4


def check(telling: Telling) -> Iterator[Problem]:
    """The numbers of a page that no work cited with them gives.

    Args:
        telling: what the page tells with citations.
    """
    for told in telling.numbers:
        if all(told.same):
            continue
        passage, number = told.said.passage, told.quantity
        place = passage.place(told.said.sentence.typed_at(number.start))
        yield Problem(passage.source.path, *place, ID, _advice(told))


def _advice(told: ToldNumber) -> str:
    number = told.quantity.text
    if told.quantity.kind == "year":
        years = "; ".join(
            f"{work.work.key}: {', '.join(map(str, sorted(work.years))) or 'no year'}"
            for work in told.said.works
        )
        return f"Correct the year {number}: no work cited here is of that year ({years})"
    says = [saying for work in told.said.works if (saying := _says(work, told))]
    if not says:
        keys = " and ".join(work.work.key for work in told.said.works)
        return (
            f"Add the finding that says “{number}” to {keys} in references.bib, which notes no number of it, "
            "or take the number out"
        )
    return f"Write the source's number instead of “{number}”. {'. '.join(says)}"


def _says(work: WorkNotes, told: ToldNumber) -> str:
    """What a work says in numbers, those of the same kind first."""
    same_kind = [noted for noted in work.numbers if noted.quantity.kind == told.quantity.kind]
    shown = dict.fromkeys(
        f"{noted.finding.value} ({noted.finding.outcome}; {noted.finding.medicine})"
        if noted.finding
        else noted.quantity.text
        if noted.scope is None
        else work.work.get("sample") or work.work.get("title")
        for noted in (same_kind or work.numbers)
    )
    return f"{work.work.key} says: {', '.join(list(shown)[:_SHOWN])}" if shown else ""
