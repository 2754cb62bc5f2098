"""A built page cut down to what is searched (read by lexbor)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as etree  # noqa: N813

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citewell.search.searched_page import SearchedPage, medicine_filter, review_group

EXCLUDED = "[data-search-exclude], [data-pagefind-ignore]"
"""What an author keeps out of the search: Material's name for it, and Pagefind's."""
_TEXT = ("main article", "[role=main]", "main", "article", "body")
"""Where the text of a page stands, the nearest first: themes do not agree."""
_BOILERPLATE = (
    "script, style, template, svg, nav, footer, form, button, [hidden], .headerlink, .faq-link, .citation"
    ", .references, .review-state, .safety-strip, .referral-notice, .referral, .pager, .page-address"
    ", .search-here"
)
"""What stands on many pages and says nothing of this one, or what a reader does not look for."""
_STATE = ".review-state strong"
_GAP = re.compile(r" (?<=\w )(?=[.,;:](?:\s|<))")
"""What is left between a word and its full stop when the citation between them is taken out."""
_PLACE = "\ue000citewell-text\ue000"
"""Stands for the text, which is HTML already: lexbor wrote it."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_RUN = re.compile(r"\w{3,}")


@dataclass(frozen=True)
class CutPage:
    """What is searched of a page.

    Args:
        title: its first heading; empty for a page that is not searched.
        state: who has reviewed it, in the words that it shows.
        text: its text as HTML, with its headings and their ids.
        language: as BCP 47 has it.
        words: each word of three letters or more, once, in lower case.
    """

    title: str = ""
    state: str = ""
    text: str = ""
    language: str = "en"
    words: frozenset[str] = frozenset()


def cut(html: bytes) -> CutPage:
    """Read a built page; one without a heading that is searched has no title.

    Args:
        html: the file.
    """
    tree = LexborHTMLParser(html)
    text = next((node for selector in _TEXT if (node := tree.css_first(selector))), None)
    root = tree.css_first("html")
    if text is None or root is None:
        return CutPage()
    state = text.css_first(_STATE)
    state_words = _words(state) if state else ""
    found = {node.mem_id: node for node in text.css(f"{EXCLUDED}, {_BOILERPLATE}")}
    for node in reversed(found.values()):  # what stands in another one goes before it, while it is there
        node.decompose()
    heading = text.css_first("h1")
    if heading is None or not _words(heading):
        return CutPage()
    return CutPage(
        _words(heading),
        state_words,
        _GAP.sub("", text.html or ""),
        root.attributes.get("lang") or "en",
        frozenset(_words_of_letters(text.text(separator=" ").lower())),
    )


def for_pagefind(cut_page: CutPage, page: SearchedPage) -> str:
    """The page as Pagefind reads it: the text, the names that it does not show, and what filters go by."""
    facts = etree.Element("div")
    for name, value in (
        ("aliases", ", ".join((*page.names.names, *page.names.medicine_names, page.names.article))),
        ("state", page.state),
    ):
        if value:
            etree.SubElement(facts, "p", {"data-pagefind-meta": name}).text = value
    for name, value in (
        (medicine_filter(page.names.medicine), page.names.medicine),
        ("kind", page.names.kind),
        ("review", review_group(page.state)),
    ):
        if value:
            etree.SubElement(facts, "p", {"data-pagefind-filter": name}).text = value
    root = etree.Element("html", {"lang": cut_page.language})
    etree.SubElement(root, "head")
    body = etree.SubElement(root, "body")
    body.append(facts)
    etree.SubElement(body, "div", {"data-pagefind-body": ""}).text = _PLACE
    written = etree.tostring(root, encoding="unicode", method="html")
    return f"<!doctype html>{written}".replace(_PLACE, cut_page.text, 1)


def _words_of_letters(text: str) -> Iterator[str]:
    """The words of three letters or more: most runs are words as they are, and come up again and again."""
    for run in set(_RUN.findall(text)):
        if run.isalpha():
            yield run
        else:
            yield from _WORD.findall(run)


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())
