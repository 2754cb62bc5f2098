"""The first article says what its evidence supports; the errors of an earlier article stay out."""

import re
from pathlib import Path

import pytest

from citewell.citations.grammar import find_groups
from citewell.days import today
from citewell.site import load_site
from citewell.source import read_source

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "sertraline-and-crying"
PAGES = sorted(FOLDER.glob("*.md"))
SECTIONS = {
    "index": "the short answer",
    "how-it-might-happen": "how it might happen",
    "what-research-found": "what research found",
    "what-makes-it-more-or-less-likely": "what makes it more or less likely",
    "what-can-be-done": "what can be done about it",
    "does-it-pass": "what it means and whether it passes",
    "common-questions": "common questions",
}
SIX = ["holguinlew2013", "goodwin2017", "singh2023", "fischer2015", "marazziti2019", "alomar2014"]


def page(path):
    source, problems = read_source(path.name, path.read_text(encoding="utf-8"))
    assert problems == []
    return source


def body(path):
    source = page(path)
    return source.text[source.body_offset :]


def cited(path):
    return {citation.key for _, group in find_groups(page(path).prose) for citation in group}


def paragraphs(path):
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", body(path))]


def test_each_section_is_a_page():
    assert {path.stem for path in PAGES} == set(SECTIONS)


@pytest.mark.parametrize("key", SIX)
def test_each_of_the_six_references_is_cited(key):
    assert any(key in cited(path) for path in PAGES)


def test_every_reference_of_the_bibliography_is_cited():
    site, problems = load_site(ROOT, today())
    assert [problem for problem in problems if problem.level == "error"] == []
    everywhere = set().union(*(cited(path) for path in (ROOT / "docs").rglob("*.md")))
    assert {reference.key for reference in site.library} <= everywhere


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_worth_a_visit_and_says_what_it_is_about(path):
    metadata = page(path).metadata
    assert len(body(path).split()) >= 150
    assert 0 < len(metadata["title"]) <= 60
    assert 70 <= len(metadata["description"]) <= 160
    assert len(re.findall(r"(?m)^# ", body(path))) == 1


@pytest.mark.parametrize("fact", ["title", "description"])
def test_no_two_pages_have_the_same(fact):
    values = [page(path).metadata[fact] for path in (ROOT / "docs").rglob("*.md")]
    assert len(values) == len(set(values))


ERRORS = {
    "it is glutamate": r"glutamine",
    "no study gives a rate for sertraline": r"\b(about|nearly|roughly|around) half of (users|people|those)",
    "40 to 60 per cent pools unlike surveys": r"\b40\b.{0,12}\b60 (in|%|per)",
    "nobody can promise weeks": r"\b(goes|go|passes|eases) (away )?(with)?in (a few|\d+) (weeks|months)",
    "a late start of the benefit explains no lost tears": r"delayed onset|takes time to work before",
    "nobody is urged to go on": r"\b(I|we) urge\b|\bkeep taking it\b|\bmust (continue|go on)\b",
    "nobody is let stop alone": r"unless it is too|unless too bothersome|you can stop if",
    "kidney disease is no risk shown": r"kidney disease (raises|increases)",
    "no lifestyle step has been shown": r"(cut|reduce|stop) (alcohol|smoking) to",
    "blunting is no sadness": r"numbness and sadness",
    "no chemical imbalance": r"chemical imbalance",
    "no advertisement": r"betterhelp",
    "no taper schedule": r"\b(every|each) (\d+|two|four) weeks (by|reduce|lower)",
}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("pattern", ERRORS.values(), ids=ERRORS)
def test_no_error_of_the_earlier_article_returns(path, pattern):
    assert not re.search(pattern, body(path), re.IGNORECASE)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_46_in_100_stands_with_its_scope(path):
    """The survey counted dulled feelings on any antidepressant, not lost tears on sertraline."""
    found = [text for text in paragraphs(path) if re.search(r"\b46\b", text) and "|" not in text]
    for text in found:
        assert "goodwin2017" in text or "blunting-survey" in text
        assert re.search(r"any (anti|kind|other)|antidepressant", text)
        assert re.search(r"dulled|blunt", text)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_sentence_with_a_number_of_a_study_is_cited(path):
    prose = re.sub(r"(?m)^(#|\||!\[|title:|description:|- (United|Ireland|other)).*$", "", body(path))
    for text in re.split(r"\n\s*\n", prose):
        for sentence in re.split(r"(?<=[.?!])\s+(?=[A-Z])", " ".join(text.split())):
            if re.search(r"\b\d+ (in 100|people|women|volunteers|weeks|patients)\b", sentence):
                assert "[@" in sentence or "That number" in sentence or "You may see" in sentence, sentence


def test_the_index_alone_answers():
    text = body(FOLDER / "index.md")
    for target in sorted(set(SECTIONS) - {"index"}):
        assert f"({target}.md)" in text
    opening = text.split("\n## ")[0]
    assert "Zoloft" in opening
    assert "Lustral" in opening
    assert "/// do-not-stop" in opening


def test_three_claims_or_more_say_who_was_studied():
    site, _ = load_site(ROOT, today())
    article = next(article for article in site.articles if article.folder == "docs/sertraline-and-crying")
    claims = [block for page in article.pages for block in page.blocks("claim")]
    assert len(claims) >= 3


def test_the_crisis_numbers_are_those_of_the_evidence():
    contacts = load_site(ROOT, today())[0].data.crisis
    assert {(line.region, line.call, line.address) for line in contacts.helplines} == {
        ("United States", "988", ""),
        ("United Kingdom and Ireland", "116 123", ""),
        ("other countries", "", "https://findahelpline.com"),
    }
    assert {number for country in contacts.emergency for number in country.numbers} == {"911", "999", "112"}


def test_the_figure_shows_the_numbers_of_the_bibliography():
    site, _ = load_site(ROOT, today())
    survey = [
        finding
        for finding in site.library.get("goodwin2017").findings
        if finding.outcome == "emotional blunting"
    ]
    figure = (FOLDER / "figures" / "blunting-survey.svg").read_text(encoding="utf-8")
    assert len(survey) == 3
    for finding in survey:
        number = re.match(r"\d+", finding.value).group()
        assert re.search(rf">\s*{number}\b", figure)
        assert number in (FOLDER / "what-research-found.md").read_text(encoding="utf-8")
    assert 'role="img"' in figure
    assert "<title" in figure
    assert "<desc" in figure
