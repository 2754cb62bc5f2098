"""The editors' dashboard: it asks nothing of anybody, keeps its own policy, and can be read by everybody."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from citewell.cli import main
from tests.browser.axe import violations
from tests.report.editors_site import (
    ADDRESS,
    HARD,
    MARKUP,
    PAGES_CSV,
    PLAIN,
    QUERIES_CSV,
    export_zip,
    reviewed,
    write_site,
)

VIOLATIONS = """() => {
  window.refused = []
  addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective))
}"""


class QuietHandler(SimpleHTTPRequestHandler):
    """Says nothing of what it serves; the test knows what was asked for."""

    asked: list = []  # noqa: RUF012 - one server runs at a time

    def log_message(self, *args):
        """Stay silent."""

    def do_GET(self):
        self.asked.append(self.path)
        super().do_GET()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the dashboards of two sites: one with something of everything, and one without a page."""
    folder = tmp_path_factory.mktemp("dashboards")
    more = {f"docs/tears/page-{n:03}.md": reviewed("2027-03-01") + PLAIN + HARD * (n % 9) for n in range(110)}
    crowded = {**more, f"docs/tears/{'a-very-long-name-' * 8}.md": f"# Long\n\n{HARD * 20}\n"}
    site = write_site(folder / "crowded", **crowded)
    (site / "export.zip").write_bytes(export_zip(Pages_csv=PAGES_CSV, Queries_csv=QUERIES_CSV))
    arguments = ["--searches", str(site / "export.zip"), "--site", ADDRESS]
    assert main(["report", str(site), *arguments, "--html", str(folder / "crowded.html")]) == 0
    empty = {"references.bib": "@misc{a, title={A}}\n", "docs/_data/publisher.yml": "name:\n"}
    for name, text in empty.items():
        (folder / "empty" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "empty" / name).write_text(text, encoding="utf-8")
    assert main(["report", str(folder / "empty"), "--html", str(folder / "empty.html")]) == 0
    return folder


@pytest.fixture
def served(folder):
    """The address of that folder, and the paths that were asked for."""
    QuietHandler.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", QuietHandler.asked
        server.shutdown()
        thread.join()


@pytest.fixture
def open_dashboard(new_page, served):
    """Opens a dashboard, and notes what its policy refuses."""

    def open_dashboard(name="crowded", **context):
        page = new_page(**context)
        page.add_init_script(f"({VIOLATIONS})()")
        page.goto(f"{served[0]}{name}.html")
        return page

    return open_dashboard


@pytest.mark.parametrize("name", ["crowded", "empty"])
def test_it_asks_nothing_of_anybody_and_its_policy_refuses_nothing(open_dashboard, served, name):
    page = open_dashboard(name)
    page.wait_for_load_state("networkidle")
    assert served[1] == [f"/{name}.html"]
    assert page.evaluate("refused") == []
    assert page.context.cookies() == []
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1216px", "its style sheet holds"


def test_its_policy_refuses_what_anybody_would_bring_in(open_dashboard, complaints):
    page = open_dashboard()
    page.evaluate("""() => {
      const add = (name, set) => document.body.append(Object.assign(document.createElement(name), set))
      add("script", {textContent: "window.ran = true"})
      add("style", {textContent: "body { max-width: 1px }"})
      add("img", {src: "http://127.0.0.1:9/x.png"})
      document.body.setAttribute("style", "max-width: 1px")
    }""")
    page.wait_for_function("refused.length >= 4")
    refused = {directive.partition("-")[0] for directive in page.evaluate("refused")}
    assert refused == {"script", "style", "img"}
    assert page.evaluate("window.ran === undefined")
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1216px"
    complaints.clear()  # Chromium complains of each of these


def test_what_would_like_to_be_markup_is_read_as_words(open_dashboard):
    page = open_dashboard()
    assert page.get_by_role("cell", name=MARKUP, exact=True).count() == 1
    assert page.locator("script, img").count() == 0


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("name", ["crowded", "empty"])
def test_everybody_can_read_it(open_dashboard, name, look, width):
    page = open_dashboard(name, width=width, color_scheme=look)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if look == "dark":
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 25, 26)"


def test_all_its_letters_are_in_sight(open_dashboard):
    """A letter of a plot that its drawing cuts off could not be read."""
    page = open_dashboard(width=320)
    outside = page.evaluate("""() => [...document.querySelectorAll("svg text")].filter((text) => {
      const inner = text.getBoundingClientRect(), outer = text.closest("svg").getBoundingClientRect()
      return inner.left < outer.left - 1 || inner.right > outer.right + 1
        || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1
    }).map((text) => text.textContent)""")
    assert outside == []
    sizes = page.evaluate("""() => [...document.querySelectorAll("svg text")].map((text) =>
      text.getBoundingClientRect().height)""")
    assert sizes
    assert min(sizes) >= 9


def test_labels_of_bars_do_not_run_into_the_bars(open_dashboard):
    page = open_dashboard()
    over = page.evaluate("""() => [...document.querySelectorAll("svg .label")].filter((text) =>
      text.getBBox().x + text.getBBox().width > 128).map((text) => text.textContent)""")
    assert over == []


@pytest.mark.parametrize("name", ["crowded", "empty"])
def test_in_print_nothing_is_cut_off_and_nothing_is_dark(open_dashboard, name):
    page = open_dashboard(name, width=720, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.get_by_role("navigation").count() == 0
    broken = page.evaluate("""() => [...document.querySelectorAll(".number")].filter((cell) => {
      const words = document.createRange()
      words.selectNodeContents(cell)
      return words.getClientRects().length > 1
    }).map((cell) => cell.textContent)""")
    assert broken == []
