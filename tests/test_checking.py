"""A pull request answers for what it brings, and for what keeps readers safe."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest

from citewell.about.pages import ABOUT_PAGES, MONEY
from citewell.brought import brought_and_older
from citewell.checking import check_change, check_project, pages_beside
from citewell.git import GitError
from citewell.problem import Problem
from tests.locks import checked_lock

EXAMPLE = Path(__file__).parent / "example_site"
TODAY = dt.date(2026, 6, 1)
BIB = """
@article{one2013, title = {One}, journal = {J}, year = {2013}, doi = {10.1000/1}}
@article{two2017, title = {Two}, journal = {J}, year = {2017}, doi = {10.1000/2}}
@online{label, title = {Label}, author = {{Maker}}, year = {2023}, url = {https://example.org/label}}
"""
ABOUT = {
    f"docs/{path}": f"""---
description: "{name}: what a reader of this fixture finds on this page, and on no other page of it."
---
# {name}

Words [@one2013; @two2017].
"""
    for path, name in ABOUT_PAGES.items()
    if path != MONEY
}
INDEX = """---
title: Can it?
description: Whether it can, what a label says about it, and what nobody has found out about it yet.
---
# Can it?

/// answer
It can, as a label says [@label]. Ask your doctor.
///

/// unknown
We found no systematic review of this.
///
"""
ARTICLE = {
    **ABOUT,
    "references.bib": BIB,
    "references.lock.json": checked_lock(BIB, dt.date(2026, 5, 1)),
    "docs/a/.meta.yml": (
        "article: Can it?\ndrug: aspirin\nauthor: A\npublished: 2026-01-01\nevidence: basic\n"
    ),
    "docs/a/index.md": INDEX,
}
LONG_ANSWER = INDEX.replace("It can,", f"It can, {'and ' * 60}")
NO_CRISIS = "---\nabout: [self-harm]\n---\n# Harm\n\nWords.\n"


class Project:
    """A project in a git checkout."""

    def __init__(self, folder):
        self.folder = folder
        shutil.copytree(EXAMPLE, folder)
        self._git("init", "--quiet", "--initial-branch=main")
        self.write(ARTICLE)
        self.commit()

    def write(self, files):
        for path, text in files.items():
            file = self.folder / path
            if text is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def commit(self):
        self._git("add", "--all")
        self._git("commit", "--quiet", "--allow-empty", "--message", "A change")

    def move(self, before, after):
        self._git("mv", before, after)

    def found(self, base="main"):
        """What a change brings or must mend, and what was there before: (path, rule) each."""
        checked = check_change(self.folder, base, TODAY)
        return tuple(
            [(problem.path, problem.rule) for problem in problems]
            for problems in (checked.problems, checked.older)
        )

    def _git(self, *arguments):
        who = ["-c", "user.name=T", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=self.folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path / "project")


def test_a_sound_change_has_nothing_to_mend(project):
    project.write({"docs/x.md": "# X\n\nWords [@two2017].\n"})
    assert project.found() == ([], [])


def test_a_fault_that_a_change_brings_holds_it_up(project):
    project.write({"docs/a/index.md": LONG_ANSWER})
    brought, older = project.found()
    assert ("docs/a/index.md", "short-answer") in brought
    assert older == []


def test_an_older_warning_holds_nobody_up(project):
    project.write({"docs/_data/publisher.yml": "name: N\n"})
    project.commit()
    project.write({"docs/x.md": "# X\n\nA typo less.\n"})
    brought, older = project.found("HEAD")
    assert brought == []
    assert {rule for _, rule in older} == {"publisher-facts"}


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        ({"docs/harm.md": NO_CRISIS}, "crisis-help"),
        ({"docs/y.md": "[Talk](https://www.talks.example/)\n"}, "paid-links"),
        ({"docs/y.md": "Words [@nobody].\n"}, "unknown-citation"),
        ({"docs/y.md": "---\ntitle: [\n---\n"}, "front-matter"),
    ],
)
def test_what_keeps_readers_safe_and_what_stops_the_build_is_mended_whoever_broke_it(project, files, rule):
    project.write(files)
    project.commit()
    project.write({"docs/x.md": "# X\n\nWords.\n"})
    assert [found for _, found in project.found("HEAD")[0]] == [rule]


def test_a_fault_that_only_moved_is_no_new_one(project):
    project.write({"docs/_data/publisher.yml": "name: N\ncontact:\n"})
    project.commit()
    project.write({"docs/_data/publisher.yml": "# Words\n\nname: N\ncontact:\n"})
    brought, older = project.found("HEAD")
    assert brought == []
    assert older


def test_a_page_that_is_moved_takes_its_faults_along():
    before = [Problem("docs/a.md", 3, 1, "x", "Mend")]
    now = [Problem("docs/b.md", 4, 1, "x", "Mend")]
    assert brought_and_older(now, before, {"docs/b.md": "docs/a.md"}) == ([], now)
    assert brought_and_older(now, before, {}) == (now, [])


def test_of_two_faults_alike_the_later_one_is_new():
    before = [Problem("docs/a.md", 3, 1, "x", "Mend")]
    now = [Problem("docs/a.md", line, 1, "x", "Mend") for line in (3, 9)]
    assert brought_and_older(now, before, {}) == ([now[1]], [now[0]])


def test_the_files_of_a_change_are_known_committed_or_not(project):
    project.write({"docs/x.md": "# X\n", "docs/ä ö.md": "# Ö\n", "docs/a/.meta.yml": None})
    assert check_change(project.folder, "main", TODAY).changed == {
        "docs/x.md",
        "docs/ä ö.md",
        "docs/a/.meta.yml",
    }


@pytest.mark.parametrize("base", ["nope", "--output=x", "-x", "main~9"])
def test_a_base_that_is_none_is_said(project, base):
    with pytest.raises(GitError):
        check_change(project.folder, base, TODAY)


def test_without_git_it_is_said(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "project")
    with pytest.raises(GitError):
        check_change(tmp_path / "project", "main", TODAY)


def test_a_silenced_rule_is_counted_and_a_safety_rule_is_not_silenced(project):
    allow = "<!-- citewell: allow short-answer: it has to be long here -->\n"
    project.write({"docs/a/index.md": LONG_ANSWER.replace("/// answer", f"{allow}/// answer")})
    checked = check_project(project.folder, TODAY)
    assert "short-answer" not in {problem.rule for problem in checked.problems}
    assert [problem.rule for problem in checked.silenced] == ["short-answer"]
    project.write(
        {"docs/harm.md": NO_CRISIS.replace("# Harm", "<!-- citewell: allow crisis-help: a b -->\n# Harm")}
    )
    found = {problem.rule for problem in check_project(project.folder, TODAY).problems}
    assert {"crisis-help", "silenced-rule"} <= found


@pytest.mark.parametrize(
    ("changed", "read"),
    [
        (["docs/a/index.md"], {"docs/a"}),
        (["docs/a/.meta.yml", "README.md", "tests/x.py"], {"docs/a"}),
        (["docs/a/index.md", "docs/index.md"], {"docs/a", "docs/index.md"}),
        (["docs/a/index.md", "docs/gone.md"], set()),
        (["docs/a/index.md", "references.bib"], set()),
        (["docs/a/index.md", "references.lock.json"], set()),
        (["docs/a/index.md", "docs/_data/drugs.yml"], set()),
        (["docs/about/money.md"], set()),
        (["docs/a/figure.svg"], set()),
        (["README.md"], set()),
    ],
)
def test_only_what_a_change_can_touch_is_read(project, changed, read):
    for path in ("docs/index.md", "docs/a/figure.svg"):
        (project.folder / path).write_text("# X\n", encoding="utf-8")
    assert pages_beside(project.folder, changed) == read


def test_what_is_left_unread_brings_no_fault(project):
    """Rules of the whole site, such as the required pages, do not run on a part of it."""
    project.write({"docs/a/index.md": INDEX.replace("We found", "Nobody found")})
    checked = check_change(project.folder, "main", TODAY, quick=True)
    assert checked.problems == ()
    assert [page.source.path for page in checked.site.pages] == ["docs/a/index.md"]


def test_two_processes_find_what_one_finds(project, monkeypatch):
    project.write(
        {f"docs/p{number}.md": f"# P {number}\n\nWords [@nobody{number}].\n" for number in range(6)}
    )
    alone = check_project(project.folder, TODAY)
    monkeypatch.setattr("citewell.shared_work.FEWEST", 2)
    together = check_project(project.folder, TODAY)
    assert together.problems == alone.problems
    assert len(together.problems) == 6


MORE = "A sentence that says something new about this. " * 8
ENTRY = "changes:\n  - {date: 2026-02-01, what: More was said., why: It was asked for.}\n"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"docs/a/index.md": f"{INDEX}\n{MORE}\n"}, True),
        ({"docs/a/index.md": INDEX.replace("[@label]", "[@label; @two2017]")}, True),
        ({"docs/a/index.md": INDEX.replace("as a label says", "as the label says")}, False),
        (
            {
                "docs/a/index.md": f"{INDEX}\n{MORE}\n",
                "docs/a/.meta.yml": ARTICLE["docs/a/.meta.yml"] + ENTRY,
            },
            False,
        ),
        ({"docs/a/new.md": f"---\ntitle: N\ndescription: N.\n---\n# N\n\n{MORE}\n"}, False),
        ({"docs/x.md": f"# X\n\n{MORE}\n"}, False),
    ],
    ids=["more said", "another source", "a word", "more said and told", "a new page", "no article"],
)
@pytest.mark.parametrize("quick", [True, False])
def test_readers_are_told_what_changed(project, files, told, quick):
    project.write(files)
    found = check_change(project.folder, "main", TODAY, quick=quick).problems
    assert ("unlogged-change" in {problem.rule for problem in found}) == told


def test_a_quick_check_does_not_call_a_comment_in_the_data_out_of_use(project):
    allow = "% citewell: allow missing-identifier: its address was not seen\n"
    allow += "@misc{x, title = {X}, howpublished = {P}, year = {2020}}\n"
    project.write({"references.bib": BIB + allow, "docs/x.md": "# X\n\nWords [@x].\n"})
    project.commit()
    project.write({"docs/x.md": "# X\n\nOther words [@x].\n"})
    checked = check_change(project.folder, "HEAD", TODAY, quick=True)
    assert (checked.problems, checked.older) == ((), ())


LIST = "docs/_data/published-addresses.txt"
PUBLISHED = "a/\na/one-page/\nold/\nx/\n"
GONE = "Put this list back: without it nobody would miss a/, a/one-page/, old/, x/ when they are gone"
LOST = (
    "Put these lines back and say with redirect_from which page takes their place, unless none does: x/ "
    "would lead nowhere"
)
LEADS = "Put these lines back, or nobody would miss where they lead when that is gone: old/"
MOVED_HERE = "---\nredirect_from: [old/]\n---\n# Y\n\nWords [@two2017].\n"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({LIST: None, "docs/x.md": None}, [("error", GONE)]),
        ({LIST: "# No lines\n"}, [("error", GONE)]),
        ({LIST: PUBLISHED.replace("x/\n", ""), "docs/x.md": None}, [("warning", LOST)]),
        ({LIST: PUBLISHED.replace("old/\n", "")}, [("warning", LEADS)]),
        ({LIST: PUBLISHED.replace("x/\n", "")}, []),
        ({LIST: f"# Words\n{PUBLISHED}"}, []),
        ({"docs/a/index.md": INDEX.replace("as a label", "as the label")}, []),
    ],
    ids=["the list", "all of it", "a line and its page", "a line that leads on", "a line", "none", "a page"],
)
@pytest.mark.parametrize("quick", [True, False])
def test_no_published_address_is_forgotten_unseen(project, files, told, quick):
    project.write({LIST: PUBLISHED, "docs/x.md": "# X\n\nWords [@two2017].\n", "docs/y.md": MOVED_HERE})
    project.commit()
    project.write(files)
    found = check_change(project.folder, "HEAD", TODAY, quick=quick).problems
    assert [(found.level, found.message) for found in found if found.rule == "published-addresses"] == told


def test_a_list_that_is_moved_away_is_missed_too(project):
    project.write({LIST: PUBLISHED, "docs/x.md": "# X\n"})
    project.commit()
    project.move(LIST, "addresses.txt")
    found = check_change(project.folder, "HEAD", TODAY).problems
    assert GONE in {problem.message for problem in found}


def test_an_address_that_nobody_has_committed_is_not_missed(project):
    project.write({LIST: "a/\na/one-page/\nold/\n", "docs/y.md": MOVED_HERE})
    project.commit()
    project.write({LIST: "a/\na/one-page/\nb/\nb/one-page/\nold/\ny/\n"})
    assert "published-addresses" not in {
        found.rule for found in check_project(project.folder, TODAY).problems
    }
    project.commit()
    told = [found for found in check_project(project.folder, TODAY).problems if found.path == LIST]
    assert [(problem.line, problem.rule) for problem in told if problem.level == "error"] == [
        (3, "published-addresses")
    ]


def test_a_folder_in_the_place_of_a_data_file_is_told(project):
    (project.folder / LIST).mkdir(parents=True)
    found = [problem for problem in check_project(project.folder, TODAY).problems if problem.path == LIST]
    assert [(problem.level, problem.message) for problem in found] == [
        ("error", "Write a file here: this is a folder of its name")
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", [LIST, "docs/_data/crisis.yml"])
def test_a_data_file_that_cannot_be_read_is_told_once(project, name, encoding):
    (project.folder / name).write_bytes("a/\n".encode(encoding))
    found = [problem for problem in check_project(project.folder, TODAY).problems if problem.path == name]
    assert [(problem.rule, problem.message) for problem in found] == [("encoding", "Save this file as UTF-8")]
