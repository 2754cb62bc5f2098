"""Crossref: GET /works/{doi}, and who registers a DOI that it does not know.

Source: https://www.crossref.org/documentation/retrieve-metadata/rest-api/ and, for notices,
https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from citewell.bibliography.fault import Malformed
from citewell.bibliography.identifiers import canonical_doi
from citewell.bibliography.reference import Name, Reference
from citewell.databases.body import UnreadableBodyError, read_json
from citewell.databases.http_client import DatabaseClient, NoAnswerError
from citewell.databases.record import Answer, Record, at, clean, given_names, items, known, text
from citewell.nlm.identifiers import doi_href
from citewell.reference_lock.lock import CROSSREF, DATABASES
from citewell.reference_lock.notice import KINDS, OTHER, RETRACTION, Notice

_KINDS_OF_WORK: Mapping[str, str] = {
    "journal-article": "article",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-chapter": "incollection",
    "reference-entry": "incollection",
    "book-section": "incollection",
    "proceedings-article": "inproceedings",
    "proceedings": "proceedings",
    "report": "techreport",
    "dissertation": "phdthesis",
    "dataset": "dataset",
}
_KINDS_OF_NOTICE: Mapping[str, str] = {
    "retraction": RETRACTION,
    "retraction_and_replacement": RETRACTION,
    "partial_retraction": "partial-retraction",
    "removal": "removal",
    "withdrawal": "withdrawal",
    "expression_of_concern": "concern",
    "correction": "correction",
    "corrigendum": "correction",
    "erratum": "correction",
    "new_version": "new-version",
    "new_edition": "new-version",
    "reinstatement": "reinstatement",
}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905
_SEPARATOR = re.compile(r"[\s_-]+")


def ask(client: DatabaseClient, doi: str) -> Answer:
    """What Crossref says of a DOI.

    Raises:
        NoAnswerError: there is no answer that can be used.
    """
    reply = client.get("crossref", f"works/{quote(doi, safe='')}")
    if reply.body is None:
        return Answer(reply.on, agency=_agency(client, doi))
    message = _message(reply.body)
    named = text(message, "DOI")
    if not named:
        raise NoAnswerError("sent an answer without a DOI")
    if named.casefold() != doi.casefold():
        return Answer(reply.on, instead=_checked_doi(named) or "another work")
    return Answer(reply.on, _record(message, doi))


def books(client: DatabaseClient, isbn: str) -> Iterator[Record]:
    """The works that Crossref knows under an ISBN.

    Raises:
        NoAnswerError: there is no answer that can be used.
    """
    digits = re.sub(r"[^0-9Xx]", "", isbn)
    reply = client.get("crossref", "works", {"filter": f"isbn:{digits}", "rows": "5"})
    for message in items(_message(reply.body), "items") if reply.body is not None else ():
        if doi := _checked_doi(text(message, "DOI")):
            yield _record(message, doi)


def _message(body: bytes) -> Any:
    try:
        message = at(read_json(body), "message")
    except UnreadableBodyError as error:
        raise NoAnswerError(str(error)) from error
    if not isinstance(message, dict):
        raise NoAnswerError("sent an answer of another shape")
    return message


def _agency(client: DatabaseClient, doi: str) -> str:
    """Who registers a DOI that Crossref does not; empty where nobody does.

    Raises:
        NoAnswerError: that cannot be found out, so nothing is known of the DOI.
    """
    reply = client.get("doi", f"doiRA/{quote(doi, safe='')}")
    if reply.body is None:
        return ""
    try:
        agency = text(read_json(reply.body), 0, "RA")
    except UnreadableBodyError as error:
        raise NoAnswerError(f"Crossref does not know it, and doi.org {error}") from error
    return "" if agency.casefold() == "crossref" else agency


def _record(message: Any, doi: str) -> Record:
    kind = _KINDS_OF_WORK.get(text(message, "type").lower(), "misc")
    container = text(message, "container-title", 0)
    year, month, day = _date(message)
    title = text(message, "title", 0)
    if subtitle := text(message, "subtitle", 0):
        title = f"{title}: {subtitle}"
    fields = {
        "title": title,
        ("journal" if kind in ("article", "misc") else "booktitle"): container if container != title else "",
        "shortjournal": text(message, "short-container-title", 0) if kind == "article" else "",
        "publisher": text(message, "publisher") if kind != "article" else "",
        "year": year,
        "month": month,
        "day": day,
        "volume": text(message, "volume"),
        "number": text(message, "issue"),
        "pages": text(message, "page"),
        "articlenumber": "" if text(message, "page") else text(message, "article-number"),
        "isbn": text(message, "ISBN", 0) if kind != "article" else "",
        "doi": doi,
    }
    reference = Reference(
        "",
        kind,
        MappingProxyType(dict(known(fields))),
        authors=tuple(_names(items(message, "author"))),
        editors=tuple(_names(items(message, "editor"))),
    )
    notices = (*_notices(items(message, "updated-by"), doi), *_notices_in_place(message, doi))
    about = (text(update, "DOI") for update in items(message, "update-to"))
    return Record(reference, notices, tuple(told for told in about if told.casefold() != doi.casefold()))


def _date(message: Any) -> tuple[str, str, str]:
    """Year, month and day of the issue, else of the first publication, as far as they are known."""
    for name in ("published-print", "issued", "published-online", "published"):
        parts = [text(message, name, "date-parts", 0, place) for place in range(3)]
        if re.fullmatch(r"\d{4}", parts[0]):
            month = int(parts[1]) if re.fullmatch(r"\d{1,2}", parts[1]) else 0
            is_month = 1 <= month <= len(_MONTHS)
            day = parts[2] if is_month and re.fullmatch(r"\d{1,2}", parts[2]) else ""
            return parts[0], _MONTHS[month - 1] if is_month else "", day
    return "", "", ""


def _names(people: list[Any]) -> Iterator[Name]:
    for person in people:
        if whole := text(person, "name"):
            yield Name(whole, is_organisation=True)
        elif family := text(person, "family"):
            yield Name(family, given_names(text(person, "given"), family), suffix=text(person, "suffix"))


def _notices(updates: list[Any], doi: str) -> Iterator[Notice]:
    for update in updates:
        kind = _KINDS_OF_NOTICE.get(_SEPARATOR.sub("_", text(update, "type").lower()), OTHER)
        label = text(update, "label") or clean(_SEPARATOR.sub(" ", text(update, "type")).capitalize())
        address = doi_href(_checked_doi(text(update, "DOI")) or doi)
        yield Notice(kind, label or KINDS[kind], _day(update), address, (DATABASES[CROSSREF],))


def _notices_in_place(message: Any, doi: str) -> Iterator[Notice]:
    """A notice that stands in the work itself: it names its own DOI as what it updates.

    Any other `update-to` says that this is the notice and not what it is about.
    """
    own = [
        update for update in items(message, "update-to") if text(update, "DOI").casefold() == doi.casefold()
    ]
    yield from _notices(own, doi)


def _day(update: Any) -> dt.date | None:
    parts = [at(update, "updated", "date-parts", 0, place) for place in range(3)]
    if not isinstance(parts[0], int):
        return None
    try:
        return dt.date(*(part if isinstance(part, int) else 1 for part in parts))
    except (ValueError, OverflowError):
        return None


def _checked_doi(typed: str) -> str:
    doi = canonical_doi(typed)
    return "" if isinstance(doi, Malformed) else doi
