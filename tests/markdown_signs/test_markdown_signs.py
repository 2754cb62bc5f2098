"""A text that is tried against few patterns becomes what it becomes when it is tried against all of them."""

import random
from pathlib import Path

import markdown
import pytest
from markdown.treeprocessors import InlineProcessor

from citewell.bibliography.reference import Library, Reference
from citewell.citations.extension import CitationsExtension
from citewell.markdown_signs.extension import (
    SIGNS,
    SIGNS_OF_BLOCKS,
    SignedInlineProcessor,
    SignedPattern,
    SignsExtension,
)

EXTENSIONS = ["admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables"]
EXTENSIONS += ["pymdownx.blocks.admonition"]
LIBRARY = Library((Reference("a", "article", {"title": "Work", "journal": "J Test", "year": "2020"}),))
PAGES = sorted(Path("docs").rglob("*.md"))
PIECES = [
    "  \n",
    " ",
    "two words",
    *"` `` \\ \\` * ** _ __ [ ] ](a.md) ![ [^note] [@a] [@a;@a] @ [r] :// ! ( )".split(),  # noqa: SIM905
    *"< > <b> </b> <https://example.org/> <a@example.org> & &amp; &#233; é word".split(),  # noqa: SIM905
]


def converter(*extensions):
    citations = CitationsExtension(library=LIBRARY, report=[].extend)
    return markdown.Markdown(extensions=[*EXTENSIONS, citations, *extensions])


def converted(text, *extensions):
    return converter(*extensions).convert(text)


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_a_page_of_this_site_is_the_same(path):
    text = path.read_text("utf-8")
    assert converted(text, SignsExtension()) == converted(text)


@pytest.mark.parametrize("seed", range(300))
def test_signs_in_any_order_are_the_same(seed):
    chosen = random.Random(seed)  # the same words each time are what is wanted
    words = "".join(chosen.choice(PIECES) for _ in range(30))
    text = f"Before {words} after.\n\n- {words}\n\n[^note]: A note {words}\n\n[r]: https://example.org/ 'T'\n"
    assert converted(text, SignsExtension()) == converted(text)


BLOCKS = ["# H", "#H #", "A\n==", "A\n--", "> Q", " > Q\nQ", "!!! note", '!!! note "T"\n    Words']
BLOCKS += ["    Words", "T\n: D", "T\n:   D\n\n    D", "[^note]: N", "/// note\nW", "///", "W", "- L\n- L"]
BLOCKS += ["1. L", "***", "- - -", "| A | B |\n|---|---|\n| 1 | 2 |", "[r]: https://example.org/"]
BLOCKS += ["A: b # c > d !!! /// [^note]"]


@pytest.mark.parametrize("seed", range(300))
def test_blocks_in_any_order_are_the_same(seed):
    chosen = random.Random(seed)  # the same blocks each time are what is wanted
    text = "".join(chosen.choice(BLOCKS) + chosen.choice(("\n\n", "\n\n", "\n")) for _ in range(12))
    assert converted(text, SignsExtension()) == converted(text)


def test_the_patterns_of_blocks_are_there():
    made = converter(SignsExtension())
    signed = [
        name
        for processor in made.parser.blockprocessors
        for name in ("RE", "start")
        if isinstance(getattr(processor, name, None), SignedPattern)
    ]
    assert len(signed) == len(SIGNS_OF_BLOCKS)


def test_the_signs_of_every_pattern_are_known():
    patterns = {pattern.getCompiledRegExp().pattern for pattern in converter().inlinePatterns}
    assert patterns <= SIGNS.keys()


def test_a_pattern_without_known_signs_is_tried_everywhere():
    class Every(markdown.inlinepatterns.InlineProcessor):
        def handleMatch(self, m, _):  # noqa: N802
            return "found", m.start(), m.end()

    made = converter(SignsExtension())
    made.inlinePatterns.register(Every("word", made), "every", 1)
    assert made.convert("One word.") == "<p>One found.</p>"


def test_a_text_without_signs_is_not_searched(monkeypatch):
    tried = []
    name = "_InlineProcessor__applyPattern"
    usual = getattr(InlineProcessor, name)
    monkeypatch.setattr(
        SignedInlineProcessor,
        name,
        lambda self, pattern, *rest: tried.append(pattern.pattern) or usual(self, pattern, *rest),
        raising=False,
    )
    assert converted("Plain words.", SignsExtension()) == "<p>Plain words.</p>"
    assert not tried
    converted("A `word`.", SignsExtension())
    assert set(tried) == {markdown.inlinepatterns.BACKTICK_RE}
