"""Measures builds, large sites, their preview, seal, checks, references, search, loads and the collector."""

import argparse
from pathlib import Path

from benchmarks.browser import browser_of_the_bench
from benchmarks.builds import build_costs
from benchmarks.checks import check_costs
from benchmarks.collector import collector_runs
from benchmarks.collector_table import collector_table
from benchmarks.large import SIZES, large_costs
from benchmarks.lighthouse.install import installed_lighthouse
from benchmarks.lighthouse.judge import judge
from benchmarks.lighthouse.table import lighthouse_table
from benchmarks.preview import preview_waits
from benchmarks.profile import profile
from benchmarks.published_site import PublishedSite, published_site
from benchmarks.reference_databases import verify_costs
from benchmarks.seal import seal_costs

_MEASUREMENTS = (
    *(
        "build",
        "large",
        "preview",
        "profile",
        "seal",
        "check",
        "verify",
        "search",
        "first-load",
        "lighthouse",
        "collector",
    ),
)
_LARGE = 1000
"""Pages of the site that is sealed and checked."""


def main() -> None:  # noqa: C901 (a measurement a branch)
    """Measure what is asked for and print a Markdown table of each."""
    arguments = _arguments()
    wanted = arguments.only or _MEASUREMENTS
    # What is missing is said at once, not after minutes of builds.
    browser = browser_of_the_bench() if {"search", "first-load", "lighthouse"} & set(wanted) else None
    lighthouse = installed_lighthouse() if "lighthouse" in wanted else None
    if "build" in wanted:
        print(build_costs(arguments.pages, arguments.runs, arguments.peer_runs), end="\n\n")
    if "large" in wanted:
        print(large_costs(arguments.sizes or SIZES, arguments.runs), end="\n\n")
    if "preview" in wanted:
        print(preview_waits(_LARGE), end="\n\n")
    if "profile" in wanted:
        print(profile(arguments.pages), end="\n\n")
    if "seal" in wanted:
        print(seal_costs(_LARGE, arguments.runs), end="\n\n")
    if "check" in wanted:
        print(check_costs(_LARGE, arguments.runs), end="\n\n")
    if "verify" in wanted:
        print(verify_costs(_LARGE), end="\n\n")
    if browser and "search" in wanted:
        print(_search(arguments.search_pages or [_LARGE, 5 * _LARGE], browser), end="\n\n")
    if browser and {"first-load", "lighthouse"} & set(wanted):
        with published_site() as site:
            if "first-load" in wanted:
                print(_first_loads(site, browser), end="\n\n")
            if lighthouse:
                print(lighthouse_table(judge(site, lighthouse, browser)), end="\n\n")
    if "collector" in wanted:
        print(collector_table(collector_runs(arguments.seconds)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=_MEASUREMENTS, help="measure this alone; may be repeated (all)"
    )
    parser.add_argument("--pages", type=int, default=700, help="build: articles in the corpus (700)")
    parser.add_argument(
        "--sizes", type=int, action="append", help="large: articles; may be repeated (100, 1000, 5000, 10000)"
    )
    parser.add_argument("--runs", type=int, default=5, help="build: runs of (a) and (b) (5)")
    parser.add_argument(
        "--peer-runs", type=int, default=2, help="build: runs of (c), which is slow (2); 0 for none"
    )
    parser.add_argument(
        "--search-pages", action="append", type=int, help="search: pages; may be repeated (1000 and 5000)"
    )
    parser.add_argument(
        "--seconds", type=float, default=60, help="collector: of the load without a fault (60)"
    )
    return parser.parse_args()


def _search(sizes: list[int], browser: Path) -> str:
    # Playwright is not in every environment that builds.
    from benchmarks.search import search_costs  # noqa: PLC0415

    return search_costs(sizes, browser)


def _first_loads(site: PublishedSite, browser: Path) -> str:
    # Playwright is not in every environment that builds.
    from benchmarks.first_load import first_loads  # noqa: PLC0415
    from benchmarks.first_load_table import first_load_table  # noqa: PLC0415

    return first_load_table(first_loads(site, browser))


if __name__ == "__main__":
    main()
