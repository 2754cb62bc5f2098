"""A style sheet asks for nothing outside the site.

A font, a picture or another style sheet can be asked of another host from a style sheet as from a page. What
is commented out is read too: a quotation mark before it would bring it back to life.

Fails:
    p { background: url(https://example.org/pixel.png) }

Passes:
    p { background: url("data:image/svg+xml;charset=utf-8,") }
"""

import re
from collections.abc import Iterator

from citewell.seal.addresses import read_address
from citewell.seal.fault import Fault
from citewell.seal.site_files import SiteFiles

ID = "style-sheets"
_ASKS = re.compile(r"@import\b|\b(?:url|src|image|image-set|cross-fade)\(", re.IGNORECASE)
"""Whatever asks for a file."""

_URL = re.compile(
    r"""\burl\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^)"'\\\s]*))\s*\)""", re.IGNORECASE | re.DOTALL
)
"""The one way to ask that is read here."""

_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|([^\n\r\f0-9a-fA-F]))")
_PICTURE = re.compile(r"data:image/[a-z+.-]+[;,]", re.IGNORECASE)
_SHOWN = 40


def check(path: str, text: str, files: SiteFiles | None = None) -> Iterator[Fault]:
    """What a style sheet asks for.

    Args:
        path: of the file that it is or stands in.
        text: of the style sheet.
        files: of the site; None for one that may ask for no file at all, because it stands in a picture.
    """
    if len(_ASKS.findall(_ESCAPE.sub(_meant, text))) != len(_ASKS.findall(text)):
        yield Fault(
            ID, "Write url() and @import without backslashes: nobody else reads them", text.find("\\")
        )
    for asks in _ASKS.finditer(text):
        found = _URL.match(text, asks.start())
        address = "".join(filter(None, found.groups())) if found else None
        shown = (text[asks.start() :].partition("\n")[0] if address is None else address)[:_SHOWN]
        if address is None:
            yield Fault(ID, f"Write “{shown}” as a plain url(), or take it out", asks.start())
        elif advice := _advice(path, address, files):
            yield Fault(ID, f"{advice} (“{shown}”)", asks.start())


def _advice(path: str, address: str, files: SiteFiles | None) -> str:
    """What to do about a file that is asked for; empty where it may be."""
    if _PICTURE.match(address) or address.startswith("#"):
        return ""
    read = read_address(address)
    if isinstance(read, str) or read.scheme:
        return "Put what this style sheet needs into the site: it asks outside of it"
    if files is None:
        return "Take this out: a picture asks for no other file"
    return "" if files.target(path, read) else files.advice(path, read)


def _meant(escape: re.Match[str]) -> str:
    """The character that an escape stands for."""
    number = int(escape[1] or "0", 16)
    return escape[2] or (chr(number) if number < 0x110000 else "\ufffd")  # noqa: PLR2004 (the end of Unicode)
