"""The search finds what people type, by mouse, by key and on a phone, and tells nobody."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from citewell.search.files import SCRIPTS

ARTICLE = "sertraline-and-crying/"
CASES = Path(__file__).parents[1] / "search"
SIZES = pytest.mark.parametrize(("width", "height"), [(1280, 900), (375, 812)], ids=["wide screen", "phone"])
ENOUGH_FIRST, ENOUGH_AMONG_THREE = 0.85, 0.95


def field(page):
    return page.get_by_role("combobox", name="Search this site")


def results(page):
    return page.get_by_role("option")


def status(page):
    return page.get_by_role("search", name="Search this site").get_by_role("status")


def help_now(page):
    return page.get_by_role("search", name="Search this site").get_by_role("region", name="Help now")


def look_for(page, words):
    button = page.locator(".header__search")
    (button if button.is_visible() else field(page)).click()
    expect(field(page)).to_be_focused()
    field(page).fill(words)
    expect(page.locator("[data-search-output]")).to_have_attribute("aria-busy", "false")


def table(name, heading):
    """The first cells of the rows below a heading."""
    part = (CASES / name).read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("|")][2:]
    assert rows, heading
    return rows


def asked_of(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


@SIZES
def test_crying_is_found_and_followed(open_page, width, height):
    page = open_page(width=width, height=height)
    look_for(page, "crying")
    expect(status(page)).to_have_text(re.compile(r"^\d+ pages found\.$"))
    expect(results(page).first.locator("mark").first).to_have_text(re.compile("cry", re.IGNORECASE))
    address = results(page).first.get_attribute("href")
    results(page).first.click()
    page.wait_for_url(address)
    assert f"/{ARTICLE}" in page.url
    expect(field(page)).to_be_visible() if width > 1000 else expect(field(page)).to_be_hidden()


def test_a_result_says_where_it_stands_and_who_has_reviewed_it(open_page):
    page = open_page()
    look_for(page, "grapefruit")
    result = results(page).first
    expect(result.locator(".search-result__section")).to_have_text("Alcohol, smoking and grapefruit")
    expect(result.locator("mark").first).to_have_text(re.compile("^grapefruit$", re.IGNORECASE))
    expect(result.locator(".search-result__text")).to_contain_text("smoking and grapefruit. None of these")
    expect(result.locator(".search-result__state")).to_have_text("Not yet reviewed by a clinician.")
    result.click()
    page.wait_for_url("**/#alcohol-smoking-and-grapefruit")


def test_keys_go_through_the_list_while_the_field_keeps_the_focus(open_page):
    page = open_page()
    look_for(page, "crying")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    count = results(page).count()
    for key, place in [
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("ArrowUp", 0),
        ("ArrowUp", count - 1),
        ("ArrowDown", 0),
    ]:
        page.keyboard.press(key)
        expect(field(page)).to_be_focused()
        expect(field(page)).to_have_attribute(
            "aria-activedescendant", results(page).nth(place).get_attribute("id")
        )
        expect(page.get_by_role("option", selected=True)).to_have_count(1)
    address = results(page).first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_escape_closes_the_list_then_empties_the_field(open_page):
    page = open_page()
    look_for(page, "crying")
    page.keyboard.press("Escape")
    expect(results(page).first).to_be_hidden()
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(field(page)).to_have_value("crying")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")


def test_tab_goes_from_the_field_to_all_results_and_closes_the_list_behind(open_page):
    page = open_page()
    look_for(page, "crying")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=re.compile("All .* pages found"))).to_be_focused()
    page.keyboard.press("Tab")
    expect(results(page).first).to_be_hidden()


def test_on_a_phone_the_closed_field_is_no_stop_and_escape_gives_the_focus_back(open_page):
    page = open_page(width=375, height=812)
    expect(field(page)).to_be_hidden()
    button = page.get_by_role("link", name="Search", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_be_hidden()
    expect(button).to_be_focused()


def test_on_a_phone_everything_is_large_enough_for_a_thumb_and_the_page_behind_is_off(open_page):
    page = open_page(ARTICLE, width=375, height=812)
    look_for(page, "setraline suicide")
    expect(results(page).first.locator("mark").first).to_be_visible()
    for target in [*results(page).all(), page.get_by_role("button", name="Close")]:
        assert target.bounding_box()["height"] >= 44
    assert page.locator(".md-main").evaluate("main => main.inert")
    page.get_by_role("button", name="Close").click()
    assert not page.locator(".md-main").evaluate("main => main.inert")


def test_nothing_is_fetched_before_the_field_is_reached_and_little_before_it_is_used(new_page, site):
    page = new_page()
    asked = asked_of(page)
    page.goto(site + ARTICLE, wait_until="networkidle")
    assert [url for url in asked if "/search/" in url] == []
    with page.expect_response("**/search/names.json"), page.expect_response("**/search/words.txt"):
        field(page).focus()
    assert [url for url in asked if "pagefind" in url] == []
    look_for(page, "crying")
    assert [url for url in asked if url.endswith("/pagefind-worker.js")] != []


def test_what_searches_is_asked_for_at_once_and_no_file_twice(open_page):
    page = open_page()
    asked, held = asked_of(page), []
    own = {*(file.name for file in SCRIPTS.glob("*.js")), "names.json", "words.txt"} - {"page.js"}
    missing = set(own)

    def is_last(request):
        missing.discard(request.url.rpartition("/")[2])
        return not missing

    page.route("**/search/*", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks it
    with page.expect_request(is_last):
        field(page).focus()
    for route in held:
        route.continue_()
    page.unroute("**/search/*")
    look_for(page, "crying")
    names = [url.rpartition("/")[2] for url in asked]
    assert {name: names.count(name) for name in own} == dict.fromkeys(own, 1)


def test_while_the_text_is_on_its_way_pages_on_the_medicine_are_shown(open_page):
    page = open_page()
    held = []
    page.route("**/search/pagefind/*", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks it
    field(page).fill("zolft grapefruit")
    expect(results(page).first).to_have_attribute("href", re.compile(f"/{ARTICLE}$"))
    expect(page.locator("[data-search-output]")).to_have_attribute("aria-busy", "true")
    for route in held:
        route.continue_()
    page.unroute("**/search/pagefind/*")
    expect(results(page).first.locator("mark").first).to_have_text(re.compile("grapefruit", re.IGNORECASE))
    expect(page.locator("[data-search-output]")).to_have_attribute("aria-busy", "false")


def test_a_medicine_that_is_named_narrows_the_text_by_the_filter_of_its_letter_alone(open_page):
    page = open_page()
    asked = asked_of(page)
    look_for(page, "zoloft lower dose")
    assert len([url for url in asked if url.endswith(".pf_filter")]) == 1


@SIZES
def test_no_question_leaves_the_browser_and_none_is_kept(new_page, site, width, height):
    page = new_page(width, height)
    asked = asked_of(page)
    page.goto(site + ARTICLE)
    look_for(page, "zebrafinch crying")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/#q=*")
    expect(page.locator(".search-page__results a").first).to_be_visible()
    with page.expect_request(lambda request: request.is_navigation_request()) as followed:
        page.locator(".search-page__results a").first.click()
    assert "zebrafinch" not in followed.value.all_headers().get("referer", "")
    assert [url for url in asked if "zebrafinch" in url.partition("#")[0]] == []
    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
    assert "zebrafinch" not in kept


def test_what_is_misspelt_is_put_right_and_can_be_had_as_typed(open_page):
    page = open_page()
    look_for(page, "setraline")
    expect(results(page).first).to_contain_text("Does sertraline make you unable to cry?")
    meant = page.locator("[data-search-meant]:visible")
    expect(meant).to_contain_text("Did you mean sertraline?")
    meant.get_by_role("button", name="Search for “setraline” as typed").click()
    expect(meant).to_have_count(0)
    expect(field(page)).to_be_focused()
    expect(status(page)).to_contain_text("Nothing found for “setraline”")


def test_where_nothing_is_found_there_is_a_way_on(open_page):
    page = open_page()
    look_for(page, "xqzzv")
    expect(status(page)).to_have_text("Nothing found for “xqzzv”. These answers are here:")
    expect(results(page).first).to_contain_text("Does sertraline make you unable to cry?")
    page.get_by_role("link", name="This site from A to Z").click()
    page.wait_for_url("**/search/#all-pages")
    expect(page.get_by_role("heading", name="This site from A to Z")).to_be_in_viewport()


def test_reference_lists_and_what_stands_on_every_page_are_no_results(open_page):
    page = open_page(ARTICLE)
    for words in ("Holguin-Lew", "About this page"):
        look_for(page, words)
        texts = results(page).locator(".search-result__text").all_inner_texts()
        assert [text for text in texts if words in text] == []


def test_a_crisis_is_answered_with_numbers_before_anything_else(open_page, subtests):
    page = open_page()
    for (typed,) in table("crisis_questions.md", "Numbers are shown"):
        with subtests.test(typed=typed):
            look_for(page, typed)
            expect(help_now(page)).to_be_visible()
            expect(help_now(page).get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")
            expect(status(page)).to_contain_text("Numbers to call now are shown")
            above = help_now(page).bounding_box()["y"]
            assert all(above < result.bounding_box()["y"] for result in results(page).all())
            expect(help_now(page).get_by_role("link", name="Call 988")).to_be_in_viewport()


def test_somebody_in_a_crisis_is_not_offered_what_only_looks_alike(open_page):
    page = open_page()
    look_for(page, "i want to die")
    expect(help_now(page)).to_be_visible()
    expect(results(page).filter(has_text="diet")).to_have_count(0)
    look_for(page, "sucide")
    expect(results(page).first.locator("mark").first).to_have_text("suicide")
    assert help_now(page).bounding_box()["y"] < results(page).first.bounding_box()["y"]


def test_other_questions_are_not_answered_with_numbers(open_page, subtests):
    page = open_page()
    for (typed,) in table("crisis_questions.md", "Numbers are not shown"):
        with subtests.test(typed=typed):
            look_for(page, typed)
            expect(help_now(page)).to_be_hidden()


def test_golden_queries(open_page, site):
    page = open_page()
    headings = re.findall(
        r"^## (.+)$", (CASES / "golden_queries.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    queries = [
        (typed, wanted) for heading in headings for typed, wanted in table("golden_queries.md", heading)
    ]
    assert len(queries) >= 60
    found = {}
    for typed, _ in queries:
        field(page).fill("")
        expect(results(page).first).to_be_hidden()
        look_for(page, typed)
        found[typed] = [
            address.removeprefix(site).partition("#")[0]
            for address in results(page).evaluate_all("links => links.map((link) => link.href)")
        ]
    first = [typed for typed, wanted in queries if found[typed][:1] != [wanted]]
    among_three = [typed for typed, wanted in queries if wanted not in found[typed][:3]]
    assert len(first) <= (1 - ENOUGH_FIRST) * len(queries), first
    assert len(among_three) <= (1 - ENOUGH_AMONG_THREE) * len(queries), among_three


HASHES = ["#q=%22%5D%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "#q=%", "#q=", "?q=%3Cscript%3E"]


@pytest.mark.parametrize("address", HASHES)
def test_an_address_written_by_hand_harms_nothing(open_page, address):
    page = open_page(f"search/{address}")
    expect(page.locator(".search-page__field")).to_be_visible()
    expect(page.locator(".search-page__search :is(img, script)")).to_have_count(0)


def on_the_page(open_page, address="search/", **context):
    page = open_page(address, **context)
    return page, page.get_by_label("What are you looking for?"), page.locator(".search-page__results a")


@SIZES
def test_the_page_of_the_search_finds_and_filters(open_page, width, height):
    page, typed, found = on_the_page(open_page, width=width, height=height)
    typed.fill("sertraline")
    expect(found.first.locator("mark").first).to_be_visible()
    whole = page.locator("[data-search-page]")
    expect(whole).to_have_attribute("aria-busy", "false")
    everything = found.count()
    assert page.url.endswith("/search/#q=sertraline")
    kinds = page.get_by_label("Kind of page")
    kinds.select_option("Common questions")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("Common questions about sertraline and crying")
    kinds.select_option("All")
    expect(found).to_have_count(everything)


def test_nothing_that_was_not_chosen_is_shown_even_for_a_moment(open_page):
    page, typed, found = on_the_page(open_page)
    whole = page.locator("[data-search-page]")
    typed.fill("sertraline")
    expect(whole).to_have_attribute("aria-busy", "false")
    page.get_by_label("Kind of page").select_option("Common questions")
    expect(found).to_have_count(1)
    page.evaluate("""() => {
      window.seen = new Set()
      const list = document.querySelector(".search-page__results")
      const look = () => list.querySelectorAll("a").forEach(({ href }) => seen.add(href))
      new MutationObserver(look).observe(list, { childList: true, subtree: true })
    }""")
    typed.fill("zoloft")
    expect(whole).to_have_attribute("aria-busy", "false")
    seen = page.evaluate("[...window.seen]")
    assert [address for address in seen if "common-questions" not in address] == []
    assert seen


def test_the_page_keeps_what_was_looked_for_for_those_who_come_back(open_page):
    page, _, found = on_the_page(open_page, "search/#q=setraline")
    expect(page.locator(".search-page__search")).to_contain_text("Did you mean sertraline?")
    found.first.click()
    page.wait_for_url(f"**/{ARTICLE}**")
    page.go_back()
    expect(found.first).to_be_visible()
    expect(page.get_by_label("What are you looking for?")).to_have_value("setraline")


def test_a_question_that_was_sent_with_the_address_is_not_kept_there(open_page):
    page, typed, found = on_the_page(open_page, "search/?q=no%20tears")
    expect(found.first).to_be_visible()
    expect(typed).to_have_value("no tears")
    assert page.url.endswith("/search/#q=no%20tears")


def test_the_page_shows_numbers_first_too(open_page):
    page, _, found = on_the_page(open_page, "search/#q=suicidal%20thoughts")
    help_there = page.locator(".search-page").get_by_role("region", name="Help now")
    expect(help_there).to_be_visible()
    expect(found.first).to_be_visible()
    assert help_there.bounding_box()["y"] < found.first.bounding_box()["y"]


def test_without_scripts_the_page_lists_everything_from_a_to_z(new_page, site):
    page = new_page(375, 812, java_script_enabled=False)
    page.goto(site)
    page.get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url("**/search/")
    names = page.locator(".search-page__list a").all_inner_texts()
    assert {
        "Does sertraline make you unable to cry?",
        "Zoloft",
        "Lustral",
        "Sertraline",
        "Corrections",
    } <= set(names)
    page.get_by_role("link", name="Zoloft").click()
    page.wait_for_url(f"**/{ARTICLE}")


@pytest.mark.parametrize("lost", ["names.json", "pagefind/pagefind-worker.js"])
def test_where_a_file_of_the_search_is_lost_the_way_from_a_to_z_is_offered(open_page, complaints, lost):
    page = open_page()
    page.route(f"**/search/{lost}", lambda route: route.fulfill(status=404, body=""))
    for words in ("crying", "crying again"):
        field(page).fill(words)
        expect(page.locator("[data-search-output]")).to_have_attribute("aria-busy", "false")
        expect(status(page)).to_have_text("The search could not be loaded.")
        expect(page.get_by_role("link", name="Look through this site from A to Z")).to_be_visible()
    complaints[:] = [line for line in complaints if "404" not in line and lost not in line]


def test_a_preview_says_that_it_has_no_search(new_page, site):
    page = new_page()

    def as_a_preview(route):
        answer = route.fetch()
        route.fulfill(
            response=answer,
            body=answer.text().replace("data-site-search=", "data-is-preview data-site-search="),
        )

    page.route(site, as_a_preview)
    asked = asked_of(page)
    page.goto(site)
    field(page).focus()
    expect(status(page)).to_contain_text("The preview has no search")
    assert [url for url in asked if "/search/" in url] == []
