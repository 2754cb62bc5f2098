"""What a page lists that is made of all others: of what they cite, or of their names."""

from collections.abc import Callable, Iterator, Sequence

from citewell.a_to_z import Entry, a_to_z, medicine_entries
from citewell.bibliography.reference import Reference
from citewell.drugs import Drug
from citewell.evidence_pages import Listing, ledger, ledger_of, log_of, reference_index
from citewell.hubs import hub_path, is_hub, topic_key
from citewell.made_pages import CLAIM_LEDGER, REFERENCE_INDEX, REFERENCE_LOG, SEARCH
from citewell.page_text.readers import is_path_for_readers
from citewell.publishing import Publishing

_HUBS = (hub_path("medicines"), hub_path("topics"))
_LISTS = (REFERENCE_INDEX, REFERENCE_LOG, CLAIM_LEDGER, *_HUBS)
"""Pages that list what others hold, and that readers may look for."""


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
        return a_to_z(_entries(publishing), address, _hubs(publishing)) if made else None
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


def _hubs(publishing: Publishing) -> Sequence[tuple[str, str]]:
    """The lists of medicines and of topics that the site has."""
    found = (publishing.rendered(path) for path in _HUBS if publishing.made(path))
    return [(page.heading, page.address) for page in found if page]


def _entries(publishing: Publishing) -> Iterator[Entry]:
    """What readers look for: answers, medicines, topics, pages of no answer, and the lists of all of them."""
    of_medicines: dict[str, tuple[Drug, list[Entry]]] = {}
    for path in filter(is_path_for_readers, publishing.rendered_paths):
        found, facts, index = publishing.rendered(path), publishing.facts(path), publishing.index(path)
        if found is None or index not in ("", path):
            continue
        is_made = publishing.made(path) is not None
        if is_made and not (path in _LISTS or is_hub(path)):
            continue
        is_in_hubs = path not in _LISTS and (is_made or (index != "" and bool(facts.drug or facts.topics)))
        entry = Entry(found.heading, found.address, in_hubs=is_in_hubs)
        yield entry
        if index and facts.drug:
            of_medicines.setdefault(facts.drug.key, (facts.drug, []))[1].append(entry)
    for key, (drug, articles) in of_medicines.items():
        yield from medicine_entries(
            drug, articles, publishing.made_address(hub_path("medicines", topic_key(key)))
        )
