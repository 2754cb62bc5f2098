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

    def answers(self, question: Question) -> bool:
        """Whether this is what was asked; capitals make no difference in an identifier."""
        return (self.database, self.asked.casefold()) == (question.database, question.identifier.casefold())


@dataclass(frozen=True)
class ReferenceLock:
    """All answers, by the key of the work; capitals make no difference."""

    works: Mapping[str, tuple[Answered, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Answered, ...]]:
        return {key.casefold(): answers for key, answers in self.works.items()}

    def answers(self, reference: Reference) -> Sequence[Answered]:
        """The answers to what would be asked about a reference today.

        One that was given for an identifier that the reference has no longer says nothing of it.
        """
        given = self._by_key.get(reference.key.casefold(), ())
        wanted = questions(reference)
        return [answer for answer in given if any(answer.answers(question) for question in wanted)]

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
