"""The vote collector under load, and under the faults that it must not lose a vote by."""

import json
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.collector_clients import Outcome, Plan
from benchmarks.collector_process import RunningCollector, has_small_disks, running_collector, write_pages

VOTES_A_SECOND = 500
_PAGES = tuple(f"article-{number // 7}/page-{number % 7}/" for number in range(700))
_PROCESSES = 2
READERS = 20_000
_SECONDS_AROUND_A_FAULT = 12.0
_SECONDS_OF_A_FAULT = 3.0
_SMALL_DISK = "16m"


@dataclass(frozen=True)
class Run:
    """What the readers met, and what the file had afterwards.

    Attributes:
        name: of the run.
        seconds: for which votes were sent.
        outcome: of all readers together.
        tally: (page, answer) -> votes in the file.
    """

    name: str
    seconds: float
    outcome: Outcome
    tally: Counter[tuple[str, str]]

    @property
    def lost(self) -> int:
        """Votes that were acknowledged and are not in the file."""
        return (self.outcome.acknowledged - self.tally).total()

    @property
    def unacknowledged(self) -> int:
        """Votes in the file whose answer did not arrive: the process was ended between the two."""
        return (self.tally - self.outcome.acknowledged).total()


def collector_runs(seconds: float) -> Iterator[Run]:
    """Load, then each fault in the middle of load: a kill, a locked file, a full disk.

    Args:
        seconds: of the run without a fault.
    """
    yield _run("no fault", seconds)
    yield _run("SIGKILL in the middle", _SECONDS_AROUND_A_FAULT, _kill)
    yield _run(f"the file locked for {_SECONDS_OF_A_FAULT:.0f} s", _SECONDS_AROUND_A_FAULT, _lock)
    if has_small_disks():
        full = f"the disk full for {_SECONDS_OF_A_FAULT:.0f} s"
        yield _run(full, _SECONDS_AROUND_A_FAULT, _fill, small_disk=_SMALL_DISK)


def _run(
    name: str,
    seconds: float,
    fault: Callable[[RunningCollector], None] | None = None,
    small_disk: str = "",
) -> Run:
    with TemporaryDirectory() as folder:
        write_pages(Path(folder), _PAGES)
        options = ("--trusted-proxy", "127.0.0.1")
        with running_collector(Path(folder), *options, small_disk=small_disk) as running:
            outcome = Outcome()
            with ExitStack() as ended:
                readers = [ended.enter_context(_start(running, seed, seconds)) for seed in range(_PROCESSES)]
                if fault:
                    time.sleep(seconds / 3)
                    fault(running)
                for reader in readers:
                    outcome.add(reader.communicate()[0])
            return Run(name, seconds, outcome, running.tally())


def _start(running: RunningCollector, seed: int, seconds: float) -> subprocess.Popen[str]:
    rate = VOTES_A_SECOND / _PROCESSES
    plan = Plan(running.host, running.port, _PAGES, rate, seconds, READERS, seed)
    program = [sys.executable, "-m", "benchmarks.collector_clients", json.dumps(asdict(plan))]
    return subprocess.Popen(program, stdout=subprocess.PIPE, text=True)


def _kill(running: RunningCollector) -> None:
    running.process.kill()


def _lock(running: RunningCollector) -> None:
    with closing(sqlite3.connect(running.database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        time.sleep(_SECONDS_OF_A_FAULT)


def _fill(running: RunningCollector) -> None:
    ballast = fill(running.data)
    time.sleep(_SECONDS_OF_A_FAULT)
    ballast.unlink()


def fill(disk: Path, name: str = "ballast") -> Path:
    """Write a file until the disk is full; removing it makes room."""
    ballast = disk / name
    try:
        with ballast.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
    except OSError:
        return ballast
