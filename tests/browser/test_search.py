"""The search in the header finds what people type, by mouse, by key and on a phone."""

import re

import pytest
from playwright.sync_api import expect

ARTICLE = "sertraline-and-crying/"
SIZES = pytest.mark.parametrize(("width", "height"), [(1280, 900), (375, 812)], ids=["wide screen", "phone"])


def field(page):
    return page.get_by_role("textbox", name="Search this site")


def results(page):
    return page.locator(".md-search-result__item a[href]")


def look_for(page, words):
    button = page.locator(".header__search")
    if button.is_visible():
        button.click()
    else:
        field(page).click()
    expect(field(page)).to_be_focused()
    field(page).fill(words)
    page.keyboard.press("End")  # one search for all of it: Material looks at the field when a key comes up


@SIZES
def test_crying_is_found_and_followed(open_page, width, height):
    page = open_page(width=width, height=height)
    look_for(page, "crying")
    expect(results(page).first).to_be_visible()
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(
        re.compile(r"\d+ matching documents")
    )
    address = results(page).first.get_attribute("href")
    results(page).first.click()
    page.wait_for_url(address)
    assert "/sertraline-and-crying/" in page.url
    expect(page.locator("article mark").first).to_have_text(re.compile("cry", re.IGNORECASE))


def test_results_are_reached_by_arrow_keys(open_page):
    page = open_page()
    look_for(page, "crying")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("sertraline-and-crying"))


def test_reference_lists_are_no_results(open_page):
    page = open_page(ARTICLE)
    author = page.locator(".reference-text").first.inner_text().split()[0].rstrip(",.")
    look_for(page, author)
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(re.compile("matching document"))
    assert [
        link
        for link in results(page).evaluate_all("links => links.map((link) => link.href)")
        if ARTICLE in link
    ] == []


def test_on_a_phone_the_closed_field_is_no_stop_and_escape_gives_the_focus_back(open_page):
    page = open_page(width=375, height=812)
    expect(field(page)).to_be_hidden()
    button = page.get_by_role("button", name="Search", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_be_hidden()
    expect(button).to_be_focused()
