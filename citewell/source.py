"""A page as it was typed: its front matter read strictly, its code blanked, every offset true."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from citewell.front_matter import read_front_matter
from citewell.places import Places
from citewell.problem import Problem
from citewell.yaml_mapping import YamlMapping

_FRONT_MATTER = re.compile(
    r"\A-{3}[ \t]*\n(?P<yaml>.*?)^(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_FENCE = re.compile(
    r"^(?P<in>[ ]*)(?P<fence>`{3,}|~{3,})[^\n`]*\n(?:.*?\n)??(?P=in)[ ]*(?P=fence)[`~]*[ ]*$",
    re.DOTALL | re.MULTILINE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE_SPAN = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_HTML_BLOCK = re.compile(
    r"^[ ]{0,3}<(?P<tag>address|article|aside|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|"
    r"iframe|main|nav|object|ol|p|pre|script|section|style|svg|table|ul|video)\b(?P<attributes>[^>]*)>",
    re.IGNORECASE | re.MULTILINE,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK_TARGET = re.compile(r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_LINK_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]*\S.*$", re.MULTILINE)
_CONTAINER = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+|!!!|\?\?\?\+?|===\+?!? |\[\^[^\]]+\]:|:[ ]{3}")
_NOT_NEWLINE = re.compile(r"[^\n]")
_INDENT = 4


@dataclass(frozen=True)
class Source:
    """One Markdown file.

    Args:
        path: relative to the project's root, with forward slashes.
        text: the whole file.
        front_matter: empty where there is none or where it is broken.
        body_offset: where the text after the front matter begins, in characters.
    """

    path: str
    text: str
    front_matter: YamlMapping = field(default_factory=YamlMapping)
    body_offset: int = 0

    @property
    def metadata(self) -> Mapping[str, object]:
        """The values of its front matter."""
        return self.front_matter.values

    @cached_property
    def prose(self) -> str:
        """The text with everything blanked that is no prose, as long as before: every offset stays true.

        Blanked are the front matter, code, comments, tags with their attributes, raw HTML blocks, link
        targets and link definitions.
        """
        return self._blanked(_without_html_blocks(self._without_code))

    @cached_property
    def prose_and_html(self) -> str:
        """The prose, and what stands in the HTML blocks that Markdown hands through unread."""
        return self._blanked(self._without_code)

    @cached_property
    def links_and_prose(self) -> str:
        """The text as long as before, with the front matter, code and comments blanked and all links kept."""
        return _NOT_NEWLINE.sub(" ", self.text[: self.body_offset]) + self._without_code

    @property
    def may_hold_html_blocks(self) -> bool:
        """Whether a line looks like the beginning of one, be it in code or not."""
        return _HTML_BLOCK.search(self.text) is not None

    @cached_property
    def _without_code(self) -> str:
        body = self.text[self.body_offset :]
        for pattern in (_FENCE, _COMMENT):
            body = pattern.sub(_blank, body)
        return _CODE_SPAN.sub(_blank, _without_indented_code(body))

    def _blanked(self, body: str) -> str:
        for pattern in (_TAG, _LINK_DEFINITION, _LINK_TARGET):
            body = pattern.sub(_blank, body)
        return _NOT_NEWLINE.sub(" ", self.text[: self.body_offset]) + body

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    def forget(self) -> None:
        """Let go of what was read of the text, so that memory stays flat; it is read anew when asked for."""
        for name in ("prose", "prose_and_html", "links_and_prose", "_without_code", "_places"):
            vars(self).pop(name, None)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        return self._places.of(offset)


def without_fences(text: str) -> str:
    """A page's text as long as before, with its fenced code blanked."""
    return _FENCE.sub(_blank, text)


def read_source(path: str, text: str) -> tuple[Source, list[Problem]]:
    """A file's text as a Source, and the faults of its front matter.

    MkDocs prints broken front matter to readers without a word, even when strict (mkdocs/utils/meta.py), so
    it is read here first.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not re.match(r"-{3}[ \t]*\n", text):
        return Source(path, text), []
    block = _FRONT_MATTER.match(text)
    if block is None:
        problem = Problem(
            path, 1, 1, "front-matter", "Close the front matter with a line of three hyphens (---)"
        )
        return Source(path, text), [problem]
    front_matter, problems = read_front_matter(path, block["yaml"], first_line=2)
    return Source(path, text, front_matter, block.end()), problems


def _blank(match: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", match.group())


def _without_indented_code(body: str) -> str:
    lines = body.split("\n")
    for number in _indented_code_lines(lines):
        lines[number] = " " * len(lines[number])
    return "\n".join(lines)


def _indented_code_lines(lines: list[str]) -> Iterator[int]:
    """The lines that Markdown takes for code because they stand four spaces deeper than their container.

    A list item, an admonition, a footnote or a definition holds what is indented by four under it.
    """
    containers: list[int] = []
    after_blank, in_code = True, False
    for number, line in enumerate(lines):
        expanded = line.expandtabs(_INDENT)
        content = expanded.lstrip(" ")
        if not content:
            after_blank = True
            continue
        indent = len(expanded) - len(content)
        if after_blank:
            while containers and indent < containers[-1]:
                containers.pop()
        depth = max((held for held in containers if held <= indent), default=0)
        in_code = indent - depth >= _INDENT and (after_blank or in_code)
        if in_code:
            yield number
        elif _CONTAINER.match(content):
            containers = [held for held in containers if held <= depth]
            containers.append(depth + _INDENT)
        after_blank = False


def _without_html_blocks(body: str) -> str:
    """Blank block elements that Markdown hands through untouched; those marked `markdown` are read."""
    at = 0
    parts = []
    while opening := _HTML_BLOCK.search(body, at):
        if re.search(r"\bmarkdown\b", opening["attributes"]):
            end = opening.end()
            parts.append(body[at : opening.start()] + _blank(opening))
        else:
            end = _end_of_element(body, opening)
            parts.append(body[at : opening.start()])
            parts.append(_NOT_NEWLINE.sub(" ", body[opening.start() : end]))
        at = end
    parts.append(body[at:])
    return "".join(parts)


def _end_of_element(body: str, opening: re.Match[str]) -> int:
    depth = 0
    for tag in re.compile(rf"<(/?){opening['tag']}\b[^>]*>", re.IGNORECASE).finditer(body, opening.start()):
        depth += -1 if tag.group(1) else 1
        if depth == 0:
            return tag.end()
    return len(body)
