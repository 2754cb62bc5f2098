"""Walks a served site from its first page, link by link, as a search engine does."""

import re
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin
from urllib.request import HTTPRedirectHandler, build_opener
from xml.etree import ElementTree as etree  # noqa: N813

from bs4 import BeautifulSoup

_REFRESH = re.compile(r"0; url=(\S+)")
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Answer(NamedTuple):
    """What a server says to one address: the status, the kind and the bytes."""

    status: int
    kind: str
    data: bytes


class Visited(NamedTuple):
    """A page: its status and its tree, where it sends its reader (empty: nowhere), and what it links to."""

    status: int
    page: BeautifulSoup
    leads_to: str
    links: frozenset[str]

    @property
    def is_public(self):
        """Whether a search engine may list it."""
        robots = self.page.select_one("meta[name=robots]")
        return self.status == 200 and not self.leads_to and not (robots and "noindex" in robots["content"])

    def said(self, selector, attribute="content"):
        """The values of an attribute of all elements that a selector finds."""
        return [element[attribute] for element in self.page.select(selector)]


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


_OPENER = build_opener(_NoRedirects)


def get(address):
    """Ask for an address; a redirect of the server is an answer and is not followed."""
    try:
        with _OPENER.open(address, timeout=10) as answer:
            return Answer(answer.status, answer.headers.get_content_type(), answer.read())
    except HTTPError as error:
        return Answer(error.code, error.headers.get_content_type(), error.read())


def visit(address):
    """One page."""
    answer = get(address)
    page = BeautifulSoup(answer.data if answer.kind == "text/html" else b"", "html.parser")
    refresh = page.select_one("meta[http-equiv=refresh]")
    found = _REFRESH.fullmatch(refresh["content"]) if refresh else None
    links = (urldefrag(urljoin(address, link["href"])).url for link in page.select("a[href]"))
    return Visited(answer.status, page, urljoin(address, found[1]) if found else "", frozenset(links))


def crawl(first):
    """All that links lead to from a site's first page, inside the site, by address."""
    seen, waiting = {}, [first]
    while waiting:
        address = waiting.pop()
        if address not in seen and address.startswith(first):
            seen[address] = visit(address)
            waiting += sorted(seen[address].links)
    return seen


def sitemap(first):
    """The pages of a site's sitemap, each with its day, or None. An address that stands there twice fails."""
    found = {}
    for entry in etree.fromstring(get(f"{first}sitemap.xml").data):
        address = entry.findtext(f"{_SITEMAP}loc")
        assert address not in found, f"{address} stands there twice"
        found[address] = entry.findtext(f"{_SITEMAP}lastmod")
    return found
