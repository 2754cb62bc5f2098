import json

import pytest

from citewell.collector.site_pages import SitePage, SitePagesError, read_site_pages
from citewell.feedback.page_list import ListedPage, page_list

PAGE = {"id": "a/", "revision": "0123456789", "title": "A", "changed": None}


def test_what_the_build_writes_is_read():
    import datetime as dt  # noqa: PLC0415

    written = page_list(
        [
            ListedPage("", "0123456789", "Start \N{EM DASH} “A”", None),
            ListedPage("a/", "abcdef0123", "", dt.date(2026, 11, 23)),
        ]
    )
    assert read_site_pages(written) == (
        SitePage("", "0123456789", "Start \N{EM DASH} “A”"),
        SitePage("a/", "abcdef0123", "", "2026-11-23"),
    )


def with_page(**values):
    return json.dumps({"pages": [PAGE, {**PAGE, "id": "b/", **values}]})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no JSON (line 1: Expecting value)"),
        ('{"pages": [\n{"id": "a/",}', "no JSON (line 2: "),
        ("[" * 100_000, "no JSON (too deep)"),
        ("[]", "no list “pages”"),
        ("{}", "no list “pages”"),
        ('{"pages": {}}', "no list “pages”"),
        ('{"pages": []}', "is empty"),
        (json.dumps({"pages": [PAGE, PAGE]}), "the same id"),
        (json.dumps({"pages": [PAGE, "b/"]}), "page 2 has no text as “id”"),
        (with_page(id=None), "page 2 has no text as “id”"),
        (with_page(id="\ud800"), "page 2 has no text as “id”"),
        (with_page(title=1), "page 2 has no text as “id” and “title”"),
        (with_page(revision="012345678"), "page 2 has no revision"),
        (with_page(revision="012345678\n"), "page 2 has no revision"),
        (with_page(revision=1234567890), "page 2 has no revision"),
        (with_page(changed=20261123), "page 2 has no day as “changed”"),
    ],
)
def test_what_is_broken_is_told_with_its_place(text, said):
    with pytest.raises(SitePagesError) as told:
        read_site_pages(text)
    assert said in str(told.value)
    assert "Build the site again" in str(told.value)
