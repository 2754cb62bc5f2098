"""The Python-Markdown extension that turns `[@key]` into numbers and a list of references."""

import re
from collections.abc import Callable, Sequence
from typing import Any
from xml.etree import ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import INLINE_PLACEHOLDER_PREFIX, AtomicString

from citewell.bibliography.reference import Library, Reference
from citewell.checks import unknown_citation
from citewell.citations.bibliography_at_hand import read_bibliography
from citewell.citations.error import CitationError
from citewell.citations.grammar import GROUP, MalformedCitation, parse_group
from citewell.citations.in_text import CitedWorks
from citewell.citations.page_at_hand import PageAtHand
from citewell.citations.page_tree import follows_heading, paragraphs, replace, spans_with_headings
from citewell.citations.reference_list import (
    AFTER_TEXT,
    CitedWork,
    Notices,
    ordered_list,
    reference_body,
    references_section,
    whole_bibliography,
)
from citewell.problem import Problem
from citewell.source import read_source

_GROUP_NUMBER = "data-citation"


class CitationsExtension(Extension):
    """Citations and the list of references.

    Args:
        library: the references, where they are read already.
        report: called with the problems of a page; without it they are raised as a CitationError.
        notices: on works, which are marked beside their citations and in the list.
        options: those below.

    Options:
        bib_file: the path of a BibTeX file.
        bib_dir: a folder whose BibTeX files are all read.
        bib_command: the line that places the list.
        bib_by_default: whether a page that does not place the list gets it at its end.
        full_bib_command: the line that places a list of the whole bibliography.
        references_heading: the heading over the list.
    """

    def __init__(
        self,
        *,
        library: Library | None = None,
        report: Callable[[Sequence[Problem]], None] | None = None,
        notices: Notices | None = None,
        **options: Any,
    ) -> None:
        self.config = {
            "bib_file": ["", "path of a BibTeX file"],
            "bib_dir": ["", "folder of BibTeX files"],
            "bib_command": ["\\bibliography", "line that places the list"],
            "bib_by_default": [True, "whether every page with citations gets the list"],
            "full_bib_command": ["\\full_bibliography", "line that places the whole bibliography"],
            "references_heading": ["References", "heading over the list"],
        }
        super().__init__(**options)
        self._library = library
        self._report = report
        self.notices: Notices = notices or {}
        self._bodies: dict[str, str] = {}

    @property
    def library(self) -> Library:
        """The references, read when they are first asked for."""
        if self._library is None:
            self._library, self.notices = read_bibliography(
                self.getConfig("bib_file"), self.getConfig("bib_dir")
            )
        return self._library

    def body_html(self, reference: Reference) -> str:
        """A reference's entry, made once however often it is cited."""
        html = self._bodies.get(reference.key)
        if html is None:
            html = etree.tostring(
                reference_body(reference, self.notices.get(reference.key, ())),
                encoding="unicode",
                method="html",
            )
            self._bodies[reference.key] = html
        return html

    def report(self, problems: Sequence[Problem]) -> None:
        """Hand the problems of a page to whoever asked for them, or raise them."""
        if self._report is None:
            raise CitationError(problems)
        self._report(problems)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that Python-Markdown calls)
        """Register the processors.

        | class             | registry       | name               | priority | runs                  |
        |-------------------|----------------|--------------------|----------|-----------------------|
        | TextAsTyped       | preprocessors  | citation-text      | 40       | before all others     |
        | ListCommands      | preprocessors  | citation-commands  | 15       | after code blocks     |
        | PlainCitation     | inlinePatterns | citation-plain     | 175      | after code            |
        | CitationPattern   | inlinePatterns | citation           | 85       | after links and tags  |
        | CitationProcessor | treeprocessors | citations          | 12       | after inline, not toc |
        | CitationContents  | treeprocessors | citation-contents  | -5       | after all others      |
        """
        page = PageAtHand()
        md.preprocessors.register(TextAsTyped(md, page), "citation-text", 40)
        md.preprocessors.register(ListCommands(md, self, page), "citation-commands", 15)
        md.inlinePatterns.register(PlainCitation(page, md), "citation-plain", 175)
        md.inlinePatterns.register(CitationPattern(page, md), "citation", 85)
        md.treeprocessors.register(CitationProcessor(md, self, page), "citations", 12)
        md.treeprocessors.register(CitationContents(md, page), "citation-contents", -5)


class TextAsTyped(Preprocessor):
    """Keeps the text for the places of its faults, before code and included text change its lines."""

    def __init__(self, md: Markdown, page: PageAtHand) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are."""
        self.page.start(lines)
        return lines


class ListCommands(Preprocessor):
    """Sets the lines that place a list apart, so that each becomes a paragraph of its own."""

    def __init__(self, md: Markdown, extension: CitationsExtension, page: PageAtHand) -> None:
        super().__init__(md)
        self.page = page
        self.commands = {extension.getConfig("bib_command"), extension.getConfig("full_bib_command")}

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with empty ones around the commands."""
        self.page.has_commands = not self.commands.isdisjoint(line.strip() for line in lines)
        if not self.page.has_commands:
            return lines
        spaced: list[str] = []
        for line in lines:
            is_command = line.strip() in self.commands and not line.startswith("    ")
            spaced += ["", line.strip(), ""] if is_command else [line]
        return spaced


