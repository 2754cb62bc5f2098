"""feed.xml: what was changed on which page and why, and which notices stand on cited works (RFC 4287)."""

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.bibliography.characters import without_hidden
from citewell.bibliography.reference import Library
from citewell.bibliography.short_name import short_name
from citewell.days import in_words
from citewell.feeds.told_page import ToldPage
from citewell.nlm.punctuation import with_stop
from citewell.reference_lock.lock import ReferenceLock
from citewell.reference_lock.notice import Notice
from citewell.reference_lock.standing import standing

FILE = "feed.xml"
MOST_ENTRIES = 100
"""What a reader's programme keeps; older changes stand on their pages."""

_NAMESPACE = "http://www.w3.org/2005/Atom"
_EPOCH = dt.date(1970, 1, 1)


@dataclass(frozen=True)
class FeedSite:
    """The site that a feed belongs to.

    Args:
        name: of the site.
        address: of the site, ended by a slash; empty where that is not known: links are relative then.
        log_address: of the page that tells what was checked, from the site's root; empty for none.
    """

    name: str
    address: str = ""
    log_address: str = ""


@dataclass(frozen=True)
class _Entry:
    day: dt.date
    title: str
    words: str
    address: str
    name: str


def feed(site: FeedSite, pages: Sequence[ToldPage], library: Library, lock: ReferenceLock) -> str:
    """The file; the newest entry stands first.

    Args:
        site: that it belongs to.
        pages: that people wrote.
        library: of the site.
        lock: of the site.
    """
    entries = [*_changes(pages), *_notices(site, pages, library, lock)]
    newest = sorted(entries, key=lambda entry: (-entry.day.toordinal(), entry.name))[:MOST_ENTRIES]
    root = etree.Element("feed", {"xmlns": _NAMESPACE})
    _add(root, "title", f"{site.name}: what changed and why")
    _add(root, "id", _id(site, "feed"))
    _add(root, "updated", _time(max((entry.day for entry in newest), default=_EPOCH)))
    etree.SubElement(root, "link", {"rel": "self", "href": f"{site.address}{FILE}"})
    etree.SubElement(root, "link", {"rel": "alternate", "href": site.address or "./"})
    _add(etree.SubElement(root, "author"), "name", site.name)
    for entry in newest:
        _add_entry(root, entry, site)
    etree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def _changes(pages: Sequence[ToldPage]) -> Iterator[_Entry]:
    """What the pages say was changed: once for all pages of an article that say the same."""
    found: dict[tuple[str, dt.date, str], list[ToldPage]] = {}
    for page in pages:
        said = [(change.date, f"{change.what} Why: {change.why}") for change in page.facts.changes]
        said += [(page.facts.published, "Published.")] if page.facts.published else []
        for day, words in said:
            found.setdefault((page.facts.article or page.address, day, words), []).append(page)
    for (article, day, words), told in found.items():
        first = min(told, key=lambda page: len(page.address))
        title = first.title if len(told) == 1 else article
        yield _Entry(day, title, words, first.address, f"{first.address} {day} {words}")


def _notices(
    site: FeedSite, pages: Sequence[ToldPage], library: Library, lock: ReferenceLock
) -> Iterator[_Entry]:
    for reference in library if not lock.is_empty else ():
        citing = [page for page in pages if reference.key in page.keys]
        stands = standing(reference, lock)
        for notice in stands.notices if citing else ():
            words = (
                f"{_said(notice)} on a work that this site cites: {with_stop(reference.get('title'))} "
                f"It is cited on: {'; '.join(page.title for page in citing)}."
            )
            day = notice.date or stands.on or _EPOCH
            address = f"{site.log_address}#checked-{reference.key}" if site.log_address else citing[0].address
            name = f"notice {reference.key} {notice.kind} {notice.date}"
            yield _Entry(day, f"{notice.label}: {short_name(reference)}", words, address, name)


def _said(notice: Notice) -> str:
    return f"{notice.label} of {in_words(notice.date)}" if notice.date else notice.label


def _add_entry(root: etree.Element, entry: _Entry, site: FeedSite) -> None:
    element = etree.SubElement(root, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", _id(site, entry.name))
    _add(element, "updated", _time(entry.day))
    etree.SubElement(element, "link", {"href": f"{site.address}{entry.address}" or "./"})
    _add(element, "summary", entry.words)


def _add(parent: etree.Element, name: str, words: str) -> None:
    etree.SubElement(parent, name).text = without_hidden(words)


def _id(site: FeedSite, name: str) -> str:
    """The same for the same entry wherever the site stands: a moved site brings nobody its old news."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"citewell {site.name} {name}").urn


def _time(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
