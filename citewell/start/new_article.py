"""Starts an article in a site: a skeleton, or a draft of what was written elsewhere."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from citewell.bibliography.bibtex import NO_ENTRIES, read_bib_files
from citewell.bibliography.reference import Library
from citewell.checking import check_project
from citewell.drugs import PATH as DRUGS_PATH
from citewell.drugs import Drug, Drugs
from citewell.exports.bibtex import as_bibtex
from citewell.facts import nearest
from citewell.output import as_line
from citewell.problem import Problem
from citewell.site import BIBLIOGRAPHY, PAGES
from citewell.site_data import SiteData, load_site_data
from citewell.start.article_pages import skeleton
from citewell.start.article_plan import (
    MEDICINE,
    ArticlePlan,
    PlanError,
    checked_folder,
    folder_of,
    question_of,
)
from citewell.start.imported_article import ImportedArticle, imported
from citewell.start.new_entries import appended
from citewell.start.old_article.old_text import Leftover, UnreadableArticleError
from citewell.start.old_article.reader import read_old_article
from citewell.start.whole_folder import write_folder
from citewell.whole_file import replace_file

UNPLACED = ".unplaced.txt"
"""What an import could not place. Its name begins with a full stop, so that no engine publishes it."""


@dataclass(frozen=True)
class Wish:
    """What is asked for on the command line.

    Args:
        question: empty to take the title of the old article.
        topic: one of TOPICS.
        drug: the medicine's name in docs/_data/drugs.yml; empty for none.
        folder: of the article below docs/; empty for what the question makes.
        old: the file of an article that was written elsewhere, if there is one.
    """

    question: str
    topic: str
    drug: str = ""
    folder: str = ""
    old: Path | None = None


@dataclass(frozen=True)
class Started:
    """An article that stands.

    Args:
        plan: of it.
        files: their names, the first page first.
        problems: of its files and its new references.
        new_references: how many entries were added to the bibliography.
        found_references: how many of its works were there already.
        leftovers: what an import could not place.
    """

    plan: ArticlePlan
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    new_references: int = 0
    found_references: int = 0
    leftovers: tuple[Leftover, ...] = ()


def start_article(root: Path, wish: Wish, today: dt.date) -> Started:
    """Write an article into a site.

    Args:
        root: the site's folder.
        wish: what is to be started.
        today: the day of its publication, until somebody writes another.

    Raises:
        PlanError: what is wished for cannot be made.
        InTheWayError: its folder is there already.
    """
    data, _ = load_site_data(root / PAGES)
    library, old = Library(), None
    if wish.old:
        library = _sound_library(root)
        old = _imported(wish.old, library)
    question = question_of(wish.question or (old.sections.title if old else ""))
    plan = ArticlePlan(
        question,
        checked_folder(wish.folder) if wish.folder else folder_of(question),
        wish.topic,
        _drug(wish, data.drugs),
        _author(data),
        today,
    )
    folder = root / PAGES / plan.folder
    files = dict(old.files(plan) if old else skeleton(plan))
    leftovers = (*old.leftovers, *_old_title(wish, old)) if old else ()
    if leftovers:
        files[UNPLACED] = _unplaced(leftovers)
    _write(root, folder, files, old)
    return Started(
        plan,
        tuple(name for name in files if name.endswith(".md")),
        tuple(_problems(root, plan.folder, today, {entry.key for entry in old.entries} if old else set())),
        len(old.entries) if old else 0,
        old.found if old else 0,
        leftovers,
    )


def _imported(path: Path, library: Library) -> ImportedArticle:
    try:
        return imported(read_old_article(path), library)
    except UnreadableArticleError as error:
        raise PlanError(f"{path.name} was not brought in: {error}") from None


def _sound_library(root: Path) -> Library:
    """The bibliography, to which nothing is added while it is broken."""
    path = root / BIBLIOGRAPHY
    if not path.is_file():
        return Library()
    library, problems = read_bib_files([path], root)
    errors = [problem for problem in problems if problem.level == "error" and problem.rule != NO_ENTRIES]
    if errors:
        raise PlanError(
            f"Mend {BIBLIOGRAPHY} first, so that references can be added to it: {as_line(errors[0])}"
        )
    return library


def _drug(wish: Wish, drugs: Drugs) -> Drug | None:
    known = f"It knows: {', '.join(drugs)}" if drugs else "It knows none yet"
    if wish.topic != MEDICINE:
        if wish.drug:
            raise PlanError("Write --topic medicine, or leave out --drug: other topics have no medicine")
        return None
    if not wish.drug:
        raise PlanError(f"Name the medicine with --drug, as it stands in {DRUGS_PATH}. {known}")
    if wish.drug not in drugs:
        meant = nearest(wish.drug, drugs)
        raise PlanError(f"Add “{wish.drug}” to {DRUGS_PATH}, with its class and its label. {meant}{known}")
    return drugs[wish.drug]


def _author(data: SiteData) -> str:
    return f"The {data.publisher.name} editorial team" if data.publisher.name else ""


def _old_title(wish: Wish, old: ImportedArticle) -> tuple[Leftover, ...]:
    title = old.sections.title
    other = bool(wish.question) and bool(title) and title.casefold() != wish.question.strip().casefold()
    return (Leftover("The old title", "at the beginning", title),) if other else ()


def _unplaced(leftovers: tuple[Leftover, ...]) -> str:
    """Everything, with every word; the file is for the writer and can be deleted when it is done."""
    lines = ["What the import could not place. Delete this file when nothing in it is needed any more.", ""]
    for number, left in enumerate(leftovers, 1):
        lines += [f"{number}. {left.what} ({left.place})", *([f"   {left.words}"] if left.words else []), ""]
    return "\n".join(lines)


def _write(root: Path, folder: Path, files: Mapping[str, str], old: ImportedArticle | None) -> None:
    """The folder and the bibliography, both or none."""
    bibliography = root / BIBLIOGRAPHY
    before = bibliography.read_bytes() if bibliography.is_file() else None
    write_folder(folder, files)
    if old and old.entries:
        try:
            replace_file(bibliography, appended(before or b"", [as_bibtex(entry) for entry in old.entries]))
        except OSError as error:
            for name in files:
                (folder / name).unlink()
            folder.rmdir()
            raise PlanError(f"{BIBLIOGRAPHY} cannot be written: {error.strerror}") from None


def _problems(root: Path, folder: str, today: dt.date, entries: set[str]) -> list[Problem]:
    """What the rules say of the article, and of its new entries."""
    checked = check_project(root, today)
    lines = {reference.line for reference in checked.site.library if reference.key in entries}
    return [
        problem
        for problem in checked.problems
        if problem.path.startswith(f"{PAGES}/{folder}/")
        or (problem.path == BIBLIOGRAPHY and problem.line in lines)
    ]
