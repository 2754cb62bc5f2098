"""How the work is found: DOI, PubMed, PubMed Central, an address; and where each links to.

Links lead to https and http only. What cannot be an identifier of its kind prints as typed, without a link.
"""

import re
from urllib.parse import quote

from citewell.bibliography.reference import Reference
from citewell.nlm import fields, journal
from citewell.nlm.part import Part
from citewell.nlm.punctuation import tidy, with_stop

_DOI = re.compile(r"10\.\d{4,9}/\S.*")
_PMID = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_PMCID = re.compile(r"PMC[1-9]\d{0,8}", re.ASCII)
# No user name before the host: https://known.example@other.example leads to the other one.
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@\\:\"<>]+(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
# DOI Handbook, "Encoding": quotation mark, space, percent, hash, angle brackets and other unsafe marks are
# encoded; parentheses and semicolons, frequent in older DOIs, need not be.
_KEPT_IN_DOI = "/:;()!$&'*+,=@~"
_UNSAFE_IN_ADDRESS = re.compile(r"[\s\"'<>\\^`{|}\x00-\x1f\x7f]")


def doi_href(doi: str) -> str:
    """The address that resolves a DOI, percent-encoded; empty for what is no DOI."""
    return f"https://doi.org/{quote(doi, safe=_KEPT_IN_DOI)}" if _DOI.fullmatch(doi) else ""


def pmid_href(pmid: str) -> str:
    """The page of a work in PubMed; empty for what is no PMID."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if _PMID.fullmatch(pmid) else ""


def pmcid_href(pmcid: str) -> str:
    """The page of a work in PubMed Central; empty for what is no PMCID."""
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/" if _PMCID.fullmatch(pmcid) else ""


def address_href(url: str) -> str:
    """An address as it is put into a link; empty for every scheme but https and http."""
    if not _WEB_ADDRESS.match(url):
        return ""
    return _UNSAFE_IN_ADDRESS.sub(lambda found: quote(found[0]), url)


def located(reference: Reference) -> list[Part]:
    """`doi: X. Epub date. PMID: Y; PMCID: Z. Available from: URL`, each value linked, in PubMed's order.

    No stop follows an address (Citing Medicine, ch. 22, "Availability"): it would be read as a part of it.
    """
    parts: list[Part] = []
    doi = tidy(reference.get("doi"))
    if doi:
        parts += [Part(" doi: "), Part(doi, doi_href(doi)), *_stop(doi)]
    ahead = journal.published_ahead(reference)
    if ahead:
        parts.append(Part(f" {ahead}."))
    parts += _pubmed(tidy(reference.get("pmid")), tidy(reference.get("pmcid")))
    url = fields.address(reference)
    if url and (not journal.is_article(reference) or journal.prints_address(reference)):
        parts += [Part(" Available from: "), Part(url, address_href(url))]
    return parts


def _pubmed(pmid: str, pmcid: str) -> list[Part]:
    parts: list[Part] = []
    if pmid:
        parts += [Part(" PMID: "), Part(pmid, pmid_href(pmid))]
    if pmcid:
        parts += [Part("; PMCID: " if pmid else " PMCID: "), Part(pmcid, pmcid_href(pmcid))]
    return [*parts, *_stop(parts[-1].text)] if parts else []


def _stop(value: str) -> list[Part]:
    return [Part(".")] if with_stop(value) != value else []
