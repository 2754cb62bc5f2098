"""A reference says what the databases say of the work.

A number that leads to another work makes a claim rest on nothing, and it looks sound (health-publishing rule
G7). What is compared is what references.lock.json holds: title, first author, year, journal, volume, pages
and the numbers themselves. A DOI and a PMID that name two works are an error, and so is a number that no
database knows; a fact that differs is a warning, for databases err as well.

Fails:
    pmid = {28628765},    % and PubMed says that this is another work

Passes:
    pmid = {28628765},    % and PubMed says of it what the entry says
"""

from collections.abc import Iterator

from citewell.bibliography.characters import excerpt
from citewell.bibliography.reference import Library
from citewell.problem import Level, Problem
from citewell.reference_lock.differences import Difference, differences
from citewell.reference_lock.lock import ReferenceLock

ID = "reference-differs"


def check(library: Library, lock: ReferenceLock) -> Iterator[Problem]:
    """What differs, each at its field."""
    for reference in library if not lock.is_empty else ():
        answers = lock.answers(reference)
        for found in differences(reference, answers):
            level: Level = "error" if found.is_another_work else "warning"
            yield Problem(reference.path, *reference.place(found.field), ID, _advice(found), level)
        for answer in answers:
            if about := answer.said.get("notice_of"):
                advice = f"Cite the work itself: {answer.asked} is a notice on {about}"
                yield Problem(reference.path, reference.line, 1, ID, advice, "warning")


def _advice(found: Difference) -> str:
    said, typed = excerpt(found.said), excerpt(found.typed)
    if not found.said:
        return f"Correct the {found.field}: {found.database} knows no work {typed}"
    if found.is_another_work:
        return (
            f"Correct the {found.field}, or the number {found.asked}: {found.database} says “{said}” of it, "
            f"which is not “{typed}”"
        )
    return f"Compare the {found.field} with the work: {found.database} says “{said}”, and not “{typed}”"
