"""A pull request's commands, run in a checkout like GitHub's."""

import pytest

from tests.github.conftest import EXAMPLE, INDEX, SETTINGS
from tests.github.runner import run_job

MONEY, NUMBERS = "docs/_data/affiliates.yml", "docs/_data/crisis.yml"
AFFILIATES, CRISIS = ((EXAMPLE / name).read_text(encoding="utf-8") for name in (MONEY, NUMBERS))
CLEAN_CHANGE = {
    "docs/index.md": INDEX.replace(
        "Another sentence.", "Another sentence, mended. [More](https://new.example/more)."
    ),
    "docs/new.md": """---
description: A new page of a site of fixtures, which a pull request adds to it and to its menu.
---
# A new page

Words.
""",
    "mkdocs.yml": SETTINGS.replace("  - about/money.md", "  - new.md\n  - about/money.md"),
    MONEY: AFFILIATES.replace('partner_id: "42"', 'partner_id: "43"'),
    NUMBERS: CRISIS.replace("111 222", "111 223"),
}
WITHOUT_THE_OTHER_BUILD = ("Install what building needs", "Check what was written", "Build the pages")
ALL_STEPS = (
    *WITHOUT_THE_OTHER_BUILD,
    "See whether this changes content alone",
    "Build the pages as they are now",
    "Say what changes for readers",
)


@pytest.fixture(scope="module")
def clean(repository, tmp_path_factory):
    """The job that reads and builds the pages, of a change in which nothing is wrong."""
    folder = tmp_path_factory.mktemp("pull-request")
    checkout = repository.pull_request(folder / "checkout", CLEAN_CHANGE)
    return checkout, run_job("check.pages", checkout, folder)


def test_a_clean_change_goes_through(clean):
    _, ran = clean
    assert ran.failed is None, ran.steps[ran.failed].stdout + ran.steps[ran.failed].stderr
    assert tuple(ran.steps) == ALL_STEPS


def test_its_built_site_can_be_looked_at(clean):
    checkout, _ = clean
    assert "Another sentence, mended." in (checkout / "site/index.html").read_text(encoding="utf-8")
    assert (checkout / "site/new/index.html").is_file()


def test_a_change_to_content_runs_no_test_of_the_product(clean):
    assert clean[1].outputs == {"kind": "content"}


@pytest.mark.parametrize(
    "line",
    [
        "### Nothing to mend",
        "### What this change does to the pages",
        f"- **Who pays this site** (`{MONEY}`): `talks: partner_id` was `42` and is now `43`",
        (
            f"- **Whom to call in a crisis** (`{NUMBERS}`): `helplines: Line: call` was `111 222` and is now "
            "`111 223`"
        ),
        "- **New paid link**: `https://www.talks.example/?from=43` on `/`",
        "- **Paid link gone**: `https://www.talks.example/?from=42` on `/`",
        "- **New number to call**: `tel:111223` on `/`, `/404.html`",
        "- **Number to call gone**: `tel:111222` on `/`, `/404.html`",
        (
            "- **New link to another site**: `https://new.example/more` (no page linked to this host before) "
            "on `/`"
        ),
        "##### `/`: changed",
        "- Another sentence.",
        "+ Another sentence, mended.",
        "  One sentence [one2013].",
        "##### `/new/`: new page",
    ],
)
def test_the_summary_says_what_readers_get(clean, line):
    assert line in clean[1].summary.splitlines()


MISTAKES = [
    (
        "a key that no reference has",
        {"docs/index.md": INDEX.replace("@one2013", "@one2031")},
        "docs/index.md",
        6,
    ),
    ("a block that is not closed", {"docs/index.md": INDEX.rstrip().rstrip("/")}, "docs/index.md", 11),
    (
        "two values in one line of data",
        {NUMBERS: CRISIS + "a: b: c\n"},
        NUMBERS,
        5,
    ),
]


@pytest.mark.parametrize(
    ("files", "path", "line"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES]
)
def test_a_mistake_is_told_on_its_line_and_stops_the_rest(repository, tmp_path, files, path, line):
    checkout = repository.pull_request(tmp_path / "checkout", files)
    ran = run_job("check.pages", checkout, tmp_path)
    assert ran.failed == "Check what was written"
    assert f"::error file={path},line={line}," in ran.steps[ran.failed].stdout
    assert "### What to mend" in ran.summary
    assert not (checkout / "site").exists()


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"Makefile": "site:\n\ttrue\n"}, "more than content: Makefile"),
        ({"mkdocs.yml": SETTINGS + "hooks: [docs/hook.py]\n"}, "more than content: mkdocs.yml"),
        ({"docs/index.md": EXAMPLE / "references.bib"}, "more than content: docs/index.md"),
        (
            {"docs/a.md": "# A\n", ".github/workflows/x.yml": "on: push\n"},
            "more than content: .github/workflows/x.yml",
        ),
    ],
)
def test_a_change_to_more_than_content_runs_every_test(repository, tmp_path, files, told):
    checkout = repository.pull_request(tmp_path / "checkout", files)
    ran = run_job("check.pages", checkout, tmp_path, only=["See whether this changes content alone"])
    assert ran.outputs == {"kind": "product"}
    (step,) = ran.steps.values()
    assert step.stderr.splitlines() == [told]


def test_where_main_cannot_be_built_the_change_is_still_checked(new_repository, tmp_path):
    broken = new_repository({"docs/index.md": INDEX.replace("@one2013", "@nobody")})
    checkout = broken.pull_request(tmp_path / "checkout", {"docs/index.md": INDEX})
    ran = run_job("check.pages", checkout, tmp_path)
    assert ran.failed is None
    assert "so nothing can be compared" in ran.summary
    assert "Say what changes for readers" not in ran.steps
