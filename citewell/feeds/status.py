"""status.json: how each cited work and each page stands."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from citewell.bibliography.reference import Library, Reference
from citewell.feeds.told_page import ToldPage
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.standing import State, standing

FILE = "status.json"
_FORMAT = 1
_NUMBERS = ("doi", "pmid", "pmcid", "nbk", "setid", "isbn", "url")


def status(pages: Sequence[ToldPage], library: Library, lock: ReferenceLock) -> str:
    """The file.

    Args:
        pages: that people wrote.
        library: of the site.
        lock: of the site.
    """
    citing: dict[str, list[str]] = {}
    for page in pages:
        for key in page.keys:
            citing.setdefault(key, []).append(page.address)
    works = [
        _work(reference, lock, citing[reference.key]) for reference in library if reference.key in citing
    ]
    counted = Counter(work["state"] for work in works)
    values = {
        "format": _FORMAT,
        "references": {state.value: counted[state.value] for state in State},
        "works": works,
        "pages": [_page(page) for page in pages],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _work(reference: Reference, lock: ReferenceLock, pages: Sequence[str]) -> dict[str, Any]:
    stands = standing(reference, lock)
    return {
        "key": reference.key,
        "title": reference.get("title"),
        **{name: reference.get(name) for name in _NUMBERS if reference.get(name)},
        "state": stands.state.value,
        "checked_on": _day(stands.on),
        "why": stands.why or None,
        "notices": [
            {
                "kind": notice.kind,
                "label": notice.label,
                "date": _day(notice.date),
                "address": notice.address or None,
                "told_by": list(notice.told_by),
            }
            for notice in stands.notices
        ],
        "pages": list(pages),
    }


def _page(page: ToldPage) -> dict[str, Any]:
    review = page.facts.review
    return {
        "address": page.address,
        "title": page.title,
        "review": review.status,
        "last_reviewed": _day(review.last),
        "next_review": _day(review.due),
        "published": _day(page.facts.published),
        "changed": _day(page.facts.changed),
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
