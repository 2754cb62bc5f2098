"""A reader opens a question by touch, by keyboard, by its address, without a script, and on paper."""

import pytest
from playwright.sync_api import expect

PAGE = "sertraline-and-crying/common-questions/"
LINK = f"{PAGE}#how-common-is-it"


def answer(page, question="How common is it?"):
    return page.locator(".faq", has=page.get_by_role("heading", name=question)).locator(".faq-answer")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_opens_and_closes(open_page, script):
    page = open_page(PAGE, java_script_enabled=script)
    expect(answer(page)).to_be_hidden()
    page.locator("summary", has_text="How common is it?").click()
    expect(answer(page)).to_be_visible()
    expect(answer(page, "Will it go away if I wait?")).to_be_hidden()
    page.locator("summary", has_text="How common is it?").press("Enter")
    expect(answer(page)).to_be_hidden()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_its_address_opens_it(open_page, script):
    page = open_page(LINK, java_script_enabled=script)
    expect(answer(page)).to_be_visible()
    expect(answer(page)).to_be_in_viewport()
    expect(answer(page, "Will it go away if I wait?")).to_be_hidden()


def test_a_link_on_the_same_page_opens_it(open_page):
    page = open_page(PAGE, width=1280)
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="How common is it?").click()
    expect(page.locator("details", has=page.locator("#how-common-is-it"))).to_have_attribute("open", "")


def test_a_citation_in_a_closed_answer_is_reached_from_the_list(open_page):
    page = open_page(PAGE)
    link = page.locator(".reference-backlinks a[href='#cite-read2014-1']")
    link.click()
    expect(answer(page)).to_be_visible()


def test_in_page_search_finds_what_is_folded(open_page):
    """A text fragment uses the browser's own find in page."""
    page = open_page(f"{PAGE}#:~:text=60%20in%20100%20adults")
    expect(answer(page)).to_be_visible()


def test_an_address_that_cannot_be_read_breaks_nothing(open_page):
    page = open_page(f"{PAGE}#%")
    page.locator("summary", has_text="How common is it?").click()
    expect(answer(page)).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("path", [PAGE, "sertraline-and-crying/", "sertraline-and-crying/one-page/"])
def test_paper_shows_what_is_folded(open_page, path, script):
    page = open_page(path, java_script_enabled=script)
    page.emulate_media(media="print")
    folded = page.locator("details:not(.feedback *) > :not(summary)")
    assert folded.count() > 2
    for element in folded.all():
        if element.evaluate("element => getComputedStyle(element).display") != "none":
            expect(element).to_be_visible()
    expect(page.locator("#references")).to_be_visible()
    expect(page.locator(".page-address")).to_be_visible()


def test_the_printer_gets_everything_unfolded_and_the_screen_is_as_before(open_page):
    page = open_page(PAGE)
    page.locator("summary", has_text="How common is it?").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details:not([open])")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".faq[open]")).to_have_count(1)
