import pytest

from citewell.collector.settings import listening_place, network, origin, origin_of, site_address

GOOD = [
    (site_address, "https://example.org", "https://example.org/"),
    (site_address, "https://example.org/health", "https://example.org/health/"),
    (site_address, "http://127.0.0.1:8000/health/", "http://127.0.0.1:8000/health/"),
    (origin_of, "https://Example.org:443/health/", "https://example.org"),
    (origin_of, "http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
    (origin_of, "http://[::1]:8000/", "http://[::1]:8000"),
    (origin, "https://example.org/", "https://example.org"),
    (origin, "http://localhost:80", "http://localhost"),
    (listening_place, "127.0.0.1:8010", ("127.0.0.1", 8010)),
    (listening_place, "[::1]:0", ("::1", 0)),
    (listening_place, "votes.internal:65535", ("votes.internal", 65535)),
]


@pytest.mark.parametrize(("read", "text", "value"), GOOD)
def test_what_is_right_is_read(read, text, value):
    assert read(text) == value


@pytest.mark.parametrize("text", ["127.0.0.1", "10.0.0.0/8", "::1", "2001:db8::/32"])
def test_a_proxy_is_an_address_or_a_network(text):
    assert str(network(text)).startswith(text)


BAD = [
    *(
        (site_address, text)
        for text in ("", "example.org", "//example.org/", "ftp://example.org/", "https:///x")
    ),
    *((site_address, text) for text in ("https://example.org/?a", "https://example.org/#a", "https://a b/")),
    *((site_address, text) for text in ("https://u@example.org/", "https://example.org:0/", "https://[")),
    (site_address, "https://example.org/\r\nX: y"),
    *((origin, text) for text in ("null", "*", "example.org", "https://example.org/health/", "https://a/?b")),
    *((network, text) for text in ("", "localhost", "10.0.0.1/8", "127.0.0.1:80", "*")),
    *(
        (listening_place, text)
        for text in ("", "8010", ":8010", "127.0.0.1", "127.0.0.1:70000", "::1:80", "a:b")
    ),
]


@pytest.mark.parametrize(("read", "text"), BAD)
def test_what_is_wrong_is_told_with_an_example(read, text):
    with pytest.raises(ValueError, match=", as in "):
        read(text)
