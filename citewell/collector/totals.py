"""The votes of a tally, summed up over all days."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from citewell.collector.tally_file import open_to_read, told

_SUM = """
SELECT page, revision, vote, reason, sum(count), min(day) FROM tally GROUP BY page, revision, vote, reason
"""


class Total(NamedTuple):
    """The votes of a kind over all days; `first_day` is the first that has one."""

    page: str
    revision: str
    vote: str
    reason: str
    votes: int
    first_day: str


def read_totals(path: Path) -> list[Total]:
    """How many votes of each kind there were. It may be read while votes come in.

    Raises:
        TallyError: it cannot be read, or is no tally.
    """
    try:
        with open_to_read(path) as connection:
            return [Total(*row) for row in connection.execute(_SUM)]
    except sqlite3.Error as error:
        raise told(path, error) from error
