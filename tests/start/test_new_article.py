"""`citewell new article`, from the command line to the built page."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from citewell.checking import check_project
from citewell.cli import main
from citewell.days import today
from citewell.start.article_plan import PlanError, folder_of, question_of, unique_name
from citewell.start.new_article import UNPLACED
from tests.start.sites import built, example_site, previewed, write_all

ARTICLES = Path(__file__).parent / "articles"
QUESTION = "Does X cause Y?"
FOLDER = "docs/does-x-cause-y"
UNWRITTEN = "unwritten-text"
NUMBERS = "numbers-of-the-source"
"""What only a writer can satisfy who has the source at hand: a number stands in the entry of its source."""
HEALTH = {"care"}
WARNED = {"do-not-stop", "boxed-warning", "crisis"}


@pytest.fixture
def site(tmp_path, monkeypatch):
    folder = example_site(tmp_path / "site")
    monkeypatch.chdir(folder)
    return folder


def new(*options):
    return main(["new", "article", *options])


def problems(folder, path=FOLDER):
    return [problem for problem in check_project(folder, today()).problems if problem.path.startswith(path)]


def read(path):
    return path.read_text(encoding="utf-8")


def blocks(folder):
    text = "".join(page.read_text(encoding="utf-8") for page in (folder / FOLDER).glob("*.md"))
    return set(re.findall(r"^/// ([\w-]+)", text, re.MULTILINE))


@pytest.mark.parametrize(
    ("options", "safety"),
    [
        (["--topic", "none"], set()),
        (["--topic", "condition"], HEALTH),
        (["--topic", "symptom"], HEALTH),
        (["--topic", "medicine", "--drug", "aspirin"], HEALTH),
        (["--topic", "medicine", "--drug", "sertraline"], HEALTH | WARNED),
    ],
)
def test_a_skeleton_keeps_every_rule_that_needs_no_writer_and_then_builds(site, capsys, options, safety):
    assert new(QUESTION, *options) == 0
    said = capsys.readouterr().out
    left = problems(site)
    assert {problem.rule for problem in left if problem.level == "error"} == {UNWRITTEN}
    assert f"What a writer has to do ({len(left)}):" in said
    assert blocks(site) & (HEALTH | WARNED) == safety
    about_stopping = {path.name for path in (site / FOLDER).glob("*.md") if "about: [stopping]" in read(path)}
    assert about_stopping == ({"what-can-be-done.md"} if safety >= WARNED else set())
    write_all(site / FOLDER)
    assert [problem for problem in problems(site) if problem.level == "error"] == []
    page = built(site)("does-x-cause-y/index.html")
    assert page.h1.text.startswith(QUESTION)
    assert page.select_one(".answer .citation").text == "(1)"
    assert bool(page.select(".care")) == bool(safety)
    is_warned = safety >= WARNED
    assert bool(page.select(".warning")) == is_warned
    assert page.select_one(".crisis, .safety-strip"), "whom to call"
    assert ("Do not stop sertraline" in page.text) == is_warned


def test_two_articles_stand_beside_each_other(site):
    assert new("Does sertraline cause Y?", "--topic", "medicine", "--drug", "sertraline") == 0
    assert new("Why do people cry?", "--topic", "condition") == 0
    for folder in (site / "docs").glob("*y"):
        write_all(folder)
    page = built(site)
    assert page("does-sertraline-cause-y/index.html").select(".warning")
    assert not page("why-do-people-cry/index.html").select(".warning")
    assert "Do not stop" not in page("why-do-people-cry/index.html").text


def test_no_words_of_a_skeleton_say_anything_of_health(site):
    new(QUESTION, "--topic", "condition")
    text = "".join(page.read_text(encoding="utf-8") for page in (site / FOLDER).glob("*.md"))
    said = re.sub(
        r"\[write: [^\]]*\]|^(?:title|description|about):.*$|^[#/ ].*$|^- ", "", text, flags=re.MULTILINE
    )
    assert {line for line in said.splitlines() if line.strip("- ")} == {
        "Read more about [what research found](what-research-found.md).",
        "Read more about [what can be done](what-can-be-done.md).",
        "Read more about [common questions](common-questions.md).",
    }
    assert not re.search(r"\d", re.sub(r"60 words|3 sentences|70 to 160", "", text)), (
        "a number that nobody gave"
    )


def test_the_facts_are_those_that_are_known(site):
    assert new(QUESTION, "--topic", "medicine", "--drug", "sertraline") == 0
    facts = (site / FOLDER / ".meta.yml").read_text(encoding="utf-8")
    assert facts == (
        f'article: "{QUESTION}"\ndrug: sertraline\n# topics: [what it is about, in words that readers use]\n'
        'author: "The N editorial team"\n'
        f"published: {dt.datetime.now().astimezone().date()}\nreview_status: not-reviewed\nevidence: basic\n"
    )
    (site / "docs" / "_data" / "publisher.yml").write_text("name:\n", encoding="utf-8")
    assert new("Another?", "--topic", "none") == 0
    assert "# author: who wrote it." in (site / "docs" / "another" / ".meta.yml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("site")
def test_the_lines_for_the_navigation_are_told(capsys):
    new('Does "X": cause Y?', "--topic", "none", "--folder", "x")
    said = capsys.readouterr().out
    assert '  - "Does \\"X\\": cause Y?":\n      - x/index.md\n      - x/what-research-found.md\n' in said
    assert "http://127.0.0.1:8000/x/" in said


@pytest.mark.parametrize(
    "question",
    [
        "He said: \"does it\" --- or 'not'?",
        "---\n- a: [b]",
        "# Not a heading?",
        "{{ 7 * 7 }} {% if %}",
        "[one] and *stars* and `code`",
        "Löst Süßholz Übelkeit aus? 日本",
        "x" * 150,
        "../../etc/passwd",
        "a & b &amp; c",
        "one\r\ntwo\tthree",
    ],
)
def test_a_hostile_question_becomes_safe_words(site, question):
    assert new(question, "--topic", "none", "--folder", "does-x-cause-y") == 0
    left = {problem.rule for problem in problems(site) if problem.level == "error"}
    assert left - {"page-title"} == {UNWRITTEN}, "a question may be longer than a title"
    write_all(site / FOLDER)
    page = built(site)("does-x-cause-y/index.html")
    for link in page.h1.select("a"):
        link.decompose()
    assert page.h1.text == " ".join(question.split())
    assert page.title.text.startswith(" ".join(question.split()))
    assert not page.select("script:not([src])[onerror], h1 script")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["", "--topic", "none"], "Write the question that the article answers"),
        (["?!", "--topic", "none"], "Write the question that the article answers"),
        (["<script>alert(1)</script>", "--topic", "none"], "Write the question in words, without < and >"),
        (["/// crisis", "--topic", "none"], "without /// and [@, which begin blocks and citations"),
        (["Is [@one2013] right?", "--topic", "none"], "without /// and [@, which begin blocks and citations"),
        (["x" * 151, "--topic", "none"], "Cut the question to 150 characters: it has 151"),
        (["日本語", "--topic", "none"], "Name the article's folder, which becomes its address: --folder"),
        (
            [QUESTION, "--topic", "none", "--folder", "../x"],
            "Write --folder in small letters, digits and hyphens",
        ),
        (
            [QUESTION, "--topic", "none", "--folder", "/x"],
            "Write --folder in small letters, digits and hyphens",
        ),
        (["Claims", "--topic", "none"], "the site itself has the address claims/"),
        ([QUESTION, "--topic", "none", "--folder", "about"], "the site itself has the address about/"),
        (
            [QUESTION, "--topic", "medicine"],
            "Name the medicine with --drug, as it stands in docs/_data/drugs.yml",
        ),
        ([QUESTION, "--topic", "medicine", "--drug", "sertralin"], "Did you mean “sertraline”?"),
        (
            [QUESTION, "--topic", "condition", "--drug", "aspirin"],
            "Write --topic medicine, or leave out --drug",
        ),
        (
            [QUESTION, "--topic", "none", "--from", "nowhere.md"],
            "nowhere.md was not brought in: it cannot be read",
        ),
        (
            [QUESTION, "--topic", "none", "--from", "x\x1b.pdf"],
            "x .pdf was not brought in: only .md, .txt, .html",
        ),
    ],
)
def test_what_cannot_be_started_says_what_to_write(site, capsys, options, said):
    before = sorted(site.rglob("*"))
    assert new(*options) == 2
    assert said in capsys.readouterr().err
    assert sorted(site.rglob("*")) == before


@pytest.mark.usefixtures("site")
def test_a_mistyped_topic_names_the_topics(capsys):
    with pytest.raises(SystemExit) as stopped:
        new(QUESTION, "--topic", "drug")
    assert stopped.value.code == 2
    assert "medicine" in capsys.readouterr().err


def test_nothing_is_ever_overwritten(site, capsys):
    assert new(QUESTION, "--topic", "none") == 0
    (site / FOLDER / "index.md").write_text("mine", encoding="utf-8")
    assert new(QUESTION, "--topic", "none") == 2
    assert "is there already. Nothing was written. Give the article another folder" in capsys.readouterr().err
    assert (site / FOLDER / "index.md").read_text(encoding="utf-8") == "mine"
    assert {path.name for path in (site / "docs").iterdir()} == {
        "_data",
        "about",
        "index.md",
        "does-x-cause-y",
    }


def test_a_link_to_elsewhere_is_not_written_through(site, tmp_path, capsys):
    (tmp_path / "elsewhere").mkdir()
    (site / FOLDER).symlink_to(tmp_path / "elsewhere")
    assert new(QUESTION, "--topic", "none") == 2
    assert "is there already" in capsys.readouterr().err
    assert not list((tmp_path / "elsewhere").iterdir())


def test_it_says_where_to_run_it(tmp_path, capsys):
    assert new(QUESTION, "--topic", "none", "--site", str(tmp_path)) == 2
    assert "Run this in the folder of a site" in capsys.readouterr().err


def bring_in(site, *options, name="old.md"):
    shutil.copy(ARTICLES / name, site)
    return new("--topic", "condition", "--from", name, "--folder", "does-x-cause-y", *options)


def test_an_old_article_is_a_draft_in_one_command(site, capsys):
    before = (site / "references.bib").read_bytes()
    assert bring_in(site) == 0
    said = capsys.readouterr().out
    assert (
        f"{FOLDER}/ is written: 3 pages; 4 new entries in references.bib, 0 that stood there already." in said
    )
    left = [*problems(site), *problems(site, "references.bib")]
    assert {problem.rule for problem in left if problem.level == "error"} == {UNWRITTEN, NUMBERS}
    assert f"What could not be placed (5), word for word in {FOLDER}/{UNPLACED}:" in said
    assert "- An image (near line 25): A chart of sleepy people chart.png" in said
    assert (site / "references.bib").read_bytes().startswith(before)
    kept = (site / FOLDER / UNPLACED).read_text(encoding="utf-8")
    assert "A chart of sleepy people chart.png" in kept
    assert "2021-04-01" in kept


@pytest.mark.parametrize("name", ["old.md", "old.txt", "old.html"])
def test_a_draft_builds_when_its_writer_is_done(site, name):
    assert bring_in(site, name=name) == 0
    write_all(site / FOLDER)
    section = site / FOLDER / "how-common-it-is.md"
    section.write_text(read(section).replace("46 of 100", "many"), encoding="utf-8")
    bibliography = site / "references.bib"
    text = bibliography.read_text(encoding="utf-8")
    bibliography.write_text(re.sub(r"  note .*\[write: .*\n", "", text), encoding="utf-8")
    page = built(site)
    section = page("does-x-cause-y/how-common-it-is/index.html")
    printed = section.select_one(".references").text
    assert (
        "Doe JA, Roe B. Sleepiness with zincol: a survey of adults. Acta Med. 2019 Oct;12(3):304-10."
        in printed
    )
    assert "In: Loe D, editor. The book of sleep. Oslo: Press; 2018. p. 93-113." in printed
    assert section.select_one(".citation").text == "(1)"
    assert not (site / "site" / "does-x-cause-y" / UNPLACED).exists()
    assert not section.select("script:not([src])") or "alert" not in str(section)


def test_a_draft_can_be_previewed_and_not_published(site, caplog):
    assert bring_in(site) == 0
    page = previewed(site)("does-x-cause-y/index.html")
    assert "[write: what nobody knows yet about this question]" in page.text
    with pytest.raises(Abort):
        built(site)
    assert "Write what nobody knows yet about this question, and take the brackets away" in caplog.text


def test_a_work_that_is_there_already_is_not_added_again(site, capsys):
    assert bring_in(site) == 0
    once = (site / "references.bib").read_bytes()
    assert new("--topic", "condition", "--from", "old.md", "--folder", "again") == 0
    assert "0 new entries in references.bib, 4 that stood there already" in capsys.readouterr().out
    assert (site / "references.bib").read_bytes() == once


def test_another_question_than_the_old_title_is_told(site, capsys):
    shutil.copy(ARTICLES / "old.md", site)
    assert new("Can zincol make you tired?", "--topic", "condition", "--from", "old.md") == 0
    assert "The old title (at the beginning): Does zincol make you sleepy?" in capsys.readouterr().out


def test_a_broken_bibliography_is_left_alone(site, capsys):
    (site / "references.bib").write_text("@article{a, title = {A}", encoding="utf-8")
    assert bring_in(site) == 2
    assert (
        "Mend references.bib first, so that references can be added to it: references.bib:1:"
        in capsys.readouterr().err
    )
    assert not (site / FOLDER).exists()


def test_the_pages_and_the_references_are_written_both_or_none(site, capsys):
    (site / "references.bib").unlink()
    (site / "references.bib").mkdir()
    assert bring_in(site) == 2
    assert "references.bib cannot be written" in capsys.readouterr().err
    assert not (site / FOLDER).exists()
    assert not [path for path in (site / "docs").iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize(
    ("question", "folder"),
    [
        ("Does X cause Y?", "does-x-cause-y"),
        ("  Hello --  World_again ", "hello-world-again"),
        ("Löst Süßholz Übelkeit aus?", "lost-suholz-ubelkeit-aus"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 90, "x" * 60),
    ],
)
def test_a_folder_is_named_by_the_words_of_the_question(question, folder):
    assert folder_of(question_of(question) if len(question) < 150 else question) == folder


def test_a_section_has_a_name_of_its_own():
    taken = {"index", "one-page"}
    assert unique_name("Index", taken) == "index-2"
    assert unique_name("One page", taken) == "one-page-2"
    assert unique_name("?!", taken) == "section"


def test_a_question_of_hidden_signs_alone_is_none():
    with pytest.raises(PlanError):
        question_of("\u200b\u202e")
