"""Every page, as a reader with a small phone, large print, a dark room, a printer or no scripts meets it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

DOCS = Path(__file__).parents[2] / "docs"
ARTICLE = "sertraline-and-crying/"


def address(source):
    path = source.relative_to(DOCS).with_suffix("")
    return "" if path.name == "index" and path.parent == Path() else f"{path}/".removesuffix("index/")


PAGES = sorted(
    address(source) for source in DOCS.rglob("*.md") if not source.relative_to(DOCS).parts[0].startswith("_")
)
every_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")


def luminance(page, selector, which):
    """How light a computed colour is, from 0 (black) to 255 (white)."""
    colour = page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{which}")
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return round(0.2126 * red + 0.7152 * green + 0.0722 * blue)


@every_page
def test_page_comes_whole_asks_nothing_of_others_and_fits_small_screens(new_page, site, path):
    page = new_page()
    answers = []
    page.on("response", lambda response: answers.append((response.status, response.url)))
    page.goto(site + path, wait_until="networkidle")
    assert [answer for answer in answers if answer[0] != 200] == []
    expect(page.locator("h1")).to_have_count(1)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))
    for width in (640, 320):  # 1280 pixels enlarged to 200 %, and the smallest phone (or 400 %)
        page.set_viewport_size({"width": width, "height": 450})
        assert too_wide(page) == []


def too_wide(page):
    """What reaches beyond the right edge of the screen."""
    return page.evaluate("""() => {
      const own = ".md-typeset__scrollwrap, .md-sidebar"  // scroll by themselves, or wait beside the screen
      const right = (element) => element.getBoundingClientRect().right
      const found = [...document.body.querySelectorAll("*")]
        .filter((element) => element.checkVisibility() && right(element) > innerWidth + 1)
        .filter((element) => !element.closest(own))
        .map((element) => element.outerHTML)
      return document.documentElement.scrollWidth > innerWidth ? ["the page", ...found] : found
    }""")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize(
    ("scheme", "low", "high"), [("light", 200, 255), ("dark", 0, 40)], ids=["light", "dark"]
)
def test_colours_follow_the_device(open_page, scripts, scheme, low, high):
    page = open_page(ARTICLE, color_scheme=scheme, java_script_enabled=scripts)
    assert low <= luminance(page, "body", "backgroundColor") <= high
    assert abs(luminance(page, "h1", "color") - luminance(page, "body", "backgroundColor")) > 150


def test_reader_may_choose_the_colours_by_key_and_keeps_them(open_page):
    page = open_page(ARTICLE, color_scheme="light")
    page.get_by_role("radio", name="Colours follow your device").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    assert luminance(page, "body", "backgroundColor") < 40


def test_paper_carries_the_text_its_sources_and_its_address(open_page):
    page = open_page(ARTICLE, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for chrome in (".md-header", ".md-sidebar", ".md-path", ".pager", ".site-footer"):
        for part in page.locator(chrome).all():
            expect(part).to_be_hidden()
    expect(page.locator(".references")).to_be_visible()
    expect(page.locator(".page-address")).to_have_text(page.url)
    assert luminance(page, "body", "backgroundColor") == 255
    assert luminance(page, "article p", "color") == 0
    doi = page.locator(".reference a[href^='https://doi.org/']").first
    printed = doi.evaluate(
        "link => getComputedStyle(link, '::before').content.slice(1, -1) + link.textContent"
    )
    assert printed == doi.get_attribute("href")


def test_sections_follow_one_another_and_stop_at_the_ends(open_page):
    page = open_page(ARTICLE)
    expect(page.locator(".pager__link--previous")).to_have_count(0)
    titles = [page.locator("h1").inner_text()]
    while page.locator(".pager__link--next").count():
        link = page.locator(".pager__link--next")
        assert link.bounding_box()["height"] >= 44
        link.click()
        titles.append(page.locator("h1").inner_text())
    assert len(titles) == len(set(titles)) == len(list((DOCS / ARTICLE).glob("*.md")))


def test_skip_link_is_the_first_stop_and_leads_to_the_text(open_page):
    page = open_page(ARTICLE)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').tagName") == "H1"


def test_every_stop_of_the_tab_key_shows_where_it_is(open_page):
    page = open_page(ARTICLE, width=375, height=812)
    for _ in range(12):
        page.keyboard.press("Tab")
        ring = page.evaluate("""() => {
          const stop = document.activeElement
          const shown = stop.matches(".md-option") ? stop.nextElementSibling : stop
          return getComputedStyle(shown).outlineStyle
        }""")
        assert ring == "solid", page.evaluate("document.activeElement.outerHTML")


def test_the_closed_menu_is_closed_from_the_beginning(open_page):
    page = open_page(ARTICLE, width=375, height=812)
    changes_slowly = page.evaluate(
        """getComputedStyle(document.querySelector(".md-sidebar--primary")).transitionProperty"""
    )
    assert "visibility" not in changes_slowly, "a menu that takes its time to close catches the Tab key"


def test_motion_is_not_forced_on_anyone(open_page):
    page = open_page(ARTICLE, reduced_motion="reduce")
    moving = page.evaluate("""[...document.querySelectorAll("*")]
      .flatMap((element) => getComputedStyle(element).transitionDuration.split(", "))
      .filter((duration) => parseFloat(duration) > 0.001)""")
    assert moving == []


def test_menu_opens_by_key_holds_the_focus_and_gives_it_back(open_page):
    page = open_page(ARTICLE, width=375, height=812)
    button = page.get_by_role("button", name="Menu", exact=True)
    menu = page.get_by_role("navigation", name="Pages of this site")
    expect(menu).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    for _ in range(20):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('.site-nav')"
        )
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_menu_leads_to_a_section_and_shows_where_the_reader_is(open_page):
    page = open_page(ARTICLE, width=375, height=812)
    page.get_by_role("button", name="Menu", exact=True).click()
    link = page.locator(".site-nav__link:not([aria-current])").nth(1)
    text = link.inner_text()
    link.click()
    expect(page.locator(".site-nav__link[aria-current=page]")).to_have_text(text)


def test_without_scripts_the_menu_is_a_link_to_the_list_of_pages(open_page):
    page = open_page(ARTICLE, width=375, height=812, java_script_enabled=False)
    page.get_by_role("link", name="Menu").click()
    expect(page.locator(".site-nav__link").first).to_be_in_viewport()


def test_a_single_letter_is_no_command(open_page):
    page = open_page("sertraline-and-crying/does-it-pass/")
    before = page.url
    for key in ("f", "s", "/", "p", "n", ".", ","):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement === document.body"), key
    assert page.url == before
