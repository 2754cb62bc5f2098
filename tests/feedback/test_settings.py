"""What is read from docs/_data/feedback.yml; what is refused stands in tests/checks/feedback.md."""

from pathlib import Path

import pytest

from citewell.feedback.settings import PATH, FeedbackSettings, local_collector, read_feedback_settings
from citewell.site_data import load_site_data

ROOT = Path(__file__).parents[2]
UMAMI_ID = "1a2b3c4d-0000-4000-8000-00000000abcd"


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("provider: none", FeedbackSettings()),
        ("provider: none\nendpoint: https://v.example/vote", FeedbackSettings()),
        (
            "provider: collector\nendpoint: https://v.example/vote\ndomain:",
            FeedbackSettings("collector", "https://v.example/vote"),
        ),
        (
            "provider: plausible\nendpoint: https://p.example/api/event\ndomain: example.org",
            FeedbackSettings("plausible", "https://p.example/api/event", domain="example.org"),
        ),
        (
            f"provider: umami\nendpoint: https://u.example/api/send\nwebsite: {UMAMI_ID}",
            FeedbackSettings("umami", "https://u.example/api/send", website=UMAMI_ID),
        ),
        (
            "provider: matomo\nendpoint: https://m.example/matomo.php\nsite_id: '7'",
            FeedbackSettings("matomo", "https://m.example/matomo.php", site_id="7"),
        ),
    ],
)
def test_sound_settings(text, settings):
    assert read_feedback_settings(text) == (settings, [])


def test_with_a_fault_nothing_goes_anywhere():
    settings, problems = read_feedback_settings("provider: collector\nendpoint: https://v.example/vote\nx: 1")
    assert settings == FeedbackSettings()
    assert len(problems) == 1


def test_without_a_file_nothing_goes_anywhere(tmp_path):
    data, problems = load_site_data(tmp_path)
    assert data.feedback == FeedbackSettings("none")
    assert problems == []


def test_this_site_is_published_without_a_provider():
    assert read_feedback_settings((ROOT / PATH).read_text(encoding="utf-8")) == (FeedbackSettings("none"), [])


@pytest.mark.parametrize(
    ("endpoint", "origin"),
    [
        ("https://v.example/site/vote", "https://v.example"),
        ("http://127.0.0.1:8001/vote", "http://127.0.0.1:8001"),
        ("", ""),
    ],
)
def test_where_a_page_must_be_allowed_to_send(endpoint, origin):
    assert FeedbackSettings("collector", endpoint).origin == origin


def test_a_local_collector_is_one_that_the_file_may_name():
    settings = local_collector(8001)
    assert settings.takes_forms
    written = f"provider: {settings.provider}\nendpoint: {settings.endpoint}\n"
    assert read_feedback_settings(written) == (settings, [])
