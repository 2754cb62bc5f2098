"""What the workflows may do: no more than they must, and nothing that a stranger could say."""

import json
import re

import pytest

from citewell.doctor.project_files import MAIN_RULES, ONE_MAINTAINER_RULES
from citewell.doctor.project_files import WORKFLOWS as NAMED_BY_THE_DOCTOR
from tests.github.workflow_files import ROOT, WORKFLOWS, steps, workflow

TRIGGERS = {
    "check": {"pull_request": {"branches": ["main"]}, "workflow_dispatch": ""},
    "publish": {"push": {"branches": ["main"]}, "workflow_dispatch": ""},
    "references": {"schedule": [{"cron": "41 4 * * 2"}], "workflow_dispatch": ""},
    "review-due": {"schedule": [{"cron": "17 5 * * 1"}], "workflow_dispatch": ""},
    "canary": {"schedule": [{"cron": "41 5 * * 3"}], "workflow_dispatch": ""},
}
PERMISSIONS = {
    ("check", "pages"): {"contents": "read"},
    ("check", "tests"): {"contents": "read"},
    ("publish", "build"): {"contents": "read", "pages": "read"},
    ("publish", "test"): {"contents": "read"},
    ("publish", "deploy"): {"pages": "write", "id-token": "write"},
    ("references", "ask"): {
        "contents": "write",
        "pull-requests": "write",
        "issues": "write",
        "actions": "write",
    },
    ("review-due", "issues"): {"contents": "read", "issues": "write"},
    ("canary", "canary"): {"contents": "read"},
}
EXPRESSIONS = {
    "github.ref",  # of the pull request: refs/pull/7/merge
    "github.repository",
    "github.server_url",
    "github.token",
    "steps.deployment.outputs.page_url",
    "steps.kind.outputs.kind",
    "vars.SITE_URL || steps.pages.outputs.base_url",
}
"""None of these is the words of somebody who opens a pull request or an issue."""
JOBS = [(name, job) for name in WORKFLOWS for job in workflow(name)["jobs"]]


def test_a_workflow_starts_when_it_should_and_never_else():
    assert {name: workflow(name)["on"] for name in WORKFLOWS} == TRIGGERS


def test_the_doctor_knows_every_workflow_that_publishing_needs():
    needed = {path for name, path in WORKFLOWS.items() if name != "canary"}
    assert {path.relative_to(ROOT).as_posix() for path in needed} == set(NAMED_BY_THE_DOCTOR)


def test_another_engine_holds_nothing_up():
    assert workflow("canary")["jobs"]["canary"]["continue-on-error"] == "true"


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_do_nothing_but_what_a_job_asks_for(name):
    assert workflow(name)["permissions"] == {}


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_asks_for_no_more_than_it_needs(name, job):
    assert workflow(name)["jobs"][job]["permissions"] == PERMISSIONS[name, job]


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_ends_and_runs_on_a_named_system(name, job):
    content = workflow(name)["jobs"][job]
    assert 0 < int(content["timeout-minutes"]) <= 45
    assert content["runs-on"] == "ubuntu-24.04"


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_two_runs_get_in_each_other_s_way(name):
    group = workflow(name)["concurrency"]
    assert group["cancel-in-progress"] == ("true" if name == "check" else "false")


def test_a_command_holds_no_expression():
    for name, _, step in steps():
        assert "${{" not in step.get("run", ""), f"{name}: {step}"


@pytest.mark.parametrize("name", WORKFLOWS)
def test_an_expression_holds_nobody_s_words_and_no_secret(name):
    text = WORKFLOWS[name].read_text(encoding="utf-8")
    assert set(re.findall(r"\$\{\{\s*(.*?)\s*\}\}", text)) <= EXPRESSIONS
    assert "secrets" not in text
    assert "github.event" not in text


def test_every_action_is_one_commit_and_says_which_version_that_is():
    seen = {}
    for path in WORKFLOWS.values():
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                found = re.fullmatch(
                    r"\s+(?:- )?uses: ([\w-]+/[\w-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", line
                )
                assert found, line
                assert seen.setdefault(found[1], found.groups()) == found.groups(), (
                    "two versions of one action"
                )
    assert all(name.startswith("actions/") for name in seen), "an action that GitHub does not make"


def test_no_step_keeps_the_token_in_a_file():
    for name, job, step in steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false", f"{name}: {job}"


def test_a_token_is_given_to_gh_alone():
    for _, _, step in steps():
        if "GH_TOKEN" in step.get("env", {}):
            programs = re.findall(r"(?m)^\s*(gh|make|citewell|\.venv\S+)\b", step["run"])
            assert set(programs) == {"gh"}


def test_nothing_that_is_published_comes_from_a_cache():
    for name, job, step in steps():
        assert "cache" not in step.get("uses", "")
        assert "cache" not in json.dumps(step.get("with", {})), f"{name}: {job}"


def test_what_is_published_was_tested_and_built_without_what_tests_need():
    jobs = workflow("publish")["jobs"]
    assert set(jobs["deploy"]["needs"]) == {"build", "test"}
    assert not [step for step in jobs["build"]["steps"] if "test" in step.get("run", "")]


def test_content_alone_is_not_held_up_by_the_product_s_tests():
    tests = workflow("check")["jobs"]["tests"]
    assert tests["needs"] == "pages"
    assert tests["if"] == "needs.pages.outputs.kind != 'content'", "anything but a clear yes runs them"


@pytest.mark.parametrize("path", [MAIN_RULES, ONE_MAINTAINER_RULES])
def test_the_ruleset_waits_for_the_jobs_of_a_pull_request(path):
    ruleset = json.loads((ROOT / path).read_text(encoding="utf-8"))
    rules = {rule["type"]: rule.get("parameters", {}) for rule in ruleset["rules"]}
    checks = {check["context"] for check in rules["required_status_checks"]["required_status_checks"]}
    assert checks == {job["name"] for job in workflow("check")["jobs"].values()}
    assert ruleset["enforcement"] == "active"
    assert ruleset["bypass_actors"] == []
    assert ruleset["conditions"]["ref_name"] == {"include": ["~DEFAULT_BRANCH"], "exclude": []}


def test_one_maintainer_is_asked_for_no_approval_and_for_all_else():
    both = [
        json.loads((ROOT / path).read_text(encoding="utf-8")) for path in (MAIN_RULES, ONE_MAINTAINER_RULES)
    ]
    main, alone = (
        {rule["type"]: rule.get("parameters", {}) for rule in ruleset["rules"]} for ruleset in both
    )
    assert main.keys() == alone.keys()
    differ = {name for kind in main for name in main[kind] if main[kind][name] != alone[kind][name]}
    assert differ == {
        "required_approving_review_count",
        "require_code_owner_review",
        "require_last_push_approval",
    }
