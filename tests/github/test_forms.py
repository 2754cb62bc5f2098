"""What people are told before they write in public."""

import pytest
import yaml

from tests.github.workflow_files import ROOT

FORMS = [path for path in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"]


def form(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_the_first_thing_is_that_everybody_can_read_it(path):
    first, *_, last = form(path)["body"]
    assert first["type"] == "markdown"
    assert first["attributes"]["value"].startswith("**Everybody can read what you write here")
    assert "your own health" in first["attributes"]["value"]
    assert "emergency" in first["attributes"]["value"]
    (box,) = last["attributes"]["options"]
    assert box["required"] is True
    assert "nothing about my own health" in box["label"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_nothing_is_filled_in_beforehand_that_tells_of_health(path):
    assert form(path)["title"] in {"Mistake: ", "Not working: "}
    assert not [field for field in form(path)["body"] if "value" in field["attributes"] and field.get("id")]


def test_nobody_comes_past_the_forms():
    assert form(ROOT / ".github/ISSUE_TEMPLATE/config.yml") == {"blank_issues_enabled": False}


def test_a_pull_request_begins_with_the_same_words():
    text = (ROOT / ".github/PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert text.startswith("<!-- Everybody can read this. Please write nothing about your own health")
