"""The pages and revisions that a vote may name."""

import asyncio
import logging
import time
from collections.abc import Iterable, Sequence

from citewell.collector.pages_source import PagesSource
from citewell.collector.site_pages import SitePage, SitePagesError

_log = logging.getLogger(__name__)


class KnownPages:
    """Every (page, revision) that was on the site since this run began, and every one that has votes.

    Earlier revisions count as well: a reader may have opened the page before it was changed.

    Args:
        source: of the site's pages; read again while this runs.
        pages: as the source told them first.
        voted: every (page, revision) of the tally.
    """

    def __init__(
        self, source: PagesSource, pages: Sequence[SitePage], voted: Iterable[tuple[str, str]]
    ) -> None:
        self._source = source
        self._known = set(voted)
        self._ids = {page for page, _ in self._known}
        self._one_at_a_time = asyncio.Lock()
        self._looked = time.monotonic()
        self._is_broken = False
        self._learn(pages)

    async def knows(self, page: str, revision: str) -> bool:
        """Whether this is a text of the site; before it says no, it looks whether the site was changed."""
        if (page, revision) not in self._known:
            await self._look(self._source.seconds_between_calls)
        return (page, revision) in self._known

    def knows_page(self, page: str) -> bool:
        """Whether there is or was such a page, in whatever revision."""
        return page in self._ids

    async def watch(self) -> None:
        """Look again now and then, for ever."""
        while True:
            await asyncio.sleep(self._source.seconds_between_looks)
            await self._look(self._source.seconds_between_calls)

    async def _look(self, seconds_since_the_last: float) -> None:
        async with self._one_at_a_time:
            if time.monotonic() - self._looked < seconds_since_the_last:
                return  # somebody looked while this one waited
            try:
                self._learn(await asyncio.to_thread(self._source.read))
            except SitePagesError as error:
                if not self._is_broken:
                    _log.warning("The pages stay those of the last time: %s", error)
                self._is_broken = True
            finally:
                self._looked = time.monotonic()

    def _learn(self, pages: Sequence[SitePage] | None) -> None:
        if pages is None:
            return  # nothing was written since
        if self._is_broken:
            _log.warning("The pages can be read again")
        self._is_broken = False
        self._known |= {(page.id, page.revision) for page in pages}
        self._ids |= {page.id for page in pages}
