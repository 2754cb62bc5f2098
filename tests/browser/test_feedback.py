"""A reader says whether a page helped: what is sent, what is said and what helps, against a real server."""

import json
import re
import shutil
from itertools import product
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import expect

from citewell.feedback.answers import REASONS
from tests.browser.axe import violations
from tests.browser.pages_server import PROJECT
from tests.browser.vote_server import HANG_UP, vote_server

ROOT = Path(__file__).parents[2]
PAGE = "sertraline-and-crying/does-it-pass/"
UMAMI_ID = "1a2b3c4d-0000-4000-8000-00000000abcd"
SETTINGS = {
    "none": "provider: none\n",
    "collector": "provider: collector\nendpoint: http://127.0.0.1:{port}/site/vote\n",
    "plausible": "provider: plausible\nendpoint: http://127.0.0.1:{port}/api/event\ndomain: example.org\n",
    "umami": f"provider: umami\nendpoint: http://127.0.0.1:{{port}}/api/send\nwebsite: {UMAMI_ID}\n",
    "goatcounter": "provider: goatcounter\nendpoint: http://127.0.0.1:{port}/count\n",
    "matomo": 'provider: matomo\nendpoint: http://127.0.0.1:{port}/matomo.php\nsite_id: "7"\n',
}
STATUS = {"collector": 204, "plausible": 202, "umami": 200, "goatcounter": 200, "matomo": 204}
SENDING = list(STATUS)
ANSWERS = ["yes", *REASONS]
NOTHING_SENT = "Thank you. This site does not count answers, so nothing was sent."
COUNTED = "Thank you. Your answer was counted."
SENT = "Thank you. Your answer was sent to the statistics of this site."
FAILED = "Your answer may not have reached us."
STORED = "[JSON.stringify(localStorage), JSON.stringify(sessionStorage)]"
STEPS = {
    "hard-to-understand": "Read the short answer",
    "not-what-i-looked-for": "Common questions about sertraline and crying",
    "seems-wrong": "Report an error",
    "something-else": "Write to the editors",
}


@pytest.fixture(scope="module")
def server():
    with vote_server() as running:
        yield running


@pytest.fixture
def votes(server):
    """The server that takes votes, as if it had just been started."""
    server.forget()
    return server


@pytest.fixture(scope="module")
def sites(publish, server, tmp_path_factory):
    """This project's site with a provider, by its name; its address."""
    built = {}

    def site(provider):
        if provider not in built:
            folder = tmp_path_factory.mktemp(provider)
            for name in ("docs", "overrides"):
                shutil.copytree(ROOT / name, folder / name)
            for name in ("mkdocs.yml", "references.bib"):
                shutil.copy(ROOT / name, folder / name)
            data = folder / "docs" / "_data"
            (data / "feedback.yml").write_text(SETTINGS[provider].format(port=server.port), encoding="utf-8")
            (data / "publisher.yml").write_text("contact: editors@publisher.example\n", encoding="utf-8")
            built[provider] = publish(folder / "mkdocs.yml")
        return built[provider]

    return site


@pytest.fixture
def ask(new_page, sites, votes):
    """Opens a page of the site with a provider."""

    def ask(provider, path=PAGE, **context):
        votes.answers = [STATUS.get(provider, 500)]
        page = new_page(**{"reduced_motion": "reduce", **context})
        page.goto(sites(provider) + path)
        return page

    return ask


def widget(page):
    return page.locator(".feedback")


def status(page):
    return widget(page).get_by_role("status")


def answer(page, given):
    """Answer as a mouse does: a reason is chosen after No."""
    if given != "yes":
        widget(page).locator("summary").click()
    widget(page).locator(f"fieldset button[value={given}]").click()


def expect_said(page, words, step=""):
    """Whether the message says this, has the focus, and leads to the step."""
    expect(status(page)).to_contain_text(words)
    expect(status(page)).to_be_focused()
    if step:
        expect(status(page).get_by_role("link", name=step)).to_be_visible()


