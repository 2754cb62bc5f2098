"""What can be seen in the settings of a repository on GitHub."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from citewell.doctor.branch_rules import missing_rules
from citewell.doctor.finding import Finding, State, is_set
from citewell.doctor.github_answers import Answer, Asks
from citewell.doctor.project_files import MAIN_RULES, ONE_MAINTAINER_RULES, WORKFLOWS

BRANCH, ENVIRONMENT = "main", "github-pages"
SETTINGS = (
    "Pages",
    "rules of the main branch",
    "code owners as GitHub reads them",
    "environment",
    "workflows",
    "the token of workflows",
)
"""What the settings are asked about; all of it stays unseen where GitHub is not reached."""
_NOT_FOUND = 404


def setting_findings(
    ask: Asks, rulesets: Mapping[str, Mapping[str, Any]], repository: str
) -> Iterator[Finding]:
    """What is missing in a repository's settings.

    Args:
        ask: asks GitHub.
        rulesets: the project's own, by their paths.
        repository: as docs/_data/publisher.yml names it; empty where it does not.
    """
    about = ask("")
    if not about.came:
        yield from (_unseen(subject, about) for subject in SETTINGS)
        return
    yield from _about(about.value, repository)
    yield from _pages(ask("pages"), ask("actions/variables/SITE_URL"))
    yield from _rules(ask, rulesets)
    yield _owners(ask("codeowners/errors"))
    yield _environment(ask(f"environments/{ENVIRONMENT}"), ask)
    yield from _workflows(ask("actions/workflows?per_page=100"))
    yield from _token(ask("actions/permissions/workflow"))


def _unseen(subject: str, answer: Answer) -> Finding:
    return Finding(State.UNSEEN, subject, answer.said or f"GitHub answered {answer.status}")


def _about(value: Any, repository: str) -> Iterator[Finding]:
    branch = value.get("default_branch")
    advice = f"The workflows and the links to edit a page name {BRANCH}. Settings > General > Default branch"
    yield is_set(f"default branch: {BRANCH}", when=branch == BRANCH, advice=advice)
    advice = "Mistakes and reviews that are due are told there. Settings > General > Features"
    yield is_set("issues", when=bool(value.get("has_issues")), advice=advice)
    if repository:
        address = str(value.get("html_url"))
        advice = f"docs/_data/publisher.yml names {repository}, and this is {address}"
        yield is_set("repository as the publisher names it", when=_same(address, repository), advice=advice)


def _pages(pages: Answer, variable: Answer) -> Iterator[Finding]:
    advice = "Settings > Pages > Build and deployment > Source: GitHub Actions"
    if pages.status == _NOT_FOUND:
        yield Finding(State.MISSING, "Pages", f"There is no site, or your login may not see it. {advice}")
        return
    if not pages.came:
        yield _unseen("Pages", pages)
        return
    yield is_set(
        "Pages: published by a workflow", when=pages.value.get("build_type") == "workflow", advice=advice
    )
    advice = "Settings > Pages > Enforce HTTPS"
    yield is_set("Pages: https alone", when=pages.value.get("https_enforced") is True, advice=advice)
    address = str(pages.value.get("html_url") or "")
    yield Finding(State.NOTE, "site", f"It stands at {address}")
    if variable.came and not _same(str(variable.value.get("value")), address):
        advice = (
            f"The variable SITE_URL says {variable.value.get('value')}, and Pages says {address}. Take it "
            f"out unless the site is served from elsewhere: Settings > Secrets and variables > Actions"
        )
        yield Finding(State.MISSING, "one address", advice)


def _rules(ask: Asks, rulesets: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
    subject = "rules of the main branch"
    answer = ask(f"rules/branches/{BRANCH}?per_page=100")
    if not answer.came:
        yield _unseen(subject, answer)
        return
    missing = {
        path: missing_rules(answer.value, ruleset.get("rules", [])) for path, ruleset in rulesets.items()
    }
    if not missing.get(MAIN_RULES, ["all"]):
        yield Finding(State.SET, subject)
    elif not missing.get(ONE_MAINTAINER_RULES, ["all"]):
        advice = (
            "They are those for one maintainer: nobody else has to approve a change, so a review by that "
            "person is not independent, and pages must say so"
        )
        yield Finding(State.NOTE, subject, advice)
    else:
        advice = (
            f"Settings > Rules > Rulesets > New ruleset > Import a ruleset: {MAIN_RULES}, or "
            f"{ONE_MAINTAINER_RULES} where one person alone maintains the site. "
            f"Missing: {'; '.join(missing.get(MAIN_RULES, ['all']))}"
        )
        yield Finding(State.MISSING, subject, advice)
    for number in sorted({rule["ruleset_id"] for rule in answer.value if "ruleset_id" in rule}):
        ruleset = ask(f"rulesets/{number}")
        if ruleset.came and ruleset.value.get("bypass_actors"):
            advice = f"Somebody may pass by the ruleset “{ruleset.value.get('name')}”: empty its Bypass list"
            yield Finding(State.MISSING, "rules that hold for everybody", advice)


def _owners(answer: Answer) -> Finding:
    subject = "code owners as GitHub reads them"
    if not answer.came:
        return _unseen(subject, answer)
    lines = sorted({str(error.get("line")) for error in answer.value.get("errors", [])}, key=int)
    advice = f"GitHub knows no such owner, or one who may not write, in these lines: {', '.join(lines)}"
    return is_set(subject, when=not lines, advice=advice)


def _environment(answer: Answer, ask: Asks) -> Finding:
    subject = f"environment {ENVIRONMENT}: {BRANCH} alone may publish"
    advice = f"Settings > Environments > {ENVIRONMENT} > Deployment branches: {BRANCH} alone"
    if answer.status == _NOT_FOUND:
        return Finding(
            State.MISSING, subject, f"It comes into being with the first publication. Then: {advice}"
        )
    if not answer.came:
        return _unseen(subject, answer)
    policy = answer.value.get("deployment_branch_policy") or {}
    if not policy.get("custom_branch_policies"):
        return is_set(subject, when=bool(policy.get("protected_branches")), advice=advice)
    branches = ask(f"environments/{ENVIRONMENT}/deployment-branch-policies")
    if not branches.came:
        return _unseen(subject, branches)
    names = [policy.get("name") for policy in branches.value.get("branch_policies", [])]
    return is_set(subject, when=names == [BRANCH], advice=advice)


def _workflows(answer: Answer) -> Iterator[Finding]:
    if not answer.came:
        yield _unseen("workflows", answer)
        return
    states = {found.get("path"): found.get("state") for found in answer.value.get("workflows", [])}
    for path in WORKFLOWS:
        name = PurePosixPath(path).stem
        advice = f"It is {states.get(path, 'not there')}. Actions > {name} > Enable workflow"
        yield is_set(f"workflow {name}", when=states.get(path) == "active", advice=advice)


def _token(answer: Answer) -> Iterator[Finding]:
    subject = "the token of workflows"
    if not answer.came:
        yield _unseen(subject, answer)
        return
    reads = answer.value.get("default_workflow_permissions") == "read"
    advice = "Settings > Actions > General > Workflow permissions: read alone"
    yield is_set(subject, when=reads, advice=advice)
    advice = (
        "The weekly check of references cannot propose what it found. Settings > Actions > General > Allow "
        "GitHub Actions to create and approve pull requests. Its approval does not count: owners are people"
    )
    opens = bool(answer.value.get("can_approve_pull_request_reviews"))
    yield is_set("pull requests of workflows", when=opens, advice=advice)


def _same(address: str, other: str) -> bool:
    return address.rstrip("/").casefold() == other.rstrip("/").casefold()
