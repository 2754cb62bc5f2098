"""Identifiers of a work: each in one canonical form, or what to write instead.

Every function takes the field's text without LaTeX escapes and returns the canonical form or Malformed.
"""

import re
from collections.abc import Callable, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from citewell.bibliography.characters import excerpt
from citewell.bibliography.fault import Malformed

_DOI_RESOLVER = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_DOI_LABEL = re.compile(r"(?:info:)?doi[:/]?\s*(?=10\.)", re.IGNORECASE)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/.+")
_NOT_IN_DOI = re.compile(r"[^!#-\[\]_a-z~]")
_HTML_ESCAPE = re.compile(r"&(lt|gt|amp);")
_PMID = re.compile(
    r"(?:PMID:?\s*|https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/)?"
    r"([1-9][0-9]{0,7})/?",
    re.IGNORECASE,
)
_PMCID = re.compile(
    r"(?:PMCID:?\s*|https?://(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/articles/)?"
    r"PMC([1-9][0-9]{0,9})/?",
    re.IGNORECASE,
)
_NBK = re.compile(r"(?:https?://(?:www\.)?ncbi\.nlm\.nih\.gov/books/)?NBK([1-9][0-9]{0,8})/?", re.IGNORECASE)
_SETID = re.compile(
    r"(?:https?://dailymed\.nlm\.nih\.gov/dailymed/\S*setid=)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
    re.IGNORECASE,
)
_BARE_PMCID = re.compile(r"(?:PMCID:?\s*)?([0-9]+)", re.IGNORECASE)
_ISBN = re.compile(r"[0-9](?:[- ]?[0-9]){8}[- ]?[0-9Xx]|97[89](?:[- ]?[0-9]){10}")
_ISBN_LABEL = re.compile(r"ISBN(?:-1[03])?:?\s*", re.IGNORECASE)
_OTHER_HYPHENS = str.maketrans("\u2010\u2011\u2012\u2013", "----")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NOT_IN_URL = re.compile(r"""[\s"<>\\^`{|}]""")
_HOST = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?\.?|\[[0-9A-Fa-f:.]+\]")


def canonical_doi(typed: str) -> str | Malformed:
    """A DOI without resolver: "10.1016/S0034-7450(13)70026-X". Case and signs stay as typed.

    Accepted besides: the resolver's address (whose %-escapes are undone) and a leading "doi:". What a DOI
    may hold follows the DOI Handbook, 2.2, without blanks, quotation marks and what is not ASCII: those are
    slips.
    """
    resolver = _DOI_RESOLVER.match(typed)
    doi = unquote(typed[resolver.end() :]) if resolver else typed
    doi = _DOI_LABEL.sub("", doi, count=1) if _DOI_LABEL.match(doi) else doi
    if not doi.startswith("10."):
        return Malformed("Write the DOI alone, beginning with 10., as in doi = {10.1016/j.jad.2017.05.048}")
    if escape := _HTML_ESCAPE.search(doi):
        return Malformed(f"Write {unescape(escape.group())} instead of {escape.group()} in the DOI")
    if stray := _NOT_IN_DOI.search(doi):
        return Malformed(f"Take {_named(stray.group())} out of the DOI: copy it again from the work itself")
    if doi[-1] in ".,;":
        return Malformed(f"Take the “{doi[-1]}” off the end of the DOI")
    if not _DOI.fullmatch(doi):
        return Malformed(
            "Write the whole DOI: 10., a number, a slash and the rest, as in 10.1016/j.jad.2017.05.048"
        )
    return doi


def canonical_pmid(typed: str) -> str | Malformed:
    """A PubMed number: "26573114"."""
    if match := _PMID.fullmatch(typed):
        return match.group(1)
    if _PMCID.fullmatch(typed):
        return Malformed(
            f"Move {excerpt(typed)} to the field pmcid; a PMID is a number alone, as in pmid = {{26573114}}"
        )
    return Malformed("Write the PMID as its number alone, up to eight digits, as in pmid = {26573114}")


