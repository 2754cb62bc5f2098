"""The page on style keeps its word: what stands under Before is told, what stands under After is not."""

import re
import shutil
from pathlib import Path

import pytest

from citewell.checking import check_project
from citewell.days import today
from citewell.registry.run import ALL

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "editors" / "style.md").read_text(encoding="utf-8")
ROWS = [row for row in re.findall(r"(?m)^\| (.+?) \| (.+?) \|$", PAGE) if row[0] != "Before"]
FOLDER = "docs/sertraline-and-crying"


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The problems of this project with a page for each example, by the page's file."""
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "docs", project / "docs")
    shutil.copy(ROOT / "references.bib", project)
    for number, row in enumerate(ROWS):
        for side, text in zip(("before", "after"), row, strict=True):
            title = f"A page, {side} {number}"
            description = f"{title}: a page by which the examples for editors are held to their word."
            page = f"---\ntitle: {title}\ndescription: '{description}'\n---\n\n# A page\n\n"
            page += f"{text.replace('../', '')}\n"
            page = page.replace("(sertraline-and-crying/", "(")
            (project / FOLDER / f"{side}-{number}.md").write_text(page, encoding="utf-8")
    found = {}
    for problem in check_project(project, today()).problems:
        found.setdefault(problem.path.removeprefix(f"{FOLDER}/"), []).append(problem)
    return found


def test_there_are_examples():
    assert len(ROWS) > 10


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[before for before, _ in ROWS])
def test_an_example_is_told_and_mended(told, number):
    assert told.get(f"before-{number}.md"), "no rule finds anything in what is not to be written"
    assert told.get(f"after-{number}.md", []) == []


def test_the_commands_name_a_rule():
    named = re.findall(r"citewell rules ([a-z-]+)`", PAGE)
    assert named
    assert set(named) <= {rule.id for rule in ALL}
