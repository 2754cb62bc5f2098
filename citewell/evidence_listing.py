"""What a page lists that is made of all others: of what they cite, or of their names."""

from collections.abc import Callable, Iterator

from citewell.a_to_z import Entry, a_to_z, entries_of
from citewell.bibliography.reference import Reference
from citewell.evidence_pages import Listing, ledger, ledger_of, log_of, reference_index
from citewell.made_pages import CLAIM_LEDGER, REFERENCE_INDEX, REFERENCE_LOG, SEARCH
from citewell.publishing import Publishing


def evidence_listing(
    publishing: Publishing, path: str, address: str, entry_html: Callable[[Reference], str]
) -> Listing | None:
    """The template of such a page and the values for it; None for any other page.

    Args:
        publishing: the site, all of whose typed pages are rendered.
        path: of the page.
        address: of the page, from the site's root.
        entry_html: makes the printed entry of a work.
    """
    made, library = publishing.made(path), publishing.library
    if made is None or path == SEARCH:
        return a_to_z(_entries(publishing), address) if made else None
    index_address = publishing.made_address(REFERENCE_INDEX)
    if path == REFERENCE_INDEX:
        return reference_index(publishing.cited_pages(), library, address, entry_html)
    if path == REFERENCE_LOG:
        return log_of(publishing.cited_pages(), library, publishing.lock, address, index_address)
    if path == CLAIM_LEDGER:
        return ledger(publishing.cited_pages, library, address, publishing.all_made, publishing.made_address)
    if made.part_of_ledger is not None:
        return ledger_of(publishing.cited_pages(made.part_of_ledger), library, address, index_address)
    return None


def _entries(publishing: Publishing) -> Iterator[Entry]:
    """The pages that readers look for: those that somebody wrote, and the lists of evidence."""
    for path in publishing.rendered_paths:
        found, is_list = publishing.rendered(path), path in (REFERENCE_INDEX, REFERENCE_LOG, CLAIM_LEDGER)
        if found and (is_list or publishing.made(path) is None):
            is_index = path == publishing.index(path)
            yield from entries_of(found.heading, found.address, publishing.facts(path), is_index=is_index)
