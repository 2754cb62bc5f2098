"""What GitHub answers about a repository in which everything is set, by the paths of its API."""

import json
from pathlib import Path

from citewell.doctor.github_answers import Answer
from citewell.doctor.project_files import MAIN_RULES, ONE_MAINTAINER_RULES, WORKFLOWS

ROOT = Path(__file__).parents[2]
REPOSITORY = "https://github.com/OWNER/NAME"
RULESETS = {
    path: json.loads((ROOT / path).read_text(encoding="utf-8")) for path in (MAIN_RULES, ONE_MAINTAINER_RULES)
}
RULES = "rules/branches/main?per_page=100"


def active(ruleset):
    """A ruleset's rules as GitHub lists them for a branch."""
    return [{**rule, "ruleset_id": 7, "ruleset_source_type": "Repository"} for rule in ruleset["rules"]]


ALL_SET = {
    "": {"default_branch": "main", "has_issues": True, "html_url": REPOSITORY},
    "pages": {
        "build_type": "workflow",
        "https_enforced": True,
        "html_url": "https://owner.github.io/NAME/",
        "cname": None,
    },
    RULES: active(RULESETS[MAIN_RULES]),
    "rulesets/7": {"name": "main", "bypass_actors": []},
    "codeowners/errors": {"errors": []},
    "environments/github-pages": {
        "name": "github-pages",
        "deployment_branch_policy": {"protected_branches": False, "custom_branch_policies": True},
    },
    "environments/github-pages/deployment-branch-policies": {"branch_policies": [{"name": "main"}]},
    "actions/workflows?per_page=100": {
        "workflows": [{"path": path, "state": "active"} for path in WORKFLOWS],
    },
    "actions/permissions/workflow": {
        "default_workflow_permissions": "read",
        "can_approve_pull_request_reviews": True,
    },
}
NOT_FOUND = Answer(status=404, said="gh: Not Found (HTTP 404)")
FORBIDDEN = Answer(status=403, said="gh: Resource not accessible by integration (HTTP 403)")


def asking(changes=()):
    """Asks that repository, with some answers changed."""
    answers = {**ALL_SET, **dict(changes)}

    def ask(path):
        answer = answers.get(path, NOT_FOUND)
        return answer if isinstance(answer, Answer) else Answer(answer)

    return ask
