"""Every page that is built, for readers who enlarge, darken, listen, use no mouse, or block scripts."""

import re
from itertools import product

import pytest
from playwright.sync_api import expect

from tests.browser.axe import STANDARDS, violations
from tests.browser.pages_server import PROJECT
from tests.browser.tab_stops import obstacles, unmarked
from tests.gallery import examples

SECTION = "sertraline-and-crying/what-research-found/"
KINDS = {"": "home", "sertraline-and-crying/": "article", SECTION: "section", "404.html": "not found"}


@pytest.fixture(scope="session")
def pages(site, tmp_path_factory):
    """The paths of all pages, from the folder that is served: no menu, link or sitemap has to name them."""
    sitemaps = tmp_path_factory.getbasetemp().glob(f"*/{PROJECT}/sitemap.xml")
    [folder] = {file.resolve().parent for file in sitemaps if site in file.read_text(encoding="utf-8")}
    files = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))
    return [file.removesuffix("index.html") for file in files]


@pytest.fixture
def calm_page(new_page):
    """An empty page of a reader who asks for less motion: no colour is caught on its way to another."""

    def calm_page(**context):
        return new_page(reduced_motion="reduce", **context)

    return calm_page


FRAMES = """async () => {
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
}"""
"""What scripts make of a new size, such as a place for the focus in what now scrolls, is done after these."""


def violations_in_each_look(page):
    page.evaluate(FRAMES)
    found = []
    for look in ("light", "dark"):
        page.emulate_media(color_scheme=look)
        found += [f"{look}: {violation}" for violation in violations(page)]
    return found


def unfold(page):
    """Open all that is folded; whether there was anything."""
    return page.evaluate("""() => {
      const folded = document.querySelectorAll("details:not([open])")
      for (const details of folded) details.open = true
      return folded.length > 0
    }""")


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("standard", "rule", "html"),
    [
        ("wcag2a", "link-name", "<a href='/'></a>"),
        ("wcag2aa", "color-contrast", "<p style='color: #999'>Pale words</p>"),
        ("wcag21aa", "autocomplete-valid", "<label>Name <input autocomplete='nonsense'></label>"),
        (
            "wcag22aa",
            "target-size",
            "<div style='display: flex'><button>a</button><button>b</button></div>",
        ),
        ("best-practice", "heading-order", "<h1>One</h1><h3>Three</h3>"),
    ],
)
def test_axe_looks_for_the_faults_of_every_standard(new_page, standard, rule, html):
    assert standard in STANDARDS
    page = new_page()
    page.set_content(f"<!doctype html><html lang=en><title>Title</title><main>{html}</main>")
    assert [line for line in violations(page) if line.startswith(f"{rule} at ")]


def test_every_page_in_every_width_and_look(calm_page, site, pages, subtests):
    page = calm_page()
    for path in pages:
        with subtests.test(page=path or "home"):
            page.goto(site + path)
            found = []
            for folded in ("as it comes", "unfolded"):
                if folded == "unfolded" and not unfold(page):
                    break
                for width in (1280, 768, 320):
                    page.set_viewport_size({"width": width, "height": 900})
                    found += [f"{folded}, {width} px, {line}" for line in violations_in_each_look(page)]
                    found += [] if fits(page) else [f"{folded}, {width} px: wider than the screen"]
            assert found == []


def test_every_example_of_a_component_in_every_look(calm_page, gallery, subtests):
    page = calm_page()
    for example in examples():
        with subtests.test(example=example.address):
            page.goto(gallery + example.address)
            unfold(page)
            found = []
            for width in (1280, 320):
                page.set_viewport_size({"width": width, "height": 900})
                found += [f"{width} px, {line}" for line in violations_in_each_look(page)]
                found += [] if fits(page) else [f"{width} px: wider than the screen"]
            assert found == []


def open_menu(page):
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.locator(".site-nav")).to_be_visible()


def open_search(page):
    button, field = page.locator(".header__search"), page.get_by_role("combobox", name="Search this site")
    (button if button.is_visible() else field).click()
    expect(field).to_be_focused()


def find_something(page):
    open_search(page)
    page.keyboard.type("crying")
    expect(page.get_by_role("listbox").locator("mark").first).to_be_visible()


def find_nothing(page):
    open_search(page)
    page.keyboard.type("zzzzzz")
    status = page.get_by_role("search").get_by_role("status")
    expect(status).to_contain_text("Nothing found")


def find_help(page):
    open_search(page)
    page.keyboard.type("setraline suicidal thouhgts")
    expect(page.get_by_role("region", name="Help now")).to_be_visible()
    expect(page.get_by_role("listbox").locator("mark").first).to_be_visible()


def open_card(page):
    page.locator(".citation:not([data-references*=' ']) a").first.hover()
    expect(page.locator(".citation-card")).to_be_visible()


def open_card_of_a_group(page):
    page.locator(".citation[data-references*=' '] a").first.hover()
    expect(page.locator(".citation-card")).to_be_visible()


def choose_colours(page):
    page.get_by_role("radio", name="Colours follow your device").focus()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert violations_in_each_look(page) == []
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


OPENED = [
    open_search,
    find_something,
    find_nothing,
    find_help,
    open_card,
    open_card_of_a_group,
    choose_colours,
]


