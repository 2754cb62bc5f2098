"""What the databases together say of one work, found by one of its numbers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from citewell.bibliography.reference import Reference
from citewell.databases import crossref, pmc, pubmed
from citewell.databases.http_client import DatabaseClient, NoAnswerError
from citewell.databases.record import Record
from citewell.reference_lock.differences import is_same_title
from citewell.reference_lock.lock import CROSSREF, DATABASES, PMC, PUBMED
from citewell.reference_lock.notice import Notice, in_force
from citewell.references.identifier import Identifier

Said = TypeVar("Said")
_DATE = ("year", "month", "day")
_KINDS_OF_BOOK = frozenset({"book", "incollection", "proceedings"})


class NotFoundError(Exception):
    """There is no one work of that number; the message says what to do."""


@dataclass(frozen=True)
class FoundWork:
    """A work.

    Args:
        reference: its facts, without a key.
        notices: on it that hold.
    """

    reference: Reference
    notices: tuple[Notice, ...] = ()


def find_work(client: DatabaseClient, identifier: Identifier) -> FoundWork:
    """Ask all databases about a work.

    Raises:
        NotFoundError: no work has this number, or several have, or the databases do not agree which.
        NoAnswerError: a database did not answer, so that something of the work would be missing.
    """
    numbers = _numbers(client, identifier)
    by_doi = _by_doi(client, numbers["doi"]) if "doi" in numbers else None
    by_pmid = _by_pmid(client, numbers["pmid"]) if "pmid" in numbers else None
    if by_pmid and not by_doi and (doi := by_pmid.reference.get("doi")):
        numbers = {**numbers, "doi": doi}
        by_doi = _by_doi(client, doi)
    if by_doi and by_pmid:
        _check_that_both_are_one(by_doi, by_pmid)
    record = _joined(by_pmid, by_doi)
    if record is None:
        raise NotFoundError(
            f"{' and '.join(numbers.values())} leads to no work. Compare it with the work itself"
        )
    if record.notice_of:
        raise NotFoundError(
            f"{identifier.value} is a notice on another work, {record.notice_of[0]}. Add that work instead"
        )
    fields = {**record.reference.fields, **numbers}
    if "pmcid" in fields:
        fields["free"] = "yes"
    reference = replace(record.reference, fields=MappingProxyType(fields))
    return FoundWork(reference, in_force(record.notices))


def _numbers(client: DatabaseClient, identifier: Identifier) -> dict[str, str]:
    """All numbers of the work that are known before it is read."""
    if identifier.field == "isbn":
        return {"doi": _doi_of_book(client, identifier.value), "isbn": identifier.value}
    converted = _asked(PMC, lambda: pmc.identifiers_of(client, identifier.value, identifier.field))
    numbers = {**converted, identifier.field: identifier.value}
    if identifier.field == "pmcid" and not converted:
        raise NotFoundError(
            f"{identifier.value} is not known to PubMed Central. Compare it with the work itself"
        )
    if "doi" in numbers and "pmid" not in numbers:
        pmid = _asked(PUBMED, lambda: pubmed.number_of_doi(client, numbers["doi"]))
        numbers |= {"pmid": pmid} if pmid else {}
    return numbers


def _doi_of_book(client: DatabaseClient, isbn: str) -> str:
    found = _asked(CROSSREF, lambda: list(crossref.books(client, isbn)))
    books = [record.reference.get("doi") for record in found if record.reference.kind == "book"]
    if len(books) == 1:
        return books[0]
    if not found:
        raise NotFoundError(
            f"Crossref knows no book of the ISBN {isbn}. Type the entry by hand: docs/editors/references.md"
        )
    dois = ", ".join(record.reference.get("doi") for record in found)
    raise NotFoundError(f"Several works have the ISBN {isbn}. Add one of them by its DOI: {dois}")


def _by_doi(client: DatabaseClient, doi: str) -> Record | None:
    answer = _asked(CROSSREF, lambda: crossref.ask(client, doi))
    if answer.agency:
        raise NotFoundError(
            f"{doi} is registered with {answer.agency}, which is not asked. Type the entry by hand"
        )
    if answer.instead:
        raise NotFoundError(
            f"Crossref answers {doi} with another work, {answer.instead}. Add that one instead"
        )
    return answer.record


def _by_pmid(client: DatabaseClient, pmid: str) -> Record | None:
    (answers,) = pubmed.ask(client, [pmid])
    answer = answers[pmid]
    if isinstance(answer, NoAnswerError):
        raise NoAnswerError(f"{DATABASES[PUBMED]} {answer}") from answer
    return answer.record


def _check_that_both_are_one(by_doi: Record, by_pmid: Record) -> None:
    one, other = by_doi.reference.get("title"), by_pmid.reference.get("title")
    said = by_pmid.reference.get("doi")
    differs = said and said.casefold() != by_doi.reference.get("doi").casefold()
    is_told = bool(one and other)
    if differs or (is_told and not is_same_title(one, other, by_pmid.reference.get("translatedtitle"))):
        raise NotFoundError(
            f"The DOI and the PMID lead to two works: “{one}” and “{other}”. Add the one you mean by hand"
        )


def _joined(by_pmid: Record | None, by_doi: Record | None) -> Record | None:
    """PubMed's record with what Crossref adds: PubMed keeps titles as published, and journals abbreviated.

    A date is taken whole from one of them.
    """
    if by_pmid is None or by_doi is None:
        return by_pmid or by_doi
    first, second = by_pmid.reference, by_doi.reference
    added = {name: value for name, value in second.fields.items() if not first.get(name)}
    if first.get("year"):
        added = {name: value for name, value in added.items() if name not in _DATE}
    if first.get("pages") or first.get("articlenumber"):
        added = {name: value for name, value in added.items() if name not in {"pages", "articlenumber"}}
    if first.kind not in _KINDS_OF_BOOK and (journal := second.get("journal")):
        added["journal"] = journal  # in the capitals of its cover
    reference = replace(
        first,
        fields=MappingProxyType({**first.fields, **added}),
        authors=first.authors or second.authors,
        editors=first.editors or second.editors,
    )
    return Record(reference, (*by_doi.notices, *by_pmid.notices), (*by_doi.notice_of, *by_pmid.notice_of))


def _asked(database: str, ask: Callable[[], Said]) -> Said:
    """What a database says; where it says nothing, the reason names it.

    Raises:
        NoAnswerError: there is no answer that can be used.
    """
    try:
        return ask()
    except NoAnswerError as error:
        raise NoAnswerError(f"{DATABASES[database]} {error}") from error
