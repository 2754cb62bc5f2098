"""Adds works by their numbers."""

from collections.abc import Iterator, Sequence

from citewell.bibliography.fault import Malformed
from citewell.bibliography.reference import Reference
from citewell.databases.http_client import DatabaseClient, NoAnswerError
from citewell.days import in_words
from citewell.reference_lock.lock import DATABASES
from citewell.references.asking import ask
from citewell.references.found_work import FoundWork, NotFoundError, find_work
from citewell.references.identifier import EXAMPLES, Identifier, read_identifier
from citewell.references.new_entry import Added, NotAddedError, shown_difference, with_works
from citewell.references.project import Project
from citewell.site import BIBLIOGRAPHY
from citewell.whole_file import replace_file

WHAT = (
    f"Asks Crossref, PubMed and PubMed Central about works, and adds entries at the end of {BIBLIOGRAPHY}. "
    f"NUMBER is a DOI, a PMID, a PMCID or an ISBN: {EXAMPLES}."
)
_LEFT = (
    "Left for you: design, sample, finding and limits, and verified once you saw the numbers yourself "
    "(docs/editors/references.md)."
)


class AddError(Exception):
    """Nothing was added; the message says why and what to do."""


def add(client: DatabaseClient, project: Project, typed: Sequence[str], *, writes: bool) -> Iterator[str]:
    """Add works, all of them or none, and tell what was done, line by line.

    Args:
        client: that asks.
        project: whose bibliography gets them.
        typed: the numbers.
        writes: whether the file is written.

    Raises:
        AddError: a work cannot be added; nothing was written.
    """
    path = str(project.bibliography)
    works = [_found(client, _identifier(number), number) for number in typed]
    try:
        added = with_works(project.content, works, BIBLIOGRAPHY)
    except NotAddedError as error:
        raise AddError(f"Nothing was added: {error}") from error
    yield from shown_difference(project.content, added.content, BIBLIOGRAPHY)
    for reference, work in zip(added.references, works, strict=True):
        for notice in work.notices:
            day = f", {in_words(notice.date)}" if notice.date else ""
            yield f"Beware, {reference.key}: {notice.label}{day}: {notice.address}"
    if not writes:
        yield "Nothing was written (--dry-run)."
        return
    try:
        replace_file(project.bibliography, added.content)
    except OSError as error:
        raise AddError(f"{path} cannot be written: {error.strerror}") from error
    citations = ", ".join(map(_citation, added.references, works))
    yield f"Written to {path}. Cite with {citations}."
    yield _LEFT
    yield from _lock(client, project, added)


def _citation(reference: Reference, work: FoundWork) -> str:
    became = next((notice.what_became_of_it for notice in work.notices if notice.ends_trust), "")
    return f"[@{reference.key}, {became}]" if became else f"[@{reference.key}]"


def _identifier(typed: str) -> Identifier:
    identifier = read_identifier(typed)
    if isinstance(identifier, Malformed):
        raise AddError(f"Nothing was added. {identifier.advice}")
    return identifier


def _found(client: DatabaseClient, identifier: Identifier, typed: str) -> FoundWork:
    try:
        work = find_work(client, identifier)
    except NotFoundError as error:
        raise AddError(f"Nothing was added: {error}") from error
    except NoAnswerError as error:
        raise AddError(f"Nothing was added for {typed}: {error}. Try again later") from error
    if not work.reference.get("title"):
        raise AddError(f"Nothing was added: no database says what {typed} is called. Type the entry by hand")
    return work


def _lock(client: DatabaseClient, project: Project, added: Added) -> Iterator[str]:
    """Put into the lock what the databases just said, and tell what they did not say."""
    asked = ask(client, added.references, project.lock)
    project.write_lock(asked.lock)
    for question, reason in asked.failures.items():
        yield f"{question.identifier} is not checked yet: {DATABASES[question.database]} {reason}"
