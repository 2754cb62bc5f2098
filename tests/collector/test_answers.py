"""What the collector answers to a request, over the wire."""

import pytest

from benchmarks.collector_process import ORIGIN, REVISION, SITE
from citewell.collector.refusal_page import refusal_page
from citewell.feedback.answers import REASONS
from tests.collector.reader import FORM, SCRIPT

URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}
GOOD = f"page=article/&revision={REVISION}&answer=yes"


def without(headers, *names):
    return {name: value for name, value in headers.items() if name not in names}


@pytest.mark.parametrize("answer", ["yes", *REASONS])
@pytest.mark.parametrize("page", ["", "article/", "article/does-it-pass/", "<b>&/"])
def test_a_vote_of_a_script_is_counted_once(reader, page, answer):
    before = reader.running.tally()
    answered = reader.vote(page, answer)
    assert (answered.status_code, answered.content) == (204, b"")
    assert answered.headers["access-control-allow-origin"] == ORIGIN
    assert reader.running.tally() - before == {(page, answer): 1}


def test_a_plain_form_is_led_to_the_page_that_thanks(reader):
    before = reader.running.tally()
    answered = reader.vote(answer="seems-wrong", headers=FORM)
    assert (answered.status_code, answered.headers["location"]) == (303, f"{SITE}thank-you/")
    assert reader.running.tally() - before == {("article/", "seems-wrong"): 1}


@pytest.mark.parametrize("path", ["/vote", "/feedback/vote", "/a/b%20c/vote", "/a//vote"])
def test_the_path_may_have_more_before_it(reader, path):
    assert reader.send(path=path, content=GOOD, headers=SCRIPT | URLENCODED).status_code == 204


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/vote", 405),
        ("PUT", "/vote", 405),
        ("OPTIONS", "/vote", 405),
        ("POST", "/healthz", 405),
        ("GET", "/", 404),
        ("POST", "/votes", 404),
        ("POST", "/vote/", 404),
        ("POST", "/devote", 404),
        ("GET", "/x/healthz", 404),
    ],
)
def test_other_requests_count_nothing(reader, method, path, status):
    before = reader.running.tally()
    assert reader.send(method, path, content=GOOD, headers=SCRIPT | URLENCODED).status_code == status
    assert reader.running.tally() == before


BODIES = {
    "a field too few": ("page=article/&answer=yes", "each once"),
    "a field too many": (f"{GOOD}&more=1", "no form"),
    "another field in its place": (f"page=article/&revision={REVISION}&Answer=yes", "each once"),
    "a field twice": ("page=article/&page=article/&answer=yes", "each once"),
    "a field twice, and all others": (f"{GOOD}&answer=yes", "no form"),
    "nothing": ("", "each once"),
    "no form at all": ("{}", "no form"),
    "an answer that is not offered": (GOOD.replace("yes", "no"), "hard-to-understand"),
    "an answer in capitals": (GOOD.replace("yes", "YES"), "one of yes"),
    "a revision too short": (GOOD.replace(REVISION, "012345678"), "ten of the digits"),
    "a revision with a line break": (GOOD.replace(REVISION, f"{REVISION}%0A"), "ten of the digits"),
    "a revision in capitals": (GOOD.replace(REVISION, "ABCDEF0123"), "ten of the digits"),
    "a revision that never was": (GOOD.replace(REVISION, "ffffffffff"), "open the page again"),
    "a page that never was": (GOOD.replace("article/", "other/"), "open the page again"),
    "a page outside": (GOOD.replace("article/", "article/../"), "open the page again"),
    "half a character": (GOOD.replace("article/", "%FF"), "no form"),
    "bytes that nobody may send bare": (
        GOOD.replace("article/", "\N{LATIN SMALL LETTER E WITH ACUTE}"),
        "no",
    ),
}


