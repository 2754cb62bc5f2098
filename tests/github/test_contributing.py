"""The page for editors: what it says is so, what it tells to type runs, and it stays one screen long."""

import re
import subprocess
from xml.etree import ElementTree as etree  # noqa: N813

import markdown
import pytest
from bs4 import BeautifulSoup

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.checks.unknown_citation import ID, advice
from tests.github.workflow_files import ROOT, workflow

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGE = BeautifulSoup(markdown.markdown(TEXT), "html.parser")
PICTURES = sorted((ROOT / ".github/pictures").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "title", "style", "rect", "text", "tspan", "path", "circle"}
BUTTONS = {"Commit changes", "Propose changes", "Create pull request"}


def words(text):
    return " ".join(text.split())


def test_it_stays_one_screen_long():
    assert len(PAGE.text.split()) <= 340, (
        "at 838 pixels, GitHub's width, this many words are a screen of 1,080"
    )
    assert len(PAGE.select("img")) == 3


def test_it_begins_with_what_not_to_write():
    assert "Everybody can read what you write here" in PAGE.p.text
    assert "nothing about your own health" in PAGE.p.text


@pytest.mark.parametrize(
    "part", ["Change a page", "Add a reference", "Add an article", "What each check means", "Who approves"]
)
def test_it_has_every_part(part):
    assert part in [element.text.rstrip(".") for element in PAGE.select("strong, h2")]


def test_every_file_that_it_names_is_there():
    named = [element.get("href") or element["src"] for element in PAGE.select("a, img")]
    assert named
    for name in named:
        assert (ROOT / name).exists(), name


def test_the_checks_have_the_names_that_github_shows():
    jobs = workflow("check")["jobs"]
    names = {job["name"] for job in jobs.values()}
    assert names == {"Pages", "Tests"}
    assert names <= {element.text for element in PAGE.select("li strong")}
    (artifact,) = (
        step["with"]["name"] for step in jobs["pages"]["steps"] if "artifact" in step.get("uses", "")
    )
    assert artifact in {element.text for element in PAGE.select("li code")}


def test_every_command_runs(new_repository, tmp_path):
    checkout = new_repository().merged(tmp_path / "checkout", {})
    commands = [
        code.text for code in PAGE.select("code") if code.text.startswith(("make ", ".venv", "citewell"))
    ]
    assert commands == ["make check", "make site"]
    for command in commands:
        done = subprocess.run(command.split(), cwd=checkout, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (checkout / "site/index.html").is_file()


def test_every_picture_is_used_and_said_in_words():
    used = {image["src"]: image["alt"] for image in PAGE.select("img")}
    assert set(used) == {path.relative_to(ROOT).as_posix() for path in PICTURES}
    assert all(len(alt) > 60 for alt in used.values())
    assert all(button in used[".github/pictures/change-a-page.svg"] for button in BUTTONS)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_drawn_and_asks_for_nothing(path):
    tree = etree.parse(path)
    assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= DRAWN
    assert not re.search(r"href|url\(|@import|on\w+=", path.read_text(encoding="utf-8"))
    assert tree.getroot().get("aria-labelledby") == tree.find(f"{SVG}title").get("id")
    assert tree.find(f"{SVG}title").text


def drawn_words(name, kind):
    tree = etree.parse(ROOT / ".github/pictures" / name)
    return [words("".join(text.itertext())) for text in tree.iter(f"{SVG}text") if text.get("class") == kind]


def test_the_buttons_that_are_drawn_are_those_of_the_words():
    assert {text.rstrip("…") for text in drawn_words("change-a-page.svg", "on-button")} == BUTTONS


def test_the_message_that_is_drawn_is_the_one_that_is_told():
    library, _ = read_library([BibFile("x.bib", "@misc{goodwin2017, title={T}, year={2017}}")])
    (message,), (rule,) = (drawn_words("told-on-the-line.svg", kind) for kind in ("message", "what"))
    assert advice("goodwin2071", library).startswith(message)
    assert rule == ID
