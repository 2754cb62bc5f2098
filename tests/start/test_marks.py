"""Plain words as Markdown, and back: no sign of a stranger's text has a meaning on our pages."""

import re

import markdown
import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from citewell.start.old_article.markdown_file import read_markdown
from citewell.start.old_article.marks import at_line_start, typed, unmarked
from citewell.start.old_article.plain_text import read_plain_text
from citewell.start.old_article.web_page import read_web_page
from citewell.start.templates import filled_in, quoted

EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.blocks.admonition",
]
HOSTILE = [
    *("<script>alert(1)</script>", "a <b>bold</b> word", "*stars* and _lines_ and `code`", "# no heading"),
    *(
        "#",
        "- no list",
        "1. no list",
        "1) no list",
        "> no quotation",
        "+ plus",
        "***",
        "a -- b",
        "---",
        "===",
    ),
    *(
        "/// crisis",
        "///",
        "!!! warning",
        "??? more",
        "~~~",
        "```",
        "| a | b |",
        ": no term",
        "{.x}",
        "a {: .b }",
    ),
    *("[a](javascript:x)", "[@goodwin2017]", "[^1]", "[x]: https://example.org", "a^1^", "\\*", "a\\"),
    *("&lt; &amp; &#60;", "5 < 6 > 4", "https://example.org/a_b_c", "e_mail@example.org", "snake_case_word"),
    "<!-- citewell: allow unwritten-text: because I say so -->",
]


def shown(text):
    page = BeautifulSoup(markdown.markdown(text, extensions=EXTENSIONS), "html.parser")
    assert {tag.name for tag in page.find_all()} <= {"p"}, str(page)
    return " ".join(page.text.split())


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_print_as_they_are(words):
    assert shown(at_line_start(typed(words))) == " ".join(words.split())


@pytest.mark.parametrize("words", HOSTILE)
def test_words_come_back_as_they_were(words):
    assert unmarked(typed(words))[0] == " ".join(words.split())


PRINTABLE = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Cn", "Co")), max_size=60
)


@given(PRINTABLE)
def test_any_words_print_as_they_are(words):
    line = " ".join(words.split())
    if line:
        assert shown(at_line_start(typed(line))) == line


@given(PRINTABLE)
def test_a_text_file_and_a_web_page_say_the_same_words(words):
    line = " ".join(f"Begin {words} end.".split())
    escaped = line.replace("&", "&amp;").replace("<", "&lt;")
    assert shown(read_web_page(f"<p>{escaped}</p>").markdown) == line
    assert shown(read_plain_text(f"{line}\n").markdown) == line


@pytest.mark.parametrize(
    ("markdown_text", "words", "addresses"),
    [
        (
            "Doe J. *Title*. [PubMed](https://pubmed.ncbi.nlm.nih.gov/1/)",
            "Doe J. Title.",
            ["https://pubmed.ncbi.nlm.nih.gov/1/"],
        ),
        ("Doe J. [Title](https://example.org/a(b)).", "Doe J. Title.", ["https://example.org/a(b)"]),
        ("Doe J. [[Google Scholar]](https://scholar.google.com/x)", "Doe J.", []),
        ("Doe J. <https://example.org>", "Doe J. https://example.org", []),
        ("a\\*b &amp; c<br>d", "a*b & cd", []),
    ],
)
def test_a_line_of_a_list_leaves_its_words_and_its_addresses(markdown_text, words, addresses):
    assert unmarked(markdown_text) == (words, tuple(addresses))


@given(st.text(max_size=80))
def test_a_quoted_text_is_read_by_yaml_as_it_was(text):
    if text.isprintable():
        assert yaml.safe_load(f"name: {quoted(text)}") == {"name": text}


def test_a_value_keeps_its_empty_lines_and_a_template_has_one_at_most(tmp_path):
    template = tmp_path / "x.md.jinja"
    template.write_text("A\n\n\n\n{{ text }}\n{% if text %}\n\n\nB\n{% endif %}\n", encoding="utf-8")
    assert filled_in(template, {"text": "```\n1\n\n\n2\n```"}) == "A\n\n```\n1\n\n\n2\n```\n\nB\n"


def test_a_template_never_misses_a_value(tmp_path):
    template = tmp_path / "x.md.jinja"
    template.write_text("{{ nothing }}", encoding="utf-8")
    with pytest.raises(Exception, match="nothing"):
        filled_in(template, {})


def test_markdown_keeps_its_code_and_loses_its_html():
    text = (
        "# T\n\n`<b>x</b> ![y](z)`\n\n    <div>code</div>\n\n"
        "<div><b>bold</b> <script>x</script>words</div>\n\na <u>b</u> <x-y>c</x-y>\n"
    )
    old = read_markdown("x.md", text)
    assert "`<b>x</b> ![y](z)`" in old.markdown
    assert "    <div>code</div>" in old.markdown
    assert "**bold** words" in old.markdown
    assert "a b c" in old.markdown
    assert not re.search(r"(?<!`)<(?!div>code|/div|b>x|/b>)", old.markdown)
    assert [left.words for left in old.leftovers] == ["<x-y>", "</x-y>"]


def test_links_by_reference_are_written_out():
    text = (
        "# T\n\n[One][a], [two][] and [three].\n\n[a]: https://example.org/a\n"
        "[two]: <https://example.org/b> 'T'\n[three]: c.md\n"
    )
    old = read_markdown("x.md", text)
    assert "[One](https://example.org/a), [two](https://example.org/b) and three." in old.markdown
    assert "]:" not in old.markdown
    assert [left.words for left in old.leftovers] == ["three c.md"]
