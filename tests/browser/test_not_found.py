"""A wrong address gets a page that helps, under the project's path too."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def lost(new_page, site, complaints):
    """A page at an address that does not exist; the browser's own remark about it is expected."""

    def lost(path, **size):
        page = new_page(**size)
        response = page.goto(site + path)
        assert response.status == 404
        page.wait_for_load_state("networkidle")
        assert len(complaints) == 1
        assert "404" in complaints.pop()
        return page

    return lost


@pytest.mark.parametrize(
    "path", ["no-such-page", "sertraline-and-crying/no/such/page/"], ids=["at the top", "deep"]
)
def test_every_link_works_from_any_depth(lost, path, site):
    page = lost(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    addresses = set(
        page.locator("a[href]").evaluate_all("links => links.map((link) => link.href.split('#')[0])")
    )
    own = {address for address in addresses if address.startswith("http://127.0.0.1")} - {page.url}
    assert len(own) >= 3
    for address in own:
        assert address.startswith(site)
        assert page.request.get(address).status == 200


def test_it_offers_the_search(lost):
    page = lost("no-such-page", width=375, height=812)
    page.get_by_role("link", name="Search this site").click()
    page.get_by_role("combobox", name="Search this site").press_sequentially("crying")
    expect(page.get_by_role("option").first).to_be_visible()
