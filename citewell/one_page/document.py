"""Makes one Markdown document of the pages of an article.

What a page defines for itself alone (its title, the ids of its headings, its footnotes, its warnings) has to
live with the same of the other pages. Everything is changed in place, by offsets, so all else stays as typed.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citewell.article import Page
from citewell.blocks.kinds import LEVEL
from citewell.boxes.unknown import HEADING as UNKNOWN
from citewell.citations.reference_list import HEADING_ID as REFERENCES
from citewell.made_front_matter import made_front_matter
from citewell.one_page.anchors import Anchor, box_anchors, find_anchors, slug, unique
from citewell.one_page.definitions import edits_of_names, find_definitions
from citewell.one_page.edits import Edit, edited
from citewell.one_page.headings import Heading, find_headings
from citewell.one_page.left_out import Cut, lists_of_references, repeated_blocks
from citewell.one_page.links import Section, link_edits
from citewell.plain_words import plain_words

TITLE_ID = "article"
LIST_COMMANDS = ("\\bibliography", "\\full_bibliography")


@dataclass(frozen=True)
class _Part:
    """A page with what was found on it."""

    page: Page
    name: str
    headings: list[Heading]
    title: Heading | None
    anchors: list[Anchor]
    cuts: list[Cut]

    def cut(self, start: int) -> Cut | None:
        """The piece to be left out in which something stands."""
        return next((cut for cut in self.cuts if cut.start <= start < cut.end), None)


def one_page(pages: Sequence[Page], *, list_commands: Sequence[str] = LIST_COMMANDS) -> str:
    """An article as one Markdown document with front matter, to be rendered in the folder of its first page.

    The first page keeps its title and its headings. Each other page becomes a section: its title is a heading
    of the second level, and every other heading stands one level deeper than it did. Links between the pages
    lead inside the document.

    Args:
        pages: in the order in which they are read, the one that answers the question first.
        list_commands: the lines that place a list of references. They are taken out; where one was, the first
            of these ends the document, so that there is one list.
    """
    parts = _parts(pages, list_commands)
    folder = posixpath.dirname(pages[0].source.path)
    sections, id_edits = _sections(parts)
    texts = []
    for number, part in enumerate(parts):
        source = part.page.source
        definitions = find_definitions(source)
        edits = [
            *id_edits[source.path],
            *link_edits(source, definitions, sections, folder),
            *edits_of_names(definitions, f"{part.name}:"),
        ]
        texts.append(_section(part, edits, sections[source.path].anchor, is_first=number == 0))
    if any(cut.places_a_list for part in parts for cut in part.cuts):
        texts.append(list_commands[0])
    return "\n".join([_front_matter(pages[0], parts[0].title), *(f"{text}\n" for text in texts)])


def _parts(pages: Sequence[Page], list_commands: Sequence[str]) -> list[_Part]:
    folder = posixpath.dirname(pages[0].source.path)
    seen: set[tuple[str, str]] = set()
    names: set[str] = set()
    parts = []
    for page in pages:
        stem = posixpath.relpath(page.source.path, folder).removesuffix(".md")
        name = unique(re.sub(r"[^\w.-]+", "-", stem).strip("-"), names)
        headings = find_headings(page)
        cuts = [*repeated_blocks(page, seen), *lists_of_references(page, headings, list_commands)]
        blocks = page.read_blocks[0]
        title = next(
            (
                heading
                for heading in headings
                if heading.level == 1
                and heading.line.words
                and not heading.is_nested
                and not any(block.start <= heading.start < block.end for block in blocks)
            ),
            None,
        )
        parts.append(_Part(page, name, headings, title, find_anchors(page, headings), cuts))
    return parts


def _sections(parts: Sequence[_Part]) -> tuple[Mapping[str, Section], Mapping[str, list[Edit]]]:
    """Where all pages and their headings are found on the one page, and the ids to be typed for that."""
    unknown = slug(UNKNOWN)
    taken: set[str] = set()
    titles = {}
    for part in parts:
        typed = part.title.line.typed_id if part.title else ""
        titles[part.name] = unique(typed or (TITLE_ID if part is parts[0] else part.name), taken)
    taken |= {REFERENCES, unknown}.union(*(box_anchors(part.page) for part in parts))
    sections: dict[str, Section] = {}
    edits: dict[str, list[Edit]] = {}
    for part in parts:
        title = titles[part.name]
        names: dict[str, str] = {}
        changed = edits.setdefault(part.page.source.path, [])
        for anchor in part.anchors:
            cut = part.cut(anchor.start)
            if part.title and anchor.start == part.title.start:
                name = title
            elif anchor.line is None:
                name = unknown
            elif cut:
                name = REFERENCES if cut.places_a_list else title
            else:
                name = unique(f"{part.name}-{anchor.id}" if anchor.id in taken else anchor.id, taken)
            names.setdefault(anchor.id, name)
            if anchor.line and not cut:
                by_itself = "" if name == title else anchor.slug  # a title always has its id typed
                if name != (anchor.line.typed_id or by_itself):
                    changed.append(anchor.line.with_id(name))
        sections[part.page.source.path] = Section(title, names)
    return sections, edits


def _section(part: _Part, edits: Sequence[Edit], anchor: str, *, is_first: bool) -> str:
    """A page's text, begun with its title."""
    source, title = part.page.source, part.title
    changes = [*edits, *(edit for heading in part.headings for edit in heading.deeper() if not is_first)]
    if not is_first:
        deeper = f"    {LEVEL}: 3\n"
        boxes = part.page.blocks("question-list", "unknown")
        changes += [Edit(block.body_start, block.body_start, deeper) for block in boxes]
    changes = [edit for edit in changes if part.cut(edit.start) is None]
    changes += [cut.edit(source.text) for cut in part.cuts]
    if title is None:
        words = part.page.facts.title or part.name
        return "\n\n".join(
            [
                f"{'#' if is_first else '##'} {words} {{#{anchor}}}",
                edited(source.text, source.body_offset, len(source.text), changes).strip("\n"),
            ]
        )
    in_title = [edit for edit in changes if title.start <= edit.start and edit.end <= title.end]
    changes = [edit for edit in changes if edit not in in_title]
    pieces = [
        edited(source.text, title.start, title.end, in_title),
        edited(source.text, source.body_offset, title.start, changes),
        edited(source.text, title.end, len(source.text), changes),
    ]
    return "\n\n".join(text for piece in pieces if (text := piece.strip("\n")))


def _front_matter(page: Page, title: Heading | None) -> str:
    words = page.facts.title or (plain_words(title.line.words) if title else page.facts.article)
    return made_front_matter(
        "one-page",
        f"The whole article: {words}",
        f"All pages of the article “{words}” on one page, to read in one go, to print or to save.",
    )
