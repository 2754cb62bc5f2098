"""The parts of an old article as pages: its title, its opening, its sections, its questions and answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citewell.checks.short_answer import SENTENCES, WORDS
from citewell.checks.unwritten_text import to_write
from citewell.made_pages import ONE_PAGE, QUESTION_SHEET
from citewell.plain_words import plain_words, sentences
from citewell.start.article_pages import QUESTIONS, Section
from citewell.start.article_plan import unique_name
from citewell.start.old_article.headings import Part
from citewell.start.old_article.marks import unmarked

_QUESTIONS = re.compile(
    r"(?:frequently asked|common|your|other|more)? ?questions(?: and answers)?|faqs?|q ?& ?a", re.IGNORECASE
)
_ANSWERS = re.compile(
    r"(?:the |a )?(?:short|quick|brief) answer|(?:the )?answer|in short|in brief|at a glance|tl;dr|"
    r"(?:the )?bottom line",
    re.IGNORECASE,
)
_CITED = re.compile(r"\[@[^\[\]]+\]")
_WITH_MEANING = re.compile(r"[<>]|///+|\[@")
"""Signs that begin a tag, a block or a citation: no title can hold them."""


@dataclass(frozen=True)
class OldSections:
    """An article in the pages that it becomes.

    Args:
        title: in plain words; empty where no heading is the title of all.
        answer: the short answer as Markdown, where the article begins with one that fits.
        opening: what stands before the first section.
        sections: in order.
    """

    title: str
    answer: str
    opening: str
    sections: tuple[Section, ...]


def old_sections(parts: Sequence[Part]) -> OldSections:
    """Divide an article by its headings: each of the highest level below the title becomes a page."""
    headed = [part for part in parts if part.level]
    title = _title(headed)
    rest = [part for part in parts if part is not title]
    levels = [part.level for part in rest if part.level]
    highest = min(levels, default=1)
    groups: list[list[Part]] = []
    opening = [title.text] if title else []
    for part in rest:
        if part.level == highest:
            groups.append([part])
        elif groups:
            groups[-1].append(part)
        else:
            opening.append(_written(part, highest - 1))
    answer = ""
    taken = {"index", ONE_PAGE.removesuffix(".md"), QUESTION_SHEET.removesuffix(".md")}
    sections = []
    for group in groups:
        words = plain_heading(group[0])
        short = (
            "" if answer or len(group) > 1 or not _ANSWERS.fullmatch(words) else short_answer(group[0].text)
        )
        if short:
            answer = short
            continue
        is_questions = bool(_QUESTIONS.fullmatch(words)) and QUESTIONS not in taken
        name = QUESTIONS if is_questions else unique_name(words, taken)
        taken.add(name)
        sections.append(Section(name, words, _questions(group) if is_questions else _text(group)))
    return OldSections(plain_heading(title) if title else "", answer, _joined(opening), tuple(sections))


def plain_heading(part: Part) -> str:
    """A heading in plain words, without citations; never empty."""
    words = _WITH_MEANING.sub("", unmarked(_CITED.sub("", part.heading))[0]).strip()
    return words or f"Section at line {part.line}"


def short_answer(text: str) -> str:
    """The text, where it can stand as the article's short answer; else an empty text."""
    words = plain_words(text)
    fits = (
        0 < len(words.split()) <= WORDS and len(sentences(words)) <= SENTENCES and "\n\n" not in text.strip()
    )
    return text.strip() if fits and _CITED.search(text) and "///" not in text else ""


def _title(headed: Sequence[Part]) -> Part | None:
    """The first heading, where no other is as high."""
    if not headed:
        return None
    first = headed[0]
    return (
        first
        if all(part.level > first.level for part in headed[1:]) and (len(headed) > 1 or first.level == 1)
        else None
    )


def _text(group: Sequence[Part]) -> str:
    first, *deeper = group
    text = _joined([first.text, *(_written(part, first.level) for part in deeper)])
    return text or to_write("the text of this section, which had none")


def _questions(group: Sequence[Part]) -> str:
    """A section of questions: what stands under each heading becomes the answer that unfolds."""
    first, *asked = group
    missing = to_write("the answer, which the old article had not")
    blocks = [f"/// faq | {plain_heading(part)}\n{part.text.strip() or missing}\n///" for part in asked]
    return _joined([first.text, *blocks]) or to_write("the questions and their answers")


def _written(part: Part, above: int) -> str:
    """A part below the title of a page, whose level in the old article was `above`."""
    if not part.level:
        return part.text
    return f"{'#' * max(2, min(part.level - above + 1, 6))} {part.heading}\n\n{part.text.strip()}"


def _joined(texts: Sequence[str]) -> str:
    return "\n\n".join(text.strip("\n") for text in texts if text.strip())
