"""The files that stand beside the pages of a built site."""

from collections.abc import Iterator

from citewell.downloads import Entries, download_address
from citewell.evidence_pages import LEDGER_TABLE
from citewell.feedback.page_list import FILE as PAGE_LIST
from citewell.feedback.page_list import page_list
from citewell.feeds.atom import FILE as FEED
from citewell.feeds.atom import FeedSite, feed
from citewell.feeds.status import FILE as STATUS
from citewell.feeds.status import status
from citewell.ledger.table import as_csv
from citewell.made_pages import CLAIM_LEDGER, REFERENCE_LOG
from citewell.publishing import Publishing, SiteIdentity

_BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel garbles accents."""


def files_beside(publishing: Publishing, site: SiteIdentity) -> Iterator[tuple[str, str]]:
    """Each file's address from the site's root, and its text.

    Args:
        publishing: the site, all of whose pages are rendered.
        site: its name and its address.
    """
    yield from _references(publishing)
    yield from _cited_statements(publishing)
    yield from _news(publishing, site)
    if asking := publishing.asking:
        yield PAGE_LIST, page_list(asking)


def _news(publishing: Publishing, site: SiteIdentity) -> Iterator[tuple[str, str]]:
    """How works and pages stand, and what changed."""
    told, library, lock = publishing.told_pages, publishing.library, publishing.lock
    yield STATUS, status(told, library, lock)
    feed_site = FeedSite(site.name, site.address, publishing.made_address(REFERENCE_LOG))
    yield FEED, feed(feed_site, told, library, lock)


def _references(publishing: Publishing) -> Iterator[tuple[str, str]]:
    """The works of each page for other programmes."""
    entries = Entries(publishing.library)
    for path in publishing.rendered_paths:
        if works := publishing.works(path):
            for name, text in entries.files(works).items():
                yield download_address(publishing.address(path), name), text


def _cited_statements(publishing: Publishing) -> Iterator[tuple[str, str]]:
    """The ledger of cited sentences as a table."""
    if address := publishing.made_address(CLAIM_LEDGER):
        table = as_csv(publishing.cited_pages(), publishing.library)
        yield download_address(address, LEDGER_TABLE), f"{_BYTE_ORDER_MARK}{table}"
