"""Who is asked about a change: clinicians about what readers read, maintainers about what decides or runs."""

import re
import subprocess
from fnmatch import fnmatchcase

import pytest

from citewell.comparison.kind_of_change import beyond_content
from citewell.doctor.project_files import CODEOWNERS
from tests.github.workflow_files import ROOT

MONEY_AND_PEOPLE = {f"docs/_data/{name}.yml" for name in ("affiliates", "feedback", "people", "publisher")}
LINES = [
    line.split()
    for line in (ROOT / CODEOWNERS).read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


OWNERS = {pattern: named for pattern, *named in LINES}
REVIEWERS, MAINTAINERS = OWNERS["/docs/"], OWNERS["*"]
"""Whoever they are: a publisher puts names in the place of these."""


def owners(path):
    """The owners of a file by the last line that fits; other kinds of pattern are not known here."""
    found = []
    for pattern, *named in LINES:
        if pattern.endswith("/"):
            fits = path.startswith(pattern[1:])
        elif pattern.startswith("/"):
            fits = path == pattern[1:]
        else:
            fits = fnmatchcase(path.rpartition("/")[2], pattern)
        if fits:
            found = named
    return found


def files():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return listed.stdout.split("\0")[:-1]


def test_every_pattern_is_one_of_those_that_are_read_here():
    assert all(re.fullmatch(r"\*(\.\w+)?|/[\w.-]+(/[\w.-]+)*/?", pattern) for pattern, *_ in LINES)


def test_somebody_is_asked_about_every_file_of_this_project():
    for path in files():
        asked = REVIEWERS if path not in MONEY_AND_PEOPLE and not beyond_content([path]) else MAINTAINERS
        if owners(path) != asked:  # a file beside the pages that neither runs nor is read
            assert path.startswith("docs/"), path
            assert owners(path) == REVIEWERS, path


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("docs/new/index.md", REVIEWERS),
        ("docs/_data/crisis.yml", REVIEWERS),
        ("docs/_data/drugs.yml", REVIEWERS),
        ("docs/new/figure.svg", REVIEWERS),
        *((path, MAINTAINERS) for path in sorted(MONEY_AND_PEOPLE)),
        ("docs/new/script.js", MAINTAINERS),
        ("docs/new/page.html", MAINTAINERS),
        ("docs/hook.py", MAINTAINERS),
        (".github/CODEOWNERS", MAINTAINERS),
        (".github/workflows/new.yml", MAINTAINERS),
        ("new-file", MAINTAINERS),
    ],
)
def test_a_new_file_has_its_owners(path, asked):
    assert owners(path) == asked


def test_every_file_and_folder_that_is_named_is_there():
    for pattern, *_ in LINES:
        if pattern.startswith("/"):
            assert (ROOT / pattern[1:]).exists(), pattern


def test_what_decides_about_changes_stands_last():
    assert LINES[-1][0] == "/.github/"
    assert LINES[0][0] == "*"