def identity(page):
    """Id and revision of the page that is open, as pages.json has them."""
    address = page.url.split(f"/{PROJECT}/")[0]
    listed = page.request.get(f"{address}/{PROJECT}/pages.json").json()["pages"]
    return next(entry for entry in listed if entry["id"] == PAGE)


def of_collector(received, page, given):
    fields = dict(parse_qsl(received.body, strict_parsing=True))
    assert (received.method, received.path, received.query) == ("POST", "/site/vote", "")
    assert received.headers["content-type"] == "application/x-www-form-urlencoded"
    assert fields == {"page": PAGE, "revision": identity(page)["revision"], "answer": given}


def of_plausible(received, page, given):
    assert (received.method, received.path, received.query) == ("POST", "/api/event", "")
    assert received.headers["content-type"] == "text/plain"
    event = json.loads(received.body)
    assert event.pop("p") == {"page": PAGE, "revision": identity(page)["revision"], "vote": given}
    assert event == {"n": "Feedback", "v": 36, "u": page.url, "d": "example.org", "r": None, "i": False}


def of_umami(received, page, given):
    assert (received.method, received.path, received.query) == ("POST", "/api/send", "")
    assert received.headers["content-type"] == "application/json"
    sent = json.loads(received.body)
    data = {"page": PAGE, "revision": identity(page)["revision"], "vote": given}
    of_page = {"hostname": "127.0.0.1", "url": page.url}
    payload = {"website": UMAMI_ID, **of_page, "name": "feedback", "data": data}
    assert sent == {"type": "event", "payload": payload}


def of_goatcounter(received, page, given):
    name = f"feedback-{given}/{PAGE}@{identity(page)['revision']}"
    assert (received.method, received.path, received.body) == ("POST", "/count", "")
    assert "content-type" not in received.headers
    assert dict(parse_qsl(received.query)) == {"p": name, "e": "true", "ns": "true"}


def of_matomo(received, page, given):
    event = {"e_c": "Feedback", "e_a": given, "e_n": f"{PAGE}@{identity(page)['revision']}", "e_v": "1"}
    assert (received.method, received.path, received.query) == ("POST", "/matomo.php", "")
    assert received.headers["content-type"] == "application/x-www-form-urlencoded"
    assert dict(parse_qsl(received.body, strict_parsing=True)) == {
        "idsite": "7", "rec": "1", "apiv": "1", "send_image": "0", "url": page.url, **event
    }  # fmt: skip


WIRE = {
    "collector": of_collector,
    "plausible": of_plausible,
    "umami": of_umami,
    "goatcounter": of_goatcounter,
    "matomo": of_matomo,
}


@pytest.mark.parametrize("provider", SENDING)
def test_an_answer_is_one_request_and_holds_nothing_of_the_reader(ask, votes, provider, subtests):
    page = ask(provider)
    stored = page.evaluate(STORED)
    for given in ANSWERS:
        with subtests.test(answer=given):
            page.reload()
            widget(page).scroll_into_view_if_needed()
            votes.received.clear()
            answer(page, given)
            expect_said(page, COUNTED if provider == "collector" else SENT, STEPS.get(given, ""))
            *before, vote = votes.received
            assert [request.method for request in before] == (["OPTIONS"] if provider == "umami" else [])
            WIRE[provider](vote, page, given)
            for request in votes.received:
                assert {"cookie", "referer", "authorization"}.isdisjoint(request.headers)
            assert vote.headers["accept-language"] == "*"
            assert page.context.cookies() == []
            assert page.evaluate(STORED) == stored


@pytest.mark.parametrize("provider", SENDING)
def test_who_reads_and_answers_nothing_sends_nothing(ask, votes, provider):
    page = ask(provider)
    widget(page).scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")
    assert votes.received == []


