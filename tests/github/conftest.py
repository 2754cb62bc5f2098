"""A publisher's repository, and pull requests to it, as GitHub checks them out."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.github.workflow_files import ROOT, workflow

EXAMPLE = ROOT / "tests" / "example_site"
SETTINGS = """site_name: S
site_url: !ENV [SITE_URL, ""]
repo_url: !ENV [REPO_URL, ""]
edit_uri: edit/main/docs/
nav:
  - Home: index.md
  - about/money.md
theme: {name: material, font: false, features: [content.action.edit]}
exclude_docs: |
  /_data/
  .meta.yml
plugins:
  - meta
  - citewell: {bib_file: references.bib}
"""
INDEX = """---
description: The first page of a site of fixtures, which a pull request changes and which is then built.
---
# Home

One sentence [@one2013]. Another sentence.

/// crisis
///

/// referral | talks
///
"""
NOTHING_TO_INSTALL = "#!/bin/sh\n# All of it is there.\n"


class Repository:
    """A repository with a main branch.

    Args:
        folder: of its checkout.
    """

    def __init__(self, folder):
        self.folder = folder

    def git(self, *arguments):
        quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
        who = {
            f"GIT_{role}_{fact}": value
            for role in ("AUTHOR", "COMMITTER")
            for fact, value in (("NAME", "An Editor"), ("EMAIL", "editor@example.org"))
        }
        subprocess.run(["git", *arguments], cwd=self.folder, env=quiet | who, capture_output=True, check=True)

    def write(self, files):
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(text, Path):
                path.unlink(missing_ok=True)
                path.symlink_to(text)
            else:
                path.write_text(text, encoding="utf-8")

    def commit(self, files):
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A change")

    def pull_request(self, folder, files):
        """What a check has before it: main with the change merged, and the commit before it."""
        self.git("checkout", "--quiet", "-B", "change", "main")
        self.commit(files)
        self.git("checkout", "--quiet", "-B", "merged", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", "Merge", "change")
        self.clone("check", "merged", folder)
        self.git("checkout", "--quiet", "main")
        return with_environment(folder)

    def merged(self, folder, files):
        """Main after a change was merged, as a publication has it before it."""
        self.commit(files)
        self.clone("publish", "main", folder)
        return with_environment(folder)

    def clone(self, name, branch, folder):
        """Check out a branch with as many commits as the first action of a workflow asks for."""
        checkout = next(iter(workflow(name)["jobs"].values()))["steps"][0]
        depth = checkout["with"].get("fetch-depth", "1")
        self.git(
            "clone", "--quiet", "--depth", depth, "--branch", branch, f"file://{self.folder}", str(folder)
        )


def with_environment(folder):
    """The packages of these tests, in the place where a checkout has its own."""
    assert (folder / "setup/environment.sh").read_text(encoding="utf-8") == NOTHING_TO_INSTALL
    environment = folder / ".venv"
    environment.mkdir()
    shutil.copy(Path(sys.prefix, "pyvenv.cfg"), environment)
    for part in ("bin", "lib"):
        (environment / part).symlink_to(Path(sys.prefix, part))
    return folder


@pytest.fixture(scope="package")
def new_repository(tmp_path_factory):
    """Makes a repository of a small site, with the product's own Makefile."""

    def make(files=()):
        folder = tmp_path_factory.mktemp("repository") / "origin"
        shutil.copytree(EXAMPLE, folder)
        for name in ("Makefile", ".gitignore"):
            shutil.copy(ROOT / name, folder)
        repository = Repository(folder)
        repository.write({"setup/environment.sh": NOTHING_TO_INSTALL})
        (folder / "setup/environment.sh").chmod(0o755)
        repository.git("init", "--quiet", "--initial-branch", "main")
        repository.commit({"mkdocs.yml": SETTINGS, "docs/index.md": INDEX, **dict(files)})
        return repository

    return make


@pytest.fixture(scope="package")
def repository(new_repository):
    """A repository that tests of pull requests share: none of them changes its main branch."""
    return new_repository()
