import pytest

from citewell.source import read_source


def source(text):
    page, problems = read_source("docs/x.md", text)
    assert problems == []
    return page


CODE = [
    ("a code span", "Write `[@key]` here."),
    ("a code span of two ticks", "Write ``[@key] ` `` here."),
    ("a fenced block", "```\n[@key]\n```"),
    ("a fenced block with a language", "```markdown\n[@key]\n```"),
    ("a block fenced with tildes", "~~~\n[@key]\n~~~"),
    ("a fenced block in a list", "- item\n\n    ```\n    [@key]\n    ```"),
    ("indented code", "Text.\n\n    [@key]\n"),
    ("indented code over a blank line", "Text.\n\n    one\n\n    [@key]\n"),
    ("code indented in a list item", "- item\n\n        [@key]\n"),
    ("a comment", "Text <!-- [@key] --> here."),
    ("a comment of two lines", "<!--\n[@key]\n-->"),
    ("an attribute", '<span title="[@key]">x</span>'),
    ("a raw block", "<div>\n[@key]\n</div>"),
    ("a nested raw block", "<div>\n<div>\n</div>\n[@key]\n</div>"),
    ("a link's target", "[x](https://example.org/[@key])"),
    ("a link definition", "[x]: https://example.org/[@key]"),
    ("front matter", "---\ntitle: '[@key]'\n---\ntext"),
]
PROSE = [
    ("a paragraph", "Text [@key]."),
    ("a list item", "- item [@key]"),
    ("a paragraph of a list item", "- item\n\n    text [@key]"),
    ("a numbered list", "1. item\n\n    text [@key]"),
    ("an admonition", '!!! note "Title"\n    text [@key]'),
    ("a second paragraph of an admonition", "!!! note\n\n    one\n\n    text [@key]"),
    ("a folded admonition", "??? note\n    one\n\n    text [@key]"),
    ("a list in an admonition", "!!! note\n\n    - one\n\n        text [@key]"),
    ("a footnote", "[^1]: text [@key]"),
    ("a second paragraph of a footnote", "[^1]: one\n\n    text [@key]"),
    ("a definition", "Term\n:   text [@key]"),
    ("a table", "| a |\n|---|\n| [@key] |"),
    ("a heading", "## Heading [@key]"),
    ("a lazy line", "Text\n    [@key]"),
    ("a raw block that is read", '<div markdown="1">\n[@key]\n</div>'),
    ("a tag beside it", "<b>x</b> [@key]"),
    ("after an unclosed tick", "A ` tick and [@key]"),
    ("after code", "`x` [@key] `y`"),
    ("after a closed fence", "```\nx\n```\n\n[@key]"),
    ("an image beside it", "![x](y.png) [@key]"),
]


@pytest.mark.parametrize("text", [text for _, text in CODE], ids=[name for name, _ in CODE])
def test_blanks_what_is_no_prose(text):
    assert "[@key]" not in source(text).prose


@pytest.mark.parametrize("text", [text for _, text in PROSE], ids=[name for name, _ in PROSE])
def test_keeps_prose_where_it_is(text):
    assert source(text).prose.index("[@key]") == text.index("[@key]")


@pytest.mark.parametrize("text", [text for _, text in CODE + PROSE], ids=[name for name, _ in CODE + PROSE])
def test_keeps_every_offset(text):
    page = source(text)
    assert len(page.prose) == len(page.text)
    newlines = [offset for offset, character in enumerate(page.text) if character == "\n"]
    assert [offset for offset, character in enumerate(page.prose) if character == "\n"] == newlines


def test_says_the_place_of_an_offset():
    page = source("one\ntwo\n\nfour")
    assert [page.place(page.text.index(word)) for word in ("one", "two", "wo", "four")] == [
        (1, 1),
        (2, 1),
        (2, 2),
        (4, 1),
    ]


def test_reads_front_matter():
    page = source("---\ntitle: A title\n---\n# Text\n")
    assert page.metadata == {"title": "A title"}
    assert page.text[page.body_offset :] == "# Text\n"


def test_reads_windows_line_ends_and_a_byte_order_mark():
    page = source("\ufeff---\r\ntitle: A\r\n---\r\ntext\r\n")
    assert page.metadata == {"title": "A"}
    assert page.text[page.body_offset :] == "text\n"


BOMB = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 31))
"""Thirty lists, each of nine times the one before: small when read, endless when walked."""


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("---\ntitle: [a\n---\ntext", 3, 1, "Mend this line"),
        ("---\ntitle: a: b\n---\ntext", 2, 9, "in quotation marks"),
        ("---\n- a\n- b\n---\ntext", 2, 1, "name: value"),
        ("---\ntitle: a\ntext without an end", 1, 1, "three hyphens"),
        ("---\ntitle: a\ntitle: b\n---\n", 3, 1, "set twice"),
        ("---\ntitle: <script>alert(1)</script>\n---\n", 2, 1, "without < and >"),
        ('---\na: b\ndescription: x" onload=1>\n---\n', 3, 1, "without < and >"),
        ("---\ntags: [ok, '<img src=x>']\n---\n", 2, 1, "without < and >"),
        ("---\na: {b: {c: <b>}}\n---\n", 2, 1, "without < and >"),
        ("---\ntitle: 2017\n---\n", 2, 1, "in quotation marks"),
        ("---\ntitle: Yes\n---\n", 2, 1, "in quotation marks"),
        ("---\na: b\ndate: 2026-13-45\n---\n", 3, 7, "Correct this value"),
        ("---\na: " + "[" * 5_000 + "\n---\n", 2, 1, "too deep"),
        ("---\na: &a [*a, '<b>']\n---\n", 2, 1, "without < and >"),
        (f"---\na0: &a0 [x]\n{BOMB}b: <b>\n---\n", 33, 1, "without < and >"),
        ("---\ntitle: \x07\n---\n", 2, 1, "Take out a character"),
        ("---\na: !!python/object:os.system x\n---\n", 2, 4, "Mend this line"),
    ],
)
def test_front_matter_that_is_broken_is_a_problem(text, line, column, words):
    _, problems = read_source("docs/x.md", text)
    assert [(problem.path, problem.line, problem.column) for problem in problems] == [
        ("docs/x.md", line, column)
    ]
    assert words in problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "`" * 20_000,
        "```\n" * 5_000,
        "<div>" * 5_000,
        "<!--" * 20_000,
        "[x](" * 20_000,
        "[" * 50_000,
        "    a\n\n" * 10_000,
        "- a\n    " * 5_000,
    ],
    ids=["ticks", "fences", "blocks", "comments", "targets", "brackets", "code", "items"],
)
def test_hostile_text_keeps_its_length(text):
    assert len(source(text).prose) == len(text)
