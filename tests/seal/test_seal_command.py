"""`citewell seal`: what it says, how it ends, and what it compares with the revision before."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from citewell.cli import main
from tests.seal.cases import write
from tests.seal.test_sealing import PAGE

EXAMPLE = Path(__file__).parents[1] / "example_site"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with one page, built; the command runs in its folder."""
    shutil.copytree(EXAMPLE / "docs" / "_data", tmp_path / "docs" / "_data")
    shutil.copy(EXAMPLE / "references.bib", tmp_path)
    write(tmp_path, {"docs/index.md": "# Page\n\nText\n", "site/index.html": PAGE})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(folder, *arguments):
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *who, "-C", folder, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def committed(folder):
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=A")


def said(capsys):
    return capsys.readouterr().out.splitlines()


def test_without_the_sources_it_says_which_gates_did_not_run(project, capsys):
    assert main(["seal", "site"]) == 0
    lines = said(capsys)
    not_held = [line.split(": ")[1] for line in lines if line.startswith("not held: ")]
    assert not_held == [
        "shown-review-state",
        "shown-safety-strip",
        "shown-blocks",
        "shown-notices",
        "crisis-numbers",
        "pages-of-sources",
        "paid-box",
    ]
    assert lines[-1] == "1 page and 0 other files read: 0 errors, sealed"
    assert "Content-Security-Policy" in (project / "site" / "index.html").read_text("utf-8")


def test_a_site_is_sealed_without_a_search_when_that_is_asked_for(project):
    for options, has_search in ((["--no-search"], False), ([], True)):
        assert main(["seal", "site", *options]) == 0
        assert "Content-Security-Policy" in (project / "site" / "index.html").read_text("utf-8")
        assert (project / "site" / "search" / "names.json").exists() is has_search


def test_with_the_sources_it_holds_all_of_them_and_says_what_stands_in_the_data(project, capsys):
    committed(project)
    assert main(["seal", "site", "--source", "."]) == 0
    lines = said(capsys)
    assert not [line for line in lines if line.startswith(("not held", "changed"))]
    assert "paid hosts: www.talks.example (talks, on), rest.example (rest, off)" in lines
    assert "crisis numbers: 000 (Here), 111 222 (Line, Here)" in lines
    assert "answers of readers: sent nowhere" in lines
    assert "shown-blocks" in next(line for line in lines if line.startswith("held: "))


@pytest.mark.parametrize(
    ("before", "now", "line"),
    [
        (
            "host: www.talks.example",
            "host: www.b.example",
            "talks, host: www.talks.example became www.b.example",
        ),
        ("status: off", "status: on", "rest, status: off became on"),
        ('partner_id: "42"', 'partner_id: "43"', "talks, partner_id: 42 became 43"),
        ('call: "111 222"', 'call: "111 223"', "helplines, Line, call: 111 222 became 111 223"),
        ('numbers: ["000"]', 'numbers: ["000", "1"]', "emergency, Here, numbers, 2: 1 was added"),
    ],
)
def test_a_change_of_who_pays_or_whom_to_call_has_a_line_of_its_own(project, capsys, before, now, line):
    committed(project)
    (file,) = [path for path in project.glob("docs/_data/*.yml") if before in path.read_text("utf-8")]
    file.write_text(file.read_text("utf-8").replace(before, now), "utf-8")
    main(["seal", "site", "--source", "."])
    assert f"changed: docs/_data/{file.name}: {line} since HEAD" in said(capsys)


def test_it_compares_with_the_revision_that_is_named(project, capsys):
    committed(project)
    file = project / "docs" / "_data" / "crisis.yml"
    file.unlink()
    git(project, "commit", "--quiet", "--all", "--message=B")
    assert main(["seal", "site", "--source", "."]) == 0
    assert not [line for line in said(capsys) if line.startswith("changed")]
    assert main(["seal", "site", "--source", ".", "--base", "HEAD~1"]) == 0
    gone = [line for line in said(capsys) if line.startswith("changed")]
    assert "changed: docs/_data/crisis.yml: helplines, Line, call: 111 222 was taken out since HEAD~1" in gone


