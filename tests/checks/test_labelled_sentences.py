"""How often the rules on evidence are right: precision and recall on sentences that people labelled."""

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from citewell.article import Page
from citewell.bibliography.bibtex import BibFile, read_library
from citewell.checks import (
    finding_terms,
    limits_of_the_source,
    named_slip,
    numbers_of_the_source,
    promised_time,
    scope_of_the_source,
    uncited_claim,
)
from citewell.crisis import PATH as CRISIS
from citewell.crisis import read_crisis_contacts
from citewell.page_facts import PageFacts
from citewell.page_text.page_text import page_text
from citewell.scope.notes import notes_of
from citewell.scope.told import phone_numbers_of, telling_of
from citewell.source import read_source
from citewell.terms import PATH as TERMS
from citewell.terms import read_terms
from citewell.wording import PATH as WORDING
from citewell.wording import read_wording

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FILES = ("labelled_sentences.md", "labelled_sentences_set_aside.md")
SOUND = "sound"
LEAST = {
    "numbers-of-the-source": 0.9,
    "scope-of-the-source": 0.9,
    "uncited-claim": 0.85,
    "limits-of-the-source": 0.85,
    "promised-time": 0.85,
    "named-slip": 0.85,
}
"""The least precision and the least recall of each rule."""

ERRORS = {3, 4, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 29, 30}
"""The claims of the earlier article that are wrong, unsupported or unsafe, each stopped by a named rule."""

_PART = re.compile(r"^## (?P<label>.+)\n(?P<lines>(?:(?!^## ).*\n?)*)", re.MULTILINE)
_LINE = re.compile(r"^- (?P<sentence>.+?)(?P<notes>(?: <!-- .*? -->)*)$", re.MULTILINE)
_ALSO = re.compile(r"<!-- also: (.+?) -->")
_ROW = re.compile(r"<!-- row (\d+)")


def labelled(name):
    """Each sentence, the rules that must stop it, and which claims of the earlier article it is."""
    for part in _PART.finditer((HERE / name).read_text(encoding="utf-8")):
        for line in _LINE.finditer(part["lines"]):
            rules = {part["label"], *_ALSO.findall(line["notes"])} - {SOUND}
            yield line["sentence"], rules, [int(row) for row in _ROW.findall(line["notes"])]


def read(path, reader):
    found, problems = reader((ROOT / path).read_text(encoding="utf-8"))
    assert problems == []
    return found


LIBRARY, PROBLEMS = read_library(
    [BibFile("references.bib", (HERE / "labelled_references.bib").read_text(encoding="utf-8"))]
)
VOCABULARY = read(TERMS, read_terms)
SLIPS = read_wording((ROOT / WORDING).read_text(encoding="utf-8"))[0]["slips"]
NOTES = notes_of(LIBRARY, VOCABULARY)
NUMBERS = phone_numbers_of(read(CRISIS, read_crisis_contacts))


def rules_that_stop(sentence):
    source, _ = read_source("docs/x.md", f"{sentence}\n")
    page = Page(source, PageFacts())
    telling, text = telling_of(page, NOTES, NUMBERS), page_text(page)
    problems = chain(
        numbers_of_the_source.check(telling),
        scope_of_the_source.check(telling, VOCABULARY),
        limits_of_the_source.check(telling, VOCABULARY),
        uncited_claim.check(text.passages, VOCABULARY, NUMBERS),
        promised_time.check(text.passages, NOTES),
        named_slip.check(text, SLIPS),
    )
    return {problem.rule for problem in problems}


def measured(name):
    """How often each rule was right, missed something, and found something sound wrong."""
    counts = {rule: Counter() for rule in LEAST}
    for sentence, expected, _ in labelled(name):
        found = rules_that_stop(sentence)
        for rule, count in counts.items():
            count["right"] += rule in found & expected
            count["missed"] += rule in expected - found
            count["alarm"] += rule in found - expected
    return counts


def test_the_works_of_the_labelled_sentences_are_sound():
    assert PROBLEMS == []
    assert list(finding_terms.check(LIBRARY, VOCABULARY)) == []


def test_there_are_enough_sentences_and_none_stands_twice():
    sentences = [sentence for name in FILES for sentence, _, _ in labelled(name)]
    assert len(sentences) >= 200
    assert len(set(sentences)) == len(sentences)
    sound = [sentence for name in FILES for sentence, rules, _ in labelled(name) if not rules]
    assert 0.35 < len(sound) / len(sentences) < 0.65


@pytest.mark.parametrize("name", FILES)
def test_precision_and_recall(name, capsys):
    counts = measured(name)
    figures = {
        rule: (
            count["right"] / (count["right"] + count["alarm"]),
            count["right"] / (count["right"] + count["missed"]),
        )
        for rule, count in counts.items()
    }
    with capsys.disabled():
        print(f"\n{name}")  # noqa: T201 - the figures are what this is for
        for rule, (precision, recall) in figures.items():
            shown = " ".join(f"{what} {number}" for what, number in sorted(counts[rule].items()))
            print(f"  {rule}: precision {precision:.2f}, recall {recall:.2f} ({shown})")  # noqa: T201
    for rule, (precision, recall) in figures.items():
        assert min(precision, recall) >= LEAST[rule], rule


def test_every_error_of_the_earlier_article_is_stopped_by_the_rule_that_is_named():
    seen = set()
    for name in FILES:
        for sentence, rules, rows in labelled(name):
            if rows:
                assert rules <= rules_that_stop(sentence), sentence
                seen.update(rows)
    assert seen == ERRORS
