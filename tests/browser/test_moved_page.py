"""A reader with an old address arrives at the page, with scripts and without, and can go back from there."""

import pytest
from playwright.sync_api import expect

from tests.found.conftest import own_site

OLD, NEW = "crying/does-it-pass/", "sertraline-and-crying/does-it-pass/"


@pytest.fixture(scope="module")
def moved(publish, tmp_path_factory):
    sources = own_site(tmp_path_factory.mktemp("moved") / "sources")
    meta = sources / "docs" / "sertraline-and-crying" / ".meta.yml"
    meta.write_text(f"redirect_from: [crying/]\n{meta.read_text(encoding='utf-8')}", encoding="utf-8")
    return publish(sources / "mkdocs.yml")


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_an_old_address_leads_on(moved, new_page, has_scripts):
    page = new_page(java_script_enabled=has_scripts)
    page.goto(moved)
    page.goto(moved + OLD)
    expect(page).to_have_url(moved + NEW)
    expect(page.locator("h1")).to_contain_text("whether it passes")
    page.go_back()
    expect(page).to_have_url(moved)


def test_who_stays_finds_a_link(moved, new_page):
    """A browser that keeps pages from reloading by themselves is imitated: the refresh is taken out."""
    page = new_page()

    def without_refresh(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', 'name="robots"'))

    page.route(f"**/{OLD}", without_refresh)
    page.goto(moved + OLD)
    expect(page.get_by_role("heading", name="This page has moved")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(moved + NEW)
