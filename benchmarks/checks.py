"""What it costs to check a large site, and a change of one page of it."""

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.machine import describe
from benchmarks.measure import Cost, median_of, run

_FOLDER = Path(".cache") / "benchmarks" / "check"
_ROOT = Path(__file__).parent.parent
_ARTICLE = "sertraline-and-crying"
_WHO = ("-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "commit.gpgsign=false")


def check_costs(pages: int, runs: int) -> str:
    """Check in turn; the costs as a Markdown table.

    Args:
        pages: of the site, at least: this site's article again and again, with all its pages.
        runs: how often.
    """
    read = _write(pages)
    program = [sys.executable, "-m", "citewell", "check", str(_FOLDER)]
    ways = {
        f"all {read} pages": program,
        "one changed page, `--quick`": [*program, "--changed", "main", "--quick"],
        "one changed page, and what must be mended anywhere": [*program, "--changed", "main"],
    }
    costs: dict[str, list[Cost]] = {way: [] for way in ways}
    for number in range(1, runs + 1):
        for way, command in ways.items():
            costs[way].append(run(command, _FOLDER / "check.log"))
            print(f"round {number}: {way} {costs[way][-1].wall:.2f} s", file=sys.stderr)
    lines = ["| check | wall time | CPU time | peak memory of a process |", "|---|--:|--:|--:|"]
    for way, found in costs.items():
        middle = median_of(found)
        lines.append(f"| {way} | {middle.wall:.2f} s | {middle.cpu:.2f} s | {middle.memory:.0f} MB |")
    return "\n".join([*lines, "", f"Median of {runs} rounds. Measured on {describe()}."])


def _write(pages: int) -> int:
    """A site whose sources have nothing to mend, with one page changed since its commit; its pages."""
    shutil.rmtree(_FOLDER, ignore_errors=True)
    shutil.copytree(_ROOT / "docs", _FOLDER / "docs")
    shutil.copy(_ROOT / "references.bib", _FOLDER)
    article = _FOLDER / "docs" / _ARTICLE
    number = 0
    while (read := sum(1 for _ in (_FOLDER / "docs").rglob("*.md"))) < pages:
        shutil.copytree(article, article.with_name(f"{_ARTICLE}-{number}"))
        number += 1
    _git("init", "--quiet", "--initial-branch=main")
    _git("add", "--all")
    _git("commit", "--quiet", "--message", "A site")
    changed = _FOLDER / "docs" / f"{_ARTICLE}-0" / "does-it-pass.md"
    changed.write_text(changed.read_text("utf-8") + "\nOne sentence more.\n", encoding="utf-8")
    return read


def _git(*arguments: str) -> None:
    subprocess.run(["git", *_WHO, *arguments], cwd=_FOLDER, check=True, capture_output=True)
