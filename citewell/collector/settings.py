"""What the collector is told on the command line, read strictly."""

import re
from dataclasses import dataclass
from ipaddress import ip_network
from urllib.parse import urlsplit

from citewell.collector.client_address import Network

_PORTS = {"https": 443, "http": 80}
_HIGHEST_PORT = 65_535


@dataclass(frozen=True)
class Site:
    """The site whose readers vote.

    Args:
        address: of its first page; ends with a slash.
        origins: the origins that its pages have, as browsers write them.
    """

    address: str
    origins: frozenset[str]

    @property
    def thanks(self) -> str:
        """The address of the page that thanks for a vote."""
        return f"{self.address}thank-you/"


def site_address(text: str) -> str:
    """The address of a site's first page, with a slash at the end.

    Raises:
        ValueError: it is none.
    """
    if not _has_origin(text) or re.search("[?#]", text):
        raise ValueError(f"“{text}” is no address of a site, as in https://example.org/health/")
    return text if text.endswith("/") else f"{text}/"


def origin_of(address: str) -> str:
    """The origin of an address, as a browser writes it in the header Origin: https://example.org.

    Raises:
        ValueError: it is no http or https address.
    """
    if not _has_origin(address):
        raise ValueError(f"“{address}” is no origin, as in https://example.org")
    parts = urlsplit(address)
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    is_usual = parts.port in {None, _PORTS[parts.scheme]}
    return f"{parts.scheme}://{host}" if is_usual else f"{parts.scheme}://{host}:{parts.port}"


def origin(text: str) -> str:
    """An origin alone, without a path.

    Raises:
        ValueError: it is none.
    """
    alone = origin_of(text)
    if urlsplit(text).path.strip("/") or re.search("[?#]", text):
        raise ValueError(f"“{text}” is more than an origin, as in {alone}")
    return alone


def network(text: str) -> Network:
    """A proxy's address, 127.0.0.1, or a network of them, 10.0.0.0/8.

    Raises:
        ValueError: it is neither.
    """
    try:
        return ip_network(text)
    except ValueError as error:
        raise ValueError(
            f"“{text}” is no address, as in 127.0.0.1, and no network, as in 10.0.0.0/8"
        ) from error


def listening_place(text: str) -> tuple[str, int]:
    """Host and port: 127.0.0.1:8010 or [::1]:8010.

    Raises:
        ValueError: it is not of this form.
    """
    found = re.fullmatch(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9.-]+)):([0-9]{1,5})", text)
    if not found or int(found[3]) > _HIGHEST_PORT:
        raise ValueError(f"“{text}” is no place to listen at, as in 127.0.0.1:8010 or [::1]:8010")
    return found[1] or found[2], int(found[3])


def _has_origin(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    is_clean = re.fullmatch(r"[!-~]+", address) is not None
    return (
        is_clean and parts.scheme in _PORTS and bool(parts.hostname) and "@" not in parts.netloc and port != 0
    )
