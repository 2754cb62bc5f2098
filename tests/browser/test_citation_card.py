"""A reader opens the works behind a sentence without leaving it."""

import re

import pytest
from playwright.sync_api import expect

ARTICLE = "sertraline-and-crying/"
RESEARCH = "sertraline-and-crying/what-research-found/"


def first_single(page):
    return page.locator(".citation:not([data-references*=' '])").first


def first_group(page):
    return page.locator(".citation[data-references*=' ']").first


def card(page):
    return page.locator(".citation-card")


def selectors(citation):
    return [f'[id="{name}"]' for name in citation.get_attribute("data-references").split()]


def references(page, citation):
    """The texts of a citation's works, as the list of the page prints them."""
    return [page.locator(f"{selector} .reference-text").inner_text() for selector in selectors(citation)]


def focus_by_key(page, link):
    """Focus as the Tab key gives it: the browser then shows it, which a click does not do."""
    page.keyboard.press("Shift")
    link.focus()


def jump_target(page):
    return page.evaluate("document.querySelector(':target')?.id")


def test_mouse_opens_one_reference_and_may_go_into_it(new_page, site):
    page = new_page()
    page.clock.install()
    page.goto(site + ARTICLE)
    citation = first_single(page)
    citation.locator("a").hover()
    expect(card(page)).to_be_visible()
    assert card(page).locator(".reference-text").all_inner_texts() == references(page, citation)
    card(page).locator("a").first.hover()
    page.clock.run_for(2000)
    expect(card(page)).to_be_visible()
    page.locator("h1").hover()
    expect(card(page)).to_have_count(0)


def test_pointer_that_only_crosses_a_citation_opens_nothing(new_page, site):
    page = new_page()
    page.clock.install(time=0)
    page.goto(site + ARTICLE)
    page.clock.pause_at(60_000)
    first_single(page).locator("a").hover()
    page.clock.run_for(50)
    page.locator("h1").hover()
    page.clock.run_for(2000)
    expect(card(page)).to_have_count(0)
    first_single(page).locator("a").hover()
    page.clock.run_for(2000)
    expect(card(page)).to_have_count(1)


def test_group_shows_all_its_references_with_their_numbers(open_page):
    page = open_page(ARTICLE)
    citation = first_group(page)
    citation.locator("a").last.hover()
    expect(card(page)).to_be_visible()
    assert card(page).locator(".reference-text").all_inner_texts() == references(page, citation)
    addresses = "links => links.map((link) => link.getAttribute('href'))"
    listed = page.locator(f".reference:is({', '.join(selectors(citation))}) .reference-body a")
    assert card(page).locator("li a").evaluate_all(addresses) == listed.evaluate_all(addresses)
    numbers = card(page).locator("li").evaluate_all("entries => entries.map((entry) => entry.value)")
    printed = [int(number) for number in re.findall(r"\d+", citation.inner_text().split(")")[0])]
    assert set(printed) <= set(numbers)  # (1-3) prints the ends of a row
    expect(card(page)).to_have_attribute("aria-label", "References " + ", ".join(map(str, numbers)))


def test_keyboard_opens_it_goes_through_it_and_on(open_page):
    page = open_page(ARTICLE)
    citation = first_group(page)
    links = citation.locator("a")
    focus_by_key(page, links.first)
    expect(card(page)).to_be_visible()
    expect(links.first).to_have_attribute("aria-details", card(page).get_attribute("id"))
    for _ in range(links.count()):
        page.keyboard.press("Tab")
    expect(card(page).locator("a").first).to_be_focused()
    group = page.get_by_role("group", name=card(page).get_attribute("aria-label"), exact=True)
    expect(group).to_be_visible()
    for _ in range(group.locator("a").count()):
        page.keyboard.press("Tab")
    expect(group).to_have_count(0)
    page.keyboard.press("Shift+Tab")
    expect(links.last).to_be_focused()
    expect(group).to_be_visible()


@pytest.mark.parametrize("from_inside", [False, True], ids=["focus on the citation", "focus in the card"])
def test_escape_closes_it_and_the_focus_is_at_the_citation(open_page, from_inside):
    page = open_page(ARTICLE)
    link = first_single(page).locator("a")
    focus_by_key(page, link)
    expect(card(page)).to_be_visible()
    if from_inside:
        page.keyboard.press("Tab")
        expect(card(page).locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(link).to_be_focused()


def test_escape_closes_it_under_a_resting_pointer(open_page):
    page = open_page(ARTICLE)
    first_single(page).locator("a").hover()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)


def test_enter_still_goes_to_the_list(open_page):
    page = open_page(ARTICLE)
    link = first_single(page).locator("a")
    focus_by_key(page, link)
    page.keyboard.press("Enter")
    expect(card(page)).to_have_count(0)
    assert jump_target(page) == link.get_attribute("href").removeprefix("#")


def test_finger_opens_it_then_leads_to_the_list(open_page):
    page = open_page(ARTICLE, width=375, height=812, has_touch=True, is_mobile=True)
    link = first_single(page).locator("a")
    link.tap()
    expect(card(page)).to_be_visible()
    assert jump_target(page) is None
    card(page).get_by_role("link", name="Go to the reference list").tap()
    expect(card(page)).to_have_count(0)
    assert jump_target(page) == link.get_attribute("href").removeprefix("#")


def test_finger_outside_closes_it(open_page):
    page = open_page(ARTICLE, width=375, height=812, has_touch=True, is_mobile=True)
    first_single(page).locator("a").tap()
    expect(card(page)).to_be_visible()
    page.locator("h1").tap()
    expect(card(page)).to_have_count(0)


@pytest.mark.parametrize("path", [ARTICLE, RESEARCH], ids=["answer", "research"])
def test_every_card_fits_the_smallest_phone(open_page, path):
    page = open_page(path, width=320, height=568)
    citations = page.locator(".citation")
    assert citations.count() > 5
    for citation in citations.all():
        focus_by_key(page, citation.locator("a").first)
        expect(card(page)).to_have_count(1)
        box = card(page).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_card_moves_no_word_and_doubles_no_id(open_page):
    page = open_page(ARTICLE)
    words = page.locator("article p:not(.citation-card *)")
    places = "paragraphs => paragraphs.map((paragraph) => paragraph.getBoundingClientRect().toJSON())"
    before = words.evaluate_all(places)
    first_group(page).locator("a").first.hover()
    expect(card(page)).to_be_visible()
    assert words.evaluate_all(places) == before
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))


def test_without_scripts_a_citation_leads_to_its_reference_and_back(open_page):
    page = open_page(ARTICLE, java_script_enabled=False)
    link = first_single(page).locator("a")
    link.click()
    target = link.get_attribute("href")
    assert page.url.endswith(target)
    reference = page.locator(f'[id="{target.removeprefix("#")}"]')
    expect(reference).to_be_in_viewport()
    reference.locator(".reference-backlinks a").first.click()
    expect(link).to_be_in_viewport()


def test_back_link_lands_on_its_citation_clear_of_the_header(open_page):
    page = open_page(ARTICLE)
    citation = first_single(page)
    page.goto(page.url + citation.locator("a").get_attribute("href"))
    header = page.locator(".md-header").bounding_box()["height"]
    assert page.locator(".reference:target").bounding_box()["y"] >= header
    back = page.locator(".reference:target .reference-backlinks a").last
    target = back.get_attribute("href")
    back.click()
    assert "#" + jump_target(page) == target
    expect(page.locator(".citation a:target")).to_be_in_viewport()
    assert page.locator(".citation a:target").bounding_box()["y"] >= header
