"""openFDA: the version and the day of a medicine's label, by its set id.

Source: https://open.fda.gov/apis/drug/label/searchable-fields/
"""

import datetime as dt
from types import MappingProxyType

from citewell.bibliography.reference import Reference
from citewell.databases.body import UnreadableBodyError, read_json
from citewell.databases.http_client import DatabaseClient, NoAnswerError
from citewell.databases.record import Answer, Record, items, known, text


def ask(client: DatabaseClient, set_id: str) -> Answer:
    """What openFDA says of a label.

    Raises:
        NoAnswerError: there is no answer that can be used.
    """
    reply = client.get("openfda", "drug/label.json", {"search": f'set_id:"{set_id}"', "limit": "1"})
    if reply.body is None:
        return Answer(reply.on)
    try:
        labels = items(read_json(reply.body), "results")
    except UnreadableBodyError as error:
        raise NoAnswerError(str(error)) from error
    named = text(labels, 0, "set_id")
    if not named:
        raise NoAnswerError("sent an answer of another shape")
    if named.casefold() != set_id.casefold():
        return Answer(reply.on, instead=named)
    fields = {
        "title": text(labels, 0, "openfda", "brand_name", 0),
        "setid": set_id,
        "version": text(labels, 0, "version"),
        "effective": _day(text(labels, 0, "effective_time")),
    }
    return Answer(reply.on, Record(Reference("", "online", MappingProxyType(dict(known(fields))))))


def _day(typed: str) -> str:
    """`20230808` as 2023-08-08; empty for what is no day."""
    try:
        return dt.datetime.strptime(typed, "%Y%m%d").replace(tzinfo=dt.UTC).date().isoformat()
    except ValueError:
        return ""
