"""A site publishes pages and files of kinds that are known, each judged in its own way.

An engine copies whatever lies in docs/ and is no Markdown. A page under another name (`.htm`, `.xhtml`), a
script or a file of orders to the host would be published with the rest, and no gate would have read it.

Fails:
    docs/page.xhtml

Passes:
    docs/figure.svg
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from citewell.seal.fault import Fault
from citewell.seal.gates import known_files, pictures, style_sheets
from citewell.seal.headers import FILE as HEADERS
from citewell.seal.headers import is_ours
from citewell.seal.settings import Settings
from citewell.seal.site_files import SiteFiles
from citewell.seal.word_set import word_set
from citewell.search.files import is_made_by_pagefind, is_program

ID = "published-files"
PAGE = ".html"
_AS_THEY_ARE = word_set(
    ".avif .bib .csv .gif .gz .ico .jpeg .jpg .json .map .png .ris .txt .webmanifest .webp .woff .woff2"
)
"""Kinds of files that no browser runs."""

_READ = (".js", ".css", ".svg", ".xml")
_BY_NAME = frozenset((".nojekyll", "CNAME"))
_XML = re.compile(
    r"<\?xml-|<!DOCTYPE|<!ENTITY|http://www\.w3\.org/(?:1999/xhtml|2000/svg|1999/XSL)", re.IGNORECASE
)
_INSTEAD = {
    "_redirects": "moved pages get a page of their own that says where they are",
    HEADERS: "the seal writes this file",
    ".htm": "name a page .html, so that it is judged",
    ".xhtml": "name a page .html, so that it is judged",
}


def is_read(path: str) -> bool:
    """Whether it matters what a file holds: a browser may run it, or a host obeys it."""
    return PurePosixPath(path).suffix.lower() in _READ or path == HEADERS or is_program(path)


def check(path: str, data: bytes, settings: Settings, files: SiteFiles) -> Iterator[Fault]:
    """The faults of a file that is no page.

    Args:
        path: from the site's root.
        data: what it holds, where that matters.
        settings: of the site.
        files: of the site.
    """
    name, kind = PurePosixPath(path).name, PurePosixPath(path).suffix.lower()
    if path == HEADERS and is_ours(data):
        return
    if is_program(path):
        yield from known_files.check_file(path, data, settings)
    elif kind in _READ:
        yield from _of_text(path, kind, data, settings, files)
    elif kind not in _AS_THEY_ARE and path not in _BY_NAME and not is_made_by_pagefind(path):
        instead = _INSTEAD.get(name) or _INSTEAD.get(
            kind, f"no page needs files of the kind “{kind or name}”"
        )
        yield Fault(ID, f"Take this file out: {instead}")


def _of_text(path: str, kind: str, data: bytes, settings: Settings, files: SiteFiles) -> Iterator[Fault]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield Fault(ID, "Save this file as UTF-8")
        return
    if kind in (".js", ".css"):
        yield from known_files.check_file(path, data, settings)
    if kind == ".css":
        yield from style_sheets.check(path, text, files)
    elif kind == ".svg":
        yield from pictures.check(path, text)
    elif kind == ".xml" and (found := _XML.search(text)):
        yield Fault(
            ID, f"Take out “{found.group()}”: this file is data for machines, and no page", found.start()
        )
