"""A number is told of the outcome, the medicine and the people that its source says it of.

46 in 100 people on any antidepressant had dulled feelings; "46% of people on sertraline cannot cry" has the
number and says something else. A number counts only for what its finding names, in the words of
docs/_data/terms.yml; citewell/scope/fit.py says what may be wider. Going beyond the study is common in
health news (Sumner and others 2014, BMJ 349:g7015).

Fails:
    46% of people on sertraline cannot cry [@goodwin2017].

Passes:
    46% of people on an antidepressant had dulled feelings [@goodwin2017].
"""

from collections.abc import Iterator

from citewell.problem import Problem
from citewell.scope.fit import Fit, Heard, Misfit
from citewell.scope.notes import Noted
from citewell.scope.told import Telling, ToldNumber
from citewell.terms import Terms

ID = "scope-of-the-source"


def check(telling: Telling, terms: Terms) -> Iterator[Problem]:
    """The numbers of a page that are told of something else than their source says.

    Args:
        telling: what the page tells with citations.
        terms: of the outcomes, medicines and people.
    """
    heard: Heard | None = None
    for told in telling.numbers:
        if heard is None or heard.said is not told.said:
            heard = Heard(told.said, terms)
        fit = Fit(told, heard)
        for same in told.same:
            misfits = [(noted, fit.misfit(noted)) for noted in same]
            wrong = [(noted, why) for noted, why in misfits if why]
            if same and len(wrong) == len(misfits):
                noted, why = min(wrong, key=lambda pair: pair[0].finding is None)
                passage = told.said.passage
                place = passage.place(told.said.sentence.typed_at(told.quantity.start))
                yield Problem(passage.source.path, *place, ID, _advice(told, noted, why))
                break


def _advice(told: ToldNumber, noted: Noted, why: Misfit) -> str:
    number, says = told.quantity.text, _says(noted)
    if why.term is None:
        return f"Say of whom “{number}” is told. {says}"
    instead = f"write that, or cite a work that says {number} of {why.term.name}"
    return f"Do not tell “{number}” of {why.term.name}. {says}: {instead}"


def _says(noted: Noted) -> str:
    """What the source says, with what it says it of."""
    work, finding = noted.work, noted.finding
    if finding:
        of = f"{finding.outcome}, in {finding.who}, with {finding.medicine}"
        return f"{work.key} says “{finding.value}” of {of}"
    medicines = sorted({term.name for term in noted.scope.medicines}) if noted.scope else []
    about = f" and is about {' and '.join(medicines)}" if medicines else ""
    return f"{work.key} says “{work.get('sample') or work.get('title')}”{about}"
