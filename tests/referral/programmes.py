"""Programmes for tests."""

import datetime as dt
from types import MappingProxyType

from citewell.affiliates import Programme


def programme(key="talks", **changes):
    facts = {
        "key": key,
        "name": key.title(),
        "is_on": True,
        "link": f"https://www.{key}.example/?from=42",
        "host": f"www.{key}.example",
        "has_partner_id": True,
        "sells": "online therapy",
        "pays_for": "signs up there",
        "since": dt.date(2026, 1, 2),
        "limits": ("It is not for emergencies.",),
        "unpaid": ("Ask your doctor.",),
    }
    return Programme(**{**facts, **changes})


AFFILIATES = MappingProxyType({"talks": programme(), "rest": programme("rest", is_on=False)})
