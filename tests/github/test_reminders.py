"""The weekly reminders, run against a stand-in for GitHub that keeps its issues in a folder."""

import datetime as dt
import json
import os
import stat
import sys

import pytest

from citewell.days import today
from tests.github.runner import run_job

GH = f"""#!{sys.executable}
# Answers the two calls that the workflow makes as `gh api` does: list the issues, and open one.
import json, os, pathlib, sys
issues = pathlib.Path(__file__).with_name("issues")
assert os.environ["GH_TOKEN"] == "a-token"
api, *rest = sys.argv[1:]
assert api == "api"
if rest[-1] == "--silent":
    address, option, file, _ = rest
    assert (address, option) == ("repos/publisher/health/issues", "--input")
    issue = json.loads(pathlib.Path(file).read_text())
    (issues / str(len(list(issues.iterdir())))).write_text(json.dumps(issue))
else:
    pages, address, option, query = rest
    assert (pages, option, query) == ("--paginate", "--jq", ".[].title")
    assert address == "repos/publisher/health/issues?state=all&labels=review-due&per_page=100"
    for file in sorted(issues.iterdir()):
        issue = json.loads(file.read_text())
        if "review-due" in issue["labels"]:
            print(issue["title"])
"""
PAGE = """---
review_status: reviewed
reviewed_by: reviewer
last_reviewed: {last}
next_review: {due}
---
# Page
"""


def page(days):
    due = today() + dt.timedelta(days=days)
    return PAGE.format(last=due - dt.timedelta(days=365), due=due)


@pytest.fixture
def github(tmp_path):
    """Puts the stand-in on the path; gives the issues that were opened."""
    program = tmp_path / "bin" / "gh"
    (tmp_path / "bin/issues").mkdir(parents=True)
    program.write_text(GH, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def issues():
        return [
            json.loads(file.read_text(encoding="utf-8"))
            for file in sorted((tmp_path / "bin/issues").iterdir())
        ]

    return issues


def test_a_page_is_told_once_however_often_the_week_comes_round(new_repository, github, tmp_path):
    pages = {"docs/overdue.md": page(-3), "docs/soon.md": page(20), "docs/later.md": page(200)}
    checkout = new_repository().merged(tmp_path / "checkout", pages)
    for week in ("first", "second"):
        temporary = tmp_path / week
        temporary.mkdir()
        ran = run_job(
            "review-due.issues",
            checkout,
            temporary,
            expressions={"github.token": "a-token"},
            GITHUB_REPOSITORY="publisher/health",
            PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        )
        assert ran.failed is None, ran.steps[ran.failed].stderr
        assert [issue["title"].rpartition(" ")[2] for issue in github()] == [
            "docs/overdue.md",
            "docs/soon.md",
        ]
    assert "Issues to be opened: 0" in ran.steps["See which are missing"].stderr
