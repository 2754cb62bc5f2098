"""What is not set on GitHub."""

import pytest

from citewell.doctor.finding import State
from citewell.doctor.github_answers import Answer
from citewell.doctor.project_files import MAIN_RULES, ONE_MAINTAINER_RULES
from citewell.doctor.repository_settings import SETTINGS, setting_findings
from tests.doctor.answers import ALL_SET, FORBIDDEN, NOT_FOUND, REPOSITORY, RULES, RULESETS, active, asking


def findings(changes=(), repository=REPOSITORY):
    return list(setting_findings(asking(changes), RULESETS, repository))


def told(found, state):
    return [finding.subject for finding in found if finding.state is state]


def test_where_all_is_set_nothing_is_missing_or_unseen():
    found = findings()
    assert told(found, State.MISSING) == told(found, State.UNSEEN) == []
    assert [finding.advice for finding in found if finding.state is State.NOTE] == [
        "It stands at https://owner.github.io/NAME/"
    ]


def changed(path, **values):
    return {path: {**ALL_SET[path], **values}}


ENVIRONMENT, BRANCHES = "environments/github-pages", "environments/github-pages/deployment-branch-policies"
WORKFLOWS = "actions/workflows?per_page=100"
MISSING = [
    (changed("", default_branch="master"), "default branch: main", "name main"),
    (changed("", has_issues=False), "issues", "Features"),
    (
        changed("", html_url="https://github.com/OTHER/NAME"),
        "repository as the publisher names it",
        "OTHER/NAME",
    ),
    ({"pages": NOT_FOUND}, "Pages", "Source: GitHub Actions"),
    (changed("pages", build_type="legacy"), "Pages: published by a workflow", "Source: GitHub Actions"),
    (changed("pages", https_enforced=False), "Pages: https alone", "Enforce HTTPS"),
    ({"actions/variables/SITE_URL": {"value": "https://b.example"}}, "one address", "https://b.example"),
    ({RULES: []}, "rules of the main branch", "Restrict deletions; Block force pushes"),
    (changed("rulesets/7", bypass_actors=[{"actor_id": 5}]), "rules that hold for everybody", "Bypass"),
    (
        {"codeowners/errors": {"errors": [{"line": 12}, {"line": 9}]}},
        "code owners as GitHub reads them",
        "lines: 9, 12",
    ),
    ({ENVIRONMENT: NOT_FOUND}, "environment github-pages: main alone may publish", "first publication"),
    (
        {ENVIRONMENT: {"deployment_branch_policy": None}},
        "environment github-pages: main alone may publish",
        "main alone",
    ),
    (
        {BRANCHES: {"branch_policies": [{"name": "main"}, {"name": "*"}]}},
        "environment github-pages: main alone may publish",
        "main alone",
    ),
    (
        {
            WORKFLOWS: {
                "workflows": [
                    *ALL_SET[WORKFLOWS]["workflows"][:3],
                    {"path": ".github/workflows/review-due.yml", "state": "disabled_inactivity"},
                ]
            }
        },
        "workflow review-due",
        "It is disabled_inactivity",
    ),
    ({WORKFLOWS: {"workflows": ALL_SET[WORKFLOWS]["workflows"][1:]}}, "workflow check", "It is not there"),
    (
        changed("actions/permissions/workflow", default_workflow_permissions="write"),
        "the token of workflows",
        "read alone",
    ),
    (
        changed("actions/permissions/workflow", can_approve_pull_request_reviews=False),
        "pull requests of workflows",
        "Allow GitHub Actions to create",
    ),
]


@pytest.mark.parametrize(("changes", "subject", "advice"), MISSING)
def test_what_is_missing_is_named_with_the_place_to_set_it(changes, subject, advice):
    found = findings(changes)
    assert told(found, State.MISSING) == [subject]
    (finding,) = [finding for finding in found if finding.state is State.MISSING]
    assert advice in finding.advice


@pytest.mark.parametrize(
    "changes",
    [
        {ENVIRONMENT: {"deployment_branch_policy": {"protected_branches": True}}},
        {"actions/variables/SITE_URL": {"value": "https://OWNER.github.io/name"}},
        changed("", html_url=REPOSITORY.lower()),
        {"rulesets/7": FORBIDDEN},
    ],
)
def test_what_is_set_in_another_way_is_set(changes):
    assert told(findings(changes), State.MISSING) == []


def test_a_publisher_who_names_no_repository_is_not_told_that_it_is_another():
    assert "repository as the publisher names it" not in [f.subject for f in findings(repository="")]


@pytest.mark.parametrize(
    ("path", "subject"),
    [
        ("pages", "Pages"),
        (RULES, "rules of the main branch"),
        ("codeowners/errors", "code owners as GitHub reads them"),
        (ENVIRONMENT, "environment github-pages: main alone may publish"),
        (BRANCHES, "environment github-pages: main alone may publish"),
        (WORKFLOWS, "workflows"),
        ("actions/permissions/workflow", "the token of workflows"),
    ],
)
def test_what_the_login_may_not_see_is_said_to_be_unseen(path, subject):
    found = findings({path: FORBIDDEN})
    assert told(found, State.UNSEEN) == [subject]
    assert told(found, State.MISSING) == []


def test_without_github_all_of_it_is_unseen():
    found = findings({"": Answer(status=0, said="gh is not installed")})
    assert [(finding.state, finding.subject, finding.advice) for finding in found] == [
        (State.UNSEEN, subject, "gh is not installed") for subject in SETTINGS
    ]


def test_the_rules_for_one_maintainer_are_noted():
    found = findings({RULES: active(RULESETS[ONE_MAINTAINER_RULES])})
    assert told(found, State.MISSING) == []
    (note,) = [finding for finding in found if finding.subject == "rules of the main branch"]
    assert note.state is State.NOTE
    assert "not independent" in note.advice


def test_the_rules_may_come_from_several_rulesets():
    rules = active(RULESETS[ONE_MAINTAINER_RULES]) + active(RULESETS[MAIN_RULES])
    assert "rules of the main branch" in told(findings({RULES: rules}), State.SET)
