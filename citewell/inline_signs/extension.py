"""The Python-Markdown extension that tries a text against those patterns alone that can be found in it.

Python-Markdown searches each text, of a paragraph or of a cell, for seventeen patterns, one after another.
Most texts hold no sign of most of them: no backtick, no bracket, no ampersand. Looking for the sign takes a
small part of the time that the search takes, and the search was a quarter of rendering a page.
"""

from collections.abc import Mapping
from types import MappingProxyType
from xml.etree import ElementTree as etree  # noqa: N813

from markdown import Markdown, inlinepatterns
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from citewell.citations.grammar import GROUP

SIGNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        inlinepatterns.BACKTICK_RE: ("`",),
        inlinepatterns.ESCAPE_RE: ("\\",),
        inlinepatterns.LINK_RE: ("[",),
        inlinepatterns.REFERENCE_RE: ("[",),
        inlinepatterns.IMAGE_LINK_RE: ("![",),
        inlinepatterns.IMAGE_REFERENCE_RE: ("![",),
        inlinepatterns.AUTOLINK_RE: ("://",),
        inlinepatterns.AUTOMAIL_RE: ("<",),
        inlinepatterns.HTML_RE: ("<",),
        inlinepatterns.ENTITY_RE: ("&",),
        inlinepatterns.LINE_BREAK_RE: ("  \n",),
        r"\*|_": ("*", "_"),
        r"\[\^([^\]]*)\]": ("[^",),
        GROUP.pattern: ("@",),
    }
)
"""By pattern, one or two signs of which one stands in whatever it finds. What is not here is always tried."""
_ANYWHERE = ("",)
_PRIORITY = 20
"""Of the processor that this one takes the place of (markdown.treeprocessors.build_treeprocessors)."""


class InlineSignsExtension(Extension):
    """Inline patterns, as Python-Markdown applies them, and sooner."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that Python-Markdown calls)
        """Take the place of the processor that applies inline patterns."""
        md.treeprocessors.register(SignedInlineProcessor(md), "inline", _PRIORITY)


class SignedInlineProcessor(InlineProcessor):
    """Applies inline patterns where a text holds a sign of them."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._signed: list[tuple[inlinepatterns.Pattern, str, str]] = []

    def run(self, tree: etree.Element, ancestors: list[str] | None = None) -> etree.Element:
        """Apply them to a tree."""
        self._signed = []
        for pattern in self.md.inlinePatterns:
            signs = SIGNS.get(pattern.getCompiledRegExp().pattern, _ANYWHERE)
            self._signed.append((pattern, signs[0], signs[-1]))
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """What Python-Markdown calls with each text: the text with placeholders for what was found in it.

        It is private there, and there is no other place where a text can be looked at before the patterns
        are. A test tells when it is called no more.
        """
        if isinstance(data, AtomicString):
            return data
        apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        for index in range(patternIndex, len(self._signed)):
            pattern, sign, other_sign = self._signed[index]
            start, found = 0, True
            while found and (sign in data or other_sign in data):
                data, found, start = apply(pattern, data, index, start)
        return data
