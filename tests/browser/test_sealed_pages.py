"""A sealed page in a browser: all that the site does goes on, and what was slipped in does not run or ask."""

import os
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from citewell.seal.run import seal
from citewell.seal.settings import Settings
from tests.browser.pages_server import PROJECT, pages_server

ROOT = Path(__file__).parents[2]
MARK = ROOT / "overrides" / "assets" / "mark.svg"
ARTICLE = "sertraline-and-crying/"
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>'
    '<link rel="icon" href="mark.svg"></head><body>'
    '<form class="feedback" method="post" action="{}"><button name="answer" value="yes">Yes</button></form>'
    "</body></html>"
)


@pytest.fixture(scope="module")
def sealed_site(tmp_path_factory):
    """The folder of this project's own site, sealed by the command, and the address it is served at."""
    root = tmp_path_factory.mktemp("sealed")
    folder = root / PROJECT
    with pages_server(root) as address:
        run("mkdocs", "build", "--strict", "--site-dir", folder, SITE_URL=address)
        run("citewell", "seal", folder, "--source", ROOT, "--style", "assets/askyourpharm.css")
        yield folder, address


def run(module, *arguments, **environment):
    command = [sys.executable, "-m", module, *map(str, arguments)]
    environment = {"PATH": os.environ["PATH"], "NO_MKDOCS_2_WARNING": "1", **environment}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def open_sealed(new_page, sealed_site):
    """Opens a page of the sealed site. What its policy forbids is kept in window.forbidden."""

    def open_sealed(path=""):
        page = new_page()
        page.add_init_script(
            "window.forbidden = [];"
            "addEventListener('securitypolicyviolation', (event) => forbidden.push(event.violatedDirective))"
        )
        page.goto(sealed_site[1] + path)
        assert page.locator("meta[http-equiv]").count() == 1
        return page

    return open_sealed


@pytest.fixture
def slipped_in(sealed_site, open_sealed, complaints):
    """Opens a sealed page after something was put into its text; what the browser says of it is expected."""
    folder, _ = sealed_site
    name = "slipped-in/index.html"

    def open_with(html):
        page = (folder / ARTICLE / "index.html").read_text("utf-8")
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(page.replace("</article>", f"{html}</article>"), "utf-8")
        return open_sealed("slipped-in/")

    yield open_with
    complaints.clear()


@pytest.fixture
def other_host():
    """A server on another origin; what it was asked for, and where it stands. It sends every form back."""
    asked = []

    class Other(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(204)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        def do_POST(self):
            asked.append(self.path)
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(303)
            self.send_header("Location", self.headers["Referer"] or back[0])
            self.end_headers()

        def log_message(self, *_):
            """Stay silent."""

    back = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Other) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked, back
        server.shutdown()
        thread.join()


def test_search_colours_and_cards_work_and_nothing_is_forbidden(open_sealed):
    page = open_sealed(ARTICLE)
    page.locator(".citation a").first.hover()
    expect(page.locator(".citation-card")).to_be_visible()
    field = page.get_by_role("combobox", name="Search this site")
    field.click()
    field.press_sequentially("tears")
    expect(page.get_by_role("listbox").locator("mark").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".header__palette label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert page.evaluate("forbidden") == []


def test_no_page_has_anything_that_its_own_policy_forbids(open_sealed, sealed_site):
    folder, address = sealed_site
    page = open_sealed()
    for file in sorted(folder.rglob("*.html")):
        page.goto(address + file.relative_to(folder).as_posix(), wait_until="load")
        assert page.evaluate("forbidden") == [], file


@pytest.mark.parametrize(
    ("html", "directive"),
    [
        ("<script>window.ran = 1</script>", "script-src-elem"),
        ("<script type=module>window.ran = 1</script>", "script-src-elem"),
        ('<img src="nowhere" alt="" onerror="window.ran = 1">', "script-src-attr"),
        ("<style>body { display: none }</style>", "style-src-elem"),
        ('<p style="position: fixed">Text</p>', "style-src-attr"),
        ('<iframe src="../"></iframe>', "frame-src"),
        ('<base href="https://example.org/">', "base-uri"),
    ],
)
def test_what_is_slipped_into_a_sealed_page_does_not_run(slipped_in, html, directive):
    page = slipped_in(html)
    page.wait_for_function("directive => forbidden.includes(directive)", arg=directive)
    assert page.evaluate("window.ran") is None


def test_a_link_that_runs_a_script_runs_nothing(slipped_in):
    page = slipped_in('<a id="slipped" href="javascript:window.ran = 1">Text</a>')
    page.locator("#slipped").click()
    page.wait_for_function("forbidden.length > 0")
    assert page.evaluate("window.ran") is None


def test_a_sealed_page_asks_no_other_host(slipped_in, other_host):
    address, asked, _ = other_host
    page = slipped_in(f'<img src="{address}/picture" alt="">')
    page.wait_for_function("forbidden.includes('img-src')")
    said = page.evaluate(
        "address => fetch(`${address}/fetched`).then(() => 'came', () => 'kept away')", address
    )
    assert said == "kept away"
    beacon = "address => navigator.sendBeacon(`${address}/beacon`, 'a')"
    page.evaluate(beacon, address)
    page.evaluate("address => { new Image().src = `${address}/pixel` }", address)
    page.wait_for_function("forbidden.filter((name) => name === 'connect-src').length > 1")
    assert asked == []


def test_an_answer_is_sent_to_the_endpoint_and_its_reader_comes_back(new_page, other_host, tmp_path):
    endpoint, asked, back = other_host
    folder = tmp_path / PROJECT
    folder.mkdir()
    (folder / "index.html").write_text(PAGE.format(f"{endpoint}/vote"), "utf-8")
    (folder / "thanks.html").write_text(PAGE.format(f"{endpoint}/vote"), "utf-8")
    shutil.copy(MARK, folder)
    assert seal(folder, Settings(endpoint=f"{endpoint}/vote")).is_sealed
    with pages_server(tmp_path) as address:
        back.append(f"{address}thanks.html")
        page = new_page()
        page.goto(address)
        page.get_by_role("button", name="Yes").click()
        page.wait_for_url("**/thanks.html")
    assert asked == ["/vote"]


def test_a_form_that_was_led_elsewhere_is_not_sent(new_page, other_host, tmp_path, complaints):
    endpoint, asked, _ = other_host
    folder = tmp_path / PROJECT
    folder.mkdir()
    (folder / "index.html").write_text(PAGE.format("https://votes.example.org/vote"), "utf-8")
    shutil.copy(MARK, folder)
    assert seal(folder, Settings(endpoint="https://votes.example.org/vote")).is_sealed
    text = (folder / "index.html").read_text("utf-8")
    (folder / "index.html").write_text(
        text.replace('"https://votes.example.org/vote"', f'"{endpoint}/vote"'), "utf-8"
    )
    with pages_server(tmp_path) as address:
        page = new_page()
        page.goto(address)
        with page.expect_console_message(lambda message: "form-action" in message.text):
            page.get_by_role("button", name="Yes").click(no_wait_after=True)
        complaints.clear()
    assert asked == []
