"""What README.md says to type, typed."""

import argparse
import re
import shlex
from pathlib import Path

import markdown
import pytest

from citewell.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_file_and_folder_that_is_named_is_there():
    table = README[README.index("## Where things are") : README.index("## Adding to it")]
    for name in re.findall(r"`([\w./-]+)`", table):
        assert (ROOT / name).exists() or any(ROOT.glob(f"citewell/**/{name}")), name
    for target in re.findall(r"\]\(([\w./-]+)\)", README):
        assert (ROOT / target).exists(), target


COMMANDS = [shlex.split(command) for command in re.findall(r"`\.venv/bin/citewell ([^`]+)`", README)]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_command_line_understands_what_is_to_be_typed(command, monkeypatch):
    understood = []
    parse = argparse.ArgumentParser.parse_args

    def only_parse(self, arguments=None, namespace=None):
        options = parse(self, arguments, namespace)
        understood.append(options.run)
        options.run = lambda _: 0
        return options

    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", only_parse)
    assert main(command) == 0
    assert len(understood) == 1


def test_this_project_has_nothing_to_mend(capsys):
    assert main(["check", str(ROOT)]) == 0
    assert "0 errors" in capsys.readouterr().out


def test_the_example_in_python_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"(?m)^    (markdown\.markdown\((?:\n {4}.*)+)", README)
    html = eval(example, {"markdown": markdown, "text": "Text [@goodwin2017]."})
    assert "(<a" in html
    assert "Goodwin GM" in html


def test_the_options_of_the_plugin_are_those_that_are_named():
    from citewell.plugin import CitewellConfig  # noqa: PLC0415 (imports the engine)

    section = README[README.index("## Coming from") : README.index("## Speed")]
    assert set(CitewellConfig()) == set(re.findall(r"`(\w+_\w+)`", section))
