"""Builds a corpus with this project and its peers in turn, and prints what each costs as a Markdown table."""

import argparse
import shutil
import sys
from pathlib import Path

from benchmarks.measure import Cost, run
from benchmarks.table import table
from benchmarks.variants import VARIANTS, Variant, write_site

_FOLDER = Path(".cache") / "benchmarks"
_WARM_UP_PAGES = 5


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    runs = {"a": arguments.runs, "b": arguments.runs, "c": min(arguments.peer_runs, arguments.runs)}
    variants = [variant for variant in VARIANTS if runs[variant.letter]]
    shutil.rmtree(_FOLDER, ignore_errors=True)
    settings = {variant.letter: _prepare(variant, arguments.pages) for variant in variants}
    costs: dict[str, list[Cost]] = {variant.letter: [] for variant in variants}
    for number in range(1, arguments.runs + 1):
        for variant in variants:
            if number <= runs[variant.letter]:
                cost = _build(settings[variant.letter])
                costs[variant.letter].append(cost)
                print(f"round {number}: ({variant.letter}) {cost.wall:.1f} s", file=sys.stderr)
    print(table(costs, arguments.pages))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--pages", type=int, default=700, help="articles in the corpus (700)")
    parser.add_argument("--runs", type=int, default=5, help="runs of (a) and (b) (5)")
    parser.add_argument("--peer-runs", type=int, default=2, help="runs of (c), which is slow (2); 0 for none")
    return parser.parse_args()


def _prepare(variant: Variant, pages: int) -> Path:
    # A small build first, so that no run pays for compiling modules or for a cold disk.
    _build(write_site(variant, _FOLDER / f"warm-up-{variant.letter}", _WARM_UP_PAGES))
    return write_site(variant, _FOLDER / variant.letter, pages)


def _build(settings: Path) -> Cost:
    shutil.rmtree(settings.parent / "site", ignore_errors=True)
    program = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings)]
    return run(program, settings.parent / "build.log")


if __name__ == "__main__":
    main()
