"""Somebody has seen every number to call in a crisis within half a year.

Helplines change and close. Whoever looks a number up in an official source sets “seen” to that day; the box
tells readers of it (health-publishing rule S4).

Fails:
    seen: 2025-11-01    # and today is seven months later

Passes:
    seen: 2026-05-01
"""

import datetime as dt
from collections.abc import Iterator

from citewell.crisis import PATH, CrisisContacts, Emergency, Helpline
from citewell.days import in_words
from citewell.problem import Problem

ID = "crisis-seen"
DAYS = 183
"""Six months: after that, somebody looks the numbers up again."""


def check(contacts: CrisisContacts, today: dt.date) -> Iterator[Problem]:
    """The numbers that nobody has seen for long."""
    entries: list[Emergency | Helpline] = [*contacts.emergency, *contacts.helplines]
    for entry in entries:
        if today - entry.seen > dt.timedelta(days=DAYS):
            what = " and ".join(entry.numbers) if isinstance(entry, Emergency) else entry.name
            advice = (
                f"Look up {what} ({entry.region}) in an official source and set “seen” to that day: it was "
                f"last seen on {in_words(entry.seen)}"
            )
            yield Problem(PATH, 1, 1, ID, advice, "warning")
