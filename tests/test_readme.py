"""What README.md says to type, typed."""

import re
import shlex
from pathlib import Path

import markdown

from citewell.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_file_and_folder_that_is_named_is_there():
    table = README[README.index("## Where things are") : README.index("## Coming from")]
    for name in re.findall(r"`([\w./-]+)`", table):
        assert (ROOT / name).exists() or any(ROOT.glob(f"citewell/**/{name}")), name
    for target in re.findall(r"\]\(([\w./-]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_command_line_does_what_it_says(capsys):
    (command,) = set(re.findall(r"`\.venv/bin/citewell ([^`]+)`", README))
    assert main([*shlex.split(command), str(ROOT)]) == 0
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
