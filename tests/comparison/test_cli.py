"""`citewell compare` and `citewell kind-of-change` on folders of their own."""

import shutil
import subprocess

import pytest

from citewell.cli import main

PARTNER = "p:\n  name: P\n"


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.fixture
def states(tmp_path):
    """A project before a change and after it."""
    common = {"docs/a/index.md": "", "docs/a/section.md": "", "docs/index.md": ""}
    before = {
        "site/index.html": "<p>Home",
        "site/a/index.html": "<p>Old.",
        "site/a/section/index.html": "<p>S",
    }
    now = {
        **before,
        "site/a/index.html": "<p>New.",
        "site/a/one-page/index.html": "<p>New.",
        "site/404.html": "<p>No",
    }
    return write(tmp_path / "before", {**common, **before}), write(
        tmp_path / "now", {**common, **now, "docs/_data/affiliates.yml": PARTNER}
    )


def test_it_prints_the_comparison(states, capsys):
    assert main(["compare", *map(str, states)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("### What this change does to the pages\n")
    assert "- **Who pays this site** (`docs/_data/affiliates.yml`): `p: name` is new: `P`" in said
    told = [line for line in said.splitlines() if line.startswith("##### ")]
    assert told == ["##### `/a/`: changed", "##### `/404.html`: new page", "##### `/a/one-page/`: new page"]


def test_it_adds_it_to_a_summary(states, tmp_path, capsys):
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    assert main(["compare", *map(str, states), "--summary", str(summary)]) == 0
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("Before.\n### What this change does")
    assert text.endswith("\n")
    assert capsys.readouterr().out == "Pages that read differently after this change: 1 changed, 2 new.\n"


def test_a_site_in_another_folder_is_found(states, capsys):
    for state in states:
        (state / "site").rename(state / "public")
    assert main(["compare", *map(str, states), "--site", "public"]) == 0
    assert "1 changed" in capsys.readouterr().out


def test_a_project_that_was_not_built_is_told(states, capsys):
    shutil.rmtree(states[0] / "site")
    assert main(["compare", *map(str, states)]) == 2
    assert "make site" in capsys.readouterr().err


@pytest.fixture
def checkout(tmp_path):
    """A repository with one commit."""
    folder = write(
        tmp_path / "checkout",
        {"docs/a.md": "Words that stay.\n" * 9, "mkdocs.yml": "nav: [a.md]\n", "x.py": "1\n" * 9},
    )
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "First"]):
        identity = ["-c", "user.name=An Editor", "-c", "user.email=editor@example.org"]
        subprocess.run(["git", *identity, *command], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize(
    ("files", "kind", "told"),
    [
        ({}, "content", []),
        ({"docs/a.md": "Other words.\n", "docs/b.md": "B\n"}, "content", []),
        ({"mkdocs.yml": "nav: [a.md, b.md]\n"}, "content", []),
        ({"mkdocs.yml": b"nav: [a.md]\n# \xff\n"}, "product", ["mkdocs.yml"]),
        ({"mkdocs.yml": "nav: [a.md]\nhooks: [x.py]\n"}, "product", ["mkdocs.yml"]),
        ({"x.py": "2\n", "docs/a.md": "B\n"}, "product", ["x.py"]),
    ],
)
def test_the_kind_of_a_change(checkout, capsys, files, kind, told):
    write(checkout, files)
    assert main(["kind-of-change", "main", str(checkout)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{kind}\n"
    assert said.err.splitlines() == [f"more than content: {path}" for path in told]


def test_a_link_that_takes_the_place_of_a_page_is_more_than_content(checkout, capsys):
    (checkout / "docs/a.md").unlink()
    (checkout / "docs/a.md").symlink_to("../x.py")
    assert main(["kind-of-change", "main", str(checkout)]) == 0
    assert capsys.readouterr().out == "product\n"


def test_a_file_that_is_only_moved_counts_where_it_was_too(checkout, capsys):
    subprocess.run(["git", "mv", "x.py", "docs/x.md"], cwd=checkout, check=True)
    assert main(["kind-of-change", "main", str(checkout)]) == 0
    assert capsys.readouterr().out == "product\n"


def test_a_base_that_git_does_not_know_is_told(checkout, capsys):
    assert main(["kind-of-change", "nowhere", str(checkout)]) == 2
    assert "nowhere" in capsys.readouterr().err
