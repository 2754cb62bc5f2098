"""Who issued a work, where and when, and under which number.

Citing Medicine, ch. 2 (Books), "Place of Publication", "Publisher", "Date of Publication".
"""

import re

from citewell.bibliography.reference import Reference
from citewell.nlm import fields

_REPORT = re.compile(r"report|^$", re.IGNORECASE)
_NUMBER_LABELLED = re.compile(r"\b(?:nos?|number)\b|report", re.IGNORECASE)


def imprint(reference: Reference, when: str, *, publisher_fields: tuple[str, ...]) -> str:
    """`St. Louis: Mosby; 2002`, with when it was read: `London: NICE; 2022 [cited 2026 Nov 22]`.

    Citing Medicine asks for place, publisher and date: what cannot be found is said in brackets. Where
    neither a place nor a publisher is known, both are left out: the words would help nobody to find the work.

    Args:
        reference: the work.
        when: its date as printed; an empty text prints `[date unknown]`.
        publisher_fields: the fields that may name who issued it, the best first.
    """
    place = fields.text(reference, "address", "location")
    publisher = fields.text(reference, *publisher_fields)
    where = (
        f"{place or '[place unknown]'}: {publisher or '[publisher unknown]'}" if place or publisher else ""
    )
    return issued(where, when or "[date unknown]", fields.read_on(reference))


def known_imprint(reference: Reference, when: str, *, publisher_fields: tuple[str, ...]) -> str:
    """The imprint with only what is known of it: for a dataset, found by its repository, and other work."""
    place = fields.text(reference, "address", "location")
    publisher = fields.text(reference, *publisher_fields)
    return issued(": ".join(filter(None, (place, publisher))), when, fields.read_on(reference))


def issued(where: str, when: str, read_on: str) -> str:
    """Place with publisher, date, and when it was read, as far as they are known."""
    dated = " ".join(filter(None, (when, read_on)))
    return "; ".join(filter(None, (where, dated)))


def report_number(reference: Reference) -> str:
    """`Report No.: PB2005-104459` (Citing Medicine, ch. 4 (Reports), "Report Number")."""
    number = fields.text(reference, "number")
    if not number or _NUMBER_LABELLED.search(number):
        return number
    kind = fields.text(reference, "type")
    return f"Report No.: {number}" if _REPORT.search(kind) else f"{kind} No.: {number}"