class CitationPattern(InlineProcessor):
    """Takes a group out of the text before emphasis is looked for; its number is given later, in order."""

    def __init__(self, page: PageAtHand, md: Markdown) -> None:
        super().__init__(GROUP.pattern, md)
        self.page = page

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the name that Python-Markdown calls)
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        """Return a place for the group, or nothing where the brackets hold no citation."""
        del data
        return self.take(m)

    def take(self, m: re.Match[str]) -> tuple[etree.Element | None, int | None, int | None]:
        """Return a place for the group, or nothing where the brackets hold no citation."""
        group = parse_group(m.group(1))
        if group is None:
            return None, None, None
        if INLINE_PLACEHOLDER_PREFIX in m.group(1):
            advice = "Keep to plain words here: code, links, tags and backslashes go outside the brackets"
            group = MalformedCitation(0, advice)
        span = etree.Element("span", {"class": "citation", _GROUP_NUMBER: str(len(self.page.groups))})
        span.text = AtomicString(m.group())
        self.page.groups.append((m.group(), group))
        return span, m.start(), m.end()


class PlainCitation(CitationPattern):
    """Takes what cannot be part of a link or a tag, before six patterns for links try each bracket."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the name that Python-Markdown calls)
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        """Return a place for the group, or nothing where a link or a tag may be meant."""
        after = data[m.end() : m.end() + 1]
        in_tag = data.rfind("<", 0, m.start()) > data.rfind(">", 0, m.start())
        if in_tag or after in {"(", "["} or "<" in m.group() or INLINE_PLACEHOLDER_PREFIX in m.group():
            return None, None, None
        return self.take(m)


class CitationProcessor(Treeprocessor):
    """Numbers the citations in the order of the text and sets the lists."""

    def __init__(self, md: Markdown, extension: CitationsExtension, page: PageAtHand) -> None:
        super().__init__(md)
        self.extension = extension
        self.page = page

    def run(self, root: etree.Element) -> None:
        """Fill the places that CitationPattern left, then the lists."""
        library = self.extension.library
        works = CitedWorks(self.extension.notices)
        problems: list[Problem] = []
        in_links = {id(span) for link in root.iter("a") for span in link.iter("span")}
        for span, heading in spans_with_headings(root, _GROUP_NUMBER) if self.page.groups else ():
            typed, group = self.page.groups[int(span.attrib.pop(_GROUP_NUMBER))]
            if id(span) in in_links:
                del span.attrib["class"]
                span.text = typed
            elif isinstance(group, MalformedCitation):
                problems.append(self._problem(f"{group.advice}. {unknown_citation.ESCAPE_ADVICE}"))
            else:
                references = [library.get(citation.key) for citation in group]
                unknown = [
                    citation.key
                    for citation, reference in zip(group, references, strict=True)
                    if reference is None
                ]
                problems += [self._problem(unknown_citation.advice(key, library)) for key in unknown]
                if not unknown:
                    works.fill(span, group, [reference for reference in references if reference], heading)
                    self.page.set_aside(span)
        if problems:
            self.extension.report(self._located(problems))
        else:
            self._set_lists(root, list(works))

    def _problem(self, advice: str) -> Problem:
        return Problem("text", 1, 1, unknown_citation.ID, advice)

    def _located(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """The same faults with their places, where the text itself shows them; not so in included text."""
        source, _ = read_source("text", "\n".join(self.page.lines))
        located = list(unknown_citation.check(source, self.extension.library))
        return located if len(located) >= len(problems) else problems

    def _set_lists(self, root: etree.Element, cited: Sequence[CitedWork]) -> None:
        option = self.extension.getConfig
        placed = False
        for parent, paragraph in paragraphs(root) if self.page.has_commands else ():
            text = (paragraph.text or "").strip() if len(paragraph) == 0 else ""
            if text and text == option("full_bib_command"):
                replace(parent, paragraph, self._whole_bibliography())
            elif text and text == option("bib_command"):
                section = self._section(cited, own_heading=not follows_heading(parent, paragraph))
                replace(parent, paragraph, section if cited and not placed else None)
                placed = True
        if cited and not placed and option("bib_by_default"):
            section = self._section(cited, own_heading=True)
            section.attrib.update(AFTER_TEXT)
            root.append(section)

    def _section(self, cited: Sequence[CitedWork], *, own_heading: bool) -> etree.Element:
        words = self.extension.getConfig("references_heading")
        return references_section(words, self._listed(cited), own_heading=own_heading)

    def _listed(self, cited: Sequence[CitedWork]) -> etree.Element:
        listed = ordered_list(
            cited, lambda reference: self.md.htmlStash.store(self.extension.body_html(reference))
        )
        for item in listed:
            self.page.set_aside(item)
        return listed

    def _whole_bibliography(self) -> etree.Element:
        every = sorted(self.extension.library, key=self.extension.body_html)
        return whole_bibliography(self._listed([(reference, ()) for reference in every]))


class CitationContents(Treeprocessor):
    """Puts the numbers and the entries of lists in last.

    Nothing in them is for the other treeprocessors: toc would take numbers into a heading's name, and the
    engine would check, and remember for as long as it builds, that each link leads to its entry.
    """

    def __init__(self, md: Markdown, page: PageAtHand) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: etree.Element) -> None:
        """Fill what CitationProcessor has emptied."""
        del root
        self.page.put_back()
