"""What a worried reader sees first: the answer, who stands behind it, what not to do, whom to call."""

import re

import pytest
from playwright.sync_api import expect

ARTICLE = "sertraline-and-crying/"
SECTIONS = [
    "",
    "how-it-might-happen/",
    "what-research-found/",
    "what-makes-it-more-or-less-likely/",
    "what-can-be-done/",
    "does-it-pass/",
    "common-questions/",
]
SMALL = {"width": 320, "height": 568}


def top(locator):
    return locator.bounding_box()["y"]


def test_the_answer_begins_on_the_first_screen_of_a_small_phone(open_page):
    page = open_page(ARTICLE, **SMALL)
    answer = page.locator(".answer p").nth(1)
    assert top(answer) + 60 < SMALL["height"]
    expect(answer).to_contain_text("It can, for some people.")


@pytest.mark.parametrize("section", SECTIONS)
def test_title_lead_state_and_strip_come_before_the_text(open_page, section):
    page = open_page(ARTICLE + section, **SMALL)
    content = page.locator(".md-content__inner")
    lead = content.locator(".answer" if section == "" else "h1 + p")
    tops = [top(content.locator(part).first) for part in ("h1", ".review-state", ".safety-strip")]
    assert tops == sorted(tops)
    assert tops[0] < top(lead) < tops[1]
    text = content.locator(".safety-strip ~ :is(p, h2, section, details)").first
    assert tops[2] < top(text)
    expect(content.locator(".review-state")).to_contain_text("Not yet reviewed by a clinician.")


@pytest.mark.parametrize("section", SECTIONS)
def test_the_strip_has_forty_words_at_most_and_numbers_that_a_phone_dials(open_page, section):
    strip = open_page(ARTICLE + section).locator(".safety-strip")
    assert len(strip.inner_text().split()) <= 40
    numbers = strip.locator("a[href^='tel:']")
    assert [link.get_attribute("href") for link in numbers.all()] == ["tel:988", "tel:116123"]


@pytest.mark.parametrize("section", ["", "does-it-pass/", "one-page/"])
def test_each_link_of_the_strip_leads_to_its_block(open_page, section):
    for name, block in [
        ("Do not stop sertraline suddenly", "#do-not-stop"),
        ("Know the signs", "#care-emergency"),
        ("More numbers", "#crisis-help"),
    ]:
        page = open_page(ARTICLE + section, **SMALL)
        page.locator(".safety-strip").get_by_role("link", name=name).click()
        expect(page.locator(block)).to_be_in_viewport()


def test_a_page_about_stopping_has_the_whole_warning_itself(open_page):
    page = open_page(ARTICLE + "what-can-be-done/")
    expect(page.locator("#do-not-stop")).to_contain_text("Talk to your doctor before you stop it")
    page.locator(".safety-strip a").first.click()
    assert page.url.endswith("what-can-be-done/#do-not-stop")


@pytest.mark.parametrize("section", [*SECTIONS, "one-page/"])
def test_a_page_warns_twice_at_most(open_page, section):
    assert open_page(ARTICLE + section).locator(".warning").count() <= 2


@pytest.mark.parametrize("section", [*SECTIONS, "one-page/", "questions-to-take/"])
def test_no_page_says_that_anybody_reviewed_it(open_page, section):
    page = open_page(ARTICLE + section)
    assert not re.search(
        r"[Rr]eviewed by (?!a clinician)|Last reviewed|Next review", page.locator("body").inner_text()
    )
    assert "reviewedBy" not in page.content()


def test_a_claim_leads_to_its_source_in_two_steps(open_page):
    page = open_page(ARTICLE, **SMALL)
    claim = page.locator("#claim-no-count")
    claim.locator("summary").click()
    expect(claim.get_by_text("669 people with depression")).to_be_visible()
    expect(claim.get_by_text("46 in 100 (people with depression")).to_be_visible()
    claim.locator(".evidence-name a").click()
    entry = page.locator("#ref-goodwin2017")
    expect(entry).to_be_in_viewport()
    expect(entry.locator("a[href^='https://doi.org/']")).to_be_visible()


def test_a_claim_is_opened_by_keyboard_and_says_what_the_rating_means(open_page):
    page = open_page(ARTICLE + "#claim-can-happen")
    summary = page.locator("#claim-can-happen summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    link = page.locator("#claim-can-happen .evidence-meaning a")
    expect(link).to_be_focused()
    link.press("Enter")
    expect(page.locator("h2#low")).to_be_in_viewport()