@pytest.mark.parametrize("given", ANSWERS)
def test_without_a_provider_nothing_is_sent_and_the_reader_is_helped(ask, votes, given):
    page = ask("none")
    page.wait_for_load_state("networkidle")
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    answer(page, given)
    expect_said(page, NOTHING_SENT, STEPS.get(given, ""))
    page.wait_for_load_state("networkidle")
    assert requests == []
    assert votes.received == []
    assert not re.search("record|counted|was sent", status(page).inner_text().replace(NOTHING_SENT, ""))


@pytest.mark.parametrize("provider", ["none", "collector"])
def test_no_alone_sends_nothing_and_asks_for_the_reason(ask, votes, provider):
    page = ask(provider)
    no = widget(page).locator("summary")
    no.click()
    expect(no).to_be_focused()
    reasons = widget(page).get_by_role("list", name="Why not?").get_by_role("button")
    assert reasons.all_inner_texts() == list(REASONS.values())
    expect(status(page)).to_be_empty()
    no.click()
    expect(reasons).to_have_count(0)
    assert votes.received == []


def test_each_step_leads_there(ask):
    page = ask("none")
    answer(page, "hard-to-understand")
    status(page).get_by_role("link", name="Read the short answer").click()
    expect(page.locator("#short-answer")).to_be_in_viewport()
    page = ask("none")
    answer(page, "not-what-i-looked-for")
    expect(status(page).locator("[aria-current=page]")).to_have_text("What it means and whether it passes")
    status(page).get_by_role("link", name="Search this site").click()
    expect(page.get_by_role("combobox", name="Search this site")).to_be_focused()
    page.keyboard.press("Escape")
    status(page).get_by_role("link", name="How sertraline might stop tears").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("How sertraline might stop tears")
    page = ask("none")
    answer(page, "something-else")
    status(page).get_by_role("link", name="Write to the editors").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Contact")


@pytest.mark.parametrize("given", ["yes", "seems-wrong"])
def test_buttons_are_off_while_an_answer_is_sent(ask, votes, given):
    page = ask("collector")
    votes.may_answer.clear()
    answer(page, given)
    expect_said(page, "Sending your answer.")
    buttons = widget(page).locator("fieldset button")
    for button in buttons.all():
        expect(button).to_be_disabled()
        expect(button).to_be_hidden()
    expect(widget(page).locator("summary")).to_be_hidden()
    buttons.first.dispatch_event("click")
    votes.may_answer.set()
    expect_said(page, COUNTED)
    assert len(votes.received) == 1


FAULTS = [
    *product(["collector"], [200, 303, 403, 429, 500, HANG_UP]),
    *product(["plausible", "umami", "matomo"], [201, 500, HANG_UP]),
    *product(["goatcounter"], [204, 500, HANG_UP]),
]


@pytest.mark.parametrize(("provider", "fault"), FAULTS)
def test_an_answer_that_did_not_come_is_told_and_sent_again(ask, votes, complaints, provider, fault):
    page = ask(provider)
    votes.answers = [fault, STATUS[provider]]
    votes.leads_to = f"http://127.0.0.1:{votes.server_port}/elsewhere"
    answer(page, "seems-wrong")
    expect_said(page, FAILED, "Report an error")
    expect(widget(page)).not_to_contain_text(re.compile("counted|was sent"), use_inner_text=True)
    again = status(page).get_by_role("button", name="Try again")
    again.click()
    expect_said(page, COUNTED if provider == "collector" else SENT, "Report an error")
    expect(again).to_have_count(0)
    first, second = (request for request in votes.received if request.method == "POST")
    assert first == second
    complaints.clear()  # the browser's own remarks about the fault


def test_a_server_that_never_answers_is_waited_for_no_longer_than_a_reader_waits(new_page, sites, votes):
    page = new_page(reduced_motion="reduce")
    page.add_init_script("AbortSignal.timeout = () => AbortSignal.abort()")  # as if the time were over
    page.goto(sites("collector") + PAGE)
    answer(page, "yes")
    expect_said(page, FAILED)
    votes.may_answer.set()


