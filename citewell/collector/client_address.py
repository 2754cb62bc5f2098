"""From which address a request came, also through proxies."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def client_address(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> Address | None:
    """The nearest address that is no proxy of ours.

    Every proxy adds whom it was called by at the end of X-Forwarded-For, so only what stands to the right of
    the first stranger was written by somebody we trust; the rest anybody can make up. Where a proxy wrote
    something that is no address, the proxy itself is taken for the client: its clients then share one limit,
    rather than have none.

    Args:
        peer: the other end of the connection.
        forwarded_for: the header X-Forwarded-For; several of them joined by commas.
        trusted: the networks of our proxies.

    Returns:
        None where not even the peer has an address.
    """
    nearest = _address(peer)
    for hop in reversed(forwarded_for.split(",")):
        if nearest is None or not any(nearest in network for network in trusted):
            break
        further = _address(hop.strip())
        if further is None:
            break
        nearest = further
    return nearest


def _address(text: str) -> Address | None:
    """An address as proxies write it: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]:80`."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped  # ::ffff:192.0.2.1 is the client 192.0.2.1
    return address