@pytest.mark.parametrize(("body", "said"), BODIES.values(), ids=BODIES)
def test_a_body_that_is_no_vote_is_refused_with_a_reason(reader, body, said):
    before = reader.running.tally()
    answered = reader.send(content=body.encode(), headers=SCRIPT | URLENCODED)
    assert answered.status_code == 422
    assert said in answered.text
    assert answered.headers["access-control-allow-origin"] == ORIGIN, "else the script cannot read the status"
    assert reader.running.tally() == before


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/x-www-form-urlencoded", 204),
        ("application/x-www-form-urlencoded;charset=UTF-8", 204),
        ("Application/X-WWW-Form-Urlencoded ; charset=utf-8", 204),
        ("text/plain;charset=UTF-8", 415),
        ("application/json", 415),
        ("multipart/form-data; boundary=x", 415),
        ("", 415),
    ],
)
def test_only_a_form_is_read(reader, kind, status):
    assert reader.send(content=GOOD, headers=SCRIPT | {"Content-Type": kind}).status_code == status


ORIGINS = {
    "the site's own script": (SCRIPT, 204),
    "a script that would read a page": (SCRIPT | {"Accept": "text/html"}, 204),
    "no origin": (without(SCRIPT, "Origin"), 403),
    "another site's script": (SCRIPT | {"Origin": "https://site.example.evil.example"}, 403),
    "the same site without https": (SCRIPT | {"Origin": "http://site.example"}, 403),
    "another port": (SCRIPT | {"Origin": f"{ORIGIN}:8443"}, 403),
    "a script without an origin": (SCRIPT | {"Origin": "null"}, 403),
    "a plain form of the site": (FORM, 303),
    "a plain form that says whose it is": (FORM | {"Origin": ORIGIN}, 303),
    "a plain form of another site that says so": (FORM | {"Origin": "https://evil.example"}, 403),
    "a form in a frame": (FORM | {"Sec-Fetch-Dest": "iframe"}, 403),
    "a form of a browser that does not say how": (without(FORM, "Sec-Fetch-Mode", "Sec-Fetch-Dest"), 403),
    "the same, saying whose it is": (without(FORM, "Sec-Fetch-Mode") | {"Origin": ORIGIN}, 303),
}


@pytest.mark.parametrize(("headers", "status"), ORIGINS.values(), ids=ORIGINS)
def test_a_vote_comes_from_a_page_of_the_site(reader, headers, status):
    answered = reader.vote(headers=headers)
    assert answered.status_code == status
    allowed = answered.headers.get("access-control-allow-origin")
    assert allowed == (ORIGIN if headers.get("Origin") == ORIGIN else None)
    assert answered.headers["vary"] == "Origin"


def test_named_origins_stand_in_place_of_the_site_s(start):
    named = ["http://a.example:8000", "https://b.example"]
    reader = start("--origin", named[0], "--origin", named[1])
    statuses = [reader.vote(headers=SCRIPT | {"Origin": origin}).status_code for origin in [*named, ORIGIN]]
    assert statuses == [204, 204, 403]


@pytest.mark.parametrize("bytes_sent", [2048, 2049, 3000, 100_000])
@pytest.mark.parametrize("says_how_long", [True, False])
def test_a_body_over_2_kb_is_refused(reader, bytes_sent, says_how_long):
    body = f"{GOOD}&x=".encode().ljust(bytes_sent, b"x")
    answered = reader.send(content=body if says_how_long else iter([body]), headers=SCRIPT | URLENCODED)
    assert answered.status_code == (422 if bytes_sent == 2048 else 413)


def test_a_body_that_says_it_is_too_long_is_not_waited_for(reader):
    with reader.connection() as connection:
        head = f"POST /vote HTTP/1.1\r\nHost: x\r\nOrigin: {ORIGIN}\r\nContent-Length: 2049\r\n"
        connection.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\n".encode())
        assert connection.recv(4096).startswith(b"HTTP/1.1 413 ")


