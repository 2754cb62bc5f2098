"""`citewell doctor`, with and without GitHub's own program."""

import json
import shutil
import stat
import sys

import pytest

from citewell.cli import main
from citewell.doctor.github_answers import GitHub
from citewell.doctor.project_files import FILES, code_owners_finding
from tests.doctor.answers import ALL_SET, ROOT

PUBLISHER = (
    "name: N\ncontact: c@d.example\nrepository: https://github.com/OWNER/NAME\ncontent_licence: CC BY 4.0\n"
)
PERSON = "p:\n  name: Name Given\n  credential: MPharm\n  orcid: 0000-0002-1825-0097\n  conflicts: None\n"
GH = f"""#!{sys.executable}
import json, pathlib, sys
answers = json.loads(pathlib.Path(__file__).with_name("answers.json").read_text())
api, address = sys.argv[1:]
path = address.removeprefix("repos/OWNER/NAME").lstrip("/")
if api != "api" or not address.startswith("repos/OWNER/NAME") or path not in answers:
    sys.exit("gh: Not Found (HTTP 404)")
print(json.dumps(answers[path]))
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project in which nothing is missing, on a machine without gh."""
    folder = tmp_path / "project"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    owners = folder / ".github/CODEOWNERS"
    owners.write_text(owners.read_text(encoding="utf-8").replace("@OWNER", "@publisher"), encoding="utf-8")
    (folder / "docs/_data").mkdir(parents=True)
    (folder / "docs/_data/publisher.yml").write_text(PUBLISHER, encoding="utf-8")
    (folder / "docs/_data/people.yml").write_text(PERSON, encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    return folder


@pytest.fixture
def gh(tmp_path):
    """Puts a gh on the machine that knows these answers."""

    def install(answers):
        program = tmp_path / "bin" / "gh"
        program.parent.mkdir()
        program.write_text(GH, encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        program.with_name("answers.json").write_text(json.dumps(answers), encoding="utf-8")

    return install


def test_without_gh_it_says_what_it_could_not_see(project, capsys):
    assert main(["doctor", str(project)]) == 0
    said = capsys.readouterr().out
    assert "Not set" not in said
    assert "Could not be seen:\n  Pages: gh is not installed" in said
    assert "  publisher: contact\n" in said.partition("\nSet:\n")[2]


def test_with_gh_it_sees_that_all_is_set(project, gh, capsys):
    gh(ALL_SET)
    assert main(["doctor", str(project)]) == 0
    said = capsys.readouterr().out
    assert "Not set" not in said
    assert "Could not" not in said
    assert "  rules of the main branch\n" in said


def test_with_gh_it_names_what_is_missing(project, gh, capsys):
    gh({**ALL_SET, "rules/branches/main?per_page=100": []})
    assert main(["doctor", str(project)]) == 1
    assert capsys.readouterr().out.startswith("Not set:\n  rules of the main branch: Settings > Rules")


def test_the_repository_may_be_named(project, gh, capsys):
    gh(ALL_SET)
    assert main(["doctor", str(project), "--repository", "OTHER/NAME"]) == 0
    assert "  Pages: gh: Not Found (HTTP 404)\n" in capsys.readouterr().out


def test_where_nobody_names_the_repository_that_is_said(project, capsys):
    (project / "docs/_data/publisher.yml").write_text(PUBLISHER.replace("github.com", "git.example"))
    main(["doctor", str(project)])
    assert "citewell doctor --repository OWNER/NAME" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "docs/_data/publisher.yml",
            PUBLISHER.replace("c@d.example", ""),
            "publisher: contact: Fill in “contact” in",
        ),
        (
            "docs/_data/publisher.yml",
            PUBLISHER.replace("CC BY 4.0", ""),
            "publisher: content_licence: Fill in",
        ),
        (".github/CODEOWNERS", "# @OWNER\n/docs/ @OWNER/medical-reviewers\n", ".github/CODEOWNERS:2"),
        *((name, None, f"  {name}: This file is missing") for name in FILES),
    ],
)
def test_each_thing_that_is_missing_in_the_files_is_named(project, capsys, file, text, said):
    path = project / file
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    assert main(["doctor", str(project)]) == 1
    not_set, _, _ = capsys.readouterr().out.partition("Could not be seen:")
    assert said in not_set
    assert len(not_set.splitlines()) == 2


def test_that_nobody_may_review_is_noted(project, capsys):
    (project / "docs/_data/people.yml").write_text("", encoding="utf-8")
    assert main(["doctor", str(project)]) == 0
    assert "  reviewers: Nobody stands in docs/_data/people.yml" in capsys.readouterr().out


def test_owners_that_are_filled_in_are_set():
    assert (
        code_owners_finding("# put OWNER here: @OWNER\n/docs/ @owners-club/reviewers @OWNERS\n").advice == ""
    )


def test_the_limits_of_pages_are_always_said(project, capsys):
    main(["doctor", str(project)])
    said = capsys.readouterr().out.splitlines()[-1]
    assert "does not allow Pages for an online business" in said
    assert "github-pages-limits" in said
    assert said.endswith("This site has no paid link switched on.")
    shutil.copy(ROOT / "tests/example_site/docs/_data/affiliates.yml", project / "docs/_data/affiliates.yml")
    main(["doctor", str(project)])
    said = capsys.readouterr().out.splitlines()[-1]
    assert "This site has paid links (Talks)." in said


def test_a_ruleset_that_is_no_json_is_told(project, capsys):
    (project / ".github/rulesets/main.json").write_text("{", encoding="utf-8")
    assert main(["doctor", str(project)]) == 2
    assert "no JSON" in capsys.readouterr().err


def test_a_folder_without_pages_is_no_project(tmp_path, capsys):
    assert main(["doctor", str(tmp_path)]) == 2
    assert "is no folder" in capsys.readouterr().err


@pytest.mark.usefixtures("project")
def test_an_address_is_never_a_command(gh, tmp_path):
    gh(ALL_SET)
    answer = GitHub(f"x; touch {tmp_path}/made", tmp_path)("")
    assert answer.status == 404
    assert not (tmp_path / "made").exists()
