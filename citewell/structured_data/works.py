"""The works that a page cites, with what its list of references prints of them and nothing else."""

import re
from datetime import date

from citewell.bibliography.dates import canonical_day, is_real_day, month_number
from citewell.bibliography.fault import Malformed
from citewell.bibliography.reference import Name, Reference
from citewell.nlm import fields, journal, titles
from citewell.nlm.identifiers import doi_href, located, pmcid_href, pmid_href
from citewell.nlm.names import MOST_NAMES, people
from citewell.structured_data.node import Node, node

_TYPES = {
    "book": "Book",
    "booklet": "Book",
    "manual": "Book",
    "proceedings": "Book",
    "incollection": "Chapter",
    "inbook": "Chapter",
    "inproceedings": "ScholarlyArticle",
    "techreport": "Report",
    "guideline": "Report",
    "phdthesis": "Thesis",
    "mastersthesis": "Thesis",
    "online": "WebPage",
    "dataset": "Dataset",
}
"""Kind of work → type. MedicalGuideline is not among them: to schema.org it is no work that can be cited."""

_IDENTIFIERS = {"doi": doi_href, "pmid": pmid_href, "pmcid": pmcid_href}
_HOSTS = {"ScholarlyArticle": "Periodical", "MedicalScholarlyArticle": "Periodical", "Chapter": "Book"}
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


def work_node(reference: Reference) -> Node:
    """A cited work: its type, title, authors, date, where it stands, identifiers and addresses."""
    kind = _type(reference)
    addresses = [part.href for part in located(reference) if part.href]
    return node(
        kind,
        name=titles.title(reference),
        author=_authors(reference.authors),
        datePublished=_published(reference),
        isPartOf=_host(reference, kind),
        identifier=[
            node("PropertyValue", propertyID=name.upper(), value=value)
            for name, href in _IDENTIFIERS.items()
            if href(value := fields.text(reference, name))
        ],
        url=addresses[0] if addresses else "",
        sameAs=addresses[1:],
    )


def _type(reference: Reference) -> str:
    """An article that PubMed lists is one of medicine; of any other we only know that it is scholarly."""
    if journal.is_article(reference):
        listed = reference.get("pmid") or reference.get("pmcid")
        return "MedicalScholarlyArticle" if listed else "ScholarlyArticle"
    return _TYPES.get(reference.kind, "CreativeWork")


def _authors(names: tuple[Name, ...]) -> list[Node]:
    """The names as they are printed, and no more of them than are printed."""
    printed = [(name, people((name,))) for name in names]
    return [
        node("Organization" if name.is_organisation else "Person", name=text)
        for name, text in printed
        if text
    ][:MOST_NAMES]


def _published(reference: Reference) -> str:
    """The date as far as one day, month or year is known: `2017-10-15`, `2013-12`, `2020` (ISO 8601).

    A work that has not appeared has no date, though it prints as `Forthcoming 2027`.
    """
    year = fields.text(reference, "year")
    if not _YEAR.fullmatch(year):
        return _day(fields.text(reference, "epub"))
    if journal.source(reference).startswith("Forthcoming"):
        return ""
    month, day = fields.text(reference, "month"), canonical_day(fields.text(reference, "day"))
    number = month_number(month)
    if number is None:
        return year
    if isinstance(day, Malformed) or not is_real_day(year, month, day):
        return f"{year}-{number:02}"
    return f"{year}-{number:02}-{int(day):02}"


def _day(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        return ""


def _host(reference: Reference, kind: str) -> Node | None:
    """The journal of an article, the book of a chapter."""
    in_journal = journal.is_article(reference)
    name = journal.journal(reference) if in_journal else fields.text(reference, "booktitle")
    return node(_HOSTS[kind], name=name) if name and kind in _HOSTS else None
