"""Which words changed, and on which page they are shown."""

import pytest

from citewell.comparison.text_changes import TextChange, text_changes
from tests.comparison.pages import page

TYPED = {"/a/"}


def changes(before, now, typed=TYPED):
    as_pages = [{address: page(body) for address, body in pages.items()} for pages in (before, now)]
    return text_changes(*as_pages, typed)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({"/a/": "<p>x"}, {"/a/": "<p>x"}, []),
        ({"/a/": "<p>x"}, {"/a/": "<p class=b>x"}, []),
        ({"/a/": "<p>x"}, {"/a/": "<p>y"}, [TextChange("/a/", "changed", (("- x", "+ y"),))]),
        ({}, {"/a/": "<p>x"}, [TextChange("/a/", "new", (("+ x",),))]),
        ({"/a/": "<p>x"}, {}, [TextChange("/a/", "gone", (("- x",),))]),
        ({}, {"/a/": ""}, [TextChange("/a/", "new", ())]),
        (
            {"/a/": "<p>1<p>2<p>3<p>4<p>5"},
            {"/a/": "<p>1<p>2<p>3 mg<p>4<p>5"},
            [TextChange("/a/", "changed", (("  2", "- 3", "+ 3 mg", "  4"),))],
        ),
    ],
)
def test_a_page_is_told_by_what_a_reader_sees(before, now, expected):
    assert changes(before, now) == expected


def test_what_a_build_repeats_is_shown_where_it_was_typed():
    before = {"/_whole/": "<p>x<p>z", "/a/": "<p>x"}
    now = {"/_whole/": "<p>y<p>z", "/a/": "<p>y"}
    assert changes(before, now) == [
        TextChange("/a/", "changed", (("- x", "+ y"),)),
        TextChange("/_whole/", "changed", (), repeated=1),
    ]


def test_what_only_a_made_page_says_is_shown_there():
    before = {"/a/": "<p>x", "/made/": "<p>x<p>count: 1"}
    now = {"/a/": "<p>y", "/made/": "<p>y<p>count: 2"}
    made = changes(before, now)[1]
    assert made.repeated == 0
    assert made.hunks == (("- x", "- count: 1", "+ y", "+ count: 2"),)
