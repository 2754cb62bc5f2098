"""The collector as it runs for real: a process of its own that counts into a file."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from citewell.collector.totals import read_totals

SITE = "https://site.example/health/"
ORIGIN = "https://site.example"
REVISION = "0123456789"
_READY = re.compile(r"http://\[?(?P<host>[\d.:]+?)\]?:(?P<port>\d+)/vote")


@dataclass(frozen=True)
class RunningCollector:
    """A collector that listens.

    Attributes:
        process: to signal and to wait for.
        host: where it listens.
        port: where it listens.
        folder: that holds pages.json, the database and log.txt with all that it said.
        data: the folder of the database; by a way round where it is a disk that only the process sees.
    """

    process: subprocess.Popen[str]
    host: str
    port: int
    folder: Path
    data: Path

    @property
    def database(self) -> Path:
        """The file that it counts in."""
        return self.data / "votes.sqlite"

    @property
    def log(self) -> str:
        """All that it wrote to standard error so far."""
        return (self.folder / "log.txt").read_text(encoding="utf-8")

    def tally(self) -> Counter[tuple[str, str]]:
        """(page, answer) -> votes, as the file has them now. Nobody may vote meanwhile."""
        with TemporaryDirectory() as copy:  # SQLite itself cannot go the way round
            for file in self.data.glob(f"{self.database.name}*"):
                shutil.copy(file, copy)
            return tally_of(Path(copy, self.database.name))


def tally_of(database: Path) -> Counter[tuple[str, str]]:
    """(page, answer) -> votes of a collector's file."""
    counts: Counter[tuple[str, str]] = Counter()
    for total in read_totals(database):
        counts[total.page, total.reason or total.vote] += total.votes
    return counts


@contextlib.contextmanager
def running_collector(
    folder: Path,
    *options: str,
    small_disk: str = "",
    environment: dict[str, str] | None = None,
    within: Sequence[str] = (),
) -> Iterator[RunningCollector]:
    """Start `citewell collect` over a folder's pages.json, wait until it listens, and end it afterwards.

    Args:
        folder: of the pages.json and, in `data/`, of the database.
        options: of the command, beside those that it needs.
        small_disk: the size of a disk for the database alone, as mount takes it: "512k".
        environment: to add to this process's own.
        within: a command to run it within, such as one that takes rights away.

    Raises:
        RuntimeError: it ended before it listened; the message is what it said.
    """
    (folder / "data").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "citewell", "collect", "--listen", "127.0.0.1:0", "--site", SITE]
    command += ["--pages", str(folder / "pages.json"), "--database", str(folder / "data" / "votes.sqlite")]
    command = [*within, *command, *options]
    if small_disk:
        command = [*_with_disk(folder / "data", small_disk), *command]
    with (folder / "log.txt").open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env=os.environ | (environment or {}),
        )
    try:
        ready = _READY.search(process.stdout.readline() if process.stdout else "")
        if not ready:
            process.wait()
            raise RuntimeError((folder / "log.txt").read_text(encoding="utf-8"))
        # A disk of its own is mounted for that process alone; this is how others see it.
        seen = Path(f"/proc/{process.pid}/root{folder / 'data'}") if small_disk else folder / "data"
        yield RunningCollector(process, ready["host"], int(ready["port"]), folder, seen)
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate()


def write_pages(folder: Path, pages: Sequence[str], revision: str = REVISION) -> None:
    """Write a pages.json, as a build does at the end of the building."""
    entries = [{"id": page, "revision": revision, "title": page, "changed": None} for page in pages]
    new = folder / "pages.json.new"
    new.write_text(json.dumps({"pages": entries}), encoding="utf-8")
    new.replace(folder / "pages.json")


def has_small_disks() -> bool:
    """Whether this system lets us mount one."""
    try:
        probe = subprocess.run([*_UNSHARED, "true"], capture_output=True, check=False)
    except OSError:
        return False
    return probe.returncode == 0


_UNSHARED = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--mount")


def _with_disk(folder: Path, size: str) -> list[str]:
    script = 'mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@"'
    return [*_UNSHARED, "sh", "-c", script, "sh", size, str(folder)]
