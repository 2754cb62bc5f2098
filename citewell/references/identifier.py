"""The number by which a work is added: a DOI, a PMID, a PMCID or an ISBN, as people paste it."""

import re
from typing import NamedTuple
from urllib.parse import unquote

from citewell.bibliography.characters import excerpt
from citewell.bibliography.fault import Malformed
from citewell.bibliography.identifiers import (
    canonical_doi,
    canonical_isbn,
    canonical_pmcid,
    canonical_pmid,
)

EXAMPLES = "10.1016/j.jad.2017.05.048, PMID:28628765, PMC8650205 or ISBN:978-0-306-40615-7"
_PAIRS = (
    "()",
    "[]",
    "{}",
    "<>",
    '""',
    "''",
    "“”",
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}",
)
_NCBI = r"(?:https?://)?(?P<host>(?:www\.)?ncbi\.nlm\.nih\.gov/|(?:pubmed|pmc)\.ncbi\.nlm\.nih\.gov/)"
_PAGE_OF_NCBI = re.compile(rf"{_NCBI}(?P<path>[^?#\s]*)", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/)|(?:info:)?doi[:/ ]|10\.", re.IGNORECASE)
_DOI_IN_ADDRESS = re.compile(r"https?://[^\s?#]+?/(10\.\d{4,9}(?:/|%2F)[^\s?#]+)", re.IGNORECASE)
_BEHIND_DOI = re.compile(
    r"/(?:abstract|full|fulltext|full-text|pdf|epdf|html|meta|summary)/?$", re.IGNORECASE
)
_PMCID = re.compile(r"PMC(?:ID)?:?\s*\d|PMCID:?\s*PMC|https?://\S*/(?:pmc|articles)/", re.IGNORECASE)
_PMID = re.compile(r"PMID(?=\b|\d)|https?://\S*pubmed", re.IGNORECASE)
_ISBN = re.compile(r"ISBN(?=\b|\d)|97[89][- ]?\d|\d(?:[- ]?\d){8}[- ]?[\dX]$", re.IGNORECASE)
_NBK = re.compile(r"(?:https?://\S*/books/)?NBK\s*\d", re.IGNORECASE)
_FIELD = re.compile(r"\b(doi|pmid|pmcid|isbn) = \{([^{}]*)\}")
_TYPED = {"doi": "", "pmid": "PMID:", "pmcid": "", "isbn": "ISBN:"}


class Identifier(NamedTuple):
    """A number of a work.

    Args:
        field: of a reference that holds it: doi, pmid, pmcid or isbn.
        value: in its canonical form.
    """

    field: str
    value: str


def read_identifier(typed: str) -> Identifier | Malformed:
    """The identifier, or what to write instead."""
    bare = _bare(typed)
    for pattern, field, canonical in (
        (_DOI, "doi", canonical_doi),
        (_PMCID, "pmcid", canonical_pmcid),
        (_PMID, "pmid", canonical_pmid),
        (_ISBN, "isbn", canonical_isbn),
    ):
        if pattern.match(bare):
            value = canonical(bare)
            if isinstance(value, Malformed):
                return Malformed(f"“{excerpt(typed)}”: {_as_typed(value.advice)}")
            return Identifier(field, value)
    shown = excerpt(typed.strip())
    if bare.isdecimal():
        return Malformed(
            f"Say what the number {shown} is: PMID:{shown} if PubMed shows it, ISBN:… for a book"
        )
    if _NBK.match(bare):
        return Malformed(
            f"No database is asked for {shown}: write the PMID that stands on its page at the Bookshelf, or "
            f"type the entry by hand (docs/editors/references.md)"
        )
    return Malformed(f"Write the number of a work instead of “{shown}”: {EXAMPLES}")


def _bare(typed: str) -> str:
    """What was pasted, without what stood around it."""
    bare = typed.strip().rstrip(".,;").strip()
    while len(bare) > 1 and f"{bare[0]}{bare[-1]}" in _PAIRS:
        bare = bare[1:-1].strip()
    if page := _PAGE_OF_NCBI.match(bare):
        return f"https://{page['host'].lower()}{page['path']}"
    if not _DOI.match(bare) and (found := _DOI_IN_ADDRESS.match(bare)):
        return _BEHIND_DOI.sub("", unquote(found[1]))
    return bare


def _as_typed(advice: str) -> str:
    """The advice for a field of an entry, as one who types a command needs it."""
    return _FIELD.sub(lambda found: _TYPED[found[1]] + found[2], advice)
