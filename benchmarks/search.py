"""What the search costs whoever builds it, and whoever asks it something for the first time."""

import gzip
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page, Request, sync_playwright

from benchmarks.browser import flags
from benchmarks.first_load import size_of
from benchmarks.measure import Cost, run
from benchmarks.pages_server import pages_server
from benchmarks.prose import medicine
from benchmarks.published_site import build_site
from benchmarks.search_index import write_pages
from benchmarks.slow_network import SlowNetwork

_FOLDER = Path(".cache") / "benchmarks" / "search"
_ARTICLES_ASKED = 12
_PAGES_OF_AN_ARTICLE = 7
_SLOWER = 4
_BESIDE_A_NAME = ("dose", "tears", "missing", "grapefruit")
_WORDS = (
    "withdrawal effects",
    "lower dose",
    "class method",
    "missing value",
    "grapefruit juice",
    "open a file",
)
_BETWEEN_KEYS = 80
"""Milliseconds, of somebody who types fast."""

_WATCH = """() => {
  window.shown = []
  const field = document.querySelector("[data-site-search] input")
  const typed = () => { window.typed = performance.now(); window.shown = [] }
  field.addEventListener("input", typed, { capture: true })
  const look = () => {
    const first = document.querySelector("[data-search-results] [role=option]")
    if (first && document.querySelector("[data-search-output]").hidden === false)
      window.shown.push([performance.now() - window.typed, first.href])
  }
  new MutationObserver(look).observe(document.querySelector("[data-search-results]"), { childList: true })
}"""
"""Notes how long after the last key each list was shown, and what stood first in it."""


@dataclass(frozen=True)
class Asked:
    """A first question.

    Args:
        fetched: bytes, as they are sent, from the focus to the whole answer.
        first: milliseconds from the last key to the first list with a page of the wanted article first, or
            to any list where none was wanted.
        is_right: whether a page of the wanted article came first in the end.
    """

    fetched: int
    first: float
    is_right: bool


def search_costs(sizes: Sequence[int], executable: Path) -> str:
    """Build the search of sites of so many pages and ask it; the costs as a Markdown table."""
    lines = [
        "| pages | index | CPU | memory | names | by name | first | slow | right | words | first | slow |",
        f"|{'--:|' * 12}",
    ]
    for pages in sizes:
        root = _FOLDER / str(pages)
        shutil.rmtree(root, ignore_errors=True)
        site = root / "site"
        root.mkdir(parents=True)
        with pages_server(root) as server:
            build_site(site, f"{server}/site/")
            write_pages(site, pages)
            cost = run([sys.executable, "-m", "benchmarks.search_index", str(site)], root / "index.log")
            print(f"{pages} pages: {cost.wall:.1f} s, {cost.memory:.0f} MB", file=sys.stderr)
            fast = _ask(f"{server}/site/", pages, executable)
        with pages_server(root, SlowNetwork()) as server:
            slow = _ask(f"{server}/site/", pages, executable)
        lines.append(_line(pages, cost, site, fast, slow))
    return "\n".join([*lines, "", _METHOD])


_METHOD = (
    "Pages of about 1,400 words of real sentences; a seventh are the first pages of articles, each on a "
    "medicine of its own. A first question is a brand name with one letter wrong and a word, or words alone, "
    f"typed with an empty cache on a phone's screen with the processor {_SLOWER} times slower: what is "
    "fetched from the focus on, compressed, and the time from the last key to the first result, which for a "
    "name is a page of its article; median and most; then the same over a "
    "slow network (Lighthouse's slow 4G). The memory is that of the largest process, Pagefind's. "
    "1 KB is 1,000 bytes."
)


class Answers(NamedTuple):
    """Of questions by a name, and by words that many pages hold."""

    by_name: Sequence[Asked]
    by_words: Sequence[Asked]


def _ask(address: str, pages: int, executable: Path) -> Answers:
    """Ask a site of so many pages."""
    articles = -(-pages // _PAGES_OF_AN_ARTICLE)
    numbers = range(0, articles, max(1, articles // _ARTICLES_ASKED))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=flags())
        by_name = [
            _first_question(
                browser, address, f"{misspelt(brand, number).lower()} {word}", f"{generic}-{number}/"
            )
            for number, word in zip(numbers, cycle(_BESIDE_A_NAME), strict=False)
            for generic, brand, _ in [medicine(number)]
        ]
        by_words = [_first_question(browser, address, words) for words in _WORDS]
        browser.close()
    return Answers(by_name, by_words)


def _first_question(browser: Browser, address: str, typed: str, wanted: str = "") -> Asked:
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate(_WATCH)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108  # Playwright marks it
    page.locator(".header__search").click()
    page.keyboard.type(typed, delay=_BETWEEN_KEYS)
    page.wait_for_selector("[data-search-output][aria-busy=false]")
    asked = _read(page, requests, f"{address}{wanted}" if wanted else "")
    context.close()
    return asked


def _read(page: Page, requests: Sequence[Request], wanted: str) -> Asked:
    shown = page.evaluate("window.shown")
    found = [(time, address.partition("#")[0]) for time, address in shown]
    times = [time for time, address in found if address.startswith(wanted)]
    is_right = bool(found) and found[-1][1].startswith(wanted)
    return Asked(sum(map(size_of, requests)), min(times, default=float("inf")), is_right)


def misspelt(name: str, number: int) -> str:
    """A name with one slip: a letter left out, doubled, swapped with the next, or another."""
    place = 1 + Random(f"slip {number}").randrange(len(name) - 2)  # noqa: S311
    before, letter, after = name[:place], name[place], name[place + 1 :]
    return (
        before + after,
        before + letter * 2 + after,
        before + after[0] + letter + after[1:],
        f"{before}{'e' if letter != 'e' else 'a'}{after}",
    )[number % 4]


def _line(pages: int, cost: Cost, site: Path, fast: Answers, slow: Answers) -> str:
    names = len(gzip.compress((site / "search" / "names.json").read_bytes(), 6)) / 1000
    cells = (
        f"{pages:,}",
        f"{cost.wall:.1f} s",
        f"{cost.cpu:.1f} s",
        f"{cost.memory:.0f} MB",
        f"{names:.0f} KB",
        *_asked(fast.by_name),
        _times(slow.by_name),
        f"{sum(question.is_right for question in fast.by_name)} of {len(fast.by_name)}",
        *_asked(fast.by_words),
        _times(slow.by_words),
    )
    return f"| {' | '.join(cells)} |"


def _asked(questions: Sequence[Asked]) -> tuple[str, str]:
    sizes = [question.fetched / 1000 for question in questions]
    return f"{median(sizes):.0f}, {max(sizes):.0f} KB", _times(questions)


def _times(questions: Sequence[Asked]) -> str:
    times = [question.first for question in questions]
    return f"{median(times):.0f}, {max(times):.0f} ms"
