"""The weekly check of references, run against a stand-in for GitHub and the stub of the databases."""

import base64
import json
import os
import stat
import subprocess
import sys

import pytest

from tests.databases.stub import Stub, Work, retraction
from tests.github.runner import run_job

GH = f"""#!{sys.executable}
# Keeps what `gh api` is asked to do in a folder, one JSON file a call, and answers as GitHub would.
import json, os, pathlib, sys
calls = pathlib.Path(__file__).with_name("calls")
assert os.environ["GH_TOKEN"] == "a-token"
api, *rest = sys.argv[1:]
assert api == "api"
method, fields, address = "", {{}}, ""
while rest:
    word = rest.pop(0)
    if word in ("--raw-field", "--field"):
        name, _, value = rest.pop(0).partition("=")
        is_file = word == "--field" and value.startswith("@")
        fields[name] = pathlib.Path(value[1:]).read_text() if is_file else value
    elif word == "--input":
        fields = json.loads(pathlib.Path(rest.pop(0)).read_text())
    elif word == "--method":
        method = rest.pop(0)
    elif word == "--jq":
        rest.pop(0)
    elif not word.startswith("--"):
        address = word
method = method or ("POST" if fields else "GET")
done = [json.loads(file.read_text()) for file in sorted(calls.iterdir())]
if method == "GET" and "/issues?" in address:
    titles = [call["fields"]["title"] for call in done if call["address"].endswith("/issues")]
    print("\\n".join(titles))
elif method == "GET" and "/pulls?" in address:
    print(sum(call["address"].endswith("/pulls") for call in done))
elif method == "DELETE":
    sys.exit(1)  # there is no such branch
else:
    call = {{"method": method, "address": address, "fields": fields}}
    (calls / f"{{len(done):03}}").write_text(json.dumps(call))
"""
WORKS = {"one2013": ("10.5555/one", "One", "A"), "two2017": ("10.5555/two", "Two", "B")}


@pytest.fixture
def stub():
    stub = Stub()
    stub.works = [
        Work(doi, title=title, family=title, given=given, journal="J", short="J", year=2013, volume="")
        for doi, title, given in WORKS.values()
    ]
    yield stub
    stub.close()


@pytest.fixture
def github(tmp_path):
    """Puts the stand-in on the path; gives what was done: the method, the address, the fields."""
    program = tmp_path / "bin" / "gh"
    (tmp_path / "bin" / "calls").mkdir(parents=True)
    program.write_text(GH, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return lambda: [
        json.loads(file.read_text(encoding="utf-8"))
        for file in sorted((tmp_path / "bin" / "calls").iterdir())
    ]


def git(folder, *arguments):
    who = {f"GIT_{role}_NAME": "An Editor" for role in ("AUTHOR", "COMMITTER")}
    who |= {f"GIT_{role}_EMAIL": "editor@example.org" for role in ("AUTHOR", "COMMITTER")}
    subprocess.run(["git", *arguments], cwd=folder, check=True, env={**os.environ, **who})


def run(checkout, temporary, stub, tmp_path):
    temporary.mkdir()
    ran = run_job(
        "references.ask",
        checkout,
        temporary,
        expressions={"github.token": "a-token"},
        GITHUB_REPOSITORY="publisher/health",
        GITHUB_SHA="0123456789abcdef",
        GITHUB_REF_NAME="main",
        CITEWELL_DATABASES=" ".join(f"{name}={address}" for name, address in stub.addresses.items()),
        PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}",
    )
    assert ran.failed is None, ran.steps[ran.failed].stderr
    return ran


@pytest.fixture
def checkout(new_repository, tmp_path):
    bibliography = "\n".join(
        f"@article{{{key}, title = {{{title}}}, author = {{{title}, {given}.}}, journal = {{J}},\n"
        f"  year = {{2013}}, doi = {{{doi}}}, verified = {{doi}}}}\n"
        for key, (doi, title, given) in WORKS.items()
    )
    label = (
        "@online{label, title = {Label}, author = {{Maker}}, year = {2023}, url = {https://example.org/l}}\n"
    )
    files = {
        "references.bib": bibliography + label,
        "docs/_data/publisher.yml": "name: S\ncontact: editor@example.org\n",
        "docs/page.md": "---\ndescription: A page.\n---\n# Page\n\nSeven people could not cry [@one2013].\n",
    }
    return new_repository().merged(tmp_path / "checkout", files)


def test_what_the_databases_say_is_proposed_once(checkout, github, stub, tmp_path):
    ran = run(checkout, tmp_path / "first", stub, tmp_path)
    assert "3 references: 2 checked and clear, 0 flagged, 1 unchecked." in ran.summary
    branch, content, pull, checks = github()
    assert branch["address"] == "repos/publisher/health/git/refs"
    assert branch["fields"] == {"ref": "refs/heads/references-checked", "sha": "0123456789abcdef"}
    assert (content["method"], content["address"]) == (
        "PUT",
        "repos/publisher/health/contents/references.lock.json",
    )
    assert content["fields"]["branch"] == "references-checked"
    assert "sha" not in content["fields"]  # there was no lock before
    lock = base64.b64decode(content["fields"]["content"])
    assert lock == (checkout / "references.lock.json").read_bytes()
    assert (pull["fields"]["head"], pull["fields"]["base"]) == ("references-checked", "main")
    assert "2 checked and clear" in pull["fields"]["body"]
    assert checks["address"] == "repos/publisher/health/actions/workflows/check.yml/dispatches"
    assert checks["fields"] == {"ref": "references-checked"}

    run(checkout, tmp_path / "second", stub, tmp_path)
    assert len(github()) == 4, "the pull request that is open is left alone"


def test_nothing_is_proposed_when_they_say_the_same(checkout, github, stub, tmp_path):
    run(checkout, tmp_path / "first", stub, tmp_path)
    git(checkout, "add", "references.lock.json")
    git(checkout, "commit", "--quiet", "--message", "What the databases answered")
    before = github()
    ran = run(checkout, tmp_path / "second", stub, tmp_path)
    assert "The databases say what they said before." in ran.summary
    assert github() == before


def test_each_notice_becomes_one_issue_with_its_sentences(checkout, github, stub, tmp_path):
    stub.works[0].updated_by.append(retraction())
    for week in ("first", "second"):
        run(checkout, tmp_path / week, stub, tmp_path)
    (issue,) = [call["fields"] for call in github() if call["address"].endswith("/issues")]
    assert issue["title"] == "one2013: Retraction (2027-08-03)"
    assert issue["labels"] == ["reference-notice"]
    assert "`docs/page.md` line 6: “Seven people could not cry.”" in issue["body"]
    assert "`docs/index.md` line 6: “One sentence.”" in issue["body"]
