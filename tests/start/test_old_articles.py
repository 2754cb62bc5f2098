"""One article in every format becomes the same draft."""

from pathlib import Path

import pytest

from citewell.bibliography.reference import Library
from citewell.exports.bibtex import as_bibtex
from citewell.silencing import permissions
from citewell.start.imported_article import imported
from citewell.start.old_article.old_text import UnreadableArticleError
from citewell.start.old_article.reader import read_old_article
from tests.start.word import comment, document, endnote, paragraph, run, table

ARTICLES = Path(__file__).parent / "articles"
_FIRST = (
    "Doe JA, Roe B. Sleepiness with zincol: a survey of adults. Acta Med. 2019 Oct;12(3):304-10. "
    "doi: 10.1000/zincol.1. PMID: 12345671."
)
LIST = (
    _FIRST,
    "Poe C. Counting sleepy people. In: Loe D, editor. The book of sleep. Oslo: Press; 2018. p. 93-113.",
    "A leaflet from a pharmacy.",
    "Institute of Sleep. Zincol. Accessed November 1, 2025. https://example.org/zincol",
)
WORD = document(
    paragraph("Does zincol make you sleepy?", style="Title"),
    paragraph(
        "Some people feel ", run("sleepy"), " on zincol.", run("1,2", raised=True),
        " It is a made-up medicine.",
    ),
    paragraph("The short answer", style="Heading1"),
    paragraph("It can, for some people.", run("1", raised=True)),
    paragraph("How common it is", style="Heading1"),
    paragraph(
        "In one survey 46 of 100 people felt sleepy.", run("2", raised=True), " Others did not.",
        run("1\N{EN DASH}3", raised=True), " Nobody knows why.", run("7", raised=True), comment(1),
    ),
    paragraph("What was counted", style="Heading2"),
    table(("Who", "How many"), ("Adults", "46 of 100"), ("Children", "not known")),
    paragraph("Common questions", style="Heading1"),
    paragraph("Does it pass?", style="Heading2"),
    paragraph("It may.", run("3", raised=True)),
    paragraph("Can I drive?", style="Heading2"),
    paragraph("Ask a pharmacist."),
    paragraph("References", style="Heading1"),
    *(paragraph(line, numbered=True) for line in LIST),
    comments=("Is this so?",),
)  # fmt: skip
FORMATS = ["md", "txt", "html", "docx"]


@pytest.fixture
def draft(tmp_path):
    """A maker of drafts: the name of a format in, or a file's name and content."""

    def make(suffix, content=None):
        path = ARTICLES / f"old.{suffix}"
        if content is not None or suffix == "docx":
            path = tmp_path / f"old.{suffix}"
            content = WORD if content is None else content
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return imported(read_old_article(path), Library())

    return make


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_title_the_answer_and_the_sections_are_found(draft, suffix):
    sections = draft(suffix).sections
    assert sections.title == "Does zincol make you sleepy?"
    assert sections.answer == "It can, for some people [@doe2019]."
    assert sections.opening.replace("*", "") == (
        "Some people feel sleepy on zincol [@doe2019; @poe2018]. It is a made-up medicine."
    )
    assert [(section.name, section.title) for section in sections.sections] == [
        ("how-common-it-is", "How common it is"),
        ("common-questions", "Common questions"),
    ]


@pytest.mark.parametrize("suffix", FORMATS)
def test_numbers_become_keys(draft, suffix):
    text = draft(suffix).sections.sections[0].text
    assert text.startswith(
        "In one survey 46 of 100 people felt sleepy [@poe2018]. "
        "Others did not [@doe2019; @poe2018; @leaflet]. Nobody knows why"
    )
    assert "[write: the source that “" in text


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_list_becomes_entries(draft, suffix):
    entries = {entry.key: entry for entry in draft(suffix).entries}
    assert list(entries) == ["doe2019", "poe2018", "leaflet", "is"]
    assert dict(entries["doe2019"].fields) == {
        "title": "Sleepiness with zincol: a survey of adults",
        "journal": "Acta Med",
        "year": "2019",
        "month": "Oct",
        "volume": "12",
        "number": "3",
        "pages": "304-310",
        "doi": "10.1000/zincol.1",
        "pmid": "12345671",
    }
    assert entries["leaflet"].get("note").startswith("[write: ")


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_has_no_place_is_named(draft, suffix):
    said = {left.what: left for left in draft(suffix).leftovers}
    assert said["The list of references has no number 7"].place == "under “How common it is”"
    assert "A leaflet" in said["A reference in no known form: fill in the fields of its entry"].words
    assert said["A reference that the text does not cite"].place == "@is"
    expected = {
        "md": {"“date” of the front matter", "An image"},
        "txt": set(),
        "html": {"An image", "A frame", "Words outside the article, such as menus"},
        "docx": {"A comment"},
    }[suffix]
    assert set(said) == expected | {
        "The list of references has no number 7",
        "A reference in no known form: fill in the fields of its entry",
        "A reference that the text does not cite",
    }


