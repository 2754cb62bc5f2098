"""What goes through every page with the Tab key finds what it is there to find."""

import pytest

from tests.browser.tab_stops import obstacles, unmarked

PAGE = """<style>:focus {{ outline: 3px solid }}</style>
<main><p><a href='/'>a</a> <a href='/'>b</a></p>{}</main>"""


@pytest.mark.parametrize(
    ("obstacle", "html"),
    [
        ("does not show", "<a href=/ style='outline: 0'>no ring</a>"),
        ("does not show", "<a href=/ style='outline-color: #ddd'>pale ring</a>"),
        (
            "takes the focus unplanned",
            "<a href=/ onfocus='late.hidden = 0'>a</a><a href=/ id=late hidden>b</a>",
        ),
        ("is passed over", "<a href=/ onfocus='far.focus()'>a</a><a href=/>b</a><a href=/ id=far>c</a>"),
        ("the order is not that of the page", "<a href=/>a</a><a href=/ tabindex=1>b</a>"),
        (
            "the focus leaps back",
            "<p style='display: grid'><a href=/ style='order: 1'>a</a><a href=/>b</a></p>",
        ),
        (
            "the focus goes in a circle",
            "<a href=/ id=up>a</a><a href=/>b</a><a href=/ onblur='up.focus()'>c</a>",
        ),
        (
            "has the focus out of sight",
            "<a href=/>a</a><p style='position: fixed; inset: 0; background: tan'>",
        ),
        ("has the focus out of sight", "<a href=/ style='position: fixed; left: -9em'>a</a>"),
    ],
)
def test_the_way_of_the_tab_key_is_watched(new_page, obstacle, html):
    page = new_page()
    page.set_content(PAGE.format(html))
    found = obstacles(page)
    assert any(line.startswith(obstacle) for line in found), found


def test_a_page_without_obstacles_has_none(new_page):
    page = new_page()
    page.set_content(PAGE.format("<a href=/>c</a>"))
    assert obstacles(page) == []


def test_a_stop_without_a_mark_is_named(new_page):
    page = new_page()
    page.set_content(PAGE.format("<a href=/ style='outline: 0'>c</a>"))
    assert [name.split()[-1] for name in unmarked(page)] == ["c"]
