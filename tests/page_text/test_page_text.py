import datetime as dt
from pathlib import Path

import pytest

from citewell.article import Page
from citewell.page_facts import PageFacts
from citewell.page_text.page_text import forget, page_text
from citewell.page_text.readers import is_about_the_site, is_for_readers, is_ours
from citewell.site import load_site
from citewell.source import read_source
from citewell.wording import read_wording

ROOT = Path(__file__).parents[2]
LISTED = read_wording(
    "plainer:\n  - {words: [nausea, risk of], write: W, why: Y, source: S}\n",
)[0]["plainer"]


def page(text, path="docs/a/x.md", article=""):
    source, problems = read_source(path, text)
    assert problems == []
    return Page(source, PageFacts(article=article))


def hits(text):
    return [
        (hit.words, hit.place, hit.is_quoted, hit.is_explained) for hit in page_text(page(text)).find(LISTED)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A *risk*\nof [nausea](x.md).", [
            ("risk of", (1, 4), False, False), ("nausea", (2, 5), False, False)]),
        ("Feeling sick (nausea).", [("nausea", (1, 15), False, True)]),
        ("Nausea (feeling sick).", [("Nausea", (1, 1), False, True)]),
        ("They say “nausea”.", [("nausea", (1, 11), True, False)]),
        ('They say "a risk of it".', [("risk of", (1, 13), True, False)]),
        ("“So” they say, nausea.", [("nausea", (1, 16), False, False)]),
        ("---\ntitle: Nausea\ndescription: >-\n  It is\n  nausea.\ntags: [nausea]\n---\n# T", [
            ("Nausea", (2, 8), False, False), ("nausea", (5, 3), False, False)]),
        ("/// faq | Is nausea bad?\nNo.\n///", [("nausea", (1, 14), False, False)]),
        ("/// question-list | On nausea\n- x\n///", [("nausea", (1, 24), False, False)]),
        ("/// care | urgent\n    heading: Call if nausea\n\n- x\n///", [("nausea", (2, 22), False, False)]),
        ("<div>\n<p>nausea</p>\n</div>", [("nausea", (2, 4), False, False)]),
        ("| nausea | b |\n| --- | --- |\n| c | d |", [("nausea", (1, 3), False, False)]),
        ("`nausea` <!-- nausea --> [@nausea2013] ![x](nausea.svg)", []),
        ("A risk. Of all.", []),
    ],
)  # fmt: skip
def test_a_listed_word_is_found_wherever_readers_meet_it(text, found):
    assert hits(text) == found


def test_a_page_is_read_once_and_let_go():
    read = page("# T")
    kept = page_text(read)
    assert page_text(read) is kept
    forget(read)
    assert page_text(read) is not kept


def test_sections_go_from_heading_to_heading_and_an_answer_is_one():
    text = "# T\n\na\n\nb\n\n## H\n\nc\n\n/// faq | Q?\nd\n\ne\n///\n\n/// faq | R?\nf\n///\n\ng"
    sections = [[passage.typed for passage in section] for section in page_text(page(text)).sections]
    assert sections == [["T", "a", "b"], ["H", "c"], ["d", "e"], ["f"], ["g"]]


def test_passages_are_looked_up_by_a_word_of_each_group():
    text = page_text(page("# T\n\nOne two.\n\nOne three.\n\n- two three"))
    assert [found.typed for found in text.with_words({"one"}, {"two", "four"})] == ["One two."]
    assert [found.typed for found in text.with_words({"one"}, {"four"})] == []


@pytest.mark.parametrize(
    ("path", "article", "readers", "ours", "about"),
    [
        ("docs/a/x.md", "Q?", True, True, False),
        ("docs/a/x.md", "", True, False, False),
        ("docs/index.md", "", True, True, False),
        ("docs/a/index.md", "", True, False, False),
        ("docs/about/x.md", "", True, True, True),
        ("docs/about/x.md", "Q?", True, True, False),
        ("docs/editors/x.md", "Q?", False, False, False),
        ("docs/a/editors.md", "Q?", True, True, False),
    ],
)
def test_for_whom_a_page_is_written(path, article, readers, ours, about):
    read = page("# T", path, article)
    assert (is_for_readers(read), is_ours(read), is_about_the_site(read)) == (readers, ours, about)


def test_the_quick_reader_of_sentences_finds_those_of_the_exact_one():
    site, _ = load_site(ROOT, dt.date(2026, 11, 25))
    count = 0
    for read in site.pages:
        for passage, sentences in page_text(read).sentences_by_passage:
            if not set("`*_") & set(passage.typed):
                quick = [words for _, text in sentences if (words := words_in(text))]
                assert quick == [words_in(sentence.text) for sentence in passage.sentences], passage.typed
                count += len(quick)
    assert count > 300


def words_in(text):
    return sum(any(map(str.isalnum, word)) for word in text.split())
