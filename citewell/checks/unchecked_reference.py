"""Every reference was checked against the databases, not longer than 180 days ago.

A paper can be retracted after it was cited, and nobody tells who cited it (health-publishing rule G7).
`citewell references verify` asks, and writes what was answered into references.lock.json. A work without a
number that a database knows, such as a web page, cannot be checked so and is left alone.

Fails:
    @article{goodwin2017, doi = {10.1016/j.jad.2017.05.048}, …}    % and no lock tells of it

Passes:
    the same, after `citewell references verify`
"""

import datetime as dt
from collections.abc import Iterator

from citewell.bibliography.reference import Library
from citewell.days import in_words
from citewell.problem import Problem
from citewell.reference_lock.lock import ReferenceLock, questions
from citewell.reference_lock.lock_file import FILE
from citewell.reference_lock.standing import STALE_AFTER, no_answer_from, standing

ID = "unchecked-reference"


def check(library: Library, lock: ReferenceLock, today: dt.date) -> Iterator[Problem]:
    """The references that were never checked, or too long ago."""
    asked = [reference for reference in library if questions(reference)]
    if not asked:
        return
    if lock.is_empty:
        advice = f"Run `citewell references verify` and commit {FILE}: nobody has looked for retractions yet"
        yield Problem(asked[0].path, 1, 1, ID, advice, "warning")
        return
    for reference in asked:
        if why := no_answer_from(reference, lock.answers(reference)):
            advice = f"Run `citewell references verify {reference.key}`. {why}"
            yield Problem(reference.path, reference.line, 1, ID, advice, "warning")
    stale = (stands.on for reference in asked if (stands := standing(reference, lock)).is_stale(today))
    days = sorted(day for day in stale if day)
    if days and days[-1] > today:
        advice = (
            f"Run `citewell references verify`: {in_words(days[-1])}, a day of an answer, has not come yet"
        )
        yield Problem(FILE, 1, 1, ID, advice)
    if old := [day for day in days if day <= today]:
        works = "1 reference was" if len(old) == 1 else f"{len(old)} references were"
        advice = (
            f"Run `citewell references verify`: {works} last checked more than {STALE_AFTER.days} days ago, "
            f"the oldest on {in_words(old[0])}"
        )
        yield Problem(FILE, 1, 1, ID, advice, "warning")
