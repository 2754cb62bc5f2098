"""An article that was written elsewhere as a draft of this site: pages, new references, what is left over."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from citewell.bibliography.characters import excerpt, without_hidden
from citewell.bibliography.reference import Library, Reference
from citewell.checks.unwritten_text import to_write
from citewell.citations.grammar import find_groups
from citewell.source import Source
from citewell.start.article_pages import article_files
from citewell.start.article_plan import ArticlePlan
from citewell.start.new_entries import Placed, placed
from citewell.start.old_article.citation_marks import CitationMarks, prevailing_style
from citewell.start.old_article.footnotes import Footnotes, footnotes_of, with_footnotes
from citewell.start.old_article.headings import Part, parts_of
from citewell.start.old_article.old_text import Leftover, OldText
from citewell.start.old_article.reference_list import PrintedItem, printed_list
from citewell.start.old_sections import OldSections, old_sections

_SILENCING = re.compile(r"\b(citewell)[ \t]*:(?=[ \t]*[\w-]*allow)", re.IGNORECASE)
"""What would silence a rule: nothing that is brought in may do that."""


@dataclass(frozen=True)
class ImportedArticle:
    """What an import makes.

    Args:
        sections: the article in its pages.
        footnotes: name → text of the footnotes that name no work.
        entries: new ones for the bibliography.
        found: how many of its works the bibliography had already.
        leftovers: in the order of the old article.
    """

    sections: OldSections
    footnotes: Mapping[str, str]
    entries: tuple[Reference, ...]
    found: int
    leftovers: tuple[Leftover, ...]

    def files(self, plan: ArticlePlan) -> Mapping[str, str]:
        """The article's files: name → text."""
        sections = [
            replace(section, text=with_footnotes(section.text, self.footnotes))
            for section in self.sections.sections
        ]
        opening = with_footnotes(self.sections.opening, self.footnotes)
        return article_files(plan, sections, answer=self.sections.answer, opening=opening)


def imported(old: OldText, library: Library) -> ImportedArticle:
    """Make a draft of an old article.

    Args:
        old: as its format's reader gives it.
        library: the bibliography as it is.
    """
    text = _SILENCING.sub(r"\1", without_hidden(old.markdown))
    notes = footnotes_of(text)
    listed = printed_list(parts_of(notes.markdown))
    items = (*notes.works, *listed.items)
    works = placed([_work(item) for item in items], library)
    keys: dict[str, str] = {}
    leftovers = list(old.leftovers)
    for item, key in zip(items, works.keys, strict=True):
        if keys.setdefault(item.name, key) != key:
            leftovers.append(
                Leftover(f"A second number {item.name} in the list of references", f"@{key}", item.line)
            )
    marks = CitationMarks(
        MappingProxyType(keys), prevailing_style([part.text for part in listed.parts], keys)
    )
    parts = [_with_keys(part, marks, library, leftovers) for part in listed.parts]
    leftovers += marks.leftovers
    leftovers += [
        Leftover("Words in the list of references that belong to none", "in the list", words)
        for words in listed.beside
    ]
    leftovers += _left_of_works(items, works, marks.cited)
    leftovers += _left_of_footnotes(notes)
    return ImportedArticle(old_sections(parts), notes.others, works.new, len(works.found), tuple(leftovers))


def _work(item: PrintedItem) -> Reference:
    """The entry of an item; one that is in no known form says so in its note."""
    reference = item.printed.reference
    if item.printed.is_understood:
        return reference
    note = to_write("the fields of this entry, whose printed line stands whole in its title")
    return replace(reference, fields=MappingProxyType({**reference.fields, "note": note}))


def _with_keys(part: Part, marks: CitationMarks, library: Library, leftovers: list[Leftover]) -> Part:
    place = f"under “{excerpt(part.heading)}”" if part.level else "at the beginning"
    text = marks.placed(_with_known_citations(part.text, library, place, leftovers), place)
    heading = marks.placed(part.heading, place) if part.level else ""
    if heading != part.heading:
        leftovers.append(
            Leftover("A citation in a heading: cite its source in the text", place, part.heading)
        )
    return replace(part, text=text, heading=heading)


def _with_known_citations(text: str, library: Library, place: str, leftovers: list[Leftover]) -> str:
    """The text with those citations typed as [@key] put out of effect that the bibliography does not have."""
    for offset, group in reversed(list(find_groups(Source("", text).prose))):
        if isinstance(group, tuple) and all(library.get(citation.key) for citation in group):
            continue
        end = text.index("]", offset) + 1
        typed = text[offset - 1 : end]
        leftovers.append(Leftover("A citation whose key the bibliography does not have", place, typed))
        text = f"{text[: offset - 1]}{to_write(f'the source that {typed} named')}{text[end:]}"
    return text


def _left_of_works(items: Sequence[PrintedItem], works: Placed, cited: set[str]) -> list[Leftover]:
    left: list[Leftover] = []
    met = {key for item, key in zip(items, works.keys, strict=True) if item.name in cited}
    for item, key in zip(items, works.keys, strict=True):
        if not item.printed.is_understood and key not in works.found:
            left.append(
                Leftover(
                    "A reference in no known form: fill in the fields of its entry", f"@{key}", item.line
                )
            )
        elif item.printed.lost and key not in works.found:
            words = ", ".join(item.printed.lost)
            left.append(
                Leftover(f"Words of a reference that its entry does not hold ({words})", f"@{key}", item.line)
            )
        if key not in met:
            left.append(Leftover("A reference that the text does not cite", f"@{key}", item.line))
    return left


def _left_of_footnotes(notes: Footnotes) -> list[Leftover]:
    left = []
    for name, text in notes.others.items():
        what = (
            "A footnote that names no work"
            if f"[^{name}]" in notes.markdown
            else "A footnote that the text does not call up"
        )
        left.append(Leftover(what, f"footnote {name}", text))
    return left
