"""PubMed: efetch for what it says of works, esearch for the number of a DOI.

Source: https://www.ncbi.nlm.nih.gov/books/NBK25499/ and the description of its records,
https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html
"""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.databases.body import XML, UnreadableBodyError, read_json, read_xml
from citewell.databases.http_client import DatabaseClient, NoAnswerError
from citewell.databases.pubmed_record import number_of, record_of
from citewell.databases.record import Answer, items, text

_AT_ONCE = 200
"""As many as NCBI lets one address name."""

_RECORDS = ("PubmedArticle", "PubmedBookArticle")


def ask(client: DatabaseClient, pmids: Sequence[str]) -> Iterator[Mapping[str, Answer | NoAnswerError]]:
    """What PubMed says of works, by their numbers, as many at a time as one question may name.

    A number that PubMed leaves out of a sound answer is one that it does not know.
    """
    ordered = sorted(dict.fromkeys(pmids), key=int)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        try:
            yield _fetch(client, some)
        except NoAnswerError as error:
            yield dict.fromkeys(some, error)


def number_of_doi(client: DatabaseClient, doi: str) -> str:
    """The number of a work in PubMed by its DOI; empty where PubMed does not have it.

    Raises:
        NoAnswerError: there is no answer that can be used.
    """
    term = f'"{doi.replace(chr(34), "")}"[doi]'
    parameters = {"db": "pubmed", "term": term, "retmode": "json", **_caller(client)}
    reply = client.get("pubmed", "esearch.fcgi", parameters)
    try:
        found = read_json(reply.body) if reply.body is not None else {}
    except UnreadableBodyError as error:
        raise NoAnswerError(str(error)) from error
    numbers = items(found, "esearchresult", "idlist")
    number = text(numbers, 0)
    return number if len(numbers) == 1 and number.isdecimal() else ""


def _fetch(client: DatabaseClient, pmids: Sequence[str]) -> Mapping[str, Answer]:
    parameters = {"db": "pubmed", "id": ",".join(pmids), "retmode": "xml", **_caller(client)}
    reply = client.get("pubmed", "efetch.fcgi", parameters, kind=XML)
    try:
        root = read_xml(reply.body or b"")
    except UnreadableBodyError as error:
        raise NoAnswerError(str(error)) from error
    if root.tag != "PubmedArticleSet":
        raise NoAnswerError("sent an answer of another shape")
    found = {number_of(element): element for element in _elements(root)}
    if others := found.keys() - set(pmids):
        # An answer that holds what nobody asked for says nothing of what is missing in it.
        raise NoAnswerError(f"answered with another work, {min(others) or 'one without a number'}")
    return {pmid: Answer(reply.on, record_of(found[pmid], pmid) if pmid in found else None) for pmid in pmids}


def _elements(root: etree.Element) -> Iterator[etree.Element]:
    return (element for element in root if element.tag in _RECORDS)


def _caller(client: DatabaseClient) -> Mapping[str, str]:
    """Who asks, as NCBI wants to know it (NBK25497, "Usage Guidelines")."""
    return {"tool": "citewell", **({"email": client.contact} if "@" in client.contact else {})}
