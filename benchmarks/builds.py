"""Builds the corpus with this project and its peers in turn, and says what each build costs."""

import shutil
import sys
from pathlib import Path

from benchmarks.measure import Cost, run
from benchmarks.table import table
from benchmarks.variants import VARIANTS, Variant, write_site

_FOLDER = Path(".cache") / "benchmarks"
_WARM_UP_PAGES = 5


def build_costs(pages: int, runs: int, peer_runs: int) -> str:
    """Build in turn; the costs as a Markdown table.

    Args:
        pages: articles in the corpus.
        runs: builds of this project, with citations and without.
        peer_runs: builds of its peer, which is slow; 0 for none.
    """
    runs_of = {"a": runs, "b": runs, "c": min(peer_runs, runs)}
    variants = [variant for variant in VARIANTS if runs_of[variant.letter]]
    shutil.rmtree(_FOLDER, ignore_errors=True)
    settings = {variant.letter: _prepare(variant, pages) for variant in variants}
    costs: dict[str, list[Cost]] = {variant.letter: [] for variant in variants}
    for number in range(1, runs + 1):
        for variant in variants:
            if number <= runs_of[variant.letter]:
                cost = _build(settings[variant.letter])
                costs[variant.letter].append(cost)
                print(f"round {number}: ({variant.letter}) {cost.wall:.1f} s", file=sys.stderr)
    return table(costs, pages)


def _prepare(variant: Variant, pages: int) -> Path:
    # A small build first, so that no run pays for compiling modules or for a cold disk.
    _build(write_site(variant, _FOLDER / f"warm-up-{variant.letter}", _WARM_UP_PAGES))
    return write_site(variant, _FOLDER / variant.letter, pages)


def _build(settings: Path) -> Cost:
    shutil.rmtree(settings.parent / "site", ignore_errors=True)
    program = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings)]
    return run(program, settings.parent / "build.log")
