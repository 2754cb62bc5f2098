"""The passages of a page; and two readers of one grammar agree, of the page as typed and as rendered."""

from pathlib import Path

import markdown
import pytest

from benchmarks.corpus import article_text
from benchmarks.references import bibliography
from citewell.article import Page
from citewell.bibliography.bibtex import BibFile, read_bib_files, read_library
from citewell.boxes.extension import BoxesExtension
from citewell.citations.extension import CitationsExtension
from citewell.claims.extension import ClaimsExtension
from citewell.faq.extension import FaqExtension
from citewell.ledger.cited_sentences import cited_sentences
from citewell.page_facts import PageFacts
from citewell.sentences.passage import passages_of
from citewell.site_data import load_site_data
from citewell.source import read_source

ROOT = Path(__file__).parents[2]


def page_of(text):
    source, problems = read_source("docs/x.md", text)
    assert problems == []
    return Page(source, PageFacts())


PASSAGES = {
    # typed, then each passage as "kind: text"
    "paragraphs": ("One\ntwo.\n\nThree.\n", ["paragraph: One two.", "paragraph: Three."]),
    "headings": (
        "# One\n\nTwo\n===\nThree\n## Four {#four}\nFive\n",
        ["heading: One", "heading: Two", "paragraph: Three", "heading: Four", "paragraph: Five"],
    ),
    "items": (
        "For 46:\n\n- one\n- two\n  goes on\n\n3. three\n10) ten\n",
        ["paragraph: For 46:", "item: one", "item: two goes on", "item: three", "item: ten"],
    ),
    "a line of a paragraph that begins as an item does": (
        "It came in\n46. Nobody knows\n- or so.\n",
        ["paragraph: It came in 46. Nobody knows - or so."],
    ),
    "what stands under an item": ("- one\n\n    under it\n", ["item: one", "paragraph: under it"]),
    "definitions": (
        "Dose\n:   One.\n\n:   Two.\n\nAge\n:   Three.\n",
        ["term: Dose", "definition: One.", "definition: Two.", "term: Age", "definition: Three."],
    ),
    "a table": (
        "| Who | Share |\n| --- | ---: |\n| Men | 52 in 100 [@a] |\n| a \\| b | |\n",
        ["cell: Who", "cell: Share", "cell: Men", "cell: 52 in 100", "cell: a | b"],
    ),
    "a table without edges": ("a | b\n--|--\n1 | 2\n", ["cell: a", "cell: b", "cell: 1", "cell: 2"]),
    "an admonition": ('!!! note "46 in 100"\n    One.\n', ["paragraph: One."]),
    "a quotation": ("> One\n> two.\n", ["paragraph: One two."]),
    "a footnote": (
        "One[^a].\n\n[^a]: Two.\n[^b]: Three.\n",
        ["paragraph: One.", "paragraph: Two.", "paragraph: Three."],
    ),
    "code and HTML": (
        "```\n46%\n```\n\n    46%\n\n<div>46%</div>\n\n<!-- 46% -->\n\nOne.\n",
        ["paragraph: One."],
    ),
    "HTML that is read": (
        "<figure markdown>\n\n![46](a.svg)\n\n<figcaption markdown>One.</figcaption>\n\n</figure>\n",
        ["paragraph: One."],
    ),
    "front matter": ("---\ntitle: 46%\n---\n\nOne.\n", ["paragraph: One."]),
    "a block": (
        "/// claim | x\n    certainty: low\n    findings: [a/1]\n\nOne.\n///\n\nTwo.\n",
        ["paragraph: One.", "paragraph: Two."],
    ),
    "a block without an empty line": ("/// answer\nOne.\n///\n", ["paragraph: One."]),
    "a definition of a link": ("[ref]: https://example.org/46\n\nOne.\n", ["paragraph: One."]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), PASSAGES.values(), ids=PASSAGES)
def test_passages(text, expected):
    found = [
        (passage.kind, " ".join(sentence.text for sentence in passage.sentences))
        for passage in passages_of(page_of(text))
    ]
    assert [f"{kind}: {words}" for kind, words in found if words] == expected


def test_an_answer_knows_its_question():
    text = "/// faq | How common is it?\nNobody knows.\n\nReally.\n///\n\nElse.\n"
    assert [passage.question for passage in passages_of(page_of(text))] == [
        "How common is it?",
        "How common is it?",
        "",
    ]


def test_a_place_is_a_line_and_column_of_the_file():
    text = "---\ntitle: x\n---\n\n- One *two\n  46%* [@a].\n"
    (passage,) = passages_of(page_of(text))
    (sentence,) = passage.sentences
    assert passage.place(sentence.typed_at(sentence.text.index("46"))) == (6, 3)


def test_the_words_of_a_passage_leave_citations_out():
    (passage,) = passages_of(page_of("Some “lose” tears, a third [@goodwin2017, p. 33].\n"))
    assert passage.words == {"some", "lose", "tears", "a", "third"}
    assert passage.has_citation


LIBRARY, _ = read_bib_files([ROOT / "references.bib"], ROOT)
DATA, _ = load_site_data(ROOT / "docs")
ARTICLE = sorted((ROOT / "docs" / "sertraline-and-crying").glob("*.md"))
EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]


def rendered(text, library):
    extensions = [
        *EXTENSIONS,
        CitationsExtension(library=library),
        BoxesExtension(DATA.drugs, DATA.crisis),
        ClaimsExtension(library),
        FaqExtension(),
    ]
    return markdown.markdown(text, extensions=extensions)


def as_printed(text, library):
    """The cited sentences with their works; the renderer prints the works of a citation by their numbers."""
    return [(each.text, sorted(each.keys)) for each in cited_sentences(rendered(text, library)) if each.text]


def as_typed(page):
    sentences = [sentence for passage in passages_of(page) for sentence in passage.sentences]
    return [(sentence.text, sorted(sentence.keys)) for sentence in sentences if sentence.keys]


def test_the_article_has_pages():
    assert len(ARTICLE) > 5


@pytest.mark.parametrize("path", ARTICLE, ids=lambda path: path.stem)
def test_the_article_s_cited_sentences_are_the_same_as_typed_and_as_rendered(path):
    page = page_of(path.read_text(encoding="utf-8"))
    assert as_typed(page)
    assert as_printed(page.source.text[page.source.body_offset :], LIBRARY) == as_typed(page)


@pytest.mark.parametrize("number", range(5))
def test_the_two_readers_agree_on_a_long_page(number):
    library, _ = read_library([BibFile("references.bib", bibliography())])
    text = article_text(number, 100, cited=True)
    assert as_printed(text, library) == as_typed(page_of(text))