def canonical_pmcid(typed: str) -> str | Malformed:
    """A PubMed Central number with its letters: "PMC3950535"."""
    if match := _PMCID.fullmatch(typed):
        return f"PMC{match.group(1)}"
    if bare := _BARE_PMCID.fullmatch(typed):
        shown = excerpt(bare.group(1))
        return Malformed(f"Write pmcid = {{PMC{shown}}}, or pmid = {{{shown}}} if PubMed shows this number")
    return Malformed("Write the PMCID as PMC and its number, as in pmcid = {PMC3950535}")


def canonical_nbk(typed: str) -> str | Malformed:
    """An NCBI Bookshelf number with its letters: "NBK547689"."""
    if match := _NBK.fullmatch(typed):
        return f"NBK{match.group(1)}"
    return Malformed("Write the Bookshelf number as NBK and its number, as in nbk = {NBK547689}")


def canonical_setid(typed: str) -> str | Malformed:
    """The set id of a medicine's label in the USA, in small letters: "fda754f6-d0f3-…-927d64f912f7"."""
    if match := _SETID.fullmatch(typed):
        return match.group(1).lower()
    return Malformed(
        "Write the set id as DailyMed shows it: five groups of digits and letters a to f, with hyphens"
    )


def canonical_isbn(typed: str) -> str | Malformed:
    """An ISBN of 10 or 13 digits with its hyphens as typed, whose check digit is right (ISO 2108)."""
    isbn = _ISBN_LABEL.sub("", typed, count=1).translate(_OTHER_HYPHENS)
    if not _ISBN.fullmatch(isbn):
        return Malformed(
            "Write one ISBN of 10 or 13 digits, with hyphens as in the book: isbn = {978-0-306-40615-7}"
        )
    digits = isbn.replace("-", "").replace(" ", "").upper()
    if not _is_checked(digits):
        return Malformed(f"Compare the ISBN {isbn} with the book: its last digit does not fit the others")
    return isbn


def _is_checked(digits: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 10:  # noqa: PLR2004 - ISBN-10
        return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    return sum(value * (3 if place % 2 else 1) for place, value in enumerate(values)) % 10 == 0


def canonical_url(typed: str) -> str | Malformed:
    """An http or https address as typed. No other scheme can become a link."""
    scheme = _SCHEME.match(typed)
    if scheme is None or scheme.group(1).lower() not in ("http", "https"):
        return Malformed(_address_advice(typed, scheme))
    if stray := _NOT_IN_URL.search(typed):
        return Malformed(f"Take {_named(stray.group())} out of the address: copy it again from the browser")
    try:
        parts = urlsplit(typed)
        host, has_user = parts.hostname, "@" in parts.netloc
        _ = parts.port
    except ValueError:
        return Malformed("Copy the address again from the browser: the name of the site cannot be read")
    if has_user:
        return Malformed(f"Leave the user name out of the address: https://{excerpt(host or '')}/…")
    if not host or not _HOST.fullmatch(host if ":" not in host else f"[{host}]"):
        return Malformed(
            "Copy the address again from the browser: the name of the site is missing or cannot be read"
        )
    return typed


def _address_advice(typed: str, scheme: re.Match[str] | None) -> str:
    if typed.startswith("//"):
        return f"Write the whole address: https:{excerpt(typed)}"
    if typed.lower().startswith("www.") and not _NOT_IN_URL.search(typed):
        return f"Write the whole address: https://{excerpt(typed)}"
    if scheme and not typed[scheme.end() : scheme.end() + 1].isdigit():
        return f"Write an address that begins with https:// or http://; {excerpt(scheme.group())} is no link"
    return "Write the whole address, beginning with https:// or http://"


def _named(character: str) -> str:
    if character.isspace():
        return "the blank"
    return (
        f"the character “{character}”"
        if character.isprintable()
        else f"the hidden character U+{ord(character):04X}"
    )


IDENTIFIERS: Mapping[str, Callable[[str], str | Malformed]] = {
    "doi": canonical_doi,
    "pmid": canonical_pmid,
    "pmcid": canonical_pmcid,
    "nbk": canonical_nbk,
    "setid": canonical_setid,
    "isbn": canonical_isbn,
    "url": canonical_url,
}
"""Field name → its reader."""