def test_a_body_of_endless_length_is_not_read_to_its_end(reader):
    with reader.connection() as connection:
        head = f"POST /vote HTTP/1.1\r\nHost: x\r\nOrigin: {ORIGIN}\r\n"
        head += "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
        connection.sendall(head.encode() + b"1000\r\n" + b"x" * 4096 + b"\r\n")  # and no end
        assert connection.recv(4096).startswith(b"HTTP/1.1 413 ")


def test_a_reader_who_goes_away_in_the_middle_is_no_fault(start):
    reader = start()
    with reader.connection() as connection:
        head = f"POST /vote HTTP/1.1\r\nHost: x\r\nOrigin: {ORIGIN}\r\nContent-Length: 100\r\n"
        connection.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\npage=".encode())
    assert reader.vote().status_code == 204
    assert reader.running.log == ""


def test_nonsense_fills_no_log(start):
    reader = start()
    for nonsense in (
        b"\x16\x03\x01\r\n\r\n",
        b"GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n",
    ):
        with reader.connection() as connection:
            connection.sendall(nonsense)
            connection.recv(4096)
    assert reader.vote().status_code == 204
    assert reader.running.log == ""


REFUSED_FORMS = {
    "another site": (FORM | {"Origin": "https://evil.example"}, {"page": "article/"}, SITE),
    "a page that is there": (FORM, {"page": "article/", "revision": "ffffffffff"}, f"{SITE}article/"),
    "a page in signs of HTML": (FORM, {"page": "<b>&/", "revision": "ffffffffff"}, f"{SITE}%3Cb%3E%26/"),
    "a page that is not there": (FORM, {"page": '"><script>/', "revision": "ffffffffff"}, SITE),
}


@pytest.mark.parametrize(("headers", "fields", "back"), REFUSED_FORMS.values(), ids=REFUSED_FORMS)
def test_a_refused_form_leads_back_to_the_page(reader, headers, fields, back):
    answered = reader.send(headers=headers, data={"answer": "yes", **fields})
    assert answered.status_code in {403, 422}
    assert answered.headers["content-type"] == "text/html; charset=utf-8"
    assert answered.headers["content-security-policy"].startswith("default-src 'none'")
    assert f'<a href="{back}">Go back to the page</a>' in answered.text
    assert "<script>" not in answered.text


def test_every_word_of_a_refusal_is_escaped():
    page = refusal_page("<script>1</script>", 'https://site.example/"><script>2</script>')
    assert "<script>" not in page
    assert 'href="https://site.example/&quot;&gt;&lt;script&gt;2' in page


def test_one_address_may_vote_only_so_often(start):
    reader = start()
    headers = SCRIPT | URLENCODED
    sent = [reader.client.post("/vote", content=GOOD, headers=headers) for _ in range(25)]
    assert [answered.status_code for answered in sent] == [204] * 20 + [429] * 5
    assert 1 <= int(sent[-1].headers["retry-after"]) <= 30
    assert sent[-1].headers["access-control-allow-origin"] == ORIGIN
    assert reader.vote().status_code == 204, "another address may"


def test_what_a_client_writes_itself_into_x_forwarded_for_gives_it_no_more_votes(start):
    client = start().client
    statuses = [
        client.post(
            "/vote",
            content=GOOD,
            headers=SCRIPT | URLENCODED | {"X-Forwarded-For": f"198.51.100.{number}, 192.0.2.7"},
        ).status_code
        for number in range(22)
    ]
    assert statuses == [204] * 20 + [429] * 2


def test_nobody_is_trusted_unless_named(start):
    reader = start(proxy="", environment={"FORWARDED_ALLOW_IPS": "*"})
    assert [reader.vote().status_code for _ in range(22)] == [204] * 20 + [429] * 2


def test_health_is_asked_by_writing(reader):
    before = reader.running.tally()
    assert reader.send("GET", "/healthz").status_code == 200
    assert reader.running.tally() == before
