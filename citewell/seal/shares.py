"""Work on many pages, divided between processes."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import Protocol, TypeVar

_MANY = 300
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

    A new process is started afresh: one that was split off from this one would share its locks and open
    files.

    Args:
        items: how many there are.
        processes: how many share the work, with this one; None for as many as there are processors.
    """
    number = processes or (1 if items < _MANY else min(_processors(), _MOST))
    if number == 1:
        yield lambda function, all_of_them: function(all_of_them)
        return
    with ProcessPoolExecutor(number - 1, get_context("spawn")) as others:
        yield partial(_divide, others, number)


def _divide(
    others: ProcessPoolExecutor,
    number: int,
    function: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
) -> list[Result]:
    """One share here, the others there."""
    shares = [items[first::number] for first in range(number)]
    sent = [others.submit(function, share) for share in shares[1:]]
    results = function(shares[0])
    for future in sent:
        results += future.result()
    return results


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
