"""The page that stands where another one stood: it sends its reader on, without a script.

A browser goes on at once (WCAG technique H76 allows a refresh of 0 seconds); search engines read it as a move
for good (Google Search Central, Redirects and Google Search). Whoever stays finds a link.
"""

import posixpath
from dataclasses import dataclass
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.moved_pages import Move
from citewell.page_address import file_at


@dataclass(frozen=True)
class SiteAround:
    """What a page that has moved takes from its site.

    Args:
        address: absolute, ended by a slash; empty where it is not known.
        language: of the texts (BCP 47).
        icon: the path of the icon from the site's root; empty for none, and browsers ask the host for one.
    """

    address: str
    language: str
    icon: str = ""


def moved_page(move: Move, title: str, site: SiteAround) -> tuple[str, str]:
    """The page's file, from the site's root, and its HTML.

    Args:
        move: the old and the new address.
        title: of the page that the reader is sent to, as plain text.
        site: that it belongs to.
    """
    file = file_at(move.old)
    new = _way(file, move.new)
    address = f"{new}/" if move.new.endswith("/") or not move.new else new
    page = etree.Element("html", lang=site.language)
    head = etree.SubElement(page, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "meta", {"name": "viewport", "content": "width=device-width,initial-scale=1"})
    etree.SubElement(head, "meta", {"name": "color-scheme", "content": "light dark"})
    etree.SubElement(head, "title").text = f"Moved: {title}"
    etree.SubElement(head, "meta", {"http-equiv": "refresh", "content": f"0; url={address}"})
    if site.address:
        etree.SubElement(head, "link", rel="canonical", href=f"{site.address}{move.new}")
    if site.icon:
        etree.SubElement(head, "link", rel="icon", href=_way(file, site.icon))
    body = etree.SubElement(page, "body")
    main = etree.SubElement(body, "main")
    etree.SubElement(main, "h1").text = "This page has moved"
    link = etree.SubElement(etree.SubElement(main, "p"), "a", href=address)
    link.text = title
    return file, f"<!doctype html>\n{etree.tostring(page, encoding='unicode', method='html')}\n"


def _way(file: str, target: str) -> str:
    """The way from a file to an address, both from the site's root."""
    return posixpath.relpath(f"/{target}", f"/{posixpath.dirname(file)}")
