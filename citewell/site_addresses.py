"""Every address that a site publishes, read off its sources: of typed pages, and of those the build makes."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from citewell.article import INDEX
from citewell.hubs import hubs
from citewell.made_pages import CLAIM_LEDGER, ONE_PAGE, QUESTION_SHEET, REFERENCE_INDEX, REFERENCE_LOG
from citewell.page_address import address_of
from citewell.site import Site


def site_addresses(site: Site) -> Mapping[str, str]:
    """The path of the page below the folder of all pages, by its address.

    The parts of a divided ledger are not among them, nor is what a reader sees after an answer: nobody keeps
    a link to them.

    """
    return {address_of(path): path for path in _paths(site)}


def below_pages(path: str) -> str:
    """A path without the folder of all pages, with which the paths of sources begin."""
    return path.partition("/")[2]


def _paths(site: Site) -> Iterator[str]:
    yield from (hub.path for hub in hubs(site))
    if len(site.library):
        yield from (REFERENCE_INDEX, REFERENCE_LOG, CLAIM_LEDGER)
    for article in site.articles:
        index = PurePosixPath(below_pages(article.index.source.path))
        if index.name == INDEX:
            yield str(index.with_name(ONE_PAGE))
            if any(page.blocks("question-list") for page in article.pages):
                yield str(index.with_name(QUESTION_SHEET))
    yield from (below_pages(page.source.path) for page in site.pages)
