"""The problems of pages that are as they were when they were last looked at, without another look."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from citewell.article import Page
from citewell.cache.canonical import fingerprint
from citewell.problem import Problem
from citewell.registry.run import problems_of_pages
from citewell.rule import Rule
from citewell.site import Site


class Kept(Protocol):
    """What was found before."""

    def get(self, key: str) -> set[Problem] | None:
        """What was found under a key; None where nothing was."""
        ...

    def put(self, key: str, problems: set[Problem]) -> None:
        """Keep it."""
        ...


class Share(Protocol):
    """Gives what a function makes of each of many, in their order."""

    def __call__(
        self, work: Callable[[Site], set[Problem]], items: Sequence[Site], /
    ) -> Iterable[set[Problem]]:
        """What it makes of each."""
        ...


class RememberedProblems:
    """Looks at the pages of a site, an article or a page of its own at a time.

    Args:
        kept: what was found before.
        settings: a fingerprint of the rules and of the data files.
        share: gives what a function makes of each of many, in their order, perhaps by two processes.
    """

    def __init__(self, kept: Kept, settings: str, share: Share = map) -> None:
        self._kept = kept
        self._settings = settings
        self._share = share

    def __call__(self, site: Site, rules: Sequence[Rule]) -> set[Problem]:
        """The problems of all pages and articles."""
        around = fingerprint(
            self._settings,
            [rule.id for rule in rules],
            site.today,
            site.library.fingerprint,
            site.data,
            site.lock,
        )
        problems: set[Problem] = set()
        unknown: dict[str, Site] = {}
        for part in _parts(site):
            key = fingerprint("problems", around, [_told(page) for page in part.pages])
            found = self._kept.get(key)
            if found is None:
                unknown[key] = part
            else:
                problems |= found
        new = self._share(partial(problems_of_pages, rules=rules), list(unknown.values()))
        for key, found in zip(unknown, new, strict=True):
            self._kept.put(key, found)
            problems |= found
        return problems


def _parts(site: Site) -> Iterator[Site]:
    """The site as if each of its articles, and each page that belongs to none, were all that it has.

    A rule of a page looks at no page but those of its article: that is what lets a change be checked alone.
    """
    placed = set()
    for article in site.articles:
        placed |= {page.source.path for page in article.pages}
        yield replace(site, pages=article.pages, articles=(article,))
    for page in site.pages:
        if page.source.path not in placed:
            yield replace(site, pages=(page,), articles=())


def _told(page: Page) -> tuple[str, str, object]:
    return page.source.path, page.source.text, page.facts


class InMemory:
    """What was found since the process began."""

    def __init__(self) -> None:
        self._found: dict[str, set[Problem]] = {}
        self.get: Callable[[str], set[Problem] | None] = self._found.get

    def put(self, key: str, problems: set[Problem]) -> None:
        """Keep it."""
        self._found[key] = problems
