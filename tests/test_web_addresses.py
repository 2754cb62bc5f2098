"""Addresses as a browser reads them."""

import random

import pytest

from citewell.web_addresses import ADDRESS, addresses, host_of, parameters_of

FOUND = {
    "See [a](https://a.example/x?y=1#z), please.": ["https://a.example/x?y=1#z"],
    "Go to https://a.example. Or <http://b.example>": ["https://a.example", "http://b.example"],
    '<a href="//c.example/x">': ["//c.example/x"],
    "https:\\\\d.example": ["https:\\\\d.example"],
    "https:////f.example/x": ["https:////f.example/x"],
    "HTTPS://E.EXAMPLE": ["HTTPS://E.EXAMPLE"],
    "and//or, 10//12, mailto:a@b.example, /// answer": [],
}
HOSTS = {
    "https://A.Example:443/x": "a.example",
    "https://user:word@a.example/": "a.example",
    "https://%61.example/": "a.example",
    "https:\\\\a.example\\x": "a.example",
    "//a.example.": "a.example",
    "https:////a.example/x": "a.example",
    "https://\uff41\uff0eexample/": "a.example",  # full-width letters
    "https://[": "",
    "/x": "",
}


@pytest.mark.parametrize(("text", "found"), FOUND.items())
def test_addresses_are_found_in_a_text(text, found):
    assert [address for _, address in addresses(text)] == found
    assert all(text[offset:].startswith(address) for offset, address in addresses(text))


@pytest.mark.parametrize("seed", range(200))
def test_those_between_signs_in_any_order_are_found(seed):
    chosen = random.Random(seed)  # the same signs each time are what is wanted
    signs = [" ", *'http: https: HTTPS: ftp: / // /// \\ \\\\ a b.c . : < " ( ) _ - é'.split()]  # noqa: SIM905
    text = "".join(chosen.choice(signs) for _ in range(200))
    found = ((match.start(), match.group().rstrip(".,;:!?*_")) for match in ADDRESS.finditer(text))
    assert list(addresses(text)) == list(found)


@pytest.mark.parametrize(("address", "host"), HOSTS.items())
def test_the_host_is_the_one_that_a_browser_goes_to(address, host):
    assert host_of(address) == host


def test_parameters_are_named_in_lower_case():
    assert parameters_of("https://a.example/?Ref=1&amp;utm_source=&b") == ["ref", "utm_source", "b"]
    assert parameters_of("https://[") == []
