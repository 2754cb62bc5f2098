"""Links that lead away, paid links and numbers to call."""

import pytest

from citewell.comparison.address_changes import AddressChange, Kind, address_changes
from tests.comparison.pages import page

HOSTS = frozenset({"www.pay.example"})
CALL = "<a href='tel:988'>988</a>"
OTHER_CALL = "<a href='tel:989'>989</a>"
PAID = "<a href='https://www.pay.example/'>"
PAID_WITH_ID = "<a href='https://www.pay.example/?id=7'>"
SAYS_PAID = "<a rel=sponsored href='https://other.example/'>"
DOI, DOI_2, OPEN = (
    f"<a href='{address}'>" for address in ("https://doi.org/1", "https://doi.org/2", "http://a.example/")
)
CASES = [
    ("nothing", {"/": CALL + PAID + DOI}, {"/": CALL + PAID + DOI + "x"}, []),
    (
        "another number",
        {"/": CALL, "/b/": CALL},
        {"/": OTHER_CALL, "/b/": OTHER_CALL},
        [
            AddressChange(Kind.CALL_NEW, "tel:989", ("/", "/b/")),
            AddressChange(Kind.CALL_GONE, "tel:988", ("/", "/b/")),
        ],
    ),
    (
        "a number gone from one page",
        {"/": CALL, "/b/": CALL},
        {"/": CALL, "/b/": ""},
        [AddressChange(Kind.CALL_GONE, "tel:988", ("/b/",))],
    ),
    ("a new page with a known number", {"/": CALL}, {"/": CALL, "/b/": CALL}, []),
    (
        "a new page with a new number",
        {"/": CALL},
        {"/": CALL, "/b/": OTHER_CALL},
        [AddressChange(Kind.CALL_NEW, "tel:989", ("/b/",))],
    ),
    ("a page gone with its number", {"/": CALL, "/b/": CALL}, {"/": CALL}, []),
    (
        "a paid link on a new page",
        {"/": PAID},
        {"/": PAID, "/b/": PAID},
        [AddressChange(Kind.PAID_NEW, "https://www.pay.example/", ("/b/",))],
    ),
    (
        "a link to a partner's other host",
        {"/": ""},
        {"/": "<a href='//go.pay.example/x'>"},
        [AddressChange(Kind.PAID_NEW, "//go.pay.example/x", ("/",))],
    ),
    (
        "a link that says it is paid",
        {"/": ""},
        {"/": SAYS_PAID},
        [AddressChange(Kind.PAID_NEW, "https://other.example/", ("/",))],
    ),
    (
        "another partner number",
        {"/": PAID},
        {"/": PAID_WITH_ID},
        [
            AddressChange(Kind.PAID_NEW, "https://www.pay.example/?id=7", ("/",)),
            AddressChange(Kind.PAID_GONE, "https://www.pay.example/", ("/",)),
        ],
    ),
    (
        "a page gone with its paid link",
        {"/": "", "/b/": PAID},
        {"/": ""},
        [AddressChange(Kind.PAID_GONE, "https://www.pay.example/", ("/b/",))],
    ),
    (
        "a new address on a known host",
        {"/": DOI},
        {"/": DOI + DOI_2},
        [AddressChange(Kind.OUTSIDE_NEW, "https://doi.org/2", ("/",))],
    ),
    ("a known address on another page", {"/": DOI, "/b/": ""}, {"/": DOI, "/b/": DOI}, []),
    ("a link that is gone", {"/": DOI}, {"/": ""}, []),
    (
        "a new host without encryption",
        {"/": DOI},
        {"/": DOI + OPEN},
        [AddressChange(Kind.OUTSIDE_NEW, "http://a.example/", ("/",), is_new_host=True, is_open=True)],
    ),
]


@pytest.mark.parametrize(
    ("before", "now", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_addresses_that_came_or_went(before, now, expected):
    as_pages = [{address: page(body) for address, body in pages.items()} for pages in (before, now)]
    assert address_changes(*as_pages, HOSTS) == expected
