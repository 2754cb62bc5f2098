"""Rules that hold for a branch, against those that are wanted."""

import copy

import pytest

from citewell.doctor.branch_rules import missing_rules
from citewell.doctor.project_files import MAIN_RULES, ONE_MAINTAINER_RULES
from tests.doctor.answers import RULESETS, active

WANTED = RULESETS[MAIN_RULES]["rules"]


def test_a_ruleset_that_was_imported_lacks_nothing():
    for path in (MAIN_RULES, ONE_MAINTAINER_RULES):
        assert missing_rules(active(RULESETS[path]), RULESETS[path]["rules"]) == []


def test_more_than_is_wanted_is_not_missing():
    stricter = copy.deepcopy(WANTED)
    for rule in stricter:
        if rule["type"] == "pull_request":
            rule["parameters"]["required_approving_review_count"] = 2
        if rule["type"] == "required_status_checks":
            rule["parameters"]["strict_required_status_checks_policy"] = True
            rule["parameters"]["required_status_checks"].append({"context": "Another"})
    assert missing_rules(stricter, WANTED) == []


@pytest.mark.parametrize("number", range(len(WANTED)))
def test_every_rule_that_is_not_there_is_missing(number):
    assert len(missing_rules([*WANTED[:number], *WANTED[number + 1 :]], WANTED)) == 1


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("required_approving_review_count", 0, "Required approvals: 1"),
        ("dismiss_stale_reviews_on_push", False, "Dismiss stale pull request approvals"),
        ("require_code_owner_review", False, "Require review from Code Owners"),
        ("require_last_push_approval", False, "Require approval of the most recent reviewable push"),
        ("required_review_thread_resolution", False, "Require conversation resolution"),
        ("allowed_merge_methods", ["merge", "squash"], "Allowed merge methods: squash"),
        ("allowed_merge_methods", None, "Allowed merge methods: squash"),
        ("required_status_checks", [{"context": "Pages"}], "Require status checks to pass: Pages, Tests"),
        ("required_status_checks", None, "Require status checks to pass: Pages, Tests"),
    ],
)
def test_every_weaker_setting_is_told_in_the_words_of_its_page(name, value, said):
    weaker = copy.deepcopy(WANTED)
    for rule in weaker:
        if name in rule.get("parameters", {}):
            rule["parameters"][name] = value
    (missing,) = missing_rules(weaker, WANTED)
    assert missing.startswith(said)
