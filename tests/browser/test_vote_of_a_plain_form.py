"""What a browser sends from a page whose referrer policy is `same-origin`, and what the collector answers."""

import pytest
from playwright.sync_api import expect

from benchmarks.collector_process import REVISION, running_collector, write_pages
from benchmarks.pages_server import pages_server

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta name="referrer" content="same-origin">
<link rel="icon" href="data:,"><title>A page</title></head><body>
<form method="post" action="{endpoint}" {more}>
<input type="hidden" name="page" value="article/"><input type="hidden" name="revision" value="{revision}">
<button name="answer" value="yes">Yes</button>
</form>
<iframe name="frame"></iframe>
</body></html>
"""


@pytest.fixture
def vote_page(tmp_path, new_page):
    """Opens a page with a form that votes at a collector of another origin; the page and the collector."""
    site, votes = tmp_path / "site", tmp_path / "votes"
    for folder in (site / "health" / "article", site / "health" / "thank-you", votes):
        folder.mkdir(parents=True)
    (site / "health" / "thank-you" / "index.html").write_text(
        '<link rel="icon" href="data:,"><title>Thank you</title>'
    )
    write_pages(votes, ["article/"])
    with (
        pages_server(site) as server,
        running_collector(votes, "--site", f"{server}/health/") as running,
    ):

        def open_page(more="", revision=REVISION, **context):
            endpoint = f"http://{running.host}:{running.port}/vote"
            html = PAGE.format(endpoint=endpoint, revision=revision, more=more)
            (site / "health" / "article" / "index.html").write_text(html)
            page = new_page(**context)
            page.goto(f"{server}/health/article/")
            return page, running

        yield open_page


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_a_plain_form_is_counted_and_thanked(vote_page, script):
    page, running = vote_page(java_script_enabled=script)
    with page.expect_request("**/vote") as sent:
        page.get_by_role("button", name="Yes").click()
    expect(page).to_have_title("Thank you")
    headers = sent.value.all_headers()
    assert (headers["origin"], headers["sec-fetch-mode"], headers["sec-fetch-dest"]) == (
        "null",
        "navigate",
        "document",
    ), "what sender.py relies on"
    assert running.tally() == {("article/", "yes"): 1}


def test_a_refused_form_leads_back(vote_page, complaints):
    page, running = vote_page(revision="ffffffffff")
    address = page.url
    page.get_by_role("button", name="Yes").click()
    expect(page.get_by_role("heading", name="Your answer was not counted")).to_be_visible()
    page.get_by_role("link", name="Go back to the page").click()
    expect(page).to_have_url(address)
    assert running.tally() == {}
    assert [
        complaint for complaint in complaints if "422" not in complaint and "favicon" not in complaint
    ] == []
    complaints.clear()


def test_a_form_in_a_frame_is_refused(vote_page, complaints):
    page, running = vote_page(more='target="frame"')
    with page.expect_response("**/vote") as answered:
        page.get_by_role("button", name="Yes").click()
    assert answered.value.status == 403
    assert running.tally() == {}
    page.close()
    complaints.clear()


def test_a_script_reads_its_answer(vote_page):
    page, running = vote_page()
    status = page.evaluate(
        """([endpoint, revision]) => fetch(endpoint, {
            method: "POST", body: new URLSearchParams({page: "article/", revision, answer: "seems-wrong"}),
            keepalive: true, credentials: "omit",
        }).then(answer => answer.status)""",
        [f"http://{running.host}:{running.port}/feedback/vote", REVISION],
    )
    assert status == 204
    assert running.tally() == {("article/", "seems-wrong"): 1}
