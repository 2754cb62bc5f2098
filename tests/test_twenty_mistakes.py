"""Mistakes that editors make, each on a branch of these pages: told on the line, with what to write."""

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from citewell.checking import check_change
from citewell.days import today

ROOT = Path(__file__).parents[1]
FOLDER = "docs/sertraline-and-crying"
INDEX, QUESTIONS = f"{FOLDER}/index.md", f"{FOLDER}/common-questions.md"
LINE = "You can miss someone badly and still not shed a tear."
"""A line of the article's first page that a mistake can take the place of."""


class Mistake(NamedTuple):
    """What an editor wrote instead of what stood there, and what is told at the line of `at`."""

    path: str
    before: str
    now: str
    at: str
    rule: str
    told: str


MISTAKES = {
    "a key mistyped": Mistake(
        INDEX,
        "[@holguinlew2013; @van",
        "[@holguinlew2031; @van",
        "@holguinlew2031",
        "unknown-citation",
        "Did you mean @holguinlew2013?",
    ),
    "a comma between two keys": Mistake(
        INDEX,
        "@holguinlew2013; @vanderveen2011; @opbroek2002].\n///\n\nOne",
        "@holguinlew2013, @vanderveen2011; @opbroek2002].\n///\n\nOne",
        "@holguinlew2013, @van",
        "unknown-citation",
        "Put a semicolon between two references",
    ),
    "a block mistyped": Mistake(
        INDEX,
        "/// unknown",
        "/// unknwon",
        "/// unknwon",
        "block",
        "Did you mean “unknown”?",
    ),
    "a block left open": Mistake(
        INDEX,
        "/// crisis\n///",
        "/// crisis",
        "/// boxed-warning",
        "block",
        "Close the block “crisis”",
    ),
    "a colon in a title": Mistake(
        INDEX,
        "title: Does sertraline",
        "title: Answer: does sertraline",
        "title: Answer",
        "front-matter",
        "Put a text that holds a colon",
    ),
    "digits changed round": Mistake(
        QUESTIONS,
        "46 in 100",
        "64 in 100",
        "64 in 100",
        "numbers-of-the-source",
        "46 in 100",
    ),
    "a number of something else": Mistake(
        INDEX,
        LINE,
        "46 in 100 people on sertraline cannot cry [@goodwin2017].",
        "46 in 100 people on sertraline",
        "scope-of-the-source",
        "goodwin2017",
    ),
    "a promise of time": Mistake(
        INDEX,
        LINE,
        "It goes away in a few weeks.",
        "It goes away",
        "promised-time",
        "",
    ),
    "one substance for another": Mistake(
        INDEX,
        LINE,
        "Serotonin cells also release glutamine.",
        "glutamine",
        "named-slip",
        "Write “glutamate”",
    ),
    "words that hurt": Mistake(
        INDEX,
        LINE,
        "Some people commit suicide.",
        "commit suicide",
        "suicide-wording",
        "Write",
    ),
    "an order to stop": Mistake(
        INDEX,
        LINE,
        "Stop taking sertraline if you cannot cry.",
        "Stop taking",
        "stop-taking",
        "whom to talk to",
    ),
    "a plan for stopping": Mistake(
        INDEX,
        LINE,
        "Take 50 mg for a week, then 25 mg for a week, then stop.",
        "Take 50 mg",
        "taper-schedule",
        "",
    ),
    "a number to call, typed": Mistake(
        INDEX,
        LINE,
        "In a crisis, call 1-800-273-8255.",
        "1-800",
        "crisis-numbers",
        "",
    ),
    "a link that somebody pays for": Mistake(
        INDEX,
        LINE,
        "Talk to [somebody](https://www.betterhelp.com/).",
        "betterhelp.com",
        "paid-links",
        "use the block /// referral | betterhelp",
    ),
    "a link that says nothing": Mistake(
        INDEX,
        LINE,
        "For more, [click here](does-it-pass.md).",
        "click here",
        "link-text",
        "",
    ),
    "a hard word": Mistake(
        INDEX,
        LINE,
        "Your medication may do this.",
        "medication",
        "plainer-words",
        "medicine",
    ),
    "a short form": Mistake(
        INDEX,
        LINE,
        "Don't wait until you cannot bear it.",
        "Don't wait",
        "contractions",
        "Write do not",
    ),
    "a number without a source": Mistake(
        INDEX,
        LINE,
        "About 9 in 10 people on sertraline feel better.",
        "9 in 10",
        "uncited-claim",
        "",
    ),
    "a review that nobody made": Mistake(
        f"{FOLDER}/.meta.yml",
        "review_status: not-reviewed",
        "review_status: reviewed",
        "review_status: reviewed",
        "page-facts",
        "Add “reviewed_by”",
    ),
    "the numbers to call taken out": Mistake(
        INDEX,
        "/// crisis\n///\n",
        "",
        "\n# Does sertraline",
        "antidepressant-warnings",
        "Add the block “crisis”",
    ),
    "a citation inside HTML": Mistake(
        INDEX,
        LINE,
        "<div>Some people cannot cry [@holguinlew2013].</div>",
        "<div>Some",
        "citation-in-html",
        'Add markdown="1"',
    ),
    "a DOI that is none": Mistake(
        "references.bib",
        "{10.1016/j.jad.2017.05.048}",
        "{j.jad.2017.05.048}",
        "{j.jad",
        "malformed-doi",
        "beginning with 10.",
    ),
    "an abbreviation out of nowhere": Mistake(
        INDEX,
        LINE,
        "It is often given for OCD.",
        "OCD",
        "abbreviations",
        "Write out “OCD”",
    ),
    "a word that allows no doubt": Mistake(
        INDEX,
        LINE,
        "This always passes [@sansone2010].",
        "always passes",
        "absolute-words",
        "always",
    ),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """This project's sources in a checkout of their own."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "references.bib", folder)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _commit(folder)
    return folder


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_on_its_line(project, mistake):
    _git(project, "checkout", "--quiet", "-B", "change", "main")
    file = project / mistake.path
    text = file.read_text(encoding="utf-8")
    assert mistake.before in text, "the page has changed: choose another place for this mistake"
    text = text.replace(mistake.before, mistake.now, 1)
    file.write_text(text, encoding="utf-8")
    _commit(project)
    checked = check_change(project, "main", today())
    line = text[: text.index(mistake.at)].count("\n") + 1
    told = [
        problem.message
        for problem in checked.problems
        if (problem.path, problem.line, problem.rule) == (mistake.path, line, mistake.rule)
    ]
    assert told, checked.problems
    assert any(mistake.told in message for message in told), told
    assert {problem.path for problem in checked.problems} == {mistake.path}, "and no other file is blamed"


def test_without_a_mistake_there_is_nothing_to_mend(project):
    _git(project, "checkout", "--quiet", "-B", "change", "main")
    file = project / INDEX
    file.write_text(
        file.read_text("utf-8").replace(LINE, "You can be sad and still not cry."), encoding="utf-8"
    )
    _commit(project)
    assert check_change(project, "main", today()).problems == ()


def _commit(folder):
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "A change")


def _git(folder, *arguments):
    who = ["-c", "user.name=T", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)