@pytest.mark.parametrize("suffix", ["md", "html", "docx"])
def test_questions_unfold_and_tables_stay(draft, suffix):
    first, questions = draft(suffix).sections.sections
    assert "/// faq | Does it pass?\nIt may [@leaflet].\n///" in questions.text
    assert "/// faq | Can I drive?\nAsk a pharmacist.\n///" in questions.text
    assert "## What was counted" in first.text
    assert "| Who | How many |\n| --- | --- |\n| Adults | 46 of 100" in first.text


def test_endnotes_of_word_are_references_and_other_notes_stay_notes(draft):
    content = document(
        paragraph("Does zincol make you sleepy?", style="Title"),
        paragraph("Some people are.", endnote(1), " Others are not.", endnote(2), endnote(3)),
        endnotes=(LIST[0], "Only on Sundays.", LIST[0]),
    )
    made = draft("docx", content)
    assert made.sections.opening.startswith("Some people are [@doe2019]. Others are not [@doe2019].[^n2]")
    assert list(made.footnotes.values()) == ["Only on Sundays."]
    assert [left.what for left in made.leftovers] == ["A footnote that names no work"]


def test_a_word_document_without_headings_has_bold_lines(draft):
    content = document(
        paragraph(run("First part", bold=True)),
        paragraph("Text."),
        paragraph(run("Second", bold=True)),
        paragraph("More."),
    )
    assert [section.title for section in draft("docx", content).sections.sections] == ["First part", "Second"]


def test_footnotes_of_markdown_are_references(draft):
    made = draft("md", f"# T\n\nOne.[^a] Two.[^b]\n\n[^a]: {LIST[0]}\n[^b]: Only on\n    Sundays.\n")
    assert made.sections.opening == "One [@doe2019]. Two.[^b]"
    assert made.footnotes == {"b": "Only on\n    Sundays."}


@pytest.mark.parametrize(
    "html",
    [
        '<h1>T</h1><p>One.<sup><a href="#n-1">[1]</a></sup></p><h2>Notes</h2><ol><li id="n-1">{0}</li></ol>',
        "<h1>T</h1><p>One (<a href='#r1'>1</a>).</p><h2>Sources</h2><p>1. {0}</p>",
        "<h1>T</h1><p>One <a href='#r1'>1</a>.</p><h2>Bibliography</h2><ul><li>{0}</li></ul>",
        "<h1>T</h1><p>One [1].</p><ol><li>{0}</li></ol>",
        "<h1>T</h1><p>One<br>[1].</p><h2>References:</h2><p>{0}</p>",
    ],
)
def test_lists_of_web_pages_are_found(draft, html):
    made = draft("html", html.format(LIST[0]))
    assert made.sections.opening.startswith("One [@doe2019].")
    assert [entry.key for entry in made.entries] == ["doe2019"]


def test_a_list_of_steps_at_the_end_is_no_list_of_references(draft):
    made = draft("md", "# T\n\nDo this (1).\n\n1. Sit down.\n2. Breathe out.\n3. Call a friend.\n")
    assert made.entries == ()
    assert made.sections.opening.endswith("1. Sit down.\n2. Breathe out.\n3. Call a friend.")


