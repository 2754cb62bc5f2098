"""A page can be read after eight years of school, and a short answer after six.

The grade is the median of three formulas over what is written in sentences, without the names of medicines.
It points to the pages to look at first and never stops one: no formula knows what a reader understands (NIH
and AMA on reading grades; NHS service manual, health literacy; health-publishing rule L2).

Fails:
    Pharmacological discontinuation necessitates individualised consideration…

Passes:
    Talk to your doctor before you stop it.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from citewell.drugs import Drugs
from citewell.page_text.changing_a_medicine import medicine_names
from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.reading_grade.grade import Counts, counts
from citewell.wording import words_of

ID = "reading-grade"
OF_A_PAGE, OF_AN_ANSWER = 8, 6
_WORDS = 100
"""Of a shorter page no formula says anything."""
_STOPS = (".", "!", "?", "…")


def check(text: PageText, medicines: AbstractSet[str]) -> Iterator[Problem]:
    """The page and the answer that ask too much.

    Args:
        text: of the page.
        medicines: the words that are not counted.
    """
    page = page_counts(text, medicines)
    if page and page.words >= _WORDS and page.grade > OF_A_PAGE:
        yield text.problem(ID, text.page.source.body_offset, _advice("page", page, OF_A_PAGE), "warning")
    for block in text.page.blocks("answer"):
        answer = answer_counts(text, medicines)
        if answer and answer.grade > OF_AN_ANSWER:
            yield text.problem(ID, block.start, _advice("answer", answer, OF_AN_ANSWER), "warning")


def not_counted(drugs: Drugs) -> frozenset[str]:
    """The words of which the names of medicines are made: nobody can write them plainer."""
    words = {word for name in medicine_names(drugs) for word in words_of(name)}
    return frozenset(words | {f"{word}s" for word in words})


def page_counts(text: PageText, medicines: AbstractSet[str]) -> Counts | None:
    """What the grade of a page is made of; None for a page without sentences.

    Items of a list that end with no stop are no sentences: counted as short ones they would flatter the page.
    """
    return counts(
        (
            sentence
            for passage, sentences in text.sentences_by_passage
            for _, sentence in sentences
            if passage.kind != "item" or sentence.rstrip().endswith(_STOPS)
        ),
        medicines,
    )


def answer_counts(text: PageText, medicines: AbstractSet[str]) -> Counts | None:
    """The same of the short answer; None for a page that has none."""
    answers = text.page.blocks("answer")
    inside = (
        sentence
        for passage, sentences in text.sentences_by_passage
        for _, sentence in sentences
        if answers and answers[0].body_start <= passage.start < answers[0].body_end
    )
    return counts(inside, medicines)


def _advice(what: str, found: Counts, most: int) -> str:
    a_sentence, of_hundred = found.words / found.sentences, 100 * found.long_words / found.words
    return (
        f"Shorten sentences and words of this {what}: it reads like grade {found.grade:.1f}, and {most} is "
        f"the aim ({a_sentence:.0f} words a sentence, {of_hundred:.0f} in 100 words are long)"
    )