def test_outside_of_git_it_says_that_it_did_not_compare(project, capsys, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    assert main(["seal", "site", "--source", "."]) == 0
    assert [line for line in said(capsys) if line.startswith("not held: changes of the watched data: ")]


def test_the_endpoint_is_read_off_the_sources(project, capsys):
    write(
        project,
        {"docs/_data/feedback.yml": "provider: collector\nendpoint: https://votes.example.org/vote\n"},
    )
    assert main(["seal", "site", "--source", "."]) == 0
    assert "answers of readers: https://votes.example.org/vote" in said(capsys)
    assert "connect-src 'self' https://votes.example.org;" in (project / "site" / "index.html").read_text(
        "utf-8"
    )


def test_a_fault_ends_it_with_1_and_nothing_is_written(project, capsys):
    write(
        project,
        {
            "docs/index.md": "# Page\n\n<p onclick=a()>Text</p>\n",
            "site/index.html": PAGE.replace("<p>", "<p onclick=a()>"),
        },
    )
    assert main(["seal", "site"]) == 1
    assert said(capsys)[0].startswith("site/index.html:1:")
    assert main(["seal", "site", "--source", "."]) == 1
    lines = said(capsys)
    assert lines[0].startswith("docs/index.md:3:4: error: Take out “onclick” of <p>")
    assert lines[0].endswith("(built as site/index.html:1:92) [allowed-markup]")
    assert lines[-1] == "1 page and 0 other files read: 1 error, not sealed: mend these first"
    assert "Content-Security-Policy" not in (project / "site" / "index.html").read_text("utf-8")


def test_a_fault_of_a_template_is_told_of_its_first_pages(project, capsys):
    pages = {f"site/{number}/index.html": PAGE.replace("<p>", '<p style="a">') for number in range(8)}
    write(project, pages)
    assert main(["seal", "site"]) == 1
    faults = [line for line in said(capsys) if "error:" in line]
    assert [line.split(":")[0] for line in faults] == [f"site/{number}/index.html" for number in range(3)]
    assert faults[-1].endswith(" … and in 5 other places")


def test_files_of_the_site_are_named(project):
    head = '<link rel="stylesheet" href="a.css"><script src="a.js"></script><script>go()</script><title>'
    write(
        project,
        {
            "site/index.html": PAGE.replace("<title>", head),
            "site/a.css": "",
            "site/a.js": "",
            "go.js": "go()\n",
        },
    )
    assert main(["seal", "site"]) == 1
    assert main(["seal", "site", "--style", "a.css", "--script", "a.js", "--inline-script", "go.js"]) == 0


def test_what_keeps_the_sources_from_being_read_is_a_fault(project, capsys):
    write(project, {"docs/_data/crisis.yml": "emergency: ["})
    assert main(["seal", "site", "--source", "."]) == 1
    assert said(capsys)[0].startswith("docs/_data/crisis.yml:1:")


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["nowhere"], "nowhere is no folder: name the built site, as in citewell seal site/"),
        (["site", "--source", "site"], "is no folder: name the project's folder after --source"),
        (["site", "--source", ".", "--base", "nowhere"], "nowhere"),
        (["site", "--source", ".", "--base=--output=x"], "--output=x"),
        (["site", "--address", "example.org"], "Write the address as a whole address"),
        (["site", "--endpoint", "vote"], "Write the endpoint as a whole address"),
        (["site", "--inline-script", "nowhere.js"], "nowhere.js"),
    ],
)
def test_a_mistyped_command_ends_with_2_and_says_what_to_type(project, capsys, arguments, advice):
    committed(project)
    assert main(["seal", *arguments]) == 2
    assert advice in capsys.readouterr().err
    assert "Content-Security-Policy" not in (project / "site" / "index.html").read_text("utf-8")


def test_a_folder_without_a_page_is_no_site(project, capsys):
    (project / "empty").mkdir()
    assert main(["seal", "empty"]) == 1
    assert (
        said(capsys)[0]
        == "empty:1:1: error: Build the site: there is no page in this folder [pages-of-sources]"
    )


def test_it_runs_without_any_engine():
    program = (
        "import sys, citewell.seal.run; print({'mkdocs', 'markdown', 'material', 'jinja2'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
