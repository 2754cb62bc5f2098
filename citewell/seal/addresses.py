"""The addresses in a page, read strictly: one that a browser could read in another way is refused."""

import re
from typing import NamedTuple
from urllib.parse import unquote

SCHEMES = ("https", "http", "mailto", "tel", "sms")
"""Schemes that a link may have. The bibliography takes http too: some sources have no other address."""

_ADDRESS = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?"
    r"(?P<rest>(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?)"
)
_PLAIN_INSIDE = re.compile(r"((?!//)[A-Za-z0-9_./-]*+)(?:#([A-Za-z0-9_.:/-]*+))?+")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ufeff]")
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = re.compile(rf"//((?:{_LABEL}\.)*{_LABEL})(?::\d{{1,5}})?(?=[/?#]|\Z)", re.IGNORECASE)
_OTHERS = {
    "mailto": re.compile(r"[A-Za-z0-9.!#$%&'*+/=^_`{|}~-]+@[A-Za-z0-9.-]+"),
    "tel": re.compile(r"\+?[0-9]+"),
    "sms": re.compile(r"\+?[0-9]+"),
}


class Address(NamedTuple):
    """An address that was read.

    Args:
        scheme: in lower case; empty for an address inside the site.
        host: in lower case; empty for an address without one.
        path: of an address inside the site, decoded, empty for the page itself; of one to call, the number.
        fragment: decoded; None where there is none.
    """

    scheme: str = ""
    host: str = ""
    path: str = ""
    fragment: str | None = None


def read_address(text: str, site: str = "") -> Address | str:
    """Read an address.

    Args:
        text: as a browser decodes the attribute.
        site: the site's own address, absolute and ended by a slash; empty where it is not known. What stands
            below it is inside.

    Returns:
        the address, or what to write instead.
    """
    if plain := plain_address(text):
        return plain
    found = None if _UNSAFE.search(text) else _ADDRESS.fullmatch(text)
    if found is None:
        return "Write this address without blanks, backslashes and control characters"
    scheme = (found["scheme"] or "").lower()
    if scheme in _OTHERS:
        return _to_a_person(scheme, found["rest"])
    if scheme:
        return _on_the_web(scheme, text, found, site)
    if found["path"].startswith("//"):
        return "Write the whole address, beginning with https://"
    return _inside(found["path"], found["fragment"])


def plain_address(text: str) -> Address | None:
    """An address inside the site with nothing in it to decode or to mistake; None for any other."""
    found = _PLAIN_INSIDE.fullmatch(text)
    return Address(path=found[1], fragment=found[2]) if found else None


def _to_a_person(scheme: str, rest: str) -> Address | str:
    if not _OTHERS[scheme].fullmatch(rest):
        return f"Write the bare address after {scheme}:, without anything to fill in beforehand"
    return Address(scheme, path=rest)


def _on_the_web(scheme: str, text: str, found: re.Match[str], site: str) -> Address | str:
    if scheme not in SCHEMES:
        return f"Write an address that begins with https://, not with {found['scheme'][:20]}:"
    host = _HOST.match(found["rest"])
    if host is None:
        return f"Write the host plainly after {scheme}://, in letters, digits, hyphens and dots"
    if "xn--" in host[1].lower():
        return "Write an address whose host is spelt in plain letters: this one can be taken for another"
    if site and text.startswith(site):
        below = found["path"].removeprefix(site.partition(":")[2])
        return _inside(f"/{site.split('/', 3)[3]}{below}", found["fragment"])
    return Address(scheme, host[1].lower())


def _inside(path: str, fragment: str | None) -> Address:
    return Address(path=unquote(path), fragment=None if fragment is None else unquote(fragment))
