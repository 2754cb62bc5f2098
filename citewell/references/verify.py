"""Asks the databases about the works of a bibliography, and says how each stands."""

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tqdm import tqdm

from citewell.bibliography.reference import Reference
from citewell.databases.http_client import DatabaseClient
from citewell.days import in_words
from citewell.facts import nearest
from citewell.reference_lock.differences import differences
from citewell.reference_lock.lock import DATABASES, Question, ReferenceLock, questions
from citewell.reference_lock.lock_file import FILE as LOCK
from citewell.reference_lock.standing import State, standing
from citewell.references.asking import ask
from citewell.references.project import Project, ProjectError
from citewell.site import BIBLIOGRAPHY

WHAT = (
    f"Asks Crossref, PubMed, PubMed Central and openFDA about the works of {BIBLIOGRAPHY}: whether they are "
    f"what the entry says, and whether there is a notice on them. The answers go into {LOCK}; what a "
    f"database does not answer stays as it was. `citewell check` then says what to mend."
)


def verify(
    client: DatabaseClient, project: Project, keys: Sequence[str], *, renew_after: int = 0
) -> Iterator[str]:
    """Ask, write the lock, and tell how the works stand, line by line.

    Args:
        client: that asks.
        project: whose works are asked about.
        keys: of the works; none for all.
        renew_after: days; an answer that says the same and is younger keeps its day.

    Raises:
        ProjectError: a key is not there, or the lock cannot be written.
    """
    asked_about = _asked_about(project, keys)
    number = len({question for reference in asked_about for question in questions(reference)})
    with tqdm(total=number, disable=None, leave=False, unit="question", file=sys.stderr) as bar:
        asked = ask(
            client,
            asked_about,
            project.lock,
            renew_after=dt.timedelta(days=renew_after),
            told=bar.update,
        )
    lock = ReferenceLock(
        {reference.key: tuple(asked.lock.answers(reference)) for reference in project.library}
    )
    is_new = project.write_lock(lock)
    yield from _gone(project.library, project.lock, lock)
    yield from _told(asked_about, lock, asked.failures)
    yield f"{LOCK} is {'written' if is_new else 'as it was'}."


def _asked_about(project: Project, keys: Sequence[str]) -> list[Reference]:
    found = []
    for key in keys:
        reference = project.library.get(key)
        if reference is None:
            meant = nearest(key, [known.key for known in project.library])
            raise ProjectError(f"{BIBLIOGRAPHY} has no work “{key}”. {meant}")
        found.append(reference)
    return found or list(project.library)


def _gone(references: Iterable[Reference], before: ReferenceLock, after: ReferenceLock) -> Iterator[str]:
    """The notices that a database told of before and does not now: a mark leaves a page only with a word."""
    for reference in references:
        known = (*before.answers(reference), *before.left_behind(reference))
        now = Counter(
            (answer.database, notice.kind) for answer in after.answers(reference) for notice in answer.notices
        )
        for answer in known:
            for notice in answer.notices:
                now[answer.database, notice.kind] -= 1
                if now[answer.database, notice.kind] < 0:
                    yield (
                        f"{_place(reference)}: {DATABASES[answer.database]} told of “{notice.label}” before "
                        f"and does not now: {notice.address}. Read it before you trust this"
                    )


def _place(reference: Reference) -> str:
    return f"{reference.path}:{reference.line}: {reference.key}"


def _told(
    references: Sequence[Reference], lock: ReferenceLock, failures: Mapping[Question, str]
) -> list[str]:
    """What there is to say of each work, and how many stand how."""
    lines, counted = [], Counter[State]()
    for reference in references:
        stands = standing(reference, lock)
        counted[stands.state] += 1
        place = _place(reference)
        for notice in stands.notices:
            day = f", {in_words(notice.date)}" if notice.date else ""
            told_by = " and ".join(notice.told_by)
            lines.append(f"{place}: {notice.label}{day}, told by {told_by}: {notice.address}")
        if differing := len(list(differences(reference, stands.answers))):
            what = "one fact differs" if differing == 1 else f"{differing} facts differ"
            lines.append(f"{place}: {what}; `citewell check` says which")
        if stands.state is State.UNCHECKED and questions(reference):
            lines.append(f"{place}: unchecked. {stands.why}")
    for (database, reason), number in Counter(
        (question.database, reason) for question, reason in failures.items()
    ).items():
        lines.append(f"{DATABASES[database]} left {number} unanswered: {reason}")
    if unknown := [reference.key for reference in references if not questions(reference)]:
        lines.append(f"No number by which a database could be asked: {', '.join(unknown)}")
    shown = ", ".join(f"{counted[state]} {state}" for state in State)
    noun = "reference" if len(references) == 1 else "references"
    return [*lines, f"{len(references)} {noun}: {shown}."]
