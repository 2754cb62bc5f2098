"""The file of the tally: an SQLite database with one table, known by its mark and its version.

It is kept in write-ahead mode, so that the report reads while votes come in, and every commit waits until the
disk has it (synchronous=FULL): a vote that was acknowledged outlives the process and the power.
Source: https://www.sqlite.org/wal.html and https://www.sqlite.org/pragma.html#pragma_synchronous
"""

import sqlite3
from contextlib import closing
from pathlib import Path

VERSION = 1
_OURS = (
    0x63746C79  # application_id: whose file it is (https://www.sqlite.org/pragma.html#pragma_application_id)
)
_SECONDS_TO_WAIT_FOR_A_LOCK = 1.0
_TABLE = """
CREATE TABLE tally (
    day TEXT NOT NULL,
    page TEXT NOT NULL,
    revision TEXT NOT NULL,
    vote TEXT NOT NULL CHECK (vote IN ('yes', 'no')),
    reason TEXT NOT NULL CHECK ((reason = '') = (vote = 'yes')),
    count INTEGER NOT NULL CHECK (typeof(count) = 'integer' AND count > 0),
    PRIMARY KEY (day, page, revision, vote, reason)
) WITHOUT ROWID
"""  # without a number of its own, no row tells which of a day's votes came first
_ADVICE = {
    "SQLITE_BUSY": "Another program holds it: end that program",
    "SQLITE_CANTOPEN": "Make its folder, and let this user write there",
    "SQLITE_FULL": "The disk is full: make room",
    "SQLITE_NOTADB": "Name another file: this one is no database",
    "SQLITE_READONLY": "Let this user write the file and its folder",
}


class TallyError(Exception):
    """A tally that cannot be read or written; the message says why and what to do."""


def open_to_write(path: Path) -> sqlite3.Connection:
    """Open a tally, made where there is none; nothing begins a transaction by itself.

    The connection may be opened in one thread and used in another, one call at a time.

    Raises:
        TallyError: it is not ours, or of another version; it is left as it is.
        sqlite3.Error: it cannot be opened.
    """
    connection = sqlite3.connect(
        path, timeout=_SECONDS_TO_WAIT_FOR_A_LOCK, isolation_level=None, check_same_thread=False
    )
    try:
        _prepare(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def open_to_read(path: Path) -> closing[sqlite3.Connection]:
    """Open a tally to read it, also while votes come in.

    Raises:
        TallyError: it is not there, empty, not ours, or of another version.
        sqlite3.Error: it cannot be opened.
    """
    if not path.is_file():
        raise TallyError(
            f"{path} is not there. Name the file that `citewell collect` was given as --database"
        )
    # Opened for reading alone, it would leave the files of its log behind, and whoever owns them would keep
    # the collector out.
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, timeout=_SECONDS_TO_WAIT_FOR_A_LOCK)
    try:
        connection.execute("PRAGMA query_only = ON")
        is_new = _is_new(path, connection)
    except BaseException:
        connection.close()
        raise
    if is_new:
        connection.close()
        raise TallyError(f"{path} is empty. Name the file that `citewell collect` was given as --database")
    return closing(connection)


def told(path: Path, error: sqlite3.Error) -> TallyError:
    """What SQLite says of a file, and what to do."""
    name = getattr(error, "sqlite_errorname", "")
    kind = "_".join(name.split("_")[:2])  # SQLITE_READONLY_DIRECTORY is a SQLITE_READONLY
    return TallyError(f"{path}: {error}. {_ADVICE.get(kind, 'Look after the disk and the file')} [{name}]")


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    is_new = _is_new(path, connection)
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        raise TallyError(f"{path} stands where SQLite cannot share it. Use a disk of this machine")
    connection.execute("PRAGMA synchronous = FULL")
    if is_new:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_TABLE)
        connection.execute(f"PRAGMA application_id = {_OURS}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")


def _is_new(path: Path, connection: sqlite3.Connection) -> bool:
    """Whether nothing is in the file yet; what is not ours is refused before anything in it is changed."""
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if (owner, version, tables) == (0, 0, 0):
        return True
    if owner != _OURS:
        raise TallyError(f"{path} is the database of another program. Name another file")
    if version != VERSION:
        raise TallyError(
            f"{path} has the form {version}, and this citewell reads the form {VERSION}. "
            f"Use the citewell that wrote it, or name another file"
        )
    return False
