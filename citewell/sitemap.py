"""The sitemap of a site with more pages than one may name: an index of several (sitemaps.org protocol)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as etree  # noqa: N813

FILE = "sitemap.xml"
MOST_ADDRESSES = 50_000
"""What the protocol lets one file name; it may have 52,428,800 bytes, too."""
_MOST_CHARACTERS = 25_000_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)


def in_files(text: str, site_address: str) -> Mapping[str, str]:
    """The files of a sitemap, by name: the one alone, or an index in its place and its parts.

    Args:
        text: of the whole.
        site_address: absolute, ended by a slash.
    """
    entries = list(_ENTRY.finditer(text))
    if len(entries) <= MOST_ADDRESSES and len(text) <= _MOST_CHARACTERS:
        return {FILE: text}
    head, tail = text[: entries[0].start()], text[entries[-1].end() :]
    parts = {
        f"sitemap-{number}.xml": f"{head}{''.join(part)}{tail}"
        for number, part in enumerate(_parts([entry.group() for entry in entries]), start=1)
    }
    return {FILE: _index([f"{site_address}{name}" for name in parts]), **parts}


def _parts(entries: Sequence[str]) -> Iterator[Sequence[str]]:
    part: list[str] = []
    length = 0
    for entry in entries:
        if len(part) == MOST_ADDRESSES or length + len(entry) > _MOST_CHARACTERS:
            yield part
            part, length = [], 0
        part.append(entry)
        length += len(entry)
    yield part


def _index(addresses: Sequence[str]) -> str:
    root = etree.Element("sitemapindex", {"xmlns": _NAMESPACE})
    for address in addresses:
        etree.SubElement(etree.SubElement(root, "sitemap"), "loc").text = address
    etree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(root, encoding="unicode")}\n'
