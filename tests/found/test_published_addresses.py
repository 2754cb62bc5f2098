"""The list of addresses: what is read of it, and what a build adds."""

import subprocess
from pathlib import Path

import pytest

from citewell.published_addresses import PATH, read_published_addresses, some, with_new_addresses
from tests.test_plugin import BIB, built

HEAD = with_new_addresses("", [""]).removesuffix("/\n")


@pytest.mark.parametrize(
    ("text", "addresses", "now"),
    [
        ("", ["b/", "", "a/"], f"{HEAD}/\na/\nb/\n"),
        ("# Ours\n/\nb/\n", ["a/", "b/"], "# Ours\n/\na/\nb/\n"),
        ("# Ours\nb/\na/\n", ["a/"], "# Ours\nb/\na/\n"),
        ("gone/\n", ["a/"], f"{HEAD}a/\ngone/\n"),
        ("/\nold.html\n", [""], "/\nold.html\n"),
        ("not an address\n", ["a/"], "not an address\n"),
    ],
    ids=["new", "added", "nothing-new", "nothing-goes", "a-file", "left-alone-when-broken"],
)
def test_new_addresses_are_added_and_none_is_taken_out(text, addresses, now):
    assert with_new_addresses(text, addresses) == now
    assert with_new_addresses(now, addresses) == now


def test_what_was_never_published_is_taken_out_when_it_is_gone():
    text = with_new_addresses("# Ours\n/\ndraft/\nold/\n", ["", "named/"], {"draft/"})
    assert text == "# Ours\n/\nnamed/\nold/\n"


def test_an_address_is_known_by_its_line():
    found, problems = read_published_addresses("# A\n\n/\na/b/\nc.html\n")
    assert (dict(found), problems) == ({"": 3, "a/b/": 4, "c.html": 5}, [])


@pytest.mark.parametrize("line", ["a", "https://a.example/", "a//b/", "../a/", "a/?b", "/a/", "a b/", "<b>/"])
def test_what_is_no_address_is_told_on_its_line(line):
    _, problems = read_published_addresses(f"a/\n{line}\n")
    assert [(problem.path, problem.line) for problem in problems] == [(PATH, 2)]


def test_a_message_names_some_and_counts_the_rest():
    assert some(["b/", "", "a/"]) == "/, a/, b/"
    assert some([f"{number}/" for number in range(7)]) == "0/, 1/, 2/, 3/, 4/ and 2 more"


CONFIG = (
    "site_name: S\ntheme: {name: material, font: false}\nplugins:\n  - citewell: {bib_file: references.bib}\n"
)


@pytest.fixture
def site(tmp_path):
    def make(**more):
        files = {
            "mkdocs.yml": CONFIG,
            "references.bib": BIB,
            "docs/index.md": "# H\n",
            "docs/a.md": "# A\n",
        } | more
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return make


def test_a_site_without_data_gets_no_list(site):
    folder = site()
    built(folder)
    assert not (folder / "docs/_data").exists()


def test_the_build_keeps_the_list_and_does_not_publish_it(site):
    folder = site(**{"docs/_data/publisher.yml": "name: N\n"})
    built(folder)
    listed = (folder / PATH).read_text(encoding="utf-8")
    assert listed == f"{HEAD}/\na/\nclaims/\nreferences-checked/\nreferences/\n"
    before = (folder / PATH).stat().st_mtime_ns
    built(folder)
    assert (folder / PATH).stat().st_mtime_ns == before, "nothing new: nothing is written"
    assert not list((folder / "site").rglob("published-addresses*"))


def test_a_page_that_gets_another_name_before_it_is_committed_leaves_no_line(site):
    folder = site(**{"docs/_data/publisher.yml": "name: N\n"})
    built(folder)
    who = ["-c", "user.name=T", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false"]
    for command in (["init"], ["add", "."], [*who, "commit", "-mT"]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
    (folder / "docs/draft.md").write_text("# D\n", encoding="utf-8")
    built(folder)
    assert "draft/" in (folder / PATH).read_text(encoding="utf-8")
    (folder / "docs/draft.md").rename(folder / "docs/named.md")
    built(folder)
    assert (folder / PATH).read_text(encoding="utf-8") == (
        f"{HEAD}/\na/\nclaims/\nnamed/\nreferences-checked/\nreferences/\n"
    )


def test_a_list_that_cannot_be_written_holds_no_build_up(site, monkeypatch, caplog):
    folder = site(**{"docs/_data/publisher.yml": "name: N\n"})
    write = Path.write_text

    def refuse(path, *arguments, **options):
        if path.name == "published-addresses.txt":
            raise PermissionError(13, "Permission denied")
        return write(path, *arguments, **options)

    monkeypatch.setattr(Path, "write_text", refuse)
    with caplog.at_level("INFO"):
        built(folder)
    assert "could not be added to docs/_data/published-addresses.txt: Permission denied" in caplog.text