def test_a_policy_that_forbids_to_send_is_a_fault_and_no_thanks(ask, votes, complaints):
    page = ask("collector")
    page.evaluate("""() => {
      const policy = document.createElement("meta")
      policy.httpEquiv = "Content-Security-Policy"
      policy.content = "connect-src 'self'"
      document.head.append(policy)
    }""")
    answer(page, "yes")
    expect_said(page, FAILED)
    assert votes.received == []
    complaints.clear()  # the browser's own remarks about the policy


def test_an_answer_arrives_though_the_reader_goes_on_at_once(ask, votes):
    page = ask("umami")
    votes.may_answer.clear()
    answer(page, "hard-to-understand")
    votes.wait_for(1)  # the browser has asked for leave; the vote itself comes later
    page.goto("about:blank")
    votes.may_answer.set()
    votes.wait_for(2)
    assert json.loads(votes.received[1].body)["payload"]["data"]["vote"] == "hard-to-understand"


def test_who_presses_twice_answers_once(ask, votes):
    page = ask("collector")
    widget(page).get_by_role("button", name="Yes").dblclick()
    expect_said(page, COUNTED)
    assert len(votes.received) == 1


def test_the_site_s_own_server_is_told_no_more_than_any_other(ask, sites, complaints):
    page = ask("collector")
    page.evaluate("document.cookie = 'kept=1; path=/'")
    page.evaluate(
        """(endpoint) => {
          for (const button of document.querySelectorAll("[data-request]"))
            button.dataset.request = JSON.stringify({...JSON.parse(button.dataset.request), url: endpoint})
        }""",
        sites("collector") + "own/vote",
    )
    with page.expect_request("**/own/vote") as sent:
        answer(page, "yes")
    expect_said(page, FAILED)  # it serves files and takes no votes
    headers = sent.value.all_headers()
    assert headers["sec-fetch-site"] == "same-origin"
    assert {"cookie", "referer"}.isdisjoint(headers)
    complaints.clear()  # the browser's own remark about the fault


@pytest.mark.parametrize("given", ANSWERS)
def test_without_scripts_the_collector_takes_the_form_itself(ask, votes, sites, given):
    page = ask("collector", java_script_enabled=False)
    revision = identity(page)["revision"]
    votes.answers, votes.leads_to = [303], sites("collector") + "thank-you/"
    answer(page, given)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Thank you"))
    assert page.url == sites("collector") + "thank-you/"
    [vote] = votes.received
    assert (vote.method, vote.path, vote.query) == ("POST", "/site/vote", "")
    assert vote.headers["content-type"] == "application/x-www-form-urlencoded"
    assert dict(parse_qsl(vote.body)) == {"page": PAGE, "revision": revision, "answer": given}
    assert "referer" not in vote.headers
    # What the referrer policy of our pages makes of it for a form (Fetch, “append a request Origin header”).
    assert vote.headers["origin"] == "null"
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What it means and whether it passes")


@pytest.mark.parametrize("provider", [name for name in SETTINGS if name != "collector"])
def test_without_scripts_all_others_lead_to_the_editors(ask, votes, provider):
    page = ask(provider, java_script_enabled=False)
    expect(widget(page).get_by_role("button")).to_have_count(0)
    expect(widget(page)).to_contain_text("Was this helpful? You can write to the editors.")
    widget(page).get_by_role("link", name="write to the editors").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Contact")
    assert votes.received == []


