"""The tally: how many votes of each kind every day brought, and nothing else."""

import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from citewell.collector.tally_file import VERSION, open_to_write, told

_ADD = """
INSERT INTO tally (day, page, revision, vote, reason, count) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET count = count + excluded.count
"""


class Line(NamedTuple):
    """What is counted together. `day` is one of UTC, 2026-11-25; `reason` is empty for a Yes."""

    day: str
    page: str
    revision: str
    vote: str
    reason: str


class Tally:
    """A tally that one process writes, one call at a time.

    After any fault the file is let go and opened anew by the next call.

    Args:
        path: of the file; it is made where there is none, but not its folder.

    Raises:
        TallyError: it cannot be written, or is somebody else's.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self.add({})

    def add(self, counts: Mapping[Line, int]) -> None:
        """Add to the counts of lines, all or none; with nothing to add, find out whether it could be.

        Returns when the disk has them.

        Raises:
            TallyError: nothing was added.
        """
        try:
            if self._connection and self._file != _file(self._path):
                # It was moved or deleted: what would be written to it from now on, nobody would find. What is
                # still in its log is written to it first; SQLite leaves it there where the file is gone.
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self.close()
            connection = self._connection or self._open()
            connection.execute("BEGIN IMMEDIATE")
            if counts:
                connection.executemany(_ADD, [(*line, count) for line, count in counts.items()])
            else:  # writes a page of the file, as a vote does
                connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            self.close()
            raise told(self._path, error) from error

    def revisions(self) -> set[tuple[str, str]]:
        """The (page, revision) of every vote so far.

        Raises:
            TallyError: it cannot be read.
        """
        try:
            connection = self._connection or self._open()
            return set(connection.execute("SELECT DISTINCT page, revision FROM tally"))
        except sqlite3.Error as error:
            self.close()
            raise told(self._path, error) from error

    def close(self) -> None:
        """Let the file go; what was not committed is undone."""
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        self._connection = open_to_write(self._path)
        self._file = _file(self._path)
        return self._connection


def _file(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path, whatever its name is."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
