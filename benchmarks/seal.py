"""What sealing a site and making its search cost beside building it: in turn, as shares of the build."""

import json
import shutil
import sys
from pathlib import Path

from benchmarks.measure import Cost, median_of, median_ratio, run
from benchmarks.variants import VARIANTS, write_site

_FOLDER = Path(".cache") / "benchmarks" / "seal"
_ROOT = Path(__file__).parent.parent
_WARM_UP_PAGES = 5
LIMIT = 0.15
"""The share of the build's wall time that sealing 1,000 pages may take, without making their search."""

_OF_THIS_SITE = {
    "affiliates.yml": "the page that speaks of it is not there",
    "drugs.yml": "nor are the works that its warnings cite",
    "published-addresses.txt": "nor the pages that answer at them",
}
"""Data that a corpus cannot have, and why."""
_SEAL, _SEARCH = "seal, with the sources", "the search, which seal makes too"
_SOURCES = ("--source", "{folder}")
_WAYS = {
    "seal, the built site alone": ("--no-search",),
    _SEAL: ("--no-search", *_SOURCES),
    _SEARCH: _SOURCES,
}
"""What is run: the search is what the last takes beyond the one before."""


def seal_costs(pages: int, runs: int) -> str:
    """Build and seal in turn; the costs as a Markdown table.

    Args:
        pages: articles in the corpus.
        runs: how often.
    """
    shutil.rmtree(_FOLDER, ignore_errors=True)
    _round(_prepare("warm-up", _WARM_UP_PAGES))  # so that no run pays for compiling modules
    settings = _prepare("corpus", pages)
    costs: dict[str, list[Cost]] = {"build": [], **{way: [] for way in _WAYS}}
    for number in range(1, runs + 1):
        for name, cost in _round(settings).items():
            costs[name].append(cost)
            print(f"round {number}: {name} {cost.wall:.1f} s", file=sys.stderr)
    return _table(costs, len(list((settings.parent / "site").rglob("*.html"))))


def _prepare(name: str, pages: int) -> Path:
    """The settings of a corpus that is sound: without this site's own page for what is not found.

    That page links to articles, which the corpus does not have.
    """
    settings = write_site(VARIANTS[0], _FOLDER / name, pages)
    overrides = settings.parent / "overrides"
    shutil.copytree(_ROOT / "overrides", overrides, ignore=shutil.ignore_patterns("not-found.html"))
    shutil.copytree(_ROOT / "docs" / "_data", settings.parent / "docs" / "_data")
    for data in _OF_THIS_SITE:
        (settings.parent / "docs" / "_data" / data).unlink()
    written = json.loads(settings.read_text("utf-8"))
    written["theme"]["custom_dir"] = str(overrides.resolve())
    written["plugins"][-1]["citewell"] |= {"seal_pages": False, "page_cache": False}
    settings.write_text(json.dumps(written, indent=1), "utf-8")
    return settings


def _round(settings: Path) -> dict[str, Cost]:
    folder = settings.parent
    shutil.rmtree(folder / "site", ignore_errors=True)
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(settings)]
    costs = {"build": run(build, folder / "build.log")}
    seal = [sys.executable, "-m", "citewell", "seal", str(folder / "site")]
    seal += ["--style", "assets/askyourpharm.css"]
    for way, options in _WAYS.items():
        further = [option.format(folder=folder) for option in options]
        costs[way] = run([*seal, *further], folder / "seal.log")
    return {**costs, _SEARCH: costs[_SEARCH].beyond(costs[_SEAL])}


def _table(costs: dict[str, list[Cost]], pages: int) -> str:
    lines = [
        f"{pages} pages, median of {len(costs['build'])} rounds; a share of the build is of the same round.",
        f"The seal alone may take {LIMIT:.0%} of the build's wall time.",
        "",
        "| | wall, s | CPU, s | ms a page | share of the build's wall time | of its CPU time |",
        "|---|---|---|---|---|---|",
    ]
    for name, runs in costs.items():
        middle, share = median_of(runs), median_ratio(runs, costs["build"])
        lines.append(
            f"| {name} | {middle.wall:.1f} | {middle.cpu:.1f} | {middle.wall / pages * 1000:.2f} "
            f"| {share.wall:.1%} | {share.cpu:.1%} |"
        )
    return "\n".join(lines)
