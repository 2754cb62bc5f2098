"""The lock: what was asked of which database, what it answered, and when."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from citewell.bibliography.reference import Reference
from citewell.reference_lock.notice import Notice

CROSSREF, PUBMED, PMC, OPENFDA = "crossref", "pubmed", "pmc", "openfda"
DATABASES: Mapping[str, str] = {
    CROSSREF: "Crossref",
    PUBMED: "PubMed",
    PMC: "PubMed Central",
    OPENFDA: "openFDA",
}
"""Database → its name in print."""

ASKED_BY: Mapping[str, str] = {"doi": CROSSREF, "pmid": PUBMED, "pmcid": PMC, "setid": OPENFDA}
"""Field of a reference → the database that is asked about it."""

TELLS_OF_NOTICES = frozenset({CROSSREF, PUBMED, OPENFDA})
"""The others know identifiers alone."""

SAID = (
    *("title", "author", "year", "journal", "shortjournal", "volume", "number", "pages"),
    *("doi", "pmid", "pmcid", "setid", "version", "effective", "notice_of"),
)
"""The facts that an answer may hold.

`author` is the first one's family name, `effective` a label's day, and `notice_of` names what the work is
itself a notice about.
"""


class Question(NamedTuple):
    """What is asked of a database.

    Args:
        database: a key of DATABASES.
        identifier: of the work.
        field: of the reference that holds it.
    """

    database: str
    identifier: str
    field: str


@dataclass(frozen=True)
class Answered:
    """An answer of a database.

    Args:
        database: a key of DATABASES.
        asked: the identifier that it was asked for.
        on: the day of the answer.
        found: whether it knows the work.
        said: of the work, by the names of SAID.
        notices: that it knows of.
        instead: the identifier of the other work that it answered with.
        agency: who registers a DOI that Crossref does not.
    """

    database: str
    asked: str
    on: dt.date
    found: bool = True
    said: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    notices: tuple[Notice, ...] = ()
    instead: str = ""
    agency: str = ""

    @property
    def question(self) -> tuple[str, str]:
        """What was asked of whom; capitals make no difference in an identifier."""
        return self.database, self.asked.casefold()

    def answers(self, question: Question) -> bool:
        """Whether this is what was asked."""
        return self.question == (question.database, question.identifier.casefold())


@dataclass(frozen=True)
class ReferenceLock:
    """All answers, by the key of the work that they were given for."""

    works: Mapping[str, tuple[Answered, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Answered, ...]]:
        return {key.casefold(): answers for key, answers in self.works.items()}

    @cached_property
    def _by_question(self) -> Mapping[tuple[str, str], Answered]:
        return {answer.question: answer for answers in self.works.values() for answer in answers}

    def answers(self, reference: Reference) -> Sequence[Answered]:
        """The answers to what would be asked about a reference today, whatever key they were given for.

        A work keeps its notices when its key changes. One that was given for an identifier that the reference
        has no longer says nothing of it.
        """
        wanted = {(asked.database, asked.identifier.casefold()): None for asked in questions(reference)}
        own = [answer for answer in self._of_key(reference) if answer.question in wanted]
        answered = {answer.question for answer in own}
        others = (self._by_question.get(question) for question in wanted if question not in answered)
        return [*own, *(answer for answer in others if answer)]

    def left_behind(self, reference: Reference) -> Sequence[Answered]:
        """The answers that were given for identifiers which a reference has no longer."""
        wanted = {(asked.database, asked.identifier.casefold()) for asked in questions(reference)}
        return [answer for answer in self._of_key(reference) if answer.question not in wanted]

    def _of_key(self, reference: Reference) -> Sequence[Answered]:
        return self._by_key.get(reference.key.casefold(), ())

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever answered."""
        return not any(self.works.values())


def questions(reference: Reference) -> list[Question]:
    """What is asked about a reference: each identifier that a database knows."""
    return [
        Question(database, reference.get(name), name)
        for name, database in ASKED_BY.items()
        if reference.get(name)
    ]
