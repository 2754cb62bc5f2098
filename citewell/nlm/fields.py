"""The fields of a reference under the names that bibliographies give them, tidied for print."""

import re

from citewell.bibliography.reference import Reference
from citewell.nlm.dates import printed_date, printed_iso_date
from citewell.nlm.punctuation import tidy

_BOOKSHELF_ID = re.compile(r"NBK\d+")


def text(reference: Reference, *names: str) -> str:
    """The first of these fields that holds any words, on one line."""
    for name in names:
        value = tidy(reference.get(name))
        if value:
            return value
    return ""


def date(reference: Reference) -> str:
    """The date of the work: `2017 Oct 15`."""
    return printed_date(reference.get("year"), reference.get("month"), reference.get("day"))


def date_of_book(reference: Reference) -> str:
    """The date in an imprint: the span of years in `bookdate`, or the date of the work."""
    return printed_date(reference.get("bookdate")) or date(reference)


def read_on(reference: Reference) -> str:
    """When it was last changed and when it was read (Citing Medicine, ch. 22, "Date of Update/Revision").

    Returns:
        `[updated 2015 Oct 2; cited 2026 Nov 22]`, with what is known of it; an empty text where nothing is.
    """
    updated = printed_iso_date(text(reference, "updated"))
    cited = printed_iso_date(text(reference, "accessed", "urldate"))
    notes = [f"updated {updated}"] if updated else []
    notes += [f"cited {cited}"] if cited else []
    return f"[{'; '.join(notes)}]" if notes else ""


def address(reference: Reference) -> str:
    """Where it is read: `url`, an address in `howpublished`, or the page of its `nbk` in NCBI Bookshelf."""
    url = "".join(reference.get("url").split("\n")).strip()
    if url:
        return url
    howpublished = reference.get("howpublished").strip()
    if howpublished.startswith(("http://", "https://")) and " " not in howpublished:
        return howpublished
    nbk = reference.get("nbk").strip()
    return f"https://www.ncbi.nlm.nih.gov/books/{nbk}/" if _BOOKSHELF_ID.fullmatch(nbk) else ""
