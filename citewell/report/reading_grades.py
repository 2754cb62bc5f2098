"""Reading grades: of every page and every short answer, with the sentences that pull them up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from statistics import median
from types import MappingProxyType
from typing import Literal

from citewell.checks.reading_grade import OF_A_PAGE, OF_AN_ANSWER, answer_counts, page_counts
from citewell.page_text.page_text import PageText
from citewell.plain_words import plain_words
from citewell.reading_grade.grade import Counts, counts
from citewell.report.table import Column, Figure, Table

NAME = "reading-grades"
FEWEST_WORDS = 100
"""Of a shorter page no formula says anything; a short answer is short by design, and counted all the same."""
_MOST_SENTENCES = 3
_STOPS = (".", "!", "?", "…")

Part = Literal["page", "short answer"]
PAGE: Part = "page"
ANSWER: Part = "short answer"
AIMS: Mapping[Part, int] = MappingProxyType({PAGE: OF_A_PAGE, ANSWER: OF_AN_ANSWER})
"""The grades that they should not be above."""


@dataclass(frozen=True)
class PartGrade:
    """The grade of a page or of its short answer.

    Args:
        page: the path of its source.
        part: which of the two.
        grade: in years of school; None where there are too few words to tell.
        aim: that it should not be above.
        words: how many were counted.
        pulled_up_by: the sentences without which it would fall most, each behind its line; only where it is
            above the aim.
    """

    page: str
    part: Part
    grade: float | None
    aim: int
    words: int
    pulled_up_by: tuple[str, ...] = ()

    @property
    def is_above_aim(self) -> bool:
        """Whether it asks for more than it should."""
        return self.grade is not None and self.grade > self.aim


_COLUMNS = (
    Column("page", "Page"),
    Column("part", "Part"),
    Column("grade", "Grade", "tenths"),
    Column("aim", "Aim", "count"),
    Column("words", "Words", "count"),
    Column("pulled_up_by", "Pulled up by (line: sentence)", "list"),
)
_NOTES = (
    "A grade is the median of three formulas, in years of school.",
    "It shows where to look first; no formula knows what a reader understands.",
    f"A page of fewer than {FEWEST_WORDS} words has no grade.",
)


def grades_of(text: PageText, left_out: AbstractSet[str]) -> Iterator[PartGrade]:
    """The grade of a page, and of its short answer where it has one.

    Args:
        text: of the page.
        left_out: the words that are not counted: names of medicines.
    """
    page = page_counts(text, left_out)
    if page:
        grade = page.grade if page.words >= FEWEST_WORDS else None
        yield _part_grade(text, PAGE, page, grade, left_out)
    answer = answer_counts(text, left_out)
    if answer:
        yield _part_grade(text, ANSWER, answer, answer.grade, left_out)


def in_order(grades: Iterable[PartGrade]) -> list[PartGrade]:
    """Those first that are farthest above their aim; last those without a grade."""
    return sorted(
        grades,
        key=lambda part: (
            part.grade is None,
            -(part.grade - part.aim) if part.grade is not None else 0.0,
            part.page,
            part.part,
        ),
    )


def grade_table(grades: Sequence[PartGrade]) -> Table:
    """The grades as a table."""
    figures = [
        figure
        for part, name, words in ((PAGE, "pages", "Pages"), (ANSWER, "answers", "Short answers"))
        for figure in _figures([grade for grade in grades if grade.part == part], name, words)
    ]
    return Table(NAME, "Reading grades", _COLUMNS, grades, tuple(figures), _NOTES)


def _figures(grades: Sequence[PartGrade], name: str, words: str) -> Iterator[Figure]:
    graded = [part.grade for part in grades if part.grade is not None]
    above = sum(part.is_above_aim for part in grades)
    yield Figure(f"{name}_graded", f"{words} with a grade", len(graded))
    yield Figure(f"{name}_above_aim", f"{words} above the aim", above)
    yield Figure(f"{name}_median", f"{words}, median grade", median(graded) if graded else None, "tenths")


def _part_grade(
    text: PageText, part: Part, whole: Counts, grade: float | None, left_out: AbstractSet[str]
) -> PartGrade:
    is_above = grade is not None and grade > AIMS[part]
    hard = tuple(_hardest(text, part, whole, left_out)) if is_above else ()
    return PartGrade(text.page.source.path, part, grade, AIMS[part], whole.words, hard)


def _hardest(text: PageText, part: Part, whole: Counts, left_out: AbstractSet[str]) -> list[str]:
    """The sentences without which the grade would fall most, the hardest first."""
    falls = []
    for start, sentence in counted_sentences(text, part):
        own = counts((sentence,), left_out)
        rest = _without(whole, own) if own else None
        if rest and rest.grade < whole.grade:
            falls.append((rest.grade, start, sentence))
    hardest = dict.fromkeys(_with_line(text, start, sentence) for _, start, sentence in sorted(falls))
    return list(hardest)[:_MOST_SENTENCES]


def _with_line(text: PageText, start: int, sentence: str) -> str:
    begins = start + len(sentence) - len(sentence.lstrip())
    typed = text.page.source.text[begins : start + len(sentence)]
    return f"{text.page.source.place(begins)[0]}: {plain_words(typed)}"


def counted_sentences(text: PageText, part: Part) -> Iterator[tuple[int, str]]:
    """The sentences that the grade is made of; a test holds them to it."""
    answers = text.page.blocks("answer")
    for passage, sentences in text.sentences_by_passage:
        if part == ANSWER and not answers[0].body_start <= passage.start < answers[0].body_end:
            continue
        for start, sentence in sentences:
            if part == ANSWER or passage.kind != "item" or sentence.rstrip().endswith(_STOPS):
                yield start, sentence


def _without(whole: Counts, part: Counts) -> Counts | None:
    words = whole.words - part.words
    if not words:
        return None
    return Counts(
        whole.sentences - part.sentences,
        words,
        whole.letters - part.letters,
        whole.syllables - part.syllables,
        whole.long_words - part.long_words,
    )
