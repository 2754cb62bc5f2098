"""The page for publishers on paid links, answers and the seal keeps what it promises."""

import re
import shlex
import sqlite3
from pathlib import Path

from citewell import affiliates
from citewell.cli import main
from citewell.collector.tally import Line, Tally
from citewell.feedback.settings import FACTS as FEEDBACK

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "editors" / "money-and-answers.md").read_text(encoding="utf-8")
COMMANDS = [
    shlex.split(line)[1:]
    for block in re.findall(r"(?ms)^```console\n(.*?)^```$", PAGE)
    for line in block.splitlines()
]


def test_the_facts_of_a_programme_are_those_that_are_read():
    assert re.findall(r"(?m)^\| `(\w+)` \| ", PAGE)[: len(affiliates.FACTS)] == list(affiliates.FACTS)


def test_every_provider_is_named():
    assert set(FEEDBACK["provider"].choices) <= set(re.findall(r"`([\w.-]+)`", PAGE))


def test_the_commands_are_three():
    assert [command[0] for command in COMMANDS] == ["collect", "feedback", "seal"]


def test_the_report_reads_what_the_collector_wrote(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    page = '{"id": "a/", "revision": "0123456789", "title": "A", "changed": null}'
    (tmp_path / "site" / "pages.json").write_text(f'{{"pages": [{page}]}}', encoding="utf-8")
    tally = Tally(tmp_path / "votes.sqlite")
    tally.add({Line("2026-11-25", "a/", "0123456789", "yes", ""): 30})
    tally.close()
    assert main(COMMANDS[1]) == 0
    assert "30" in capsys.readouterr().out


def test_the_collector_is_told_what_the_page_tells_it(tmp_path, monkeypatch, capsys):
    """Without the list of pages it ends before it listens, when all its options were read."""
    monkeypatch.chdir(tmp_path)
    command = [*COMMANDS[0]]
    command[command.index("--pages") + 1] = "pages.json"
    assert main(command) == 1
    assert "pages.json" in capsys.readouterr().err


def test_the_tally_has_no_place_for_anything_about_a_person(tmp_path):
    Tally(tmp_path / "votes.sqlite").close()
    connection = sqlite3.connect(tmp_path / "votes.sqlite")
    names = {name for _, name, *_ in connection.execute("PRAGMA table_info(tally)")}
    connection.close()
    assert names == {"day", "page", "revision", "vote", "reason", "count"}
