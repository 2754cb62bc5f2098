"""Holds the pages of a large site against the rules in two processes."""

import datetime as dt
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from citewell.article import Page
from citewell.problem import Problem
from citewell.registry.run import problems_of_pages, problems_of_the_rest
from citewell.site import Site, load_site

FEWEST = 200
"""Pages for which a second process is worth its start."""


def problems_of(root: Path, site: Site, today: dt.date) -> set[Problem]:
    """All problems of a whole site's sources.

    Args:
        root: the project's folder, from which a second process reads its share of the pages.
        site: as it was read.
        today: what dates are held against.
    """
    rest = problems_of_the_rest(site)
    if len(site.pages) < FEWEST:
        return rest | problems_of_pages(site)
    ours, others = _halves(site)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as second:
        share = second.submit(_problems_of_share, root, today, frozenset(others))
        own = problems_of_pages(_part(site, ours))
        return rest | own | share.result()


def _problems_of_share(root: Path, today: dt.date, paths: frozenset[str]) -> set[Problem]:
    site, _ = load_site(root, today, paths.__contains__)
    return problems_of_pages(site)


def _halves(site: Site) -> tuple[set[str], set[str]]:
    """The paths of the pages in two shares; the pages of an article stay together."""
    of_articles = [[page.source.path for page in article.pages] for article in site.articles]
    placed = {path for paths in of_articles for path in paths}
    alone = [[page.source.path] for page in site.pages if page.source.path not in placed]
    ours: set[str] = set()
    others: set[str] = set()
    for paths in sorted([*of_articles, *alone], key=len, reverse=True):
        (ours if len(ours) <= len(others) else others).update(paths)
    return ours, others


def _part(site: Site, paths: Iterable[str]) -> Site:
    """A site with some of its pages."""
    wanted = set(paths)

    def is_in(page: Page) -> bool:
        return page.source.path in wanted

    return replace(
        site,
        pages=tuple(filter(is_in, site.pages)),
        articles=tuple(article for article in site.articles if is_in(article.pages[0])),
    )
