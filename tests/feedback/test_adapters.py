"""Each adapter, held against the wire format of its provider, field by field."""

import json
from urllib.parse import parse_qsl, urlsplit

import pytest

from citewell.feedback.adapters import ADAPTERS, Vote
from citewell.feedback.settings import FACTS, FeedbackSettings

VOTE = Vote("conditions/sleep & rest/", "0123456789", "seems-wrong", "https://example.org/health/page/")
WITHOUT_ADDRESS = Vote("conditions/sleep/", "0123456789", "yes")
PLAUSIBLE = FeedbackSettings("plausible", "https://plausible.io/api/event", domain="example.org")
UMAMI = FeedbackSettings(
    "umami", "https://s.example/api/send", website="1a2b3c4d-0000-4000-8000-00000000abcd"
)
MATOMO = FeedbackSettings("matomo", "https://s.example/matomo.php", site_id="7")


def request(settings, vote=VOTE):
    return ADAPTERS[settings.provider].request(settings, vote)


def test_the_collector_gets_a_form():
    made = request(FeedbackSettings("collector", "https://votes.example/vote"))
    assert (made.method, made.url) == ("POST", "https://votes.example/vote")
    assert made.headers == {"Content-Type": "application/x-www-form-urlencoded"}
    assert made.body == "page=conditions%2Fsleep+%26+rest%2F&revision=0123456789&answer=seems-wrong"


def test_plausible_gets_an_event_that_is_no_interaction():
    made = request(PLAUSIBLE)
    assert (made.method, made.url) == ("POST", "https://plausible.io/api/event")
    assert made.headers == {"Content-Type": "text/plain"}
    assert json.loads(made.body) == {
        "n": "Feedback",
        "v": 36,
        "u": "https://example.org/health/page/",
        "d": "example.org",
        "r": None,
        "p": {"page": "conditions/sleep & rest/", "revision": "0123456789", "vote": "seems-wrong"},
        "i": False,
    }


def test_plausible_gets_the_page_s_address_also_when_the_site_s_is_not_set():
    assert (
        json.loads(request(PLAUSIBLE, WITHOUT_ADDRESS).body)["u"] == "https://example.org/conditions/sleep/"
    )


def test_umami_gets_a_named_event():
    made = request(UMAMI)
    assert (made.method, made.url) == ("POST", "https://s.example/api/send")
    assert made.headers == {"Content-Type": "application/json"}
    assert json.loads(made.body) == {
        "type": "event",
        "payload": {
            "website": "1a2b3c4d-0000-4000-8000-00000000abcd",
            "hostname": "example.org",
            "url": "https://example.org/health/page/",
            "name": "feedback",
            "data": {"page": "conditions/sleep & rest/", "revision": "0123456789", "vote": "seems-wrong"},
        },
    }


def test_umami_gets_a_path_where_the_site_s_address_is_not_set():
    payload = json.loads(request(UMAMI, WITHOUT_ADDRESS).body)["payload"]
    assert payload["url"] == "/conditions/sleep/"
    assert "hostname" not in payload


def test_goatcounter_gets_an_event_without_a_session():
    made = request(FeedbackSettings("goatcounter", "https://x.goatcounter.com/count"))
    assert (made.method, made.headers, made.body) == ("POST", {}, None)
    parts = urlsplit(made.url)
    assert parts._replace(query="").geturl() == "https://x.goatcounter.com/count"
    assert "+" not in parts.query
    assert parse_qsl(parts.query, strict_parsing=True) == [
        ("p", "feedback-seems-wrong/conditions/sleep & rest/@0123456789"),
        ("e", "true"),
        ("ns", "true"),
    ]


def test_matomo_gets_an_event():
    made = request(MATOMO)
    assert (made.method, made.url) == ("POST", "https://s.example/matomo.php")
    assert made.headers == {"Content-Type": "application/x-www-form-urlencoded"}
    assert dict(parse_qsl(made.body, strict_parsing=True)) == {
        "idsite": "7",
        "rec": "1",
        "apiv": "1",
        "send_image": "0",
        "e_c": "Feedback",
        "e_a": "seems-wrong",
        "e_n": "conditions/sleep & rest/@0123456789",
        "e_v": "1",
        "url": "https://example.org/health/page/",
    }


def test_matomo_gets_no_address_where_the_site_s_is_not_set():
    assert "url" not in dict(parse_qsl(request(MATOMO, WITHOUT_ADDRESS).body))


def test_a_script_reads_a_request_as_it_was_made():
    made = request(FeedbackSettings("goatcounter", "https://x.goatcounter.com/count"))
    assert json.loads(made.as_json) == {"url": made.url, "method": "POST", "headers": {}, "body": None}


@pytest.mark.parametrize(
    ("provider", "accepted", "counts"),
    [
        ("collector", (204,), True),
        ("plausible", (202,), False),
        ("umami", (200,), False),
        ("goatcounter", (200, 202), False),
        ("matomo", (204,), False),
    ],
)
def test_only_the_collector_s_answer_means_that_a_vote_was_counted(provider, accepted, counts):
    assert (ADAPTERS[provider].accepted, ADAPTERS[provider].counts) == (accepted, counts)


def test_every_provider_has_an_adapter():
    assert {"none", *ADAPTERS} == set(FACTS["provider"].choices)
