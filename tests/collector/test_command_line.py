import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.collector_process import write_pages
from citewell.cli import main
from citewell.collector.cli import first_pages
from citewell.collector.pages_source import PagesFile
from citewell.collector.tally import Tally
from tests.collector.reader import PAGES

WRONG = {
    "no pages": ["--site", "https://a.example/", "--database", "x"],
    "a site that is none": ["--pages", "x", "--site", "a.example", "--database", "x"],
    "an origin with a path": [
        "--pages",
        "x",
        "--site",
        "https://a.example/",
        "--database",
        "x",
        "--origin",
        "https://a.example/b",
    ],
    "a proxy's name": [
        "--pages",
        "x",
        "--site",
        "https://a.example/",
        "--database",
        "x",
        "--trusted-proxy",
        "proxy",
    ],
    "no port": ["--pages", "x", "--site", "https://a.example/", "--database", "x", "--listen", "localhost"],
    "a wait in words": ["--pages", "x", "--site", "https://a.example/", "--database", "x", "--wait", "long"],
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_what_is_mistyped_is_told(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["collect", *arguments])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert ", as in " in said or "required: --pages" in said or "invalid float" in said


def no_pages(folder):
    (folder / "pages.json").unlink()


def broken_pages(folder):
    (folder / "pages.json").write_text("{")


def no_database(folder):
    (folder / "data").mkdir()
    (folder / "data" / "votes.sqlite").write_text("votes\n" * 100)


UNUSABLE = {
    "no pages.json": (no_pages, "pages.json cannot be read: No such file"),
    "a broken pages.json": (broken_pages, "pages.json cannot be used: it is no JSON"),
    "a file that is no database": (no_database, "Name another file: this one is no database"),
}


@pytest.mark.parametrize(("spoil", "said"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_used_is_told_at_the_start(start, tmp_path, spoil, said):
    write_pages(tmp_path, PAGES)
    spoil(tmp_path)
    with pytest.raises(RuntimeError) as ended:
        start(pages=None)
    (line,) = str(ended.value).splitlines()
    assert line.startswith("citewell: ")
    assert said in line


def test_a_place_that_is_taken_is_told(start, tmp_path, reader):
    with pytest.raises(RuntimeError, match="Name another --listen") as ended:
        start("--listen", f"{reader.running.host}:{reader.running.port}")
    assert len(str(ended.value).splitlines()) == 1
    assert not list((tmp_path / "data").iterdir())


def test_a_tally_that_this_user_cannot_write_is_told(start, tmp_path):
    (tmp_path / "data").mkdir()
    database = tmp_path / "data" / "votes.sqlite"
    Tally(database).close()
    database.chmod(0o444)
    (tmp_path / "data").chmod(0o555)
    # Even root heeds these without the two capabilities; whoever is not root has neither.
    without = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    try:
        with pytest.raises(RuntimeError, match="Let this user write the file and its folder"):
            start(within=without if is_root() else ())
    finally:
        (tmp_path / "data").chmod(0o755)


def is_root():
    import os  # noqa: PLC0415

    return os.geteuid() == 0


@pytest.mark.parametrize("at_first", [None, "", '{"pages": [{"id": '])
def test_pages_that_are_not_written_yet_are_waited_for(tmp_path, monkeypatch, at_first):
    if at_first is not None:
        (tmp_path / "pages.json").write_text(at_first)
    tries = []

    def build_meanwhile(seconds):
        tries.append(seconds)
        if len(tries) == 3:
            write_pages(tmp_path, PAGES)

    monkeypatch.setattr(time, "sleep", build_meanwhile)
    pages = first_pages(PagesFile(tmp_path / "pages.json"), 30)
    assert tuple(page.id for page in pages) == PAGES
    assert len(tries) == 3


def test_an_end_while_it_waits_is_no_fault(tmp_path, monkeypatch, capsys):
    def end(_seconds):
        raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", end)
    monkeypatch.chdir(tmp_path)
    assert main([*COLLECT, "--listen", "127.0.0.1:0", "--wait", "30"]) == 130
    assert capsys.readouterr() == ("", "")


COLLECT = ["collect", "--pages", "x", "--site", "https://a.example/", "--database", "x"]
WITHOUT = """
import sys
sys.modules[sys.argv[1]] = None
from citewell.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("package", ["starlette", "uvicorn"])
def test_without_the_extra_the_command_says_what_to_install(package, tmp_path):
    command = [sys.executable, "-c", WITHOUT, package, *COLLECT]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == 'citewell: the collector is an extra. Install it: pip install "citewell[collector]"\n'
    )


def test_a_fault_of_our_own_is_not_taken_for_the_missing_extra(tmp_path):
    command = [sys.executable, "-c", WITHOUT, "citewell.collector.app", *COLLECT]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 1
    assert "pip install" not in done.stderr


@pytest.mark.parametrize("arguments", [["check"], ["feedback", "report", "--database", "x", "--pages", "x"]])
def test_no_other_command_loads_the_extra(arguments, tmp_path):
    script = "import sys; from citewell.cli import main; main(sys.argv[1:]); print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    modules = {name.partition(".")[0] for name in done.stdout.split()}
    assert "citewell" in modules
    assert modules.isdisjoint({"starlette", "uvicorn"})


def test_it_listens_where_it_says_on_ipv6_too(start):
    if not Path("/proc/net/if_inet6").exists():
        pytest.skip("this machine has no IPv6")
    reader = start("--listen", "[::1]:0")
    assert reader.vote().status_code == 204
