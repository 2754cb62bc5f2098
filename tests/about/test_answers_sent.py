"""The page about privacy says of answers what the settings make true."""

from xml.etree import ElementTree as etree  # noqa: N813

import pytest

from citewell.about.answers_sent import NOTHING, answers_sent
from citewell.feedback.settings import FeedbackSettings


def printed(settings):
    return " ".join(answers_sent(etree.Element("div"), settings).itertext())


def test_nothing_is_said_to_be_sent_where_nothing_is():
    assert printed(FeedbackSettings()) == NOTHING
    assert "nothing is sent" in NOTHING


@pytest.mark.parametrize("provider", ["collector", "plausible", "umami", "goatcounter", "matomo"])
def test_the_host_that_gets_an_answer_is_named(provider):
    words = printed(FeedbackSettings(provider, "https://votes.example.org/vote"))
    assert "sends one message to votes.example.org." in words
    assert "Nothing is sent before you press." in words
    assert ("never written down" in words) == (provider == "collector"), "only our own program is known"


@pytest.mark.parametrize(
    ("provider", "program"),
    [("plausible", "Plausible"), ("umami", "Umami"), ("goatcounter", "GoatCounter"), ("matomo", "Matomo")],
)
def test_the_program_that_counts_is_named(provider, program):
    assert f"{program} runs there" in printed(FeedbackSettings(provider, "https://votes.example.org/x"))
