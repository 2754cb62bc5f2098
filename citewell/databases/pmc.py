"""PubMed Central's converter: which DOI and which PMID belong to a PMCID.

Source: https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from citewell.bibliography.fault import Malformed
from citewell.bibliography.identifiers import canonical_doi, canonical_pmcid, canonical_pmid
from citewell.bibliography.reference import Reference
from citewell.databases.body import UnreadableBodyError, read_json
from citewell.databases.http_client import DatabaseClient, NoAnswerError
from citewell.databases.record import Answer, Record, items, text

_AT_ONCE = 200
_CANONICAL = {"doi": canonical_doi, "pmid": canonical_pmid, "pmcid": canonical_pmcid}


def ask(client: DatabaseClient, pmcids: Sequence[str]) -> Iterator[Mapping[str, Answer | NoAnswerError]]:
    """What belongs to works, by their PMCIDs, as many at a time as one question may name."""
    ordered = sorted(dict.fromkeys(pmcids), key=lambda typed: int(typed.removeprefix("PMC")))
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        try:
            yield _convert(client, some, "pmcid")
        except NoAnswerError as error:
            yield dict.fromkeys(some, error)


def identifiers_of(client: DatabaseClient, identifier: str, kind: str) -> Mapping[str, str]:
    """The DOI, PMID and PMCID of a work; none for one that PubMed Central does not have.

    Args:
        client: that asks.
        identifier: one of the work's.
        kind: of it: doi, pmid or pmcid.

    Raises:
        NoAnswerError: there is no answer that can be used.
    """
    answer = _convert(client, [identifier], kind)[identifier]
    return answer.record.reference.fields if answer.record else {}


def _convert(client: DatabaseClient, identifiers: Sequence[str], kind: str) -> Mapping[str, Answer]:
    parameters = {"ids": ",".join(identifiers), "idtype": kind, "format": "json", "tool": "citewell"}
    if "@" in client.contact:
        parameters["email"] = client.contact
    reply = client.get("pmc", "articles/", parameters)
    try:
        said = read_json(reply.body or b"")
    except UnreadableBodyError as error:
        raise NoAnswerError(str(error)) from error
    records = items(said, "records")
    if not records:
        raise NoAnswerError("sent an answer of another shape")
    found = {fields[kind].casefold(): fields for fields in map(_fields, records) if kind in fields}
    unknown = {text(record, "requested-id").casefold() for record in records if text(record, "errmsg")}
    answers = {}
    for identifier in identifiers:
        fields = found.get(identifier.casefold())
        if fields is None and identifier.casefold() not in unknown:
            raise NoAnswerError("left a work out of its answer")
        record = Record(Reference("", "article", MappingProxyType(fields))) if fields else None
        answers[identifier] = Answer(reply.on, record)
    return answers


def _fields(record: Any) -> dict[str, str]:
    """The identifiers of a record. One that it calls an error has none."""
    fields = {}
    for name, canonical in _CANONICAL.items() if not text(record, "errmsg") else ():
        value = canonical(text(record, name))
        if not isinstance(value, Malformed):
            fields[name] = value
    return fields
