"""`citewell review-due`, in a project of its own."""

import datetime as dt
import json

import pytest

from citewell.cli import main
from citewell.days import in_words, today

PEOPLE = """\
someone:
  name: Name Given
  credential: MPharm
  orcid: 0000-0002-1825-0097
  conflicts: None declared
"""


@pytest.fixture
def project(tmp_path):
    """A project with a page that is overdue since yesterday, one that is due in 10 days and one in 40."""
    files = {"references.bib": "@misc{a, title={A}, year={2020}}\n", "docs/_data/people.yml": PEOPLE}
    files["docs/_data/publisher.yml"] = "name: N\n"
    for name, days in (("overdue", -1), ("soon", 10), ("later", 40)):
        due = today() + dt.timedelta(days=days)
        last = due - dt.timedelta(days=300)
        facts = f"review_status: reviewed\nreviewed_by: someone\nlast_reviewed: {last}\nnext_review: {due}\n"
        files[f"docs/{name}.md"] = f"---\ntitle: T\n{facts}---\n# T\n"
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_it_lists_the_pages(project, capsys):
    assert main(["review-due", str(project)]) == 0
    yesterday, soon = (today() + dt.timedelta(days=days) for days in (-1, 10))
    assert capsys.readouterr().out.splitlines() == [
        f"overdue since {in_words(yesterday)}: docs/overdue.md",
        f"due by {in_words(soon)}: docs/soon.md",
    ]


def test_it_looks_as_far_ahead_as_it_is_told(project, capsys):
    assert main(["review-due", str(project), "--within", "40", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(page["path"], page["overdue"]) for page in listed] == [
        ("docs/overdue.md", True),
        ("docs/soon.md", False),
        ("docs/later.md", False),
    ]


def test_it_says_when_there_is_nothing_to_do(project, capsys):
    assert main(["review-due", str(project), "--within", "-2"]) == 0
    assert "No page is to be reviewed again" in capsys.readouterr().out


def test_it_writes_the_issues_that_are_missing(project, tmp_path, capsys):
    issues, known = tmp_path / "issues", tmp_path / "known.txt"
    known.write_text(f"Another issue\nReview by {today() - dt.timedelta(days=1)}: docs/overdue.md\n")
    assert main(["review-due", str(project), "--issues", str(issues), "--known", str(known)]) == 0
    (file,) = issues.iterdir()
    issue = json.loads(file.read_text(encoding="utf-8"))
    assert issue["title"] == f"Review by {today() + dt.timedelta(days=10)}: docs/soon.md"
    assert issue["labels"] == ["review-due"]
    assert capsys.readouterr().err == "Issues to be opened: 1\n"


def test_facts_that_cannot_be_read_are_not_passed_over(project, capsys):
    (project / "docs/soon.md").write_text("---\nnext_review: soon\n---\n# T\n", encoding="utf-8")
    assert main(["review-due", str(project)]) == 1
    assert "citewell check" in capsys.readouterr().err


def test_a_folder_without_pages_is_no_project(tmp_path, capsys):
    assert main(["review-due", str(tmp_path)]) == 2
    assert "is no folder" in capsys.readouterr().err
