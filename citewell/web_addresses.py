"""The addresses in a text, and the host that a browser would really go to."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

ADDRESS = re.compile(
    r"(?:\bhttps?:|(?<![:\w/]))[\\/]{2,}[^\s\"'<>()\[\]{}|`\\/][^\s\"'<>()\[\]{}|`]*", re.IGNORECASE
)
_TWO_SLASHES = re.compile(r"[\\/]{2,}")
_LONGEST_SCHEME = len("https:")

_SLASHES = re.compile(r"/{2,}")


def addresses(text: str) -> Iterator[tuple[int, str]]:
    """Every address in a text that names a host, with the offset at which it begins."""
    end = 0
    for slashes in _TWO_SLASHES.finditer(text):  # found many times faster than what may stand around them
        for begin in range(max(end, slashes.start() - _LONGEST_SCHEME), slashes.end() - 1):
            if found := ADDRESS.match(text, begin):
                yield begin, found.group().rstrip(".,;:!?*_")
                end = found.end()
                break


def host_of(address: str) -> str:
    """The host of an address as a browser reads it: lower case, decoded, look-alike letters folded.

    Browsers decode percent signs in a host, take backslashes for slashes, pass over slashes that are too many
    and map full-width letters to plain ones (WHATWG URL standard, URL and host parsing). An address without a
    readable host gives an empty text.
    """
    try:
        host = urlsplit(_SLASHES.sub("//", address.replace("\\", "/"), count=1)).hostname or ""
    except ValueError:
        return ""
    return unicodedata.normalize("NFKC", unquote(host)).lower().rstrip(".")


def parameters_of(address: str) -> list[str]:
    """The names of the parameters that an address carries, in lower case."""
    try:
        query = urlsplit(address.replace("&amp;", "&")).query
    except ValueError:
        return []
    return [name.lower() for name, _ in parse_qsl(query, keep_blank_values=True)]
