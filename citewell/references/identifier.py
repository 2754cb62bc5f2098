"""The number by which a work is added: a DOI, a PMID, a PMCID or an ISBN, as people paste it."""

import re
from typing import NamedTuple

from citewell.bibliography.characters import excerpt
from citewell.bibliography.fault import Malformed
from citewell.bibliography.identifiers import (
    canonical_doi,
    canonical_isbn,
    canonical_pmcid,
    canonical_pmid,
)

EXAMPLES = "10.1016/j.jad.2017.05.048, PMID:28628765, PMC8650205 or ISBN:978-0-306-40615-7"
_DOI = re.compile(r"(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/)|(?:info:)?doi[:/ ]|10\.", re.IGNORECASE)
_PMCID = re.compile(r"PMC(?:ID)?:?\s*\d|PMCID:?\s*PMC|https?://\S*/(?:pmc|articles)/", re.IGNORECASE)
_PMID = re.compile(r"PMID\b|https?://\S*pubmed", re.IGNORECASE)
_ISBN = re.compile(r"ISBN\b|97[89][- ]?\d", re.IGNORECASE)


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
    typed = typed.strip()
    for pattern, field, canonical in (
        (_DOI, "doi", canonical_doi),
        (_PMCID, "pmcid", canonical_pmcid),
        (_PMID, "pmid", canonical_pmid),
        (_ISBN, "isbn", canonical_isbn),
    ):
        if pattern.match(typed):
            value = canonical(typed)
            return value if isinstance(value, Malformed) else Identifier(field, value)
    if typed.isdecimal():
        shown = excerpt(typed)
        return Malformed(
            f"Say what the number {shown} is: PMID:{shown} if PubMed shows it, ISBN:… for a book"
        )
    return Malformed(f"Write the number of a work instead of “{excerpt(typed)}”: {EXAMPLES}")
