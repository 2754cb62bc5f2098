"""Citation numbers of old texts become keys."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.citations.grammar import Citation, find_groups
from citewell.citations.numbering import Mark, printed
from citewell.start.old_article.citation_marks import CitationMarks, prevailing_style
from citewell.start.old_article.numbers import numbers_in

KEYS = {"1": "a", "2": "b", "3": "c", "4": "c", "5": "e", "6": "f", "^n1": "n"}
ROWS = [
    [cell.strip().replace("∅", "") for cell in row.strip("|").split(" | ")]
    for row in (Path(__file__).parent / "citation-marks.md").read_text(encoding="utf-8").splitlines()
    if row.startswith("| ") and not row.startswith("| old text")
]


def placed(text, keys=KEYS):
    marks = CitationMarks(keys, prevailing_style([text], keys))
    return marks.placed(text, "here"), marks


@pytest.mark.parametrize(("old", "new", "said"), ROWS)
def test_a_mark_becomes_a_citation(old, new, said):
    text, marks = placed(old)
    assert text == new
    assert "; ".join(left.what for left in marks.leftovers) == said


def test_every_key_of_a_new_text_was_called_up():
    for old, new, _ in ROWS:
        _, marks = placed(old)
        keys = {citation.key for _, group in find_groups(new) for citation in group}
        assert {KEYS[name] for name in marks.cited} == keys, old


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (["a (1) b (2)", "c^3^"], "round"),
        (["a^1^ b^2^ (3)"], "raised"),
        (["a [1] b"], "square"),
        (["nothing (99)"], ""),
        (["`(1)`"], ""),
        ([], ""),
    ],
)
def test_the_style_that_most_marks_have_is_that_of_the_text(texts, style):
    assert prevailing_style(texts, KEYS) == style


def test_numbers_of_another_style_are_no_marks():
    text, _ = placed("Of these (1) were women.^1^ Others.^2^")
    assert text == "Of these (1) were women [@a]. Others [@b]."


def test_without_a_list_every_mark_waits_for_its_source():
    text, marks = placed("They cry.^1^", {})
    assert text.startswith("They cry.¹ [write: the source that “¹” stands for")
    assert [left.what for left in marks.leftovers] == ["The list of references has no number 1"]


@given(st.sets(st.integers(1, 999), min_size=1, max_size=12))
def test_numbers_that_this_site_prints_are_read_back(numbers):
    ordered = sorted(numbers)
    group = tuple(Citation(str(number), 0) for number in ordered)
    mark = "".join(
        str(token.number) if isinstance(token, Mark) else token for token in printed(group, ordered)
    )
    assert numbers_in(mark.strip("()")) == ordered


@given(st.text(st.characters(blacklist_categories=("Nd", "No", "Cs")), max_size=80))
def test_a_text_without_numbers_stays_as_it_is(text):
    assert placed(text)[0] == text
