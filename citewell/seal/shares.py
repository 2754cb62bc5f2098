"""Work on many pages, divided between processes.

A process that helps is this module, run as a program: it imports what it is sent and nothing else. One that
the standard library starts would first import the program that asked, an engine with all its plugins.
"""

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from threading import Thread
from typing import Any, Protocol, TypeVar

WORTH_READING = 200
"""Pages to read and judge for which another process saves more time than it takes to start."""
WORTH_WRITING = 3_000
"""Pages to write for which it does."""

_MOST = 4

Item = TypeVar("Item")
Result = TypeVar("Result")
_Helper = subprocess.Popen[bytes]


class Divide(Protocol):
    """Divides items, has a function called with each share, and puts the shares' results together."""

    def __call__(
        self,
        function: Callable[[Sequence[Item]], list[Result]],
        items: Sequence[Item],
        worth: int = WORTH_READING,
    ) -> list[Result]:
        """The results, in no order.

        Args:
            function: that is called with a share.
            items: to be divided.
            worth: items from which on others help.
        """
        ...


@contextmanager
def divided(processes: int | None = None, *, expected: int = 0) -> Iterator[Divide]:
    """What divides work. Functions and items have to be such that they can be sent.

    Args:
        processes: how many share the work, with this one; None for as many as there are processors, where
            there is enough to do.
        expected: pages that will have to be read: who will help is started at once.
    """
    with ExitStack() as ends:
        helpers: list[_Helper] = []

        def helpers_for(items: int, worth: int) -> Sequence[_Helper]:
            number = processes or (1 if items < worth else min(_processors(), _MOST))
            while len(helpers) < number - 1:
                helpers.append(ends.enter_context(_helper()))
            return helpers[: number - 1]

        def divide(
            function: Callable[[Sequence[Item]], list[Result]],
            items: Sequence[Item],
            worth: int = WORTH_READING,
        ) -> list[Result]:
            return _divide(helpers_for(len(items), worth), function, items)

        helpers_for(expected, WORTH_READING)
        yield divide


def _divide(
    helpers: Sequence[_Helper], function: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]
) -> list[Result]:
    """One share here, the others there."""
    shares = [items[first :: len(helpers) + 1] for first in range(len(helpers) + 1)]
    # A helper that has just been started does not read yet: nobody waits for it.
    sending = [
        Thread(target=_send, args=((function, share), helper.stdin))
        for helper, share in zip(helpers, shares[1:], strict=True)
    ]
    for thread in sending:
        thread.start()
    results = function(shares[0])
    for thread, helper in zip(sending, helpers, strict=True):
        thread.join()
        results += pickle.load(helper.stdout)  # type: ignore[arg-type]  # noqa: S301 (of our own process)
    return results


@contextmanager
def _helper() -> Iterator[_Helper]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "citewell.seal.shares"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as helper:  # noqa: S603
        yield helper


def _help() -> None:
    """Do what is asked for on the standard input, until it ends."""
    gc.disable()  # as the process that started this one does while it judges
    while True:
        try:
            function, share = pickle.load(sys.stdin.buffer)  # noqa: S301 (of the process that started this one)
        except EOFError:
            return
        _send(function(share), sys.stdout.buffer)


def _send(what: object, stream: Any) -> None:
    pickle.dump(what, stream)
    stream.flush()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


if __name__ == "__main__":
    _help()
