"""The files of .github, held against GitHub's schemas and looked through for what an attacker would use."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.github.workflow_files import ROOT, WORKFLOWS

SCHEMAS = {
    **dict.fromkeys(WORKFLOWS.values(), "vendor.github-workflows"),
    ROOT / ".github/dependabot.yml": "vendor.dependabot",
    ROOT / ".github/ISSUE_TEMPLATE/config.yml": "vendor.github-issue-config",
    ROOT / ".github/ISSUE_TEMPLATE/mistake.yml": "vendor.github-issue-forms",
    ROOT / ".github/ISSUE_TEMPLATE/not-working.yml": "vendor.github-issue-forms",
}
UNSAFE = """
name: x
on: pull_request_target
jobs:
  x:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v7
      - run: echo ${{ github.event.pull_request.title }}
"""


def run(program, *arguments):
    command = [str(Path(sys.executable).with_name(program)), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def zizmor(path):
    return run("zizmor", "--offline", "--no-progress", "--persona", "auditor", path)


def test_nothing_in_the_workflows_helps_an_attacker():
    found = zizmor(ROOT / ".github")
    assert found.returncode == 0, found.stdout + found.stderr
    assert "No findings" in found.stdout + found.stderr


def test_what_helps_an_attacker_is_found(tmp_path):
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/x.yml").write_text(UNSAFE, encoding="utf-8")
    found = zizmor(tmp_path / ".github")
    assert found.returncode != 0
    for audit in ("dangerous-triggers", "template-injection", "unpinned-uses", "excessive-permissions"):
        assert audit in found.stdout


def test_every_file_that_has_a_schema_is_among_those_held_against_it():
    files = set((ROOT / ".github").rglob("*.yml"))
    assert files == set(SCHEMAS)


@pytest.mark.parametrize("schema", sorted(set(SCHEMAS.values())))
def test_github_can_read_every_file(schema):
    files = [path for path, named in SCHEMAS.items() if named == schema]
    found = run("check-jsonschema", "--builtin-schema", schema, *files)
    assert found.returncode == 0, found.stdout


def test_what_github_cannot_read_is_found(tmp_path):
    (tmp_path / "x.yml").write_text("on: push\njobs:\n  x:\n    steps: []\n", encoding="utf-8")
    assert (
        run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", tmp_path / "x.yml").returncode
        == 1
    )
