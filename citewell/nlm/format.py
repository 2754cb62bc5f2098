"""A reference in NLM style: one function a kind of work, each naming its chapter of Citing Medicine.

Each gives the elements of the description in order, open at their ends; `format_reference` closes them with
stops and adds what all kinds share: the language, the note, the identifiers, the address. ISBN and ISSN are
optional notes in Citing Medicine (ch. 2, "Notes") and are not printed.
"""

from collections.abc import Callable

from citewell.bibliography.reference import Reference
from citewell.nlm import books, conferences, fields, identifiers, journal, titles
from citewell.nlm.books import PUBLISHERS, Elements
from citewell.nlm.imprint import imprint, known_imprint
from citewell.nlm.names import editors, people
from citewell.nlm.part import Part, plain_text
from citewell.nlm.punctuation import sentences

__all__ = ["Part", "format_reference", "plain_text"]


def format_reference(reference: Reference) -> tuple[Part, ...]:
    """A reference as it is printed, ending in a stop or in an address.

    Only the values of DOI, PMID, PMCID and address carry a link. Nothing is escaped. What is missing leaves
    no trace but the words that NLM puts in its place: `[place unknown]`, `[publisher unknown]`,
    `[date unknown]`; if nothing at all is known, `[Title unknown].`
    """
    describe = _KINDS.get(reference.kind, _other_work)
    text = sentences(*describe(reference), titles.language(reference), fields.text(reference, "note"))
    parts: list[Part] = []
    for located in identifiers.located(reference):
        if located.href:
            parts += [Part(text), located]
            text = ""
        else:
            text = f"{text}{located.text}" if text or parts else located.text.lstrip()
    if text or not parts:
        parts.append(Part(text or "[Title unknown]."))
    return tuple(part for part in parts if part.text)


def _article(reference: Reference) -> Elements:
    """Ch. 1, Journals: `Authors. Title. Journal. 2017 Oct 15;221(4):31-5`."""
    return (
        people(reference.authors),
        titles.title(reference),
        journal.journal(reference),
        journal.source(reference),
    )


def _web_page(reference: Reference) -> Elements:
    """Ch. 25, Web Sites: `Authors. Title [Internet]. Place: Publisher; date [cited 2026 Nov 22]`."""
    return (
        people(reference.authors) or editors(reference.editors),
        titles.title(reference, titles.stated_medium(reference) or titles.INTERNET),
        titles.edition(reference),
        imprint(reference, fields.date_of_book(reference), publisher_fields=PUBLISHERS),
        books.part_of_book(reference),
        titles.series(reference),
    )


def _dataset(reference: Reference) -> Elements:
    """Ch. 24, Databases and Datasets: `Authors. Title [dataset]. Version 2. Repository; 2025`."""
    when = fields.date_of_book(reference) or "[date unknown]"
    return (
        people(reference.authors) or editors(reference.editors),
        titles.title(reference, titles.content_type("dataset", titles.stated_medium(reference))),
        titles.edition(reference),
        known_imprint(reference, when, publisher_fields=PUBLISHERS),
        titles.series(reference),
    )


def _guideline(reference: Reference) -> Elements:
    """As an article where a journal published it, otherwise as a book (ch. 2, and ch. 22 on the Internet).

    Its number stands with its series, or with its type: `(NICE guideline; no. NG222)`.
    """
    if journal.is_article(reference):
        return _article(reference)
    number, named = fields.text(reference, "number"), fields.text(reference, "type")
    if not number or fields.text(reference, "series"):
        return books.book(reference)
    return books.book(reference, number=f"({named}; no. {number})" if named else f"No. {number}")


def _other_work(reference: Reference) -> Elements:
    """What no chapter describes, and manuscripts (ch. 14): only what is known of it."""
    howpublished = fields.text(reference, "howpublished")
    return (
        people(reference.authors) or editors(reference.editors),
        titles.title(reference, titles.medium(reference)),
        titles.edition(reference),
        howpublished if howpublished != fields.address(reference) else "",
        known_imprint(reference, fields.date_of_book(reference), publisher_fields=PUBLISHERS),
        books.part_of_book(reference),
        titles.series(reference),
    )


_KINDS: dict[str, Callable[[Reference], Elements]] = {
    "article": _article,
    "book": books.book,
    "booklet": books.book,
    "manual": books.book,
    "incollection": books.chapter,
    "inbook": books.chapter,
    "inproceedings": conferences.paper,
    "proceedings": conferences.proceedings,
    "techreport": books.report,
    "phdthesis": books.thesis,
    "mastersthesis": books.thesis,
    "online": _web_page,
    "dataset": _dataset,
    "guideline": _guideline,
    "misc": _other_work,
    "unpublished": _other_work,
}
