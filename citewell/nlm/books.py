"""Books and what is printed like them: chapters, reports, theses.

Each function gives the elements in order.
"""

from citewell.bibliography.reference import Reference
from citewell.nlm import fields, titles
from citewell.nlm.imprint import imprint, report_number
from citewell.nlm.names import editors, people
from citewell.nlm.pages import extent, location
from citewell.nlm.punctuation import sentences

Elements = tuple[str, ...]

PUBLISHERS = ("publisher", "organization", "institution", "school")
_REPORT_PUBLISHERS = ("institution", "publisher", "organization", "school")
_THESIS_PUBLISHERS = ("school", "institution", "publisher", "organization")


def book(reference: Reference, *, publishers: Elements = PUBLISHERS, number: str = "") -> Elements:
    """Citing Medicine, ch. 2 (Books): `Authors. Title. 4th ed. St. Louis: Mosby; 2002`.

    Without authors the editors open it; beside authors they follow the edition. A part by the book's own
    authors stands behind it (ch. 2 B, Parts of Books): `Chapter 29, Endometriosis; p. 1103-33`.
    """
    opening = people(reference.authors)
    edited_by = editors(reference.editors)
    return (
        opening or edited_by,
        titles.title(reference, titles.medium(reference)),
        titles.volume_of_book(reference),
        titles.edition(reference),
        edited_by if opening else "",
        imprint(reference, fields.date_of_book(reference), publisher_fields=publishers),
        part_of_book(reference),
        number,
        titles.series(reference),
    )


def chapter(reference: Reference) -> Elements:
    """Ch. 2 C, Contributions to Books: `Authors. Title. In: Editors, editors. Book. Place: …; 2002. p. 93-5`.

    A part of a book that is updated without end bears its own date, and the book its `bookdate` (ch. 22 C,
    Contributions to Books on the Internet): `Title. 2023 Feb 13. In: StatPearls [Internet]. …; 2023 Jan-`.
    """
    host = fields.text(reference, "booktitle")
    if not host and not reference.editors:
        return book(reference)
    own_date, book_date = fields.date(reference), fields.date_of_book(reference)
    return (
        people(reference.authors),
        titles.title(reference),
        own_date if own_date != book_date else "",
        connected(
            editors(reference.editors),
            titles.bracketed(host, titles.medium(reference)),
            titles.volume_of_book(reference),
            titles.edition(reference),
        ),
        imprint(reference, book_date, publisher_fields=PUBLISHERS),
        location(reference.get("pages")) or titles.chapter(reference),
        titles.series(reference),
    )


def report(reference: Reference) -> Elements:
    """Ch. 4, Scientific and Technical Reports: as a book, then `Report No.: PB2005-104459`."""
    number = "" if fields.text(reference, "series") else report_number(reference)
    return book(reference, publishers=_REPORT_PUBLISHERS, number=number)


def thesis(reference: Reference) -> Elements:
    """Ch. 5, Dissertations and Theses: `Author. Title [dissertation]. Place: School; 2002`."""
    content = titles.content_type(_degree(reference), titles.stated_medium(reference))
    return (
        people(reference.authors),
        titles.title(reference, content),
        imprint(reference, fields.date_of_book(reference), publisher_fields=_THESIS_PUBLISHERS),
        part_of_book(reference),
        titles.series(reference),
    )


def connected(*elements: str) -> str:
    """The book that a part stands in, behind "In:", the connective phrase of Citing Medicine, ch. 2 C."""
    host = sentences(*elements)
    return f"In: {host}" if host else ""


def part_of_book(reference: Reference) -> str:
    """`Chapter 29, Endometriosis; p. 1103-33`, or how many pages the whole has: `40 p.`."""
    named, pages = titles.chapter(reference), reference.get("pages")
    if not named:
        return location(pages) if reference.kind == "inbook" else extent(pages)
    return "; ".join(filter(None, (named, location(pages))))


def _degree(reference: Reference) -> str:
    """`dissertation` or `master's thesis`, or what the field `type` says else: `bachelor's thesis`."""
    typed = fields.text(reference, "type")
    plain = typed.casefold().replace(".", "")
    if any(word in plain for word in ("master", "msc", "mathesis", "mphil")):
        return "master's thesis"
    if any(word in plain for word in ("phd", "doctor", "dissertation", "dphil")):
        return "dissertation"
    if typed:
        return typed[:1].lower() + typed[1:]
    return "master's thesis" if reference.kind == "mastersthesis" else "dissertation"
