"""What one run of a program costs, and how the costs of two programs compare."""

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_BYTES_IN_MAXRSS = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Cost:
    """The cost of a run.

    Attributes:
        wall: seconds from start to end.
        cpu: seconds of processor time, of the program and its children.
        memory: the largest resident set of any one of its processes, in MB (10^6 bytes).
    """

    wall: float
    cpu: float
    memory: float

    def over(self, other: "Cost") -> "Cost":
        """Each kind of cost as a multiple of another's."""
        return Cost(self.wall / other.wall, self.cpu / other.cpu, self.memory / other.memory)

    def beyond(self, other: "Cost") -> "Cost":
        """The time that this run took more than another; its memory is its own."""
        return Cost(self.wall - other.wall, self.cpu - other.cpu, self.memory)


def run(program: list[str], log: Path, folder: Path | None = None) -> Cost:
    """Run a program to its end, with what it prints kept in a file.

    Args:
        program: with its arguments.
        log: the file.
        folder: that it runs in; None for this one.

    Raises:
        RuntimeError: it failed; the message ends with what it printed last.
    """
    to_log = (os.POSIX_SPAWN_OPEN, 1, str(log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    errors_too = (os.POSIX_SPAWN_DUP2, 1, 2)
    started = time.perf_counter()
    if folder:  # posix_spawn has no word for it
        program = ["/bin/sh", "-c", 'cd "$0" && exec "$@"', str(folder), *program]
    child = os.posix_spawn(program[0], program, os.environ, file_actions=[to_log, errors_too])
    # The usage of this child alone: getrusage(RUSAGE_CHILDREN) would give the largest of all so far.
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    if status:
        last = log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:]
        raise RuntimeError("\n".join([f"{' '.join(program)} failed:", *last]))
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _BYTES_IN_MAXRSS / 1e6)


def median_of(costs: Sequence[Cost]) -> Cost:
    """The median of each kind of cost."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        median(cost.memory for cost in costs),
    )


def median_ratio(costs: Sequence[Cost], others: Sequence[Cost]) -> Cost:
    """The median of the ratios of runs of one round; rounds that one of them sat out do not count."""
    return median_of([cost.over(other) for cost, other in zip(costs, others, strict=False)])
