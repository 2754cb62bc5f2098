import os
import re
import subprocess
import sys

import pytest

from citewell.about.pages import ABOUT_PAGES
from citewell.cli import ROOMS, main
from tests.locks import checked_lock

BIB = "@article{a, title={A}, journal={J}, year={2020}, doi={10.1000/1}}\n"
PUBLISHER = "name: N\ncontact: c@d.example\nrepository: https://example.org\ncontent_licence: CC BY 4.0\n"
ABOUT = {
    f"docs/{path}": f"""---
description: "{name}: what a reader of this fixture finds on this page, and on no other page of it."
---
# {name}

Words [@a].
"""
    for path, name in ABOUT_PAGES.items()
}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A maker of projects: files in; the command runs in their folder."""

    def make(files):
        lock = {"references.lock.json": checked_lock(BIB)}
        sound = {"references.bib": BIB, **lock, "docs/_data/publisher.yml": PUBLISHER, **ABOUT}
        for name, text in {**sound, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return make


@pytest.mark.parametrize(
    ("files", "said", "code"),
    [
        ({"docs/x.md": "Text [@a].\n"}, "8 pages and 1 reference read: 0 errors, 0 warnings", 0),
        (
            {"docs/x.md": "Text\n[@aa].\n"},
            "docs/x.md:2:3: error: No reference has the key “aa”. Did you mean",
            1,
        ),
        (
            {"docs/x.md": "Text [@zzzzzz].\n"},
            "docs/x.md:1:8: error: No reference has the key “zzzzzz”. Add the",
            1,
        ),
        (
            {"docs/x.md": "<div>\nText [@a].\n</div>\n"},
            'docs/x.md:2:6: error: Add markdown="1" to the tag around this citation',
            1,
        ),
        ({"docs/x.md": '<div markdown="1">\nText [@a].\n</div>\n'}, "0 errors", 0),
        (
            {"docs/x.md": "<style>\n@media x {}\n</style> <!-- [@a] --> `[@a]` <i title='[@a]'>"},
            "0 errors",
            0,
        ),
        ({"docs/x.md": b"\xff\n"}, "docs/x.md:1:1: error: Save this file as UTF-8 [encoding]", 1),
        ({"docs/x.md": b"# X\n\nA\0b\n"}, "docs/x.md:3:1: error: Save this file as UTF-8 [encoding]", 1),
        ({"docs/.meta.yml": "a: [\n"}, "docs/.meta.yml:2:1: error: Mend this line", 1),
        (
            {"docs/_data/publisher.yml": "name: N\n"},
            "publisher.yml:1:1: warning: Fill in “contact”: an address",
            0,
        ),
        (
            {"docs/_data/publisher.yml": PUBLISHER.replace("c@d.example", "")},
            "publisher.yml:2:1: warning: Fill in “contact”",
            0,
        ),
        (
            {"docs/_data/publisher.yml": PUBLISHER + "phone: 1\n"},
            "publisher.yml:5:1: error: Take out “phone”",
            1,
        ),
        (
            {"docs/_data/publisher.yml": PUBLISHER.replace(": N", ": [N]")},
            "publisher.yml:1:1: error: Write “name” as a text",
            1,
        ),
        ({"docs/_data/x.md": "[@nope]"}, "7 pages and 1 reference read: 0 errors", 0),
    ],
)
def test_check_says_what_to_mend(project, capsys, files, said, code):
    project(files)
    assert main(["check"]) == code
    assert said in capsys.readouterr().out


def test_check_sorts_every_problem_and_counts(project, capsys):
    project({"docs/b.md": "[@x]\n\n[@y]", "docs/a.md": "---\nt: [\n---\n[@x]"})
    assert main(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines[:-1]] == [
        "docs/a.md:3:1",
        "docs/a.md:4:3",
        "docs/b.md:1:3",
        "docs/b.md:3:3",
    ]
    assert lines[-1] == "9 pages and 1 reference read: 4 errors, 0 warnings"


def test_check_of_a_folder_without_pages_says_where_to_run_it(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 2
    assert "citewell check FOLDER" in capsys.readouterr().err


def test_a_missing_bibliography_is_said_once(project, capsys):
    folder = project({"docs/x.md": "Text [@a; @b].\n"})
    (folder / "references.bib").unlink()
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("references.bib:1:1: error:")
    assert said.endswith("8 pages and 0 references read: 1 error, 0 warnings\n")


def test_a_control_character_cannot_reach_the_terminal(project, capsys):
    project({"docs/x.md": "Text [@a; x\x1bc; @a].\n"})
    main(["check"])
    said = capsys.readouterr().out
    assert "x c" in said, "the word is shown"
    assert "\x1b" not in said


@pytest.mark.parametrize(
    "command", [["-m", "citewell"], ["-c", "from citewell.cli import main; import sys; sys.exit(main())"]]
)
def test_the_command_runs_with_an_empty_environment(project, command):
    folder = project({"docs/x.md": "Text [@a].\n"})
    ran = subprocess.run(
        [sys.executable, *command, "check", str(folder)],
        env={"PATH": os.environ["PATH"]},
        cwd=folder.parent,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def test_a_mistyped_command_names_the_commands(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["chek"])
    assert stopped.value.code == 2
    assert "check" in capsys.readouterr().err


def test_a_reader_who_has_seen_enough_ends_a_command_quietly(project):
    folder = project({f"docs/{number}.md": "[@x]\n" * 200 for number in range(40)})
    command = f"'{sys.executable}' -m citewell check '{folder}' | head -n 1"
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert ran.stdout.count("\n") == 1
    assert ran.stderr == ""


def test_every_command_is_brought_by_the_room_that_is_named(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.findall(r"(?m)^    ([a-z-]+)", capsys.readouterr().out)
    assert listed == list(ROOMS)


@pytest.mark.parametrize("command", ROOMS)
def test_every_command_tells_what_it_does(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert "usage: citewell" in capsys.readouterr().out


def test_a_command_loads_its_own_room_alone(project):
    project({})
    code = "import sys; from citewell.cli import main; main(['check']); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert "citewell.registry.run" in loaded
    assert not {"starlette", "selectolax", "mammoth", "requests", "markdown"} & loaded
