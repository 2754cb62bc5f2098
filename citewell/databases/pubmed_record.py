"""One record of PubMed's XML → a Record."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.bibliography.dates import month_number
from citewell.bibliography.fault import Malformed
from citewell.bibliography.identifiers import canonical_doi, canonical_nbk, canonical_pmcid
from citewell.bibliography.reference import Name, Reference
from citewell.databases.record import Record, clean, given_names, known
from citewell.nlm.identifiers import pmid_href
from citewell.reference_lock.lock import DATABASES, PUBMED
from citewell.reference_lock.notice import RETRACTION, Notice

_NOTICES: Mapping[str, tuple[str, str]] = {
    "RetractionIn": (RETRACTION, "Retraction"),
    "RetractedandRepublishedIn": (RETRACTION, "Retracted and republished"),
    "PartialRetractionIn": ("partial-retraction", "Partial retraction"),
    "ExpressionOfConcernIn": ("concern", "Expression of concern"),
    "ErratumIn": ("correction", "Erratum"),
    "CorrectedandRepublishedIn": ("correction", "Corrected and republished"),
    "UpdateIn": ("new-version", "Update"),
}
"""How PubMed relates a work to its notice → the kind, and PubMed's own words for it."""

_NOTICE_OF = frozenset({"RetractionOf", "ExpressionOfConcernFor", "ErratumFor", "PartialRetractionOf"})
_RETRACTED = "Retracted Publication"
_DAY = re.compile(r"\. (\d{4}) ([A-Z][a-z]{2})(?:-[A-Z][a-z]{2})?(?: (\d{1,2}))?\b")
_YEAR = re.compile(r"\d{4}")
_IN_BRACKETS = re.compile(r"\[(.+)\]\.?")


def number_of(element: etree.Element) -> str:
    """The number of a record in PubMed; empty where it has none."""
    at = "MedlineCitation/PMID" if element.tag == "PubmedArticle" else "BookDocument/PMID"
    return clean(element.findtext(at) or "")


def record_of(element: etree.Element, pmid: str) -> Record:
    """What a record says of its work."""
    is_article = element.tag == "PubmedArticle"
    reference = _article(element, pmid) if is_article else _chapter(element, pmid)
    return Record(reference, tuple(_notices(element, pmid)), tuple(_notice_of(element)))


def _article(element: etree.Element, pmid: str) -> Reference:
    article = element.find("MedlineCitation/Article")
    if article is None:
        return Reference("", "article", MappingProxyType({"pmid": pmid}))
    issue = "Journal/JournalIssue"
    title, translated = _titles(article)
    pages = _words(article, "Pagination/MedlinePgn") or _words(article, "Pagination/StartPage")
    fields = {
        "title": title,
        "translatedtitle": translated,
        "journal": _words(article, "Journal/Title"),
        "shortjournal": _words(element, "MedlineCitation/MedlineJournalInfo/MedlineTA")
        or _words(article, "Journal/ISOAbbreviation").replace(".", ""),
        "volume": _words(article, f"{issue}/Volume"),
        "number": _words(article, f"{issue}/Issue"),
        "pages": pages if pages[:1].isdigit() or "-" in pages or not pages else "",
        "articlenumber": "" if pages[:1].isdigit() or "-" in pages else pages,
        **_date(article.find(f"{issue}/PubDate")),
        **_identifiers(element.find("PubmedData")),
        "pmid": pmid,
    }
    authors = tuple(_names(article, "AuthorList/Author"))
    return Reference("", "article", MappingProxyType(dict(known(fields))), authors)


def _chapter(element: etree.Element, pmid: str) -> Reference:
    document = element.find("BookDocument")
    if document is None:
        return Reference("", "incollection", MappingProxyType({"pmid": pmid}))
    book = document.find("Book")
    about = book if book is not None else document
    title, booktitle = _title(document.find("ArticleTitle")), _title(about.find("BookTitle"))
    ids = _identifiers(document)
    is_part = bool(title) and title != booktitle
    begun = _words(about, "BeginningDate/Year") or _words(about, "PubDate/Year")
    fields = {
        "title": title or booktitle,
        "booktitle": booktitle if is_part else "",
        "medium": "Internet",
        "address": _words(about, "Publisher/PublisherLocation"),
        "publisher": _words(about, "Publisher/PublisherName"),
        "bookdate": f"{begun}-" if begun and not _words(about, "EndingDate/Year") else begun,
        **_date(document.find("ContributionDate")),
        "url": f"https://www.ncbi.nlm.nih.gov/books/{ids['nbk']}/" if "nbk" in ids else "",
        **ids,
        "pmid": pmid,
    }
    return Reference(
        "",
        "incollection" if is_part else "book",
        MappingProxyType(dict(known(fields))),
        authors=tuple(_names(document, "AuthorList[@Type='authors']/Author")),
        editors=tuple(_names(about, "AuthorList[@Type='editors']/Author")),
    )


