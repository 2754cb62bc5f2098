"""The safety texts of the medicines cite references of the bibliography.

They are written once and printed on many pages: a mistyped key would stop every one of them.

Fails:
    label: zoloft-label2032

Passes:
    label: zoloft-label2023
"""

from collections.abc import Iterator

from citewell.bibliography.reference import Library
from citewell.checks import unknown_citation
from citewell.drugs import PATH, Drugs
from citewell.problem import Problem
from citewell.source import Source

ID = "citations-of-drugs"


def check(drugs: Drugs, library: Library) -> Iterator[Problem]:
    """The citations that lead nowhere in what is printed of each medicine."""
    for key, drug in drugs.items():
        texts = "\n\n".join((f"[@{drug.label}]", drug.do_not_stop, drug.boxed_warning))
        for problem in unknown_citation.check(Source(PATH, texts), library):
            yield Problem(
                PATH, 1, 1, ID, f"Correct a citation in what is printed of {key}. {problem.message}"
            )
