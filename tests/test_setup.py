"""What a stranger relies on before anything runs: the locks, their reasons, the commands as documented."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LOCKS = ("runtime", "test", "bench", "lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DOCUMENTS = sorted(ROOT.glob("*.md"))


def lock_text(lock):
    return (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def pins(lock):
    """The requirement of each entry of a lock -> its hashes."""
    entries = {}
    for entry in lock_text(lock).replace("\\\n", " ").splitlines():
        requirement, *hashes = entry.split(" --hash=")
        entries[requirement.strip()] = hashes
    return entries


def declared(kind):
    """The requirements that pyproject.toml names for a lock."""
    groups = PROJECT["dependency-groups"]
    return {
        "runtime": PROJECT["project"]["dependencies"] + groups["install"],
        "test": PROJECT["project"]["dependencies"] + groups["install"] + groups["test"],
        "bench": PROJECT["project"]["dependencies"] + groups["install"] + groups["test"] + groups["bench"],
        "lock": groups["lock"],
    }[kind]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_one_version_with_hashes(lock):
    assert pins(lock)
    for requirement, hashes in pins(lock).items():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", requirement)
        assert hashes, f"{requirement} has no hash"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}\s*", value) for value in hashes)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place(lock):
    assert "://" not in lock_text(lock)
    assert not re.search(r"(?m)^\s*-", lock_text(lock).replace("    --hash=", "")), "an option of an index?"


def test_what_is_tested_is_what_is_published():
    published, tested = (
        {requirement.partition(" ;")[0]: hashes for requirement, hashes in pins(lock).items()}
        for lock in ("runtime", "test")
    )  # for which Pythons a package is needed may differ: other packages need it too
    assert published.items() <= tested.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_satisfies_pyproject(lock):
    locked = [Requirement(requirement) for requirement in pins(lock)]
    for wanted in map(Requirement, declared(lock)):
        versions = [str(pin.specifier)[2:] for pin in locked if pin.name == wanted.name]
        assert versions, f"{wanted.name} is not in requirements/{lock}.txt: run make lock"
        assert all(wanted.specifier.contains(version) for version in versions), f"{wanted}: run make lock"


def test_every_dependency_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for requirement in {*declared("runtime"), *declared("test"), *declared("lock")}:
        reason = re.search(rf'(?m)^\s*"{re.escape(requirement)}",\s*# \w+', text)
        assert reason, f"no reason stands beside {requirement}"


def targets():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"(?m)^([a-z]+):", makefile))


def test_help_names_targets():
    make = shutil.which("make")
    assert make, "make is needed"
    environment = {"PATH": os.environ["PATH"], "HOME": str(ROOT)}  # without what a make around this one sets
    shown = subprocess.run([make], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    named = set(re.findall(r"(?m)^ +make (\w+) +\S", shown.stdout))
    assert named >= {"site", "serve", "check", "test", "bench", "lock", "clean", "help"}
    assert named <= targets()


def commands_in(document):
    """The make targets that a page shows as code: in backticks, or at the start of a line."""
    return set(re.findall(r"(?m)(?:`|^\s*(?:\$ )?)make ([a-z]+)", document.read_text(encoding="utf-8")))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_targets(document):
    assert commands_in(document) <= targets()


def test_the_readme_names_the_two_commands():
    assert commands_in(ROOT / "README.md") >= {"site", "test"}


def test_continuous_integration_runs_the_same_command():
    run = ROOT / ".ci" / "run"
    assert run.stat().st_mode & 0o111, ".ci/run must be executable"
    assert run.read_text(encoding="utf-8").splitlines()[-1] == "make test"
