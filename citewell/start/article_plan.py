"""What an article is started from: its question, its folder, its topic and its medicine."""

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

from citewell.bibliography.characters import without_hidden
from citewell.drugs import Drug
from citewell.facts import holds_markup
from citewell.made_pages import CLAIM_LEDGER, REFERENCE_INDEX, THANK_YOU
from citewell.one_page.anchors import slug

MEDICINE, CONDITION, SYMPTOM, NO_TOPIC = "medicine", "condition", "symptom", "none"
TOPICS = (MEDICINE, CONDITION, SYMPTOM, NO_TOPIC)
LONGEST_QUESTION = 150
"""In characters: it is the page's title, and search engines cut it at about half of that."""
_LONGEST_FOLDER = 60
_FOLDER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TAKEN_BY_THE_SITE = frozenset(
    {PurePosixPath(page).stem for page in (CLAIM_LEDGER, REFERENCE_INDEX, THANK_YOU)}
) | {
    "about",
    "assets",
    "medicines",
    "topics",
    "search",
}


class PlanError(ValueError):
    """Something that no article can be started from; its text says what to write instead."""


@dataclass(frozen=True)
class ArticlePlan:
    """An article before it is written.

    Args:
        question: on one line, without markup.
        folder: its name below docs/.
        topic: one of TOPICS.
        drug: the medicine that it is about, if any.
        author: empty where nobody is known.
        published: the day it is started.
    """

    question: str
    folder: str
    topic: str
    drug: Drug | None
    author: str
    published: dt.date

    @property
    def is_about_health(self) -> bool:
        """Whether a reader may need a doctor over it."""
        return self.topic != NO_TOPIC

    @property
    def warns_of_stopping(self) -> bool:
        """Whether the class of its medicine says why not to stop suddenly."""
        return bool(self.drug and self.drug.do_not_stop)

    @property
    def has_boxed_warning(self) -> bool:
        """Whether the labels of its medicine's class have one."""
        return bool(self.drug and self.drug.boxed_warning)

    @property
    def names_crisis_lines(self) -> bool:
        """Whether its warnings send a reader to the crisis lines, or its medicine is an antidepressant."""
        return self.has_boxed_warning or bool(self.drug and self.drug.drug_class.antidepressant)


def question_of(typed: str) -> str:
    """A question as typed, on one line.

    Raises:
        PlanError: it is empty, too long, or holds markup.
    """
    question = " ".join(without_hidden(typed).split())
    if not any(character.isalnum() for character in question):
        raise PlanError(
            'Write the question that the article answers, as in citewell new article "Does X cause Y?"'
        )
    if holds_markup(question):
        raise PlanError("Write the question in words, without < and >")
    if "///" in question or "[@" in question:
        raise PlanError("Write the question in words, without /// and [@, which begin blocks and citations")
    if len(question) > LONGEST_QUESTION:
        raise PlanError(f"Cut the question to {LONGEST_QUESTION} characters: it has {len(question)}")
    return question


def folder_of(question: str) -> str:
    """The folder that a question's words make, cut between two words.

    Raises:
        PlanError: they make none, as those of another alphabet do.
    """
    words = slug(question).replace("_", "-").strip("-")
    words = re.sub(r"-{2,}", "-", words)
    if len(words) > _LONGEST_FOLDER:
        words = words[: _LONGEST_FOLDER + 1].rpartition("-")[0] or words[:_LONGEST_FOLDER]
    if not words:
        raise PlanError("Name the article's folder, which becomes its address: --folder does-x-cause-y")
    return checked_folder(words)


def checked_folder(name: str) -> str:
    """A folder's name as typed.

    Raises:
        PlanError: it cannot be an address, or the site has that address already.
    """
    if not _FOLDER.fullmatch(name) or len(name) > LONGEST_QUESTION:
        raise PlanError("Write --folder in small letters, digits and hyphens: does-x-cause-y")
    if name in _TAKEN_BY_THE_SITE:
        raise PlanError(f"Name another folder with --folder: the site itself has the address {name}/")
    return name


def unique_name(title: str, taken: Collection[str]) -> str:
    """The name of a section's file, without its ending: what its title makes, counted where it is taken."""
    name = (
        re.sub(r"-{2,}", "-", slug(title).replace("_", "-")).strip("-")[:_LONGEST_FOLDER].strip("-")
        or "section"
    )
    number, plain = 2, name
    while name in taken:
        name, number = f"{plain}-{number}", number + 1
    return name
