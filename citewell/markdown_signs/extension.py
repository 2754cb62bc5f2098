"""The Python-Markdown extension that tries a text against those patterns alone that can be found in it.

Python-Markdown has eighteen processors look at each block, and looks in each text for seventeen patterns.
Most hold no sign of most of them: no backtick, no bracket, no ampersand. Looking for the sign takes a small
part of the time that the search takes, and the search was a third of rendering a page.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.etree import ElementTree as etree  # noqa: N813

from markdown import Markdown, inlinepatterns
from markdown.blockprocessors import BlockQuoteProcessor, HashHeaderProcessor, SetextHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.def_list import DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString
from pymdownx.blocks import RE_START

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
"""By pattern of a text, one or two signs of which one is in all that it finds. Others are always tried."""
SIGNS_OF_BLOCKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        HashHeaderProcessor.RE.pattern: ("#",),
        SetextHeaderProcessor.RE.pattern: ("\n=", "\n-"),
        BlockQuoteProcessor.RE.pattern: (">",),
        AdmonitionProcessor.RE.pattern: ("!!!",),
        DefListProcessor.RE.pattern: (":",),
        FootnoteBlockProcessor.RE.pattern: ("[^",),
        RE_START.pattern: ("///",),
    }
)
"""The same of blocks."""
_PATTERNS_OF_BLOCKS = ("RE", "start")
"""What processors of blocks call the pattern by which they are tried, pymdownx' blocks the last one."""
_ANYWHERE = ("",)
_PRIORITY = 20
"""Of the processor that this one takes the place of (markdown.treeprocessors.build_treeprocessors)."""


class SignsExtension(Extension):
    """Patterns as Python-Markdown applies them, and sooner. It has to be the last extension."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that Python-Markdown calls)
        """Take the place of the processor of texts, and of the patterns of blocks."""
        md.treeprocessors.register(SignedInlineProcessor(md), "inline", _PRIORITY)
        for processor in md.parser.blockprocessors:
            for name in _PATTERNS_OF_BLOCKS:
                pattern = getattr(processor, name, None)
                if isinstance(pattern, re.Pattern) and (signs := SIGNS_OF_BLOCKS.get(pattern.pattern)):
                    setattr(processor, name, SignedPattern(pattern, signs))


class SignedPattern:
    """A compiled pattern that is searched for where a text holds a sign of it.

    Args:
        pattern: as it is.
        signs: one or two.
    """

    def __init__(self, pattern: re.Pattern[str], signs: tuple[str, ...]) -> None:
        self._pattern = pattern
        self._sign, self._other_sign = signs[0], signs[-1]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere."""
        return self._pattern.search(text) if self._sign in text or self._other_sign in text else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning."""
        return self._pattern.match(text) if self._sign in text or self._other_sign in text else None

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """All matches from a place on."""
        return self._pattern.finditer(text, start)


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
