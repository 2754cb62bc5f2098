"""Asks the databases about many references, and puts what they answer into the lock."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from citewell.bibliography.names import OTHERS
from citewell.bibliography.reference import Reference
from citewell.databases import crossref, openfda, pmc, pubmed
from citewell.databases.http_client import DatabaseClient, NoAnswerError
from citewell.databases.record import Answer, Record
from citewell.reference_lock.lock import (
    CROSSREF,
    OPENFDA,
    PMC,
    PUBMED,
    SAID,
    Answered,
    Question,
    ReferenceLock,
    questions,
)
from citewell.reference_lock.notice import Notice

_AT_ONCE = 4
"""Threads; how many requests a database really gets at once is its own word."""

Answers = Mapping[Question, Answer | NoAnswerError]


@dataclass
class Asked:
    """What came of asking.

    Args:
        lock: with the answers.
        failures: the questions without an answer, each with the reason.
    """

    lock: ReferenceLock
    failures: dict[Question, str] = field(default_factory=dict)


def ask(
    client: DatabaseClient,
    references: Sequence[Reference],
    lock: ReferenceLock,
    *,
    renew_after: dt.timedelta = dt.timedelta(0),
    told: Callable[[int], object] = lambda _: None,
) -> Asked:
    """Ask about references.

    An answer that does not come changes nothing: what was answered before stays, with its day.

    Args:
        client: that asks.
        references: those asked about.
        lock: as it was.
        renew_after: how old an answer has to be for its day to be renewed where it says the same.
        told: called with the number of questions answered or given up.
    """
    wanted = {question for reference in references for question in questions(reference)}
    answers = dict(_all_answers(client, wanted, told))
    failures = {
        question: str(answer) for question, answer in answers.items() if isinstance(answer, NoAnswerError)
    }
    works = dict(lock.works)
    for reference in references:
        before = lock.answers(reference)
        now = [
            _answered(question, answers[question], before, renew_after) for question in questions(reference)
        ]
        works[reference.key] = tuple(answer for answer in now if answer)
    return Asked(ReferenceLock(MappingProxyType(works)), failures)


def _all_answers(
    client: DatabaseClient, wanted: Iterable[Question], told: Callable[[int], object]
) -> Iterator[tuple[Question, Answer | NoAnswerError]]:
    of = {
        database: [q for q in wanted if q.database == database]
        for database in (CROSSREF, PUBMED, PMC, OPENFDA)
    }
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        running = [threads.submit(_one, client, question) for question in (*of[CROSSREF], *of[OPENFDA])]
        running += [
            threads.submit(_many, client, of[PUBMED], pubmed.ask),
            threads.submit(_many, client, of[PMC], pmc.ask),
        ]
        for done in as_completed(running):
            answers = done.result()
            told(len(answers))
            yield from answers.items()


def _one(client: DatabaseClient, question: Question) -> Answers:
    module = crossref if question.database == CROSSREF else openfda
    try:
        return {question: module.ask(client, question.identifier)}
    except NoAnswerError as error:
        return {question: error}


def _many(
    client: DatabaseClient,
    asked: Sequence[Question],
    ask_for: Callable[[DatabaseClient, Sequence[str]], Iterator[Mapping[str, Answer | NoAnswerError]]],
) -> Answers:
    found: dict[str, Answer | NoAnswerError] = {}
    for some in ask_for(client, [question.identifier for question in asked]):
        found.update(some)
    return {question: found[question.identifier] for question in asked}


def _answered(
    question: Question,
    answer: Answer | NoAnswerError,
    before: Sequence[Answered],
    renew_after: dt.timedelta,
) -> Answered | None:
    known = next((old for old in before if old.answers(question)), None)
    if isinstance(answer, NoAnswerError):
        return known
    now = Answered(
        question.database,
        question.identifier,
        answer.on,
        answer.record is not None,
        MappingProxyType(_said(answer.record) if answer.record else {}),
        answer.record.notices if answer.record else _kept_notices(known),
        answer.instead,
        answer.agency,
    )
    if known and replace(now, on=known.on) == known and now.on - known.on < renew_after:
        return known
    return now


def _kept_notices(known: Answered | None) -> tuple[Notice, ...]:
    """The notices of a work that its database knows no more: nobody has taken them back."""
    return known.notices if known else ()


def _said(record: Record) -> dict[str, str]:
    reference = record.reference
    said = {name: reference.get(name) for name in SAID if reference.get(name)}
    if reference.authors and reference.authors[0] != OTHERS:
        said["author"] = reference.authors[0].family
    if record.notice_of:
        said["notice_of"] = ", ".join(record.notice_of)
    return {name: said[name] for name in SAID if name in said}
