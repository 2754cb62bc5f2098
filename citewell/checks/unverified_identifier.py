"""Every number that is printed was seen in a source by a person, or confirmed by a database.

Numbers are mistyped and made up, and a reader who follows one has to meet the work (health-publishing rule
C2). The field `verified` lists those that a person saw; what a database answered stands in
references.lock.json.

Fails:
    doi = {10.1016/j.jad.2017.05.048}, pmid = {28628765}, verified = {doi},

Passes:
    doi = {10.1016/j.jad.2017.05.048}, pmid = {28628765}, verified = {doi, pmid},
"""

from collections.abc import Iterator

from citewell.bibliography.reference import Library, Reference
from citewell.problem import Problem
from citewell.reference_lock.lock import ASKED_BY, ReferenceLock

ID = "unverified-identifier"
_NUMBERS = ("doi", "pmid", "pmcid", "nbk")


def check(library: Library, lock: ReferenceLock) -> Iterator[Problem]:
    """The numbers that nobody has confirmed, each at its field."""
    for reference in library:
        confirmed = _confirmed(reference, lock)
        for name in _NUMBERS:
            if reference.get(name) and name not in reference.verified and name not in confirmed:
                advice = f"Look {reference.get(name)} up and add {name} to `verified`"
                if name in ASKED_BY:
                    advice += f", or run `citewell references verify {reference.key}`"
                yield Problem(reference.path, *reference.place(name), ID, advice, "warning")


def _confirmed(reference: Reference, lock: ReferenceLock) -> frozenset[str]:
    """The numbers that a database gives for the work."""
    said = {
        name
        for answer in lock.answers(reference)
        if answer.found
        for name in _NUMBERS
        if (value := answer.said.get(name)) and value.casefold() == reference.get(name).casefold()
    }
    return frozenset(said)
