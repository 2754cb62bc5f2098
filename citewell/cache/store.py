"""A file that holds what a build made, for the next one.

SQLite writes it: an interrupted build leaves the file as it was, and two builds at once do one another no
harm.
"""

import contextlib
import pickle
import sqlite3
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import zstandard

_FORM = 3
"""Of the tables and of what stands in them."""
_BUILDS_REMEMBERED = 5
_WRITTEN_AT_ONCE = 500
_SHORTEN = zstandard.ZstdCompressor(level=1, write_checksum=True).compress
_LENGTHEN = zstandard.ZstdDecompressor().decompress
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS builds (number INTEGER PRIMARY KEY)",
    "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB)",
    # Apart from the values: to write one number, SQLite writes the whole row.
    "CREATE TABLE IF NOT EXISTS used (key TEXT PRIMARY KEY, build INTEGER) WITHOUT ROWID",
)


class DamagedError(Exception):
    """What was kept is not whole."""


def packed(value: object) -> bytes:
    """A value as it is kept: short, and with a sum that tells when it was damaged."""
    return _SHORTEN(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def unpacked(data: bytes) -> Any:
    """The value that was packed.

    Raises:
        DamagedError: it is not whole.
    """
    try:
        return pickle.loads(_LENGTHEN(data))  # noqa: S301  # written by a build of this machine
    except (zstandard.ZstdError, pickle.PickleError, AttributeError, EOFError, ImportError) as error:
        raise DamagedError from error


def is_whole(data: bytes) -> bool:
    """Whether a packed value is as it was packed."""
    try:
        _LENGTHEN(data)
    except zstandard.ZstdError:
        return False
    return True


class Store:
    """What is kept. Where the file cannot be read or written, nothing is, and every page is made anew.

    Args:
        path: of the file; None keeps nothing.
        reads_alone: whether nothing is written: for a second process.
    """

    def __init__(self, path: Path | None, *, reads_alone: bool = False) -> None:
        self.path = path
        self._unwritten: dict[str, bytes] = {}
        self._used: list[str] = []
        self._build = 0
        self._file = self._opened(reads_alone=reads_alone) if path else None
        if self._file is not None:
            # A build that is interrupted closes nothing; whichever thread collects what it leaves does.
            weakref.finalize(self, self._file.close)

    @property
    def folder(self) -> Path:
        """Where files may be put that no build keeps."""
        return self.path.parent if self.path else Path(tempfile.gettempdir())

    @property
    def keeps(self) -> bool:
        """Whether anything is kept."""
        return self._file is not None

    def get(self, key: str) -> Any:
        """What was put under a key; None where there is nothing, or nothing whole."""
        value = self.get_packed(key)
        try:
            return None if value is None else unpacked(value)
        except DamagedError:
            return None

    def get_packed(self, key: str) -> bytes | None:
        """The same, still packed, and not looked into."""
        if self._file is None:
            return None
        try:
            found = self._file.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        if not found:
            return None
        self._used.append(key)
        value: bytes = found[0]
        return value

    def use(self, key: str) -> None:
        """Say that another process has used what stands under a key."""
        self._used.append(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep a packed value."""
        if self._file is None:
            return
        self._unwritten[key] = value
        if len(self._unwritten) >= _WRITTEN_AT_ONCE:
            self._write()

    def close(self) -> None:
        """Write what is not written yet, and let go of what no build has used for a while."""
        self._write()
        self._or_nothing(self._forget_unused)
        self._let_go()

    def _forget_unused(self, file: sqlite3.Connection) -> None:
        used = ((key, self._build) for key in self._used)
        file.executemany("INSERT OR REPLACE INTO used VALUES (?, ?)", used)
        file.execute("DELETE FROM used WHERE build <= ?", (self._build - _BUILDS_REMEMBERED,))
        file.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM used)")

    def _let_go(self) -> None:
        if self._file is not None:
            with contextlib.suppress(sqlite3.Error):
                self._file.close()
            self._file = None

    def _write(self) -> None:
        unwritten = self._unwritten.items()
        self._or_nothing(
            lambda file: file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", unwritten)
        )
        self._used += self._unwritten
        self._unwritten.clear()

    def _or_nothing(self, change: Callable[[sqlite3.Connection], object]) -> None:
        """One transaction. A full disk, or a file that another build holds, costs time and no page."""
        if self._file is None:
            return
        try:
            with self._file:
                change(self._file)
        except sqlite3.Error:
            self._let_go()

    def _opened(self, *, reads_alone: bool) -> sqlite3.Connection | None:
        path = self.path
        if path is None:
            return None
        try:
            if reads_alone:
                return sqlite3.connect(
                    f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
                )
            return self._with_tables(path)
        except (sqlite3.DatabaseError, OSError):
            with contextlib.suppress(OSError, sqlite3.Error):
                path.unlink(missing_ok=True)
                return self._with_tables(path)
        return None

    def _with_tables(self, path: Path) -> sqlite3.Connection:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(path, check_same_thread=False)
        try:
            self._begin(file)
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _begin(self, file: sqlite3.Connection) -> None:
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = NORMAL")
        if file.execute("PRAGMA user_version").fetchone()[0] not in (0, _FORM):
            raise sqlite3.DatabaseError
        with file:
            for table in _SCHEMA:
                file.execute(table)
            file.execute(f"PRAGMA user_version = {_FORM}")
            file.execute("INSERT INTO builds DEFAULT VALUES")
            self._build = file.execute("SELECT max(number) FROM builds").fetchone()[0]
            file.execute("DELETE FROM builds WHERE number < ?", (self._build,))