def test_with_a_script_that_did_not_come_the_form_works_too(new_page, sites, votes):
    page = new_page()
    page.route("**/assets/citewell.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    votes.answers, votes.leads_to = [303], sites("collector") + "thank-you/"
    page.goto(sites("collector") + PAGE)
    answer(page, "yes")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Thank you"))
    page.goto(sites("none") + PAGE)
    expect(widget(page).get_by_role("button")).to_have_count(0)
    expect(widget(page).get_by_role("link", name="write to the editors")).to_be_visible()


def test_with_the_keyboard_alone(ask, votes):
    page = ask("collector")
    widget(page).get_by_role("button", name="Yes this page helped me", exact=True).focus()
    page.keyboard.press("Tab")
    expect(widget(page).locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    for reason in list(REASONS)[:3]:
        page.keyboard.press("Tab")
        expect(widget(page).locator(f"button[value={reason}]").first).to_be_focused()
    page.keyboard.press("Space")
    expect_said(page, COUNTED)
    page.keyboard.press("Tab")
    expect(status(page).get_by_role("link", name="Report an error")).to_be_focused()
    assert len(votes.received) == 1


def test_all_targets_are_large_enough_for_a_finger(ask):
    page = ask("none", width=320, height=568)
    answer(page, "not-what-i-looked-for")
    targets = widget(page).locator(":is(button, summary, a):visible").all()
    assert len(targets) == 7
    page = ask("none", width=320, height=568)
    widget(page).locator("summary").click()
    targets += widget(page).locator(":is(button, summary):visible").all()
    assert len(targets) == 13
    for target in targets:
        assert target.bounding_box()["height"] >= 43.9, target.inner_text()


PLACE = "element => element.getBoundingClientRect().top + scrollY"


@pytest.mark.parametrize("size", [{"width": 320, "height": 568}, {"width": 1280, "height": 900}])
@pytest.mark.parametrize("given", ["yes", "hard-to-understand", "seems-wrong", "something-else"])
def test_what_follows_does_not_move_when_an_answer_is_given(ask, votes, size, given):
    page = ask("collector", **size)
    votes.may_answer.clear()
    if given != "yes":
        widget(page).locator("summary").click()
    following = page.locator(".references")
    before = following.evaluate(PLACE)
    widget(page).locator(f"fieldset button[value={given}]").click()
    expect_said(page, "Sending your answer.")
    assert following.evaluate(PLACE) == before
    votes.may_answer.set()
    expect_said(page, COUNTED)
    assert following.evaluate(PLACE) == before


def test_the_widget_does_not_move_the_page_when_its_script_has_come(new_page, sites, complaints):
    page = new_page(width=375, height=812)
    page.goto(sites("none") + PAGE)
    with_script = page.locator(".references").evaluate(PLACE)
    page.route("**/assets/citewell.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()
    assert page.locator(".references").evaluate(PLACE) == with_script
    assert complaints == []


def asked(page, votes):
    del votes
    expect(widget(page).get_by_role("button", name="Yes")).to_be_visible()


def unfolded(page, votes):
    del votes
    widget(page).locator("summary").click()


def sending(page, votes):
    votes.may_answer.clear()
    answer(page, "yes")
    expect_said(page, "Sending your answer.")


def failed(page, votes):
    votes.answers = [500]
    answer(page, "seems-wrong")
    expect_said(page, FAILED)


def thanked(page, votes):
    del votes
    answer(page, "yes")
    expect_said(page, COUNTED)


def helped(page, votes):
    del votes
    answer(page, "not-what-i-looked-for")
    expect_said(page, COUNTED)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("state", [asked, unfolded, sending, failed, thanked, helped])
def test_every_state_can_be_read_by_all(ask, votes, complaints, state, width):
    page = ask("collector", width=width, height=900)
    state(page, votes)
    found = []
    for look in ("light", "dark"):
        page.emulate_media(color_scheme=look)
        found += [f"{look}: {violation}" for violation in violations(page)]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    votes.may_answer.set()
    if state is failed:
        complaints.clear()  # the browser's own remark about the fault


def test_on_paper_nobody_is_asked(ask):
    page = ask("none")
    page.emulate_media(media="print")
    expect(widget(page)).to_be_hidden()


def test_the_page_of_thanks_asks_nothing(ask):
    page = ask("collector", "thank-you/")
    expect(widget(page)).to_have_count(0)
    assert violations(page) == []
    page.get_by_role("main").get_by_role("link", name="all articles").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Answers about medicines")
