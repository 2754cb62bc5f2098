"""The rules that protect the main branch, held against those of .github/rulesets."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

Rule = Mapping[str, Any]
"""A rule as GitHub's API and its exported rulesets have it: `type`, and for most `parameters`."""

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "deletion": "Restrict deletions",
        "non_fast_forward": "Block force pushes",
        "pull_request": "Require a pull request before merging",
        "required_approving_review_count": "Required approvals",
        "dismiss_stale_reviews_on_push": "Dismiss stale pull request approvals when new commits are pushed",
        "require_code_owner_review": "Require review from Code Owners",
        "require_last_push_approval": "Require approval of the most recent reviewable push",
        "required_review_thread_resolution": "Require conversation resolution before merging",
        "allowed_merge_methods": "Allowed merge methods",
        "required_status_checks": "Require status checks to pass",
    }
)
"""What stands beside the box to tick on GitHub's page of a ruleset."""


def missing_rules(active: Sequence[Rule], wanted: Sequence[Rule]) -> list[str]:
    """What the wanted rules ask and no active rule does, each in the words of GitHub's page.

    Args:
        active: the rules that hold for the branch, whatever ruleset they come from.
        wanted: the rules of a ruleset's file.
    """
    missing = []
    for rule in wanted:
        same = [found for found in active if found.get("type") == rule["type"]]
        if not same:
            missing.append(_WORDS.get(rule["type"], rule["type"]))
            continue
        for name, value in rule.get("parameters", {}).items():
            if not any(_is_met(name, value, found.get("parameters", {}).get(name)) for found in same):
                missing.append(_in_words(name, value))
    return missing


def _is_met(name: str, wanted: Any, found: Any) -> bool:
    if isinstance(wanted, bool):
        return not wanted or found is True
    if isinstance(wanted, int):
        return isinstance(found, int) and found >= wanted
    if name == "allowed_merge_methods":
        return bool(found) and set(found) <= set(wanted)
    return _checks(wanted) <= _checks(found or [])


def _checks(listed: Sequence[Mapping[str, Any]]) -> set[str]:
    return {str(check.get("context")) for check in listed}


def _in_words(name: str, value: Any) -> str:
    words = _WORDS.get(name, name)
    if isinstance(value, bool):
        return words
    if name == "required_status_checks":
        return f"{words}: {', '.join(sorted(_checks(value)))}"
    return f"{words}: {', '.join(value) if isinstance(value, list) else value}"
