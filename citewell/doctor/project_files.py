"""What can be seen in the project's own files."""

import re
from collections.abc import Iterator
from pathlib import Path

from citewell.doctor.finding import Finding, State, is_set
from citewell.people import PATH as PEOPLE_PATH
from citewell.publisher import FACTS as PUBLISHER_FACTS
from citewell.publisher import PATH as PUBLISHER_PATH
from citewell.site_data import SiteData

CODEOWNERS = ".github/CODEOWNERS"
MAIN_RULES, ONE_MAINTAINER_RULES = ".github/rulesets/main.json", ".github/rulesets/one-maintainer.json"
WORKFLOWS = (
    ".github/workflows/check.yml",
    ".github/workflows/publish.yml",
    ".github/workflows/references.yml",
    ".github/workflows/review-due.yml",
)
FILES = (
    *WORKFLOWS,
    CODEOWNERS,
    MAIN_RULES,
    ".github/dependabot.yml",
    ".github/PULL_REQUEST_TEMPLATE.md",
    ".github/ISSUE_TEMPLATE/config.yml",
)
_PLACEHOLDER = re.compile(r"@OWNER\b")


def project_findings(root: Path, data: SiteData) -> Iterator[Finding]:
    """What is missing in a project's files.

    Args:
        root: the project's folder.
        data: its data files.
    """
    for name, fact in PUBLISHER_FACTS.items():
        value = getattr(data.publisher, name)
        yield is_set(
            f"publisher: {name}",
            when=bool(value),
            advice=f"Fill in “{name}” in {PUBLISHER_PATH}: {fact.what}",
        )
    for name in FILES:
        yield is_set(name, when=(root / name).is_file(), advice="This file is missing")
    if (root / CODEOWNERS).is_file():
        yield code_owners_finding((root / CODEOWNERS).read_text(encoding="utf-8"))
    if not data.people.by_id:
        advice = f"Nobody stands in {PEOPLE_PATH}, so no page can say that it was reviewed"
        yield Finding(State.NOTE, "reviewers", advice)


def code_owners_finding(text: str) -> Finding:
    """Whether the owners of files are people, or names that still wait to be filled in."""
    for number, line in enumerate(text.splitlines(), start=1):
        if _PLACEHOLDER.search(line.partition("#")[0]):
            advice = (
                f"Put your organisation's name in place of OWNER ({CODEOWNERS}:{number}), or @your-name in "
                f"place of a team. Until then GitHub asks nobody for an approval"
            )
            return Finding(State.MISSING, "code owners", advice)
    return Finding(State.SET, "code owners")
