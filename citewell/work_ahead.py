"""A second process that does the last items of a list while the first one goes through them from the front.

It is a fork: it knows all that the first one has read, and nothing has to be sent to it. What it makes is
read from a file, so that neither waits for the other and neither grows.
"""

import mmap
import os
import pickle
import signal
import struct
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, TypeVar

if sys.platform != "win32":
    import fcntl

Item = TypeVar("Item")
Result = TypeVar("Result")

_PLACE = struct.Struct("=qq")
"""Where a result stands in the file, and its length; 0 as long as there is none."""
_NOTHING = -1
"""The length of what the second process could not make."""
_NEXT = struct.Struct("=qq")
"""The first item that the first process has not begun, and the one behind the last that the other has not."""
_WAIT = 0.0005


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a second process is of use, and safe: a fork of a process with threads may never end."""
    return sys.platform == "linux" and processors() > 1 and threading.active_count() == 1


class WorkAhead:
    """The second process.

    Args:
        first: the first item that is not done yet.
        number: of all items.
        work: what is to be done with an item, by its number. Its result is pickled; where it is None, or an
            error is raised, `take` says that the item is not done.
        before: what else it does, before all items.
        folder: for the file with the results.
    """

    def __init__(
        self,
        first: int,
        number: int,
        work: Callable[[int], object],
        folder: Path,
        before: Callable[[], None] = lambda: None,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._results: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  # until `end`
        self._claims: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115
        self._board = mmap.mmap(-1, _NEXT.size + _PLACE.size * max(number, 1))
        _NEXT.pack_into(self._board, 0, first, number)
        self._status = 0
        self._first_process = os.getpid()
        sys.stdout.flush()
        sys.stderr.flush()
        self._process = os.fork()
        if self._process == 0:
            status = 1
            try:
                before()
                self._go_through(work)
                status = 0
            finally:
                os._exit(status)

    def take(self, item: int) -> Any:
        """What the other process made of an item; None where it is this one's to do.

        Items are taken in their order.
        """
        if not self._begins(item):
            return None
        while True:
            offset, length = _PLACE.unpack_from(self._board, _NEXT.size + _PLACE.size * item)
            if length == _NOTHING:
                return None
            if length:
                return pickle.loads(os.pread(self._results.fileno(), length, offset))  # noqa: S301 (our own)
            if not self._is_alive():
                return None
            time.sleep(_WAIT)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for the end of the process; end it where this one has failed."""
        self.end(at_once=error is not None)

    def end(self, *, at_once: bool = False) -> bool:
        """Wait for the process's end; whether it did all that it had begun.

        Args:
            at_once: ends it wherever it is.
        """
        if self._process:
            if at_once:
                os.kill(self._process, signal.SIGKILL)
            _, self._status = os.waitpid(self._process, 0)
            self._process = 0
        self._results.close()
        self._claims.close()
        return self._status == 0

    def _is_alive(self) -> bool:
        if self._process:
            ended, status = os.waitpid(self._process, os.WNOHANG)
            if ended:
                self._process, self._status = 0, status
        return bool(self._process)

    def _begins(self, item: int) -> bool:
        """Whether the other process has begun an item; if not, this one does now."""
        fcntl.lockf(self._claims, fcntl.LOCK_EX)
        try:
            _, end = _NEXT.unpack_from(self._board)
            if item >= end:
                return True
            _NEXT.pack_into(self._board, 0, item + 1, end)
            return False
        finally:
            fcntl.lockf(self._claims, fcntl.LOCK_UN)

    def _next(self) -> int | None:
        """The item that this process, the second, is to do now; None when all are begun, or nobody waits."""
        if os.getppid() != self._first_process:
            return None
        fcntl.lockf(self._claims, fcntl.LOCK_EX)
        try:
            first, end = _NEXT.unpack_from(self._board)
            if first >= end:
                return None
            _NEXT.pack_into(self._board, 0, first, end - 1)
            return int(end) - 1
        finally:
            fcntl.lockf(self._claims, fcntl.LOCK_UN)

    def _go_through(self, work: Callable[[int], object]) -> None:
        offset = 0
        while (item := self._next()) is not None:
            try:
                result = work(item)
                data = b"" if result is None else pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
            except Exception:  # noqa: BLE001  # the first process does it too, and says what is wrong
                data = b""
            self._results.write(data)
            self._results.flush()
            _PLACE.pack_into(self._board, _NEXT.size + _PLACE.size * item, offset, len(data) or _NOTHING)
            offset += len(data)


def in_two(
    worth: int, folder: Path, work: Callable[[Item], Result], items: Sequence[Item]
) -> Iterator[Result]:
    """What a function makes of each item, in their order, by two processes where that is of use.

    Args:
        worth: items for which a second process is worth its start.
        folder: for the file with the results.
        work: makes a result of an item; None is none.
        items: all of them.
    """
    if len(items) < worth or not can_fork():
        yield from map(work, items)
        return
    with WorkAhead(0, len(items), lambda number: work(items[number]), folder) as ahead:
        for number, item in enumerate(items):
            made = ahead.take(number)
            yield work(item) if made is None else made
