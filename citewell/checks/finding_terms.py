"""Every finding names an outcome and a medicine that docs/_data/terms.yml knows.

A number can be held to what it is about only where the words for that are known: a finding in words that no
list has would let any sentence pass. (A rule of this site's own.)

Fails:
    finding = {value: 46% | outcome: lachrymal failure | who: adults | medicine: SSRIs}

Passes:
    finding = {value: 46% | outcome: could not cry | who: adults | medicine: SSRIs}
"""

from collections.abc import Iterator

from citewell.bibliography.reference import Library, Reference
from citewell.problem import Problem
from citewell.scope.notes import scope_of
from citewell.terms import PATH, Terms

ID = "finding-terms"


def check(library: Library, terms: Terms) -> Iterator[Problem]:
    """The findings whose outcome or medicine has no term.

    Args:
        library: the works.
        terms: empty where the site has no file of terms.
    """
    if not terms.outcomes or not terms.medicines:
        if any(work.findings for work in library):
            advice = (
                "Add this file with the words of the outcomes and medicines that findings name: "
                "without it, no number is held to what it is about"
            )
            yield Problem(PATH, 1, 1, ID, advice, level="warning")
        return
    for work in library:
        for number, finding in enumerate(work.findings, start=1):
            scope = scope_of(finding, terms)
            field = f"finding{number}" if number > 1 else "finding"
            if not scope.outcomes:
                yield _problem(work, field, "outcome", finding.outcome)
            if not scope.medicines:
                yield _problem(work, field, "medicine", finding.medicine)


def _problem(work: Reference, field: str, part: str, said: str) -> Problem:
    advice = (
        f"Add a word of “{said}” under “{part}s” in {PATH}, or say the {part} of “{field}” of {work.key} "
        "in words that stand there"
    )
    return Problem(work.path, work.line, 1, ID, advice)
