"""The list of all references and the list of all cited statements lead to the sentence and to the work."""

import re

from playwright.sync_api import expect


def test_references_are_filtered_by_design(open_page):
    page = open_page("references/")
    works = page.locator(".reference-index__work")
    everything = works.count()
    page.get_by_label("Study design").select_option("Case series")
    expect(page.locator(".reference-index__work:visible")).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text=re.compile(r"\d"))).to_contain_text("1")
    expect(page.locator("#work-holguinlew2013")).to_be_visible()
    page.get_by_label("Study design").select_option(index=0)
    expect(page.locator(".reference-index__work:visible")).to_have_count(everything)


def test_without_a_script_all_references_stand_there(open_page):
    page = open_page("references/", java_script_enabled=False)
    expect(page.locator(".reference-index__filter")).to_be_hidden()
    expect(page.locator("#work-alomar2014")).to_be_visible()


def test_a_cited_statement_leads_to_its_sentence_and_to_its_work(open_page):
    page = open_page("claims/")
    statement = page.locator(".claim-ledger__statement", has_text="Three small studies link medicines like")
    statement.locator(".claim-ledger__words a").click()
    expect(page.locator("#cite-holguinlew2013-1")).to_be_in_viewport()
    page.go_back()
    statement.get_by_role("link", name="Holguín-Lew and Bell 2013").click()
    expect(page.locator("#work-holguinlew2013")).to_be_in_viewport()
