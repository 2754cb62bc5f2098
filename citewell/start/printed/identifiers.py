"""What a printed reference is found by: DOI, PubMed, PubMed Central, an address, and when it was read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from citewell.bibliography.fault import Malformed
from citewell.bibliography.identifiers import (
    canonical_doi,
    canonical_nbk,
    canonical_pmcid,
    canonical_pmid,
    canonical_url,
)
from citewell.start.printed.days import DAY, iso_day

_BEFORE_ADDRESS = r"(?:(?:Available|Retrieved|Accessed)\s+(?:from|at):?|URL:?)?\s*"
_ADDRESS = re.compile(rf"{_BEFORE_ADDRESS}<?(?P<value>https?://[^\s<>\"]+)>?", re.IGNORECASE)
_DOI = re.compile(r"(?:\bdoi\b:?\s*)?(?P<value>\b10\.\d{4,9}(?:\.\d+)*/[^\s<>\"]+)", re.IGNORECASE)
_PMID = re.compile(r"\b(?:PubMed )?PMID:?\s*(?P<value>\d{1,8})\b", re.IGNORECASE)
_PMCID = re.compile(r"\b(?:PubMed Central )?(?:PMCID:?\s*)?(?P<value>PMC\d+)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\[?\bEpub ahead of print\b\]?", re.IGNORECASE)
_EPUB = re.compile(rf"\b(?:Epub|Published online) (?P<value>{DAY})")
_IN_BRACKETS = re.compile(
    rf"\[(?:updated (?P<updated>{DAY}))?(?:;\s*)?(?:(?:cited|accessed) (?P<accessed>{DAY}))?\](?P<volume>;?)",
    re.IGNORECASE,
)
_ACCESSED = re.compile(rf"\b(?:Date )?(?:Accessed|Cited)(?: on)?:? (?P<value>{DAY})", re.IGNORECASE)
_UPDATED = re.compile(rf"\b(?:Last )?(?:Updated|Reviewed)(?: on)?:? (?P<value>{DAY})", re.IGNORECASE)
_LABELLED = re.compile(
    r"\bdoi\b:?(?=\s*(?:[.;\x00]|$))|(?:Available|Retrieved) (?:from|at):?(?=\s*(?:[.;\x00]|$))",
    re.IGNORECASE,
)
_TAKEN = "\x00"
_TAKEN_ALONE = re.compile(rf"[(\[]\s*{_TAKEN}\s*[)\]]")
_AROUND_TAKEN = re.compile(rf"(?:\s|[.;,])*{_TAKEN}(?:\s|[.;,]|{_TAKEN})*")
_CLOSING_SIGNS = ".,;:\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
_PAIRS = {")": "(", "]": "["}


@dataclass(frozen=True)
class Identified:
    """A reference without what it is found by.

    Args:
        text: what is left of it.
        fields: what was taken out, under the names of references.bib.
    """

    text: str
    fields: Mapping[str, str]


def identified(text: str, addresses: Iterable[str] = ()) -> Identified:
    """Take out what a reference is found by.

    Args:
        text: the reference on one line.
        addresses: of the links in it; what the text prints comes before them.
    """
    fields: dict[str, str] = {}

    def take(pattern: re.Pattern[str], name: str) -> None:
        nonlocal text
        found = pattern.search(text)
        while found:
            value = found["value"]
            kept = _without_closing(value)
            end = found.end("value") - len(value) + len(kept)
            value = iso_day(kept) if name in ("epub", "accessed", "updated") else kept
            if not _note(fields, name, value):
                found = pattern.search(text, found.end())
                continue
            text = f"{text[: found.start()]}{_TAKEN}{text[end:].removeprefix('>')}"
            found = pattern.search(text, found.start())

    take(_ADDRESS, "url")
    take(_DOI, "doi")
    take(_PMID, "pmid")
    take(_PMCID, "pmcid")
    for days in _IN_BRACKETS.finditer(text):
        fields |= {name: iso_day(days[name]) for name in ("updated", "accessed") if days[name]}
    text = _IN_BRACKETS.sub(lambda days: days["volume"] or _TAKEN, text)
    take(_EPUB, "epub")
    take(_UPDATED, "updated")
    take(_ACCESSED, "accessed")
    if _AHEAD.search(text):
        text = _AHEAD.sub(_TAKEN, text)
        fields["pubstate"] = "Epub ahead of print"
    for address in addresses:
        _note(fields, "url", address)
    text = _TAKEN_ALONE.sub(_TAKEN, _LABELLED.sub(_TAKEN, text))
    text = _AROUND_TAKEN.sub(". ", text).removeprefix(". ")
    return Identified(" ".join(text.split()), {name: value for name, value in fields.items() if value})


def _note(fields: dict[str, str], name: str, value: str) -> bool:
    """Keep a value under the name that it deserves; whether it could be kept."""
    readers = {"doi": canonical_doi, "pmid": canonical_pmid, "pmcid": canonical_pmcid, "nbk": canonical_nbk}
    if name == "url":
        for name_of_number, read in readers.items():
            number = read(value)
            if not isinstance(number, Malformed):
                fields.setdefault(name_of_number, number)
                if name_of_number == "nbk":
                    fields.setdefault("url", value)
                return True
        if isinstance(canonical_url(value), Malformed):
            return False
    elif name in readers:
        number = readers[name](value)
        if isinstance(number, Malformed):
            return False
        value = number
    if value and fields.setdefault(name, value) != value:
        return False
    return bool(value)


def _without_closing(value: str) -> str:
    """An address or DOI without the stop of its sentence, and without a bracket that it did not open."""
    while value and (
        value[-1] in _CLOSING_SIGNS
        or (value[-1] in _PAIRS and value.count(value[-1]) > value.count(_PAIRS[value[-1]]))
    ):
        value = value[:-1]
    return value