def _titles(article: etree.Element) -> tuple[str, str]:
    """The title as published, and its English translation where it was published in another language.

    PubMed puts a translation in brackets, and prints the title itself beside it where it has it.
    """
    title = _title(article.find("ArticleTitle"))
    in_brackets = _IN_BRACKETS.fullmatch(title)
    own = _title(article.find("VernacularTitle"))
    if in_brackets and own:
        return own, in_brackets.group(1)
    return (in_brackets.group(1) if in_brackets else title), ""


def _title(element: etree.Element | None) -> str:
    """A title without the stop that PubMed sets behind it."""
    words = clean("".join(element.itertext())) if element is not None else ""
    return words.removesuffix(".").rstrip() if not words.endswith("..") else words


def _date(element: etree.Element | None) -> Mapping[str, str]:
    if element is None:
        return {}
    year, month, day = (_words(element, name) for name in ("Year", "Month", "Day"))
    season = _words(element, "Season")
    if not year:  # "2020 Nov-Dec", "2019 Spring"
        year, _, rest = _words(element, "MedlineDate").partition(" ")
        month, day, season = rest.partition(" ")[0], "", ""
    if not _YEAR.fullmatch(year):
        return {}
    named = month_number(month) is not None or "-" in month
    return {"year": year, "month": month if named else season, "day": day.lstrip("0") if named else ""}


def _identifiers(element: etree.Element | None) -> Mapping[str, str]:
    """The work's own identifiers: those of the works that it cites stand deeper."""
    found: dict[str, str] = {}
    kinds = {
        "doi": ("doi", canonical_doi),
        "pmc": ("pmcid", canonical_pmcid),
        "bookaccession": ("nbk", canonical_nbk),
    }
    for typed in element.findall("ArticleIdList/ArticleId") if element is not None else ():
        field, canonical = kinds.get(typed.get("IdType", ""), ("", canonical_doi))
        value = canonical(clean(typed.text or "")) if field else Malformed("")
        if not isinstance(value, Malformed):
            found.setdefault(field, value)
    return found


def _names(element: etree.Element, path: str) -> Iterator[Name]:
    for person in element.findall(path):
        if group := _words(person, "CollectiveName"):
            yield Name(group, is_organisation=True)
        elif family := _words(person, "LastName"):
            given = _words(person, "ForeName") or _words(person, "Initials")
            yield Name(family, given_names(given, family), suffix=_words(person, "Suffix"))


def _notices(element: etree.Element, pmid: str) -> Iterator[Notice]:
    told = (DATABASES[PUBMED],)
    is_told = False
    for relation in element.findall("MedlineCitation/CommentsCorrectionsList/CommentsCorrections"):
        kind, label = _NOTICES.get(relation.get("RefType", ""), ("", ""))
        if kind:
            is_told = is_told or kind == RETRACTION
            address = pmid_href(_words(relation, "PMID")) or pmid_href(pmid)
            yield Notice(kind, label, _day(_words(relation, "RefSource")), address, told)
    types = [clean(typed.text or "") for typed in element.iter("PublicationType")]
    if _RETRACTED in types and not is_told:
        yield Notice(RETRACTION, "Retracted publication", None, pmid_href(pmid), told)


def _notice_of(element: etree.Element) -> Iterator[str]:
    for relation in element.findall("MedlineCitation/CommentsCorrectionsList/CommentsCorrections"):
        if relation.get("RefType") in _NOTICE_OF:
            yield _words(relation, "PMID") or _words(relation, "RefSource")


def _day(source: str) -> dt.date | None:
    """The day in the place of a notice: `Lancet. 2010 Feb 6;375(9713):445`."""
    found = _DAY.search(source)
    month = month_number(found[2]) if found else None
    if not (found and month):
        return None
    try:
        return dt.date(int(found[1]), month, int(found[3] or 1))
    except ValueError:
        return None


def _words(element: etree.Element, path: str) -> str:
    return clean(element.findtext(path) or "")