@pytest.mark.parametrize(
    ("answer", "fits"),
    [
        ("It can (1).", True),
        ("It can.", False),
        (f"It {'really ' * 60}can (1).", False),
        ("It can. It may. It will. It does (1).", False),
        ("It can (1).\n\nIt may (1).", False),
    ],
)
def test_a_short_answer_that_fits_is_the_answer_and_no_other(draft, answer, fits):
    made = draft(
        "md", f"# T\n\n## Short answer\n\n{answer}\n\n## More\n\nWords.\n\n## References\n\n1. {LIST[0]}\n"
    )
    assert bool(made.sections.answer) == fits
    assert (
        [section.title for section in made.sections.sections] == ["More"]
        if fits
        else ["Short answer", "More"]
    )


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("<tr><td>a</td><td>b</td></tr><tr><td colspan=2>c</td></tr>", "A table whose cells are joined"),
        (
            "<tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>",
            "A table whose cells are joined",
        ),
        ("<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>", "A table whose cells are joined"),
        (f"<tr>{'<td>a</td>' * 7}</tr>", "A table of more than 6 columns, too wide for a phone"),
        ("<tr><td><ul><li>a</li></ul></td></tr>", "A table with lists or tables in its cells"),
        ("<caption>a</caption>", "A table without cells"),
    ],
)
def test_a_table_that_markdown_has_no_form_for_is_named(draft, table, why):
    made = draft("html", f"<h1>T</h1><p>Words.</p><table>{table}</table>")
    assert [(left.what, left.words[:1]) for left in made.leftovers] == [(why, "a")]
    assert made.sections.opening == "Words.\n\n[write: the table that stood here]"


@pytest.mark.parametrize("sign", ["#", "%", "<!--"])
def test_nothing_that_is_brought_in_silences_a_rule(draft, sign):
    said = f"{sign} citewell: allow-in-file claims: they say so".replace("<", "&lt;")
    old = f"<h1>T</h1><p>{said}.<sup>1</sup></p><h2>{said}</h2><p>x</p><h2>Sources</h2><p>1. {said} {LIST[0]}"
    made = draft("html", old)
    sections = made.sections
    entries = "".join(map(as_bibtex, made.entries))
    for path, text in {
        "x.md": sections.opening,
        ".meta.yml": sections.sections[0].title,
        "x.bib": entries,
    }.items():
        assert "they say so" in text
        assert not list(permissions(path, f"{text}\n"))


def test_a_citation_in_pandoc_s_way_needs_a_key_of_the_bibliography(draft):
    made = draft("md", "# T\n\nOne [@nobody2020].\n")
    assert made.sections.opening == "One [write: the source that @nobody2020 named]."
    assert [left.words for left in made.leftovers] == ["[@nobody2020]"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.pdf", b"%PDF", "only .md, .txt, .html and .docx can be brought in: save it as one of these"),
        ("x.doc", b"", "save it as .docx"),
        ("x.docx", b"no zip", "it is no Word document (.docx) that can be read: File is not a zip file"),
        (
            "x.docx",
            b"PK\x05\x06" + b"\0" * 18,
            "it is no Word document (.docx) that can be read: Could not find",
        ),
        ("x.md", b"---\na: [\n---\n", "its front matter cannot be read. Line 3: Mend this line"),
        ("x.html", b"<div>" * 5000 + b"x", "its elements stand too deep inside one another"),
        ("nowhere.md", None, "it cannot be read: No such file"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(tmp_path, name, content, said):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableArticleError, match=r"\w") as raised:
        read_old_article(path)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        ("txt", "Holguín\n\nText.\n".encode()),
        ("txt", "Holguín\r\n\r\nText.\r\n".encode("windows-1252")),
        ("txt", "Holguín\n\nText.\n".encode("utf-16")),
        ("html", '<meta charset="iso-8859-1"><h1>Holguín</h1><p>Text.'.encode("latin-1")),
        ("md", "\ufeff# Holguín\n\nText.\n".encode()),
    ],
)
def test_letters_are_read_in_whatever_way_they_were_saved(draft, suffix, content):
    assert draft(suffix, content).sections.title == "Holguín"


@pytest.mark.parametrize("suffix", ["md", "txt", "html"])
def test_an_empty_file_makes_an_empty_draft(draft, suffix):
    made = draft(suffix, b"")
    assert (made.sections.title, made.sections.opening, made.entries) == ("", "", ())
