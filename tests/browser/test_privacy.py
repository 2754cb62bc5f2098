"""What the page on privacy says, seen in a browser: one host is asked, and nothing stays but a colour."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.pages_server import PROJECT

ARTICLE = "sertraline-and-crying/"
WATCH = """() => {
  window.refused = []
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    refused.push(`${violatedDirective} ${blockedURI}`))
}"""
KEPT = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookies": "", "local": [], "session": [], "databases": [], "caches": [], "workers": 0}


@pytest.fixture(scope="session")
def paths(site, tmp_path_factory):
    """The paths of all pages, from the folder that is served."""
    sitemaps = tmp_path_factory.getbasetemp().glob(f"*/{PROJECT}/sitemap.xml")
    [folder] = {file.resolve().parent for file in sitemaps if site in file.read_text(encoding="utf-8")}
    return sorted(
        file.relative_to(folder).as_posix().removesuffix("index.html") for file in folder.rglob("*.html")
    )


@pytest.fixture
def visit(new_page):
    """A reader's page that notes what it asks for, what it sets and what it was refused."""
    page = new_page()
    page.asked, page.answers = [], []

    def ask(request):
        page.asked.append(request)

    def answer(response):
        page.answers.append(response)

    page.on("request", ask)
    page.on("websocket", ask)
    page.on("response", answer)
    page.add_init_script(f"({WATCH})()")
    return page


def hosts(page):
    return {urlsplit(request.url).netloc for request in page.asked if not request.url.startswith("data:")}


def assert_nobody_else_was_asked(page, site):
    assert hosts(page) == {urlsplit(site).netloc}
    assert page.evaluate("window.refused") == []
    assert [answer.url for answer in page.answers if "set-cookie" in answer.headers] == []
    assert page.context.cookies() == []


LISTS = ("sitemap.xml", "feed.xml", "pages.json", "status.json", "search/names.json")
"""What grows with the site: no page fetches it before a reader asks for something in it."""


def test_every_page_asks_its_own_host_alone_and_keeps_nothing(visit, site, paths, subtests):
    for path in paths:
        with subtests.test(page=path or "home"):
            visit.goto(site + path)
            visit.wait_for_load_state("networkidle")
            assert_nobody_else_was_asked(visit, site)
            assert not [
                request.url for request in visit.asked if request.url.partition("?")[0].endswith(LISTS)
            ]
            assert visit.evaluate(KEPT) == NOTHING
            policy = visit.locator("meta[http-equiv=Content-Security-Policy]")
            expect(policy).to_have_count(1)
            assert "unsafe" not in policy.get_attribute("content")
            assert "default-src 'none'" in policy.get_attribute("content")


def test_a_whole_visit_asks_one_host_and_keeps_the_choice_of_colours_alone(visit, site):
    visit.goto(site)
    visit.get_by_role("link", name="Does sertraline make you unable to cry?").first.click()
    visit.wait_for_url(f"**/{ARTICLE}")
    visit.locator(".citation a").first.hover()
    expect(visit.locator(".citation-card")).to_be_visible()
    for details in visit.locator("details > summary").all():
        details.click()
    visit.locator(".header__search").click() if visit.locator(".header__search").is_visible() else None
    visit.get_by_role("combobox", name="Search this site").fill("crying")
    expect(visit.get_by_role("listbox").locator("mark").first).to_be_visible()
    visit.keyboard.press("Escape")
    visit.get_by_role("radio", name="Colours follow your device").focus()
    visit.keyboard.press("Enter")
    visit.locator(".feedback").get_by_role("button", name="Yes").click()
    expect(visit.locator(".feedback [role=status]")).to_contain_text("Thank you")
    visit.locator(".pager__link--next").click()
    visit.locator(".feedback summary").click()
    visit.locator(".feedback").get_by_role("button", name="It is hard to understand").click()
    visit.locator(".site-footer a", has_text="Privacy").click()
    expect(visit.locator("h1")).to_have_text("Privacy: what this page sends")
    assert_nobody_else_was_asked(visit, site)
    assert {request.method for request in visit.asked} == {"GET"}, "no answer was sent"
    kept = visit.evaluate(KEPT)
    [palette] = kept.pop("local")
    assert palette.endswith(".__palette")
    assert json.loads(visit.evaluate("name => localStorage.getItem(name)", palette)).keys() == {
        "index",
        "color",
    }
    assert kept == {name: value for name, value in NOTHING.items() if name != "local"}


def test_a_paid_link_tells_the_partner_nothing(new_page, site, complaints):
    page = new_page()
    arrived = []
    page.context.route(
        "https://www.betterhelp.com/**",
        lambda route: (arrived.append(route.request), route.fulfill(body="There")),
    )
    page.goto(f"{site}{ARTICLE}?from=search#short-answer")
    assert arrived == [], "nothing of the partner's is loaded before its link is followed"
    page.get_by_role("link", name="Go to BetterHelp (paid link)").click()
    page.wait_for_url("https://www.betterhelp.com/**")
    [request] = [request for request in arrived if request.is_navigation_request()]
    assert request.url == "https://www.betterhelp.com/"
    assert "referer" not in request.all_headers()
    assert page.evaluate("document.referrer") == ""
    complaints[:] = [line for line in complaints if "betterhelp" not in line]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_any_other_link_tells_nobody_which_page_was_read(new_page, site, complaints, scripts):
    page = new_page(java_script_enabled=scripts)
    arrived = []
    page.context.route(
        "https://doi.org/**", lambda route: (arrived.append(route.request), route.fulfill(body="There"))
    )
    page.goto(site + ARTICLE)
    page.locator(".reference a[href^='https://doi.org/']").first.click()
    page.wait_for_url("https://doi.org/**")
    assert "referer" not in arrived[0].all_headers()
    complaints[:] = [line for line in complaints if "doi.org" not in line]
