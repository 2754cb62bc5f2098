"""A sentence does not cite a work for what the work's own limits say it is not about.

"limits" in references.bib says what a work cannot show: "not about crying". A sentence about crying then
needs another work, with or without a number in it. More than one quotation in ten in medical journals is
not borne out by the work that it cites (Jergas and Baethge 2015, PeerJ 3:e1364).

Fails:
    Lost tears come from the slow start of the medicine [@fischer2015].

Passes:
    A theory explains the slow start of the benefit [@fischer2015].
"""

from collections.abc import Iterator

from citewell.problem import Problem
from citewell.scope.mentions import asserted
from citewell.scope.told import Telling
from citewell.terms import Terms

ID = "limits-of-the-source"


def check(telling: Telling, terms: Terms) -> Iterator[Problem]:
    """The cited sentences of a page about what none of their works is about.

    Args:
        telling: what the page tells. A sentence with a number is held to what that is about, not again here.
        terms: of the outcomes and medicines.
    """
    with_numbers = {told.said.sentence for told in telling.numbers}
    for each in telling.said:
        if each.sentence in with_numbers:
            continue
        denied = frozenset.intersection(*(work.denied for work in each.works))
        if not denied or each.sentence.text.endswith("?"):
            continue
        for vocabulary in (terms.outcomes, terms.medicines):
            mention = next(
                (found for found in asserted(each.sentence.text, vocabulary) if found.listed in denied), None
            )
            if mention:
                place = each.passage.place(each.sentence.typed_at(mention.start))
                works = " and ".join(f"{work.work.key} ({work.work.get('limits')})" for work in each.works)
                advice = (
                    f"Cite a work about {mention.listed.name}, or say that none is known. "
                    f"What is cited here is not about that: {works}"
                )
                yield Problem(each.passage.source.path, *place, ID, advice)
                break