@pytest.mark.parametrize(
    ("do", "width"),
    # On a wide screen the list of pages is always open.
    [(open_menu, 768), (open_menu, 320), *product(OPENED, (1280, 768, 320))],
)
def test_what_readers_open(calm_page, site, do, width):
    page = calm_page(width=width)
    page.goto(site + SECTION)
    do(page)
    assert violations_in_each_look(page) == []


def without_its_scripts(route):
    """Answer with the page alone. Where the browser is told to run no scripts, axe does not run either."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r"<script.*?</script>", "", answer.text(), flags=re.DOTALL))


@pytest.mark.parametrize("width", [1280, 768, 320])
@pytest.mark.parametrize("path", KINDS, ids=KINDS.get)
def test_a_page_without_its_scripts(calm_page, site, path, width):
    page = calm_page(width=width)
    page.route(site + path, without_its_scripts)
    page.goto(site + path)
    expect(page.locator("script")).to_have_count(0)
    assert violations_in_each_look(page) == []


def test_tab_key_meets_everything_once_in_order_and_in_sight(calm_page, site, pages, subtests):
    page = calm_page(color_scheme="light")
    for path in pages:
        with subtests.test(page=path or "home"):
            page.goto(site + path)
            unfold(page)
            assert obstacles(page) == []


@pytest.mark.parametrize("path", KINDS, ids=KINDS.get)
def test_tab_key_does_so_on_a_phone_in_the_dark(calm_page, site, path):
    page = calm_page(width=375, height=812, color_scheme="dark")
    page.goto(site + path)
    assert obstacles(page) == []


def test_focus_is_seen_in_colours_that_the_reader_forces_on_a_page(calm_page, site, pages, subtests):
    page = calm_page(forced_colors="active")
    for path in pages:
        with subtests.test(page=path or "home"):
            page.goto(site + path)
            unfold(page)
            assert unmarked(page) == []


SPREAD = """() => {
  const spaces = { "line-height": 1.5, "letter-spacing": "0.12em", "word-spacing": "0.16em" }
  for (const element of document.querySelectorAll("body, body *"))
    for (const [name, value] of Object.entries(spaces)) element.style.setProperty(name, value, "important")
}"""
"""The spaces in a text that a reader may set without losing anything (WCAG 1.4.12)."""


def test_every_page_fits_the_screen_when_it_is_enlarged_or_spread(calm_page, site, pages, subtests):
    page = calm_page(width=640, height=450, device_scale_factor=2)  # 1280 pixels at 200 %
    for path in pages:
        with subtests.test(page=path or "home"):
            page.goto(site + path)
            unfold(page)
            assert fits(page)
            page.evaluate(SPREAD)
            assert fits(page)
            page.set_viewport_size({"width": 320, "height": 450})
            assert fits(page)
            page.set_viewport_size({"width": 640, "height": 450})


MOVING = """() => {
  const LONG = 0.01 // seconds
  const longest = (durations) => Math.max(...durations.split(",").map(parseFloat))
  const moves = (style) =>
    longest(style.transitionDuration) > LONG ||
    longest(style.animationDuration) > LONG ||
    style.scrollBehavior === "smooth"
  const inMotion = document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().duration > 1000 * LONG)
    .map(({ effect }) => effect.target)
  return [...document.querySelectorAll("*")]
    .filter((element) => ["", "::before", "::after"].some((part) => moves(getComputedStyle(element, part))))
    .concat(inMotion)
    .map((element) => element.cloneNode().outerHTML)
}"""
"""What moves, or would move when it changes, or scrolls slowly."""


def test_nothing_moves_by_itself_where_less_motion_is_asked_for(calm_page, site, pages, subtests):
    page = calm_page()
    for path in pages:
        with subtests.test(page=path or "home"):
            page.goto(site + path)
            assert page.evaluate(MOVING) == []


READABLE = """() => {
  const blocks = "h1, h2, h3, h4, p, li, dt, dd, th, td, summary, figcaption"
  return [...document.querySelectorAll(`article :is(${blocks})`)]
    .filter((block) => block.checkVisibility({ visibilityProperty: true }))
    .filter((block) => !block.querySelector("button") && !block.closest(".feedback"))
    .map((block) => block.innerText)
    .filter((text) => text !== "") // waits for a script to say something
}"""
"""The blocks of text that a reader sees. A button in the text may be of use with scripts only, and so may the
question at its end: tests/browser/test_feedback.py."""


def test_every_page_can_be_read_without_scripts(new_page, site, pages, subtests):
    phone = {"width": 375, "height": 812}
    with_scripts, without = new_page(**phone), new_page(**phone, java_script_enabled=False)
    for path in pages:
        with subtests.test(page=path or "home"):
            with_scripts.goto(site + path)
            without.goto(site + path)
            folded = without.locator("article details:not([open], .feedback *)")
            before = folded.count()
            if before:
                folded.first.locator("summary").first.click()
                expect(folded).to_have_count(before - 1)
            unfold(without)
            unfold(with_scripts)
            assert len(without.evaluate(READABLE)) > 0
            read, read_with_scripts = without.evaluate(READABLE), with_scripts.evaluate(READABLE)
            if path == "search/":  # a field that finds nothing without scripts is not shown without them
                read_with_scripts = [words for words in read_with_scripts if words in read]
            assert read == read_with_scripts
            without.get_by_role("link", name="Menu", exact=True).click()
            expect(without.locator(".site-nav__link").first).to_be_in_viewport()
