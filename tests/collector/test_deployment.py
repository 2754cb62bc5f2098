"""The examples of a deployment say what the real command line understands."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from ipaddress import ip_network
from pathlib import Path

import pytest

import citewell.collector.cli
import citewell.feedback_report.cli
from citewell.cli import main

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "setup" / "collector"
UNIT = (FOLDER / "citewell-collector.service").read_text(encoding="utf-8")
CONTAINER = (FOLDER / "Containerfile").read_text(encoding="utf-8")


def commands(text):
    """Every `citewell …` of a file, as its arguments."""
    joined = re.sub(r"\\\n#?\s*", " ", text)
    for start in re.findall(r"(?m)^(?:# .*|ExecStart=\S*)\bcitewell ((?:collect|feedback) .*)", joined):
        yield shlex.split(start)
    for words in re.findall(r"(?m)^CMD (\[.*\])", joined):
        program, *arguments = json.loads(words)
        assert program == "citewell"
        yield arguments


@pytest.fixture
def understood(monkeypatch):
    """What the command line makes of arguments; nothing is run."""

    def understood(arguments):
        run = []
        for room, name in ((citewell.collector.cli, "_collect"), (citewell.feedback_report.cli, "_report")):
            monkeypatch.setattr(room, name, lambda options: run.append(options) or 0)
        assert main(arguments) == 0
        return run.pop()

    return understood


def test_the_unit_s_commands_are_understood(understood):
    serving, report = (understood(arguments) for arguments in sorted(commands(UNIT)))
    assert serving.listen == ("127.0.0.1", 8010)
    assert serving.trusted_proxy == [ip_network("127.0.0.1")]
    assert report.pages == serving.pages
    assert report.database.name == serving.database.name
    (state,) = re.findall(r"(?m)^StateDirectory=(.*)", UNIT)
    assert serving.database.parent == Path("/var/lib", state)
    assert report.database.parent == Path("/var/lib/private", state), (
        "where a dynamic user's folder really is"
    )


def test_the_container_s_commands_are_understood(understood):
    serving, report = (understood(arguments) for arguments in sorted(commands(CONTAINER)))
    assert serving.listen == ("0.0.0.0", 8010)
    assert f"EXPOSE {serving.listen[1]}" in CONTAINER
    assert (report.pages, report.database) == (serving.pages, serving.database)
    assert f"VOLUME {serving.database.parent}\n" in CONTAINER


def test_the_container_is_made_of_the_locked_files_and_runs_as_nobody():
    assert "--require-hashes --only-binary :all:" in CONTAINER
    last = CONTAINER.rpartition("\nFROM ")[2]
    assert re.search(r"(?m)^USER [1-9]\d+:[1-9]\d+$", last)
    for copied in re.findall(r"(?m)^COPY (?!--from)(.*) \S+$", CONTAINER):
        for name in copied.split():
            assert (ROOT / name).exists(), name


def test_the_container_s_check_of_health_runs(reader):
    (check,) = re.findall(r"(?ms)^HEALTHCHECK .*?CMD (\[.*?\])", CONTAINER)
    _, *arguments = json.loads(check)
    address = f"http://{reader.running.host}:{reader.running.port}"
    words = [argument.replace("http://127.0.0.1:8010", address) for argument in arguments]
    assert words != arguments
    assert subprocess.run([sys.executable, *words], check=False).returncode == 0


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_systemd_understands_the_unit_and_finds_little_exposed(tmp_path):
    unit = tmp_path / "citewell-collector.service"
    program = Path(sys.executable).with_name("citewell")
    unit.write_text(UNIT.replace("/opt/citewell/.venv/bin/citewell", str(program)), encoding="utf-8")
    for arguments in (["verify"], ["security", "--offline=yes", "--threshold=15", "--no-pager"]):
        done = subprocess.run(
            ["systemd-analyze", *arguments, str(unit)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "citewell-collector" not in done.stderr, done.stderr
