"""What sites of many pages cost: cold, after one edit, and beside what others make of the same pages."""

import json
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.engines import (
    HUGO,
    ZENSICAL,
    ZENSICAL_WITH_CITATIONS,
    EngineBuild,
    write_hugo,
    write_zensical,
)
from benchmarks.machine import describe
from benchmarks.measure import Cost, median_of, median_ratio, run
from benchmarks.variants import VARIANTS, write_site

SIZES = (100, 1_000, 5_000, 10_000)
_ALL_VARIANTS_UP_TO = 1_000
"""Articles up to which the slow ones are built too: mkdocs-bibtex, Material with a whole navigation, and
Zensical with our extension, which it asks page by page."""
_FOLDER = Path(".cache") / "benchmarks" / "large"
_OURS, _WARM, _STOCK, _BIBTEX = "ours", "warm", "stock", "bibtex"


@dataclass(frozen=True)
class Way:
    """A way to build the corpus: its folder, what is done before, and the program."""

    name: str
    citations: str
    folder: Path
    before: Callable[[], None]
    program: Sequence[str]


def large_costs(sizes: Sequence[int], runs: int) -> str:
    """Build each corpus in turn; the costs as Markdown tables.

    Args:
        sizes: articles in each corpus.
        runs: how often each is built.
    """
    costs = {size: _costs(size, runs) for size in sizes}
    parts = [_table(size, *found) for size, found in costs.items()]
    parts += targets({size: found[1] for size, found in costs.items()})
    return "\n\n".join([*parts, f"Medians of builds made in turn. Measured on {describe()}."])


def _costs(size: int, runs: int) -> tuple[Mapping[str, Way], dict[str, list[Cost]]]:
    shutil.rmtree(_FOLDER, ignore_errors=True)
    ways = ways_of(size)
    costs: dict[str, list[Cost]] = {key: [] for key in ways}
    for number in range(1, runs + 1):
        for key, way in ways.items():
            way.before()
            costs[key].append(run(list(way.program), way.folder / "build.log", way.folder))
            print(f"{size} articles, round {number}: {way.name} {costs[key][-1].wall:.1f} s", file=sys.stderr)
    return ways, costs


def ways_of(size: int) -> dict[str, Way]:
    """The ways to build a corpus of so many articles, each with its sources written."""
    ours = write_site(VARIANTS[0], _FOLDER / "ours", size).parent
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    printed = "numbers, lists, downloads, structured data, two site-wide lists, every page sealed"
    ways = {
        _OURS: Way("this project, cold", printed, ours, lambda: _clean(ours, "site", ".cache"), build),
        _WARM: Way("the same after one edit", printed, ours, lambda: _edit(ours), build),
    }
    if size <= _ALL_VARIANTS_UP_TO:
        stock = _stock(size)
        bibtex = write_site(VARIANTS[2], _FOLDER / "bibtex", size).parent
        name = "mkdocs-material, its own search and navigation (prune, indexes)"
        ways[_STOCK] = Way(name, "none", stock, lambda: _clean(stock, "site"), build)
        name = "mkdocs-material with mkdocs-bibtex"
        ways[_BIBTEX] = Way(name, "footnotes", bibtex, lambda: _clean(bibtex, "site"), build)
    for key, engine, cited in (("z", ZENSICAL, False), ("zc", ZENSICAL_WITH_CITATIONS, True)):
        if cited and size > _ALL_VARIANTS_UP_TO:
            continue
        write_zensical(_FOLDER / key, size, cited=cited)
        ways[key] = _of_engine(engine, _FOLDER / key)
    write_hugo(_FOLDER / "hugo", size)
    ways["hugo"] = _of_engine(HUGO, _FOLDER / "hugo")
    return ways


def _of_engine(engine: EngineBuild, folder: Path) -> Way:
    def before() -> None:
        _clean(folder, *engine.leaves)

    return Way(engine.name, engine.citations, folder, before, engine.program)


def _stock(size: int) -> Path:
    """Material as it comes, with a navigation of all pages that shows a reader as little of it as it can."""
    path = write_site(VARIANTS[2], _FOLDER / "stock", size)
    settings = json.loads(path.read_text("utf-8"))
    docs = path.parent / "docs"
    shutil.rmtree(docs)
    plain = write_site(VARIANTS[1], _FOLDER / "plain", size).parent  # the corpus without citations
    shutil.copytree(plain / "docs", docs)
    shutil.rmtree(plain)
    folders = sorted(docs.glob("section-*"))
    pages = {folder.name: [folder / "index.md", *_articles(folder)] for folder in folders}
    settings["nav"] = [
        {"Start": "index.md"},
        *({name: [path.relative_to(docs).as_posix() for path in paths]} for name, paths in pages.items()),
    ]
    settings["plugins"] = ["search"]
    settings["theme"]["features"] = ["navigation.prune", "navigation.indexes", "navigation.path"]
    path.write_text(json.dumps(settings, indent=1), "utf-8")
    return path.parent


def _articles(folder: Path) -> list[Path]:
    return sorted(folder.glob("article-*.md"))


def _clean(folder: Path, *names: str) -> None:
    for name in names:
        shutil.rmtree(folder / name, ignore_errors=True)


def _edit(folder: Path) -> None:
    """One sentence more on a page of a site that was built: what it kept stays, its pages are not there."""
    _clean(folder, "site")
    article = next(folder.glob("docs/*/article-00007.md"))
    article.write_text(f"{article.read_text('utf-8')}\nOne sentence more.\n", "utf-8")


def _table(size: int, ways: Mapping[str, Way], costs: Mapping[str, Sequence[Cost]]) -> str:
    lines = [
        f"{size:,} articles of about 1,500 words:",
        "",
        "| | wall time | CPU time | peak memory of a process | citations |",
        "|---|--:|--:|--:|---|",
    ]
    for key, runs in costs.items():
        cost, way = median_of(runs), ways[key]
        kinds = f"{cost.wall:.1f} s | {cost.cpu:.1f} s | {cost.memory:.0f} MB"
        lines.append(f"| {way.name} | {kinds} | {way.citations} |")
    return "\n".join(lines)


def targets(costs: Mapping[int, Mapping[str, Sequence[Cost]]]) -> list[str]:
    """The ratios that this project holds itself to, where they can be told."""
    rows = []
    for size, found in costs.items():
        ours = found[_OURS]
        for name, one, other, limit in (
            ("cold / mkdocs-material", ours, found.get(_STOCK), "≤ 1.5"),
            ("mkdocs-bibtex / cold", found.get(_BIBTEX), ours, "≥ 5"),
            ("after one edit / cold", found[_WARM], ours, "≤ 0.3"),
        ):
            if one and other:
                ratio = median_ratio(one, other)
                rows.append(f"| {size:,} articles: {name} | {ratio.wall:.2f} | {ratio.cpu:.2f} | {limit} |")
    if {1_000, 10_000} <= costs.keys():
        few, many = (median_of(costs[size][_OURS]) for size in (1_000, 10_000))
        wall, cpu = many.wall / few.wall / 10, many.cpu / few.cpu / 10
        rows.append(f"| cost of a page at 10,000 / at 1,000 | {wall:.2f} | {cpu:.2f} | ≤ 1.25 |")
    return ["\n".join(["| ratio | wall time | CPU time | wanted |", "|---|--:|--:|--:|", *rows])]
