"""The files of an article: its facts, its first page, its sections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from citewell.article import INDEX
from citewell.front_matter import FOLDER_FILE
from citewell.start.article_plan import ArticlePlan
from citewell.start.templates import filled_in

TEMPLATES = Path(__file__).with_name("article_files")
QUESTIONS = "common-questions"
"""The file of the questions and answers, without its ending."""


@dataclass(frozen=True)
class Section:
    """A page of an article beside its first one.

    Args:
        name: of its file, without the ending.
        title: in plain words.
        text: below the title, as Markdown.
        lead: what its part on the first page has to say, for a section that has a part there.
        linked: its title inside a sentence.
        is_about_stopping: whether it is about stopping the medicine.
    """

    name: str
    title: str
    text: str
    lead: str = ""
    linked: str = ""
    is_about_stopping: bool = False

    @property
    def file(self) -> str:
        """Its file's name."""
        return f"{self.name}.md"


def article_files(
    plan: ArticlePlan, sections: Sequence[Section], *, answer: str = "", opening: str = ""
) -> Mapping[str, str]:
    """The article's files: name → text.

    Args:
        plan: of the article.
        sections: in reading order.
        answer: the short answer as Markdown; empty where it is still to be written.
        opening: what the first page says after the answer, as Markdown.
    """
    values = {"article": plan, "sections": sections, "answer": answer, "opening": opening}
    values["links"] = [section for section in sections if not section.lead]
    files = {
        FOLDER_FILE: filled_in(TEMPLATES / "meta.yml.jinja", values),
        INDEX: filled_in(TEMPLATES / "index.md.jinja", values),
    }
    for section in sections:
        files[section.file] = filled_in(TEMPLATES / "section.md.jinja", {"section": section})
    return {name: text.rstrip("\n") + "\n" for name, text in files.items()}


def skeleton(plan: ArticlePlan) -> Mapping[str, str]:
    """The files of an article that nobody has written yet."""
    sections = [
        Section(
            "what-research-found",
            "What research found",
            _text("what-research-found"),
            "the result in two or three sentences with their sources",
            "what research found",
        )
    ]
    if plan.is_about_health:
        sections.append(
            Section(
                "what-can-be-done",
                "What can be done",
                _text("what-can-be-done"),
                "the choices in two or three sentences with their sources",
                "what can be done",
                is_about_stopping=plan.warns_of_stopping,
            )
        )
    sections.append(
        Section(
            QUESTIONS,
            "Common questions",
            _text(QUESTIONS),
            "what else readers ask, in a sentence",
            "common questions",
        )
    )
    return article_files(plan, sections)


def _text(name: str) -> str:
    return filled_in(TEMPLATES / f"{name}.md.jinja", {})
