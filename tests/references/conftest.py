"""A small site and the stub of the databases, asked through the command line as an editor would."""

import shutil
from pathlib import Path

import pytest

from citewell.cli import main
from tests.databases.conftest import SOON
from tests.databases.stub import Stub, Work

EXAMPLE = Path(__file__).parents[1] / "example_site"
GOODWIN = Work(
    "10.1016/j.jad.2017.05.048",
    "28628765",
    title="Emotional blunting with antidepressant treatments: A survey among depressed patients",
    given="G M",
)


@pytest.fixture
def stub():
    stub = Stub()
    yield stub
    stub.close()


class Editor:
    """Somebody at a terminal, in the folder of a site."""

    def __init__(self, site, stub, capsys):
        self.site = site
        self.stub = stub
        self.capsys = capsys

    @property
    def bibliography(self):
        return self.site / "references.bib"

    @property
    def lock(self):
        return self.site / "references.lock.json"

    def types(self, *arguments, contact=True):
        """Type a command; what it says and its exit code."""
        where = [f"--database={name}={address}" for name, address in self.stub.addresses.items()]
        who = ["--contact", "editor@example.org"] if contact else []
        asks = arguments[1] in ("add", "verify")
        code = main([*arguments, "--site", str(self.site), *(where + who if asks else [])])
        said = self.capsys.readouterr()
        return code, said.out + said.err

    def add(self, *arguments):
        return self.types("references", "add", *arguments)

    def verify(self, *arguments):
        return self.types("references", "verify", *arguments)

    def check(self):
        code = main(["check", str(self.site)])
        return code, self.capsys.readouterr().out


@pytest.fixture
def editor(tmp_path, stub, capsys, monkeypatch):
    monkeypatch.setattr("citewell.references.cli.PATIENCE", SOON)
    site = tmp_path / "site"
    shutil.copytree(EXAMPLE, site)
    return Editor(site, stub, capsys)
