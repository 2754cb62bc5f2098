"""A sentence with a share, a number of people, "research shows", a cause or a comparison has a citation.

Readers cannot check what has no source (DISCERN, question 4; HONcode, principle 5). A share of people
is what gets quoted, so its sentence itself must cite. For all else a citation in the same paragraph is
enough, and for a list one in the text before or after it. Questions, advice, and what is said not to be
known make no claim.

Fails:
    Nearly half of people on sertraline have dulled feelings.

Passes:
    In a survey, nearly half of people on an antidepressant had dulled feelings [@goodwin2017].
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from citewell.problem import Problem
from citewell.scope.claim_signs import Sign, claim_sign, may_be_a_claim
from citewell.sentences.passage import Passage
from citewell.terms import Terms

ID = "uncited-claim"
_WHAT = {
    "share": "this share",
    "number": "this number",
    "research": "this research",
    "cause": "what says that this is the cause",
    "comparison": "this comparison",
}


def check(
    passages: Sequence[Passage], terms: Terms, phone_numbers: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """The claims of a page without a source.

    Args:
        passages: of the page.
        terms: of outcomes and medicines.
        phone_numbers: the numbers to call that the site knows, as printed.
    """
    numbered = enumerate(passages)
    for kind, group in groupby(numbered, key=lambda pair: pair[1].kind):
        members = list(group)
        first, last = members[0][0], members[-1][0]
        neighbours = (*passages[max(0, first - 1) : first], *passages[last + 1 : last + 2])
        if kind == "cell":
            yield from _of_table([passage for _, passage in members], neighbours, terms, phone_numbers)
        elif kind in ("paragraph", "item", "definition"):
            around = neighbours if kind == "item" else ()
            for _, passage in members:
                yield from _of_passage(passage, around, terms, phone_numbers)


def _of_passage(
    passage: Passage, around: Sequence[Passage], terms: Terms, phone_numbers: frozenset[str]
) -> Iterator[Problem]:
    if not may_be_a_claim(passage.words):
        return
    for sentence in passage.sentences:
        if sentence.keys:
            continue
        sign = claim_sign(sentence.text, terms, phone_numbers)
        if sign is None:
            continue
        near = passage.has_citation or any(neighbour.has_citation for neighbour in around)
        if sign.kind == "share" or not near:
            yield _problem(passage, sentence.typed_at(sign.start), sign)


def _of_table(
    cells: Sequence[Passage], neighbours: Sequence[Passage], terms: Terms, phone_numbers: frozenset[str]
) -> Iterator[Problem]:
    """One problem for a table with shares that neither cites nor stands beside a citation."""
    if any(passage.has_citation for passage in (*cells, *neighbours)):
        return
    for cell in cells:
        for sentence in cell.sentences:
            sign = claim_sign(sentence.text, terms, phone_numbers)
            if sign and sign.kind == "share":
                yield _problem(cell, sentence.typed_at(sign.start), sign)
                return


def _problem(passage: Passage, offset: int, sign: Sign) -> Problem:
    said = f"{_WHAT[sign.kind]} (“{sign.words}”)"
    advice = f"Cite the source of {said}, as in [@goodwin2017], or say that it is not known"
    return Problem(passage.source.path, *passage.place(offset), ID, advice, level="warning")
