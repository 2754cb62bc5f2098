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
from functools import partial
from typing import Any, Protocol, TypeVar

_MANY = 200
"""Pages from which on another process saves more time than it takes to start."""

_MOST = 4

Item = TypeVar("Item")
Result = TypeVar("Result")


class Divide(Protocol):
    """Divides items, has a function called with each share, and puts the shares' results together."""

    def __call__(
        self, function: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]
    ) -> list[Result]:
        """The results, in no order."""
        ...


@contextmanager
def divided(items: int, processes: int | None = None) -> Iterator[Divide]:
    """What divides work on so many items. Functions and items have to be such that they can be sent.

    Args:
        items: how many there are.
        processes: how many share the work, with this one; None for as many as there are processors.
    """
    number = processes or (1 if items < _MANY else min(_processors(), _MOST))
    with ExitStack() as others:
        yield partial(_divide, [others.enter_context(_helper()) for _ in range(number - 1)])


def _divide(
    helpers: Sequence["subprocess.Popen[bytes]"],
    function: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
) -> list[Result]:
    """One share here, the others there."""
    shares = [items[first :: len(helpers) + 1] for first in range(len(helpers) + 1)]
    for helper, share in zip(helpers, shares[1:], strict=True):
        _send((function, share), helper.stdin)
    results = function(shares[0])
    for helper in helpers:
        results += pickle.load(helper.stdout)  # type: ignore[arg-type]  # noqa: S301 (of our own process)
    return results


@contextmanager
def _helper() -> Iterator["subprocess.Popen[bytes]"]:
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
