import pytest

from citewell.article import Page
from citewell.checks.reading_grade import answer_counts, check, page_counts
from citewell.page_facts import PageFacts
from citewell.page_text.page_text import page_text
from citewell.reading_grade.grade import counts
from citewell.report.reading_grades import (
    ANSWER,
    PAGE,
    PartGrade,
    counted_sentences,
    grade_table,
    grades_of,
    in_order,
)
from citewell.source import read_source
from tests.report.editors_site import ANSWER as ANSWER_PAGE
from tests.report.editors_site import FILES, HARD, PLAIN


def text_of(typed, path="docs/x.md"):
    return page_text(Page(read_source(path, typed)[0], PageFacts()))


def grades(typed, left_out=frozenset()):
    return {grade.part: grade for grade in grades_of(text_of(typed), left_out)}


def test_a_page_and_its_answer_have_a_grade_each():
    found = grades(ANSWER_PAGE)
    assert set(found) == {PAGE, ANSWER}
    assert found[PAGE].aim == 8
    assert found[ANSWER].aim == 6
    assert found[ANSWER].grade > 15
    assert found[PAGE].grade < 8
    assert found[PAGE].pulled_up_by == ()


def test_the_sentences_that_pull_a_grade_up_stand_behind_their_lines():
    [hard] = grades(FILES["docs/tears/hard.md"]).values()
    assert hard.is_above_aim
    assert hard.pulled_up_by == (f"6: {HARD.strip()}", f"8: {HARD.strip()}")
    assert grades(ANSWER_PAGE)[ANSWER].pulled_up_by == (f"9: {HARD.strip()}",)


def test_the_hardest_comes_first_and_there_are_three_at_most():
    worse = "Pharmacokinetically incontrovertible antidepressant discontinuation symptomatology predominates."
    bad = "Individualised consideration necessitates understanding."
    typed = (
        f"{PLAIN}\n\n{HARD * 9}\n\nYou can ask. {bad}\n\n{worse} They help.\n\nUnderstanding is important.\n"
    )
    assert grades(typed)[PAGE].pulled_up_by == (f"7: {worse}", f"3: {HARD.strip()}", f"5: {bad}")


def test_sentences_are_told_in_words():
    hard = "Pharmacological *discontinuation* necessitates [individualised](x.md) consideration [@a]."
    [told] = grades(f"/// answer\n\n{hard} It is so.\n///\n")[ANSWER].pulled_up_by
    assert told == "3: Pharmacological discontinuation necessitates individualised consideration."


def test_a_page_that_is_one_sentence_is_pulled_up_by_nothing_else():
    [answer] = (
        part
        for part in grades_of(text_of(f"/// answer\n\n{HARD}\n///\n"), frozenset())
        if part.part == ANSWER
    )
    assert answer.is_above_aim
    assert answer.pulled_up_by == ()


def test_a_short_page_has_no_grade():
    [short] = grades(HARD * 3).values()
    assert (short.grade, short.is_above_aim, short.pulled_up_by) == (None, False, ())
    assert short.words == 24
    assert grades("# Title\n") == {}


@pytest.mark.parametrize("words", [99, 100, 101])
def test_the_rule_and_the_report_leave_the_same_pages_alone(words):
    text = text_of(f"{'Understanding ' * (words - 1)}necessitates.\n")
    [grade] = grades_of(text, frozenset())
    assert grade.words == words
    assert grade.is_above_aim == bool(list(check(text, frozenset())))


def test_names_of_medicines_are_not_counted():
    typed = "Sertraline sertraline sertraline helps. " * 40
    assert grades(typed, frozenset({"sertraline"}))[PAGE].grade is None
    assert grades(typed)[PAGE].words == 160


@pytest.mark.parametrize(
    ("typed", "part", "whole"),
    [
        (ANSWER_PAGE, PAGE, page_counts),
        (ANSWER_PAGE, ANSWER, answer_counts),
        (f"/// answer\n\n- a dose\n- Ask.\n///\n\n{PLAIN}", ANSWER, answer_counts),
        (f"Before it.\n\n/// answer\n\nIt can.\n///\n\n{PLAIN}", ANSWER, answer_counts),
        (f"{PLAIN}\n\nA paragraph without a stop\n", PAGE, page_counts),
        (FILES["docs/tears/hard.md"], PAGE, page_counts),
        (
            f"{PLAIN}\n\n- a dose\n- Ask them.\n- a tablet\n\n| a | b |\n|---|---|\n| c | d |\n",
            PAGE,
            page_counts,
        ),
    ],
)
def test_the_sentences_are_those_that_the_grade_is_made_of(typed, part, whole):
    text = text_of(typed)
    told = (sentence for _, sentence in counted_sentences(text, part))
    assert counts(told, frozenset()) == whole(text, frozenset())


def test_the_farthest_above_its_aim_comes_first_and_no_grade_last():
    parts = [
        PartGrade("c", PAGE, None, 8, 9),
        PartGrade("a", PAGE, 9.0, 8, 200),
        PartGrade("a", ANSWER, 8.5, 6, 40),
        PartGrade("b", PAGE, 4.0, 8, 200),
    ]
    assert [(part.page, part.part) for part in in_order(parts)] == [
        ("a", ANSWER),
        ("a", PAGE),
        ("b", PAGE),
        ("c", PAGE),
    ]
    figures = {figure.name: figure.value for figure in grade_table(parts).figures}
    assert figures == {
        "pages_graded": 2,
        "pages_above_aim": 1,
        "pages_median": 6.5,
        "answers_graded": 1,
        "answers_above_aim": 1,
        "answers_median": 8.5,
    }
    assert {figure.value for figure in grade_table([]).figures} == {0, None}


def test_a_grade_at_the_aim_is_not_above_it():
    assert not PartGrade("a", PAGE, 8.0, 8, 200).is_above_aim
    assert PartGrade("a", PAGE, 8.01, 8, 200).is_above_aim
