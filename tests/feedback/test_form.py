"""The widget of a page: its buttons, what it says, and where it leads."""

import datetime as dt
import json

import pytest

from citewell.feedback.answers import REASONS
from citewell.feedback.form import Steps, feedback_form, revision
from citewell.feedback.page_list import ListedPage, page_list
from citewell.feedback.settings import FeedbackSettings

COLLECTOR = FeedbackSettings("collector", "https://v.example/vote")
GOATCOUNTER = FeedbackSettings("goatcounter", "https://x.goatcounter.com/count")


def form(settings):
    return feedback_form(settings, "a/b/", "0123456789", "https://example.org/a/b/", Steps(first_page="a/"))


def test_a_page_without_a_provider_has_the_same_buttons_and_nothing_to_send():
    widget = form(FeedbackSettings())
    assert widget.yes.answer == "yes"
    assert {reason.answer: reason.words for reason in widget.reasons} == REASONS
    assert [choice.request for choice in (widget.yes, *widget.reasons)] == [""] * 5
    assert (widget.sends, widget.action, widget.accepted) == (False, "", "")
    assert widget.steps.first_page == "a/"


def test_each_button_has_its_own_request():
    widget = form(COLLECTOR)
    bodies = [json.loads(choice.request)["body"] for choice in (widget.yes, *widget.reasons)]
    assert bodies == [
        f"page=a%2Fb%2F&revision=0123456789&answer={answer}"
        for answer in ("yes", "hard-to-understand", "not-what-i-looked-for", "seems-wrong", "something-else")
    ]
    assert (widget.sends, widget.accepted) == (True, "204")


def test_only_the_collector_takes_a_plain_form():
    assert form(COLLECTOR).action == "https://v.example/vote"
    assert form(GOATCOUNTER).action == ""
    assert form(GOATCOUNTER).accepted == "200 202"


@pytest.mark.parametrize(
    ("settings", "thanks"),
    [
        (FeedbackSettings(), "Thank you. This site does not count answers, so nothing was sent."),
        (COLLECTOR, "Thank you. Your answer was counted."),
        (GOATCOUNTER, "Thank you. Your answer was sent to the statistics of this site."),
    ],
)
def test_thanks_claim_no_more_than_is_known(settings, thanks):
    assert form(settings).thanks == thanks


def test_a_revision_is_ten_digits_that_change_with_the_text():
    assert revision("") == "e3b0c44298"  # sha256sum < /dev/null
    assert revision("Tränen\n") == "b0def1802e"
    assert revision("Tränen") != revision("Tränen\n")


def test_the_list_of_pages_is_the_same_for_the_same_pages():
    first = ListedPage("a/", "0123456789", "Wie “geht” es?", dt.date(2026, 11, 23))
    second = ListedPage("b/", "abcdef0123", "B", None)
    text = page_list([second, first])
    assert text == page_list([first, second])
    assert text.endswith("\n")
    assert json.loads(text) == {
        "pages": [
            {"id": "a/", "revision": "0123456789", "title": "Wie “geht” es?", "changed": "2026-11-23"},
            {"id": "b/", "revision": "abcdef0123", "title": "B", "changed": None},
        ]
    }
