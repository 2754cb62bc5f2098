from ipaddress import ip_address, ip_network

import pytest

from citewell.collector.client_address import client_address

PROXIES = [ip_network(network) for network in ("127.0.0.1", "10.0.0.0/8", "2001:db8:f::/48")]


@pytest.mark.parametrize(
    ("peer", "forwarded_for", "client"),
    [
        ("192.0.2.1", "", "192.0.2.1"),
        ("192.0.2.1", "198.51.100.1", "192.0.2.1"),  # nobody believes a stranger
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "198.51.100.1, 10.1.2.3", "198.51.100.1"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1"),  # the left one is made up
        ("127.0.0.1", "127.0.0.1, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "10.1.1.1, 10.1.2.3", "10.1.1.1"),  # a proxy that votes
        ("127.0.0.1", "198.51.100.1:4711", "198.51.100.1"),
        ("127.0.0.1", "2001:db8::1", "2001:db8::1"),
        ("127.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"),
        ("2001:db8:f::2", "2001:db8::1", "2001:db8::1"),
        ("127.0.0.1", "::ffff:198.51.100.1", "198.51.100.1"),
        ("::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1, _hidden, 10.1.2.3", "10.1.2.3"),
        ("127.0.0.1", "198.51.100.1,", "127.0.0.1"),
        ("", "198.51.100.1", None),
    ],
)
def test_the_nearest_address_that_is_no_proxy_of_ours(peer, forwarded_for, client):
    assert client_address(peer, forwarded_for, PROXIES) == (ip_address(client) if client else None)


def test_without_proxies_the_header_counts_for_nothing():
    assert client_address("127.0.0.1", "198.51.100.1", []) == ip_address("127.0.0.1")
