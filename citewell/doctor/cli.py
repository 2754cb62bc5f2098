"""`citewell doctor`."""

import argparse
import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from citewell.doctor.finding import Finding, State
from citewell.doctor.github_answers import GitHub
from citewell.doctor.project_files import MAIN_RULES, ONE_MAINTAINER_RULES, project_findings
from citewell.doctor.repository_settings import SETTINGS, setting_findings
from citewell.output import printable
from citewell.site import PAGES
from citewell.site_data import SiteData, load_site_data

_WHAT = (
    "Says what is not set yet of all that protects and publishes this site on GitHub. Settings are asked "
    "through gh, GitHub's own program, as far as its login may see them; without it, only files are read."
)
_ON_GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")
_LIMITS = (
    "GitHub does not allow Pages for an online business, or for a site “primarily directed at” commercial "
    "transactions, and limits a site to 1 GB, 100 GB of traffic a month and 10 minutes for a deployment "
    "(https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits)."
)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `doctor` to the command line."""
    doctor = commands.add_parser("doctor", help="say what is not set yet on GitHub", description=_WHAT)
    add = doctor.add_argument
    add("folder", nargs="?", type=Path, default=Path(), help="the project's folder (default: this one)")
    add(
        "--repository",
        metavar="OWNER/NAME",
        help="on GitHub (default: GITHUB_REPOSITORY, or the one that docs/_data/publisher.yml names)",
    )
    doctor.set_defaults(run=_doctor)


def _doctor(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    if not (folder / PAGES).is_dir():
        print(f"citewell: {folder / PAGES} is no folder. Name the project's folder", file=sys.stderr)
        return 2
    data, _ = load_site_data(folder / PAGES)
    findings = list(project_findings(folder, data))
    named = data.publisher.repository
    on_github = _ON_GITHUB.fullmatch(named)
    repository = options.repository or os.environ.get("GITHUB_REPOSITORY") or (on_github and on_github[1])
    try:
        rulesets = _rulesets(folder)
    except ValueError as error:
        print(f"citewell: a file of .github/rulesets is no JSON: {error}", file=sys.stderr)
        return 2
    if repository:
        findings += setting_findings(GitHub(repository, folder), rulesets, named)
    else:
        advice = "Nobody said which repository: citewell doctor --repository OWNER/NAME"
        findings += [Finding(State.UNSEEN, subject, advice) for subject in SETTINGS]
    print(_as_text(findings))
    print(f"\nGitHub Pages and money: {_LIMITS} {_paid(data)}")
    return 1 if any(finding.state is State.MISSING for finding in findings) else 0


def _rulesets(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    return {
        path: json.loads((folder / path).read_text(encoding="utf-8"))
        for path in (MAIN_RULES, ONE_MAINTAINER_RULES)
        if (folder / path).is_file()
    }


def _as_text(findings: Sequence[Finding]) -> str:
    lines = []
    for state in State:
        of_it = [finding for finding in findings if finding.state is state]
        if of_it:
            lines.append(f"{state}:")
            lines += [
                printable(f"  {finding.subject}{f': {finding.advice}' if finding.advice else ''}")
                for finding in of_it
            ]
    return "\n".join(lines)


def _paid(data: SiteData) -> str:
    names = [programme.name for programme in data.affiliates.values() if programme.is_on]
    if not names:
        return "This site has no paid link switched on."
    return (
        f"This site has paid links ({', '.join(names)}). Whether they are allowed there is GitHub's to say "
        f"and was not asked; any other web server can serve site/ as it is."
    )
