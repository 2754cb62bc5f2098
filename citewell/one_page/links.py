"""Links between the pages of an article, which become links inside one page."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from citewell.one_page.brackets import pairs
from citewell.one_page.definitions import Definitions
from citewell.one_page.edits import Edit
from citewell.source import Source

_TARGET = re.compile(r"\]\(\s*(?:<(?P<pointed>[^<>\n]*)>|(?P<bare>(?:[^\s()<>]|\([^\s()]*\))+))")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")


@dataclass(frozen=True)
class Section:
    """Where a page and what stands on it is found on the one page.

    Args:
        anchor: the id of its title.
        anchors: the ids of the page's headings there, by their ids on the page itself.
    """

    anchor: str
    anchors: Mapping[str, str]


def link_edits(
    source: Source, definitions: Definitions, sections: Mapping[str, Section], folder: str
) -> Iterator[Edit]:
    """The changes to the link targets of a page.

    Args:
        source: the page.
        definitions: those on it.
        sections: of all pages, by their paths.
        folder: where the one page stands.
    """
    for start, end in _targets(source, definitions):
        typed = source.text[start:end]
        target = _target(typed, source.path, sections, folder)
        if target != typed:
            gap = len(source.text[:start]) - len(source.text[:start].rstrip())
            on_a_line_of_its_own = "\n" in source.text[start - gap : start]  # where # would begin a heading
            yield Edit(start - gap, end, f" {target}") if on_a_line_of_its_own else Edit(start, end, target)


def _targets(source: Source, definitions: Definitions) -> Iterator[tuple[int, int]]:
    closing = {end for _, end in pairs(definitions.prose)}
    for found in _TARGET.finditer(source.text, source.body_offset):
        if found.start() in closing:
            yield found.span("bare" if found["bare"] else "pointed")
    for definition in definitions.links:
        typed = source.text[definition.target_start : definition.target_end]
        is_pointed = typed.startswith("<") and typed.endswith(">")
        yield definition.target_start + is_pointed, definition.target_end - is_pointed


def _target(typed: str, path: str, sections: Mapping[str, Section], folder: str) -> str:
    if _ELSEWHERE.match(typed):
        return typed
    file, _, fragment = typed.partition("#")
    own_folder = posixpath.dirname(path)
    whole = posixpath.normpath(posixpath.join(own_folder, unquote(file))) if file else path
    section = sections.get(whole)
    if section and fragment:
        return f"#{section.anchors.get(unquote(fragment), fragment)}"
    if section and (file or typed == "#"):
        return f"#{section.anchor}"
    if own_folder == folder or not file:
        return typed
    # A page deeper in the folder of the article: seen from the one page, its neighbours have another address.
    ending = "/" if file.endswith("/") else ""
    from_here = posixpath.relpath(posixpath.join(own_folder, file), folder)
    return f"{from_here}{ending}{typed[len(file) :]}"
