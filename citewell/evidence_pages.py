"""The pages that list what all others cite: each gives its template and the values for it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from citewell.bibliography.reference import Library, Reference
from citewell.downloads import download_address
from citewell.ledger.cited_works import CitedPage, designs_in_use, works_cited
from citewell.ledger.claim_ledger import claim_ledger
from citewell.ledger.parts import LedgerPart, part_path
from citewell.made_pages import CLAIM_LEDGER, REFERENCE_INDEX, MadePage
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_log.log_page import TEMPLATE, reference_log

LEDGER_TABLE = "cited-statements.csv"

Listing = tuple[str, Mapping[str, object]]


def reference_index(
    pages: Sequence[CitedPage], library: Library, address: str, entry_html: Callable[[Reference], str]
) -> Listing:
    """All works that the pages cite.

    Args:
        pages: of the site.
        library: of the site.
        address: of the page that lists them, from the site's root.
        entry_html: makes the printed entry of a work.
    """
    works = works_cited(pages, library)
    entries = {work.reference.key: entry_html(work.reference) for work in works}
    values = {
        "works": works,
        "designs": designs_in_use(works),
        "entries_html": entries,
        "root": _root(address),
    }
    return "citewell/reference-index.html", values


def log_of(
    pages: Sequence[CitedPage], library: Library, lock: ReferenceLock, address: str, index_address: str
) -> Listing:
    """What was asked about each cited work, and what was answered.

    Args:
        pages: of the site.
        library: of the site.
        lock: of the site.
        address: of the page that tells it, from the site's root.
        index_address: of the page of all works; empty for none.
    """
    values = {"root": _root(address), "index_address": index_address}
    return TEMPLATE, {**reference_log(works_cited(pages, library), lock), **values}


def ledger(
    cited_pages: Callable[[str | None], Sequence[CitedPage]],
    library: Library,
    address: str,
    made: Iterable[MadePage],
    address_of: Callable[[str], str],
) -> Listing:
    """The ledger's first page: every cited sentence, or its parts where they are too many for one page.

    Args:
        cited_pages: gives the pages of a folder, or all.
        library: of the site.
        address: of the ledger's first page, from the site's root.
        made: all pages that the build makes.
        address_of: says by its path where such a page stands.
    """
    table = download_address(address, LEDGER_TABLE)
    folders = [page.part_of_ledger for page in made if page.part_of_ledger is not None]
    if not folders:
        return ledger_of(cited_pages(None), library, address, address_of(REFERENCE_INDEX), table)
    parts = [
        LedgerPart(
            folder or "The first pages",
            address_of(part_path(CLAIM_LEDGER, folder)),
            sum(len(page.sentences) for page in cited_pages(folder)),
        )
        for folder in folders
    ]
    return "citewell/ledger-parts.html", {"parts": parts, "root": _root(address), "table_address": table}


def ledger_of(
    pages: Sequence[CitedPage], library: Library, address: str, index_address: str, table_address: str = ""
) -> Listing:
    """Every cited sentence of these pages.

    Args:
        pages: whose sentences are listed.
        library: of the site.
        address: of the page that lists them, from the site's root.
        index_address: of the page of all works.
        table_address: of the ledger as a table; empty for none.
    """
    values = {
        "ledger": claim_ledger(pages, library),
        "root": _root(address),
        "index_address": index_address,
        "table_address": table_address,
    }
    return "citewell/claim-ledger.html", values


def _root(address: str) -> str:
    return "/".join([".."] * address.count("/")) or "."
