"""Other processes that do the last items of a list while the first one goes through them from the front.

They are forks: they know all that the first one has read, and nothing has to be sent to them. What they make
is read from files, so that none waits for another and none grows.
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
from typing import IO, Any, Protocol, Self, TypeVar

if sys.platform != "win32":
    import fcntl

Item = TypeVar("Item")
Result = TypeVar("Result")

_PLACE = struct.Struct("@qqq")
"""Which file a result stands in, where, and its length, which is written last; 0 as long as there is none.

Native, so that each number is written at once: the other form writes it byte by byte.
"""
_NOTHING = -1
"""The length of what another process could not make."""
_NEXT = struct.Struct("=qq")
"""The first item that the first process has not begun, and the one behind the last that no other has."""
_WAIT = 0.0005
_TWO, _MOST = 2, 4


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether another process is of use, and safe: a fork of a process with threads may never end."""
    return sys.platform == "linux" and processors() > 1 and threading.active_count() == 1


class WorkAhead:
    """The other processes.

    Args:
        items: the numbers of those that are not done yet.
        work: what is to be done with an item, by its number. Its result is pickled; where it is None, or an
            error is raised, `take` says that the item is not done.
        folder: for the files with the results.
        before: what each of them does before all items.
        processes: how many share the work, with this one.
    """

    def __init__(
        self,
        items: range,
        work: Callable[[int], object],
        folder: Path,
        before: Callable[[], None] = lambda: None,
        processes: int = _TWO,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._claims, *self._results = (_file_until_end(folder) for _ in range(processes))
        self._board = mmap.mmap(-1, _NEXT.size + _PLACE.size * max(items.stop, 1))
        _NEXT.pack_into(self._board, 0, items.start, items.stop)
        self._first_process = os.getpid()
        self._processes: set[int] = set()
        self._did_all = True
        sys.stdout.flush()
        sys.stderr.flush()
        for other in range(processes - 1):
            process = os.fork()
            if process == 0:
                status = 1
                try:
                    before()
                    self._go_through(work, other)
                    status = 0
                finally:
                    os._exit(status)
            self._processes.add(process)

    def take(self, item: int) -> Any:
        """What another process made of an item; None where it is this one's to do.

        Items are taken in their order.
        """
        if not self._begins(item):
            return None
        place = _NEXT.size + _PLACE.size * item
        while True:
            if _PLACE.unpack_from(self._board, place)[-1]:
                # Read once more: the first two may have been read before they were written.
                other, offset, length = _PLACE.unpack_from(self._board, place)
                if length == _NOTHING:
                    return None
                made = os.pread(self._results[other].fileno(), length, offset)
                return pickle.loads(made)  # noqa: S301 (our own)
            if not self._is_any_alive():
                return None
            time.sleep(_WAIT)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for the end of the processes; end them where this one has failed."""
        self.end(at_once=error is not None)

    def end(self, *, at_once: bool = False) -> bool:
        """Wait for the processes' end; whether they did all that they had begun.

        Args:
            at_once: ends them wherever they are.
        """
        for process in self._processes if at_once else ():
            os.kill(process, signal.SIGKILL)
        for process in self._processes:
            self._has_ended(os.waitpid(process, 0)[1])
        self._processes.clear()
        for file in (*self._results, self._claims):
            file.close()
        return self._did_all

    def _is_any_alive(self) -> bool:
        for process in tuple(self._processes):
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                self._processes.remove(process)
                self._has_ended(status)
        return bool(self._processes)

    def _has_ended(self, status: int) -> None:
        self._did_all = self._did_all and status == 0

    def _begins(self, item: int) -> bool:
        """Whether another process has begun an item; if not, this one does now."""
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
        """The item that this process, another one, is to do now; None when all are begun, or nobody waits."""
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

    def _go_through(self, work: Callable[[int], object], other: int) -> None:
        offset, file = 0, self._results[other]
        while (item := self._next()) is not None:
            try:
                result = work(item)
                data = b"" if result is None else pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
            except Exception:  # noqa: BLE001  # the first process does it too, and says what is wrong
                data = b""
            file.write(data)
            file.flush()
            place = _NEXT.size + _PLACE.size * item
            _PLACE.pack_into(self._board, place, other, offset, len(data) or _NOTHING)
            offset += len(data)


def _file_until_end(folder: Path) -> IO[bytes]:
    return tempfile.TemporaryFile(dir=folder)


class Divide(Protocol):
    """Gives what a function makes of each of many items, in their order, perhaps by several processes."""

    def __call__(
        self, work: Callable[[Item], Result], items: Sequence[Item], *, worth: int
    ) -> Iterator[Result]:
        """What it makes of each.

        Args:
            work: makes a result of an item; None is none.
            items: all of them.
            worth: items for which another process is worth its start.
        """
        ...


def divided(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    worth: int,
    folder: Path | None = None,
    processes: int | None = _TWO,
) -> Iterator[Result]:
    """What a function makes of each item, in their order, by several processes where that is of use.

    Args:
        work: makes a result of an item; None is none.
        items: all of them.
        worth: items for which another process is worth its start.
        folder: for the files with the results; None for the system's own.
        processes: how many share the work, with this one; None for as many as there are processors.
    """
    if len(items) < worth or processes == 1 or not can_fork():
        yield from map(work, items)
        return
    folder = folder or Path(tempfile.gettempdir())
    number = processes or min(processors(), _MOST)
    with WorkAhead(range(len(items)), lambda item: work(items[item]), folder, processes=number) as ahead:
        for item, value in enumerate(items):
            made = ahead.take(item)
            yield work(value) if made is None else made
