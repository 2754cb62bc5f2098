import datetime as dt
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

from citewell.article import Page
from citewell.citations.grammar import find_groups
from citewell.drugs import Drug, DrugClass
from citewell.page_facts import PageFacts
from citewell.question_sheet import question_sheet
from citewell.site import load_site
from citewell.source import read_source

ROOT = Path(__file__).parents[1]
WORDS = "Stopping {medicine} suddenly can make you feel sick [@{label}]. Talk to your doctor [@a; @b]."
ANTIDEPRESSANT = Drug(
    "sertraline", DrugClass("SSRI", "in full", antidepressant=True, do_not_stop=WORDS), "key"
)
PAINKILLER = Drug("ibuprofen", DrugClass("NSAID", "in full", antidepressant=False, do_not_stop=WORDS), "key")
TITLE = "Can it happen?"


def page(text, name="index.md", **facts):
    source, problems = read_source(f"docs/article/{name}", text)
    assert problems == []
    return Page(source, PageFacts(**{"title": TITLE, **facts}))


def sheet(text, **facts):
    """A sheet without its front matter, and what the front matter says."""
    source, problems = read_source("x.md", question_sheet([page(text, **facts)]))
    assert problems == []
    return source.text[source.body_offset :].lstrip("\n"), source.metadata


def listed(text):
    """What stands on the sheet under the heading of the only block of a page."""
    text, _ = sheet(f"/// question-list | Ask\n{text}\n///\n")
    return text.partition("## Ask\n\n")[2].partition("\n\nThe references")[0]


def test_a_sheet():
    first = "# One\n\n/// question-list | Ask\n- Why?\n- How *long*?\n///\n\nText.\n"
    second = (
        "/// question-list | Tell [*them*](x.md) [@a]\nRead this out:\n\n1. Since when?\n2. How much?\n///\n"
    )
    pages = [page(first, drug=ANTIDEPRESSANT), page(second, "what-can-be-done.md")]
    assert question_sheet(pages) == (
        """---
title: Questions to take to your prescriber
description: A sheet to print and to write on, with the questions of the article “Can it happen?”.
search:
  exclude: true
robots: noindex
made_by_the_build: question-sheet
---

# Questions to take to your prescriber

From the article “[Can it happen?](index.md)”. Print this page and write on the lines.

## Ask

- Why?
- How long?

## Tell them

Read this out:

1. Since when?
1. How much?

!!! warning "Do not stop suddenly"
    Stopping sertraline suddenly can make you feel sick. Talk to your doctor.

The references stand at the end of each page of the article.
"""
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\nNo questions.\n",
        "# Title\n\n```\n/// question-list | Ask\n- Why?\n///\n```\n",
        "# Title\n\n/// question-list | Ask\n///\n",
        "# Title\n\n/// faq | Why?\nSo.\n///\n",
    ],
    ids=["none", "in code", "empty", "another block"],
)
def test_no_sheet_without_questions(text):
    assert question_sheet([page(text, drug=ANTIDEPRESSANT)]) is None


ITEMS = [
    ("a citation", "- Why [@a; @b, p. 3]?", "- Why?"),
    ("a link", '- Why [this](x.md "Title") and <b>that</b>?', "- Why this and that?"),
    ("a link by name", "- Why [this][name] or [that][]?", "- Why this or that?"),
    ("a footnote", "- Why[^1]?", "- Why?"),
    ("marks and code", "- **Why** _this_ `code`?", "- Why this code?"),
    ("a picture", "- ![A tablet](x.png) of what?", "- A tablet of what?"),
    ("over two lines", "- Why\n  this?\n- How?", "- Why this?\n- How?"),
    ("in paragraphs", "- Why?\n\n    And how?\n\n- When?", "- Why? And how?\n- When?"),
    ("other marks", "* Why?\n+ How?", "- Why?\n- How?"),
    ("numbers", "1. Why?\n2) How?", "1. Why?\n1. How?"),
    ("lists in lists", "- Why?\n    - this\n    - that\n- How?", "- Why?\n    - this\n    - that\n- How?"),
    ("words above and below", "Ask\nthis:\n\n- Why?\n\nAnd go.", "Ask this:\n\n- Why?\n\nAnd go."),
    ("brackets that are no link", "- Why [or not]?", "- Why [or not]?"),
    ("windows", "- Why?\r\n- How?\r", "- Why?\n- How?"),
]


@pytest.mark.parametrize(("typed", "words"), [item[1:] for item in ITEMS], ids=[item[0] for item in ITEMS])
def test_questions_are_plain_words(typed, words):
    assert listed(typed) == words


def test_a_link_by_its_name_alone_is_plain_words():
    text, _ = sheet("/// question-list | Ask\n- Why [This]?\n///\n\n[this]: x.md\n")
    assert "- Why This?" in text


@pytest.mark.parametrize("drug", [None, PAINKILLER], ids=["no medicine", "no antidepressant"])
def test_only_an_antidepressant_is_warned_of(drug):
    text, _ = sheet("/// question-list | Ask\n- Why?\n///\n", drug=drug)
    assert "!!!" not in text


@pytest.mark.parametrize("title", ["A [b] c", "A: b", "“Quoted”", "Is it [@a]?"])
def test_any_title_is_a_link_to_the_article(title):
    text, facts = sheet("/// question-list | Ask\n- Why?\n///\n", title=title)
    link = BeautifulSoup(markdown.markdown(text), "html.parser").find("a")
    assert (link.get_text(), link["href"]) == (title, "index.md")
    assert facts["description"].endswith(f"“{title}”.")


def test_the_sheet_of_the_article_has_its_questions_and_no_citation():
    site, _ = load_site(ROOT, dt.date(2026, 12, 1))
    article = next(article for article in site.articles if article.folder.endswith("/sertraline-and-crying"))
    blocks = [block for part in article.pages for block in part.blocks("question-list")]
    made = question_sheet(article.pages)
    assert (made is not None) == bool(blocks)
    source, problems = read_source("x.md", made or "")
    assert problems == []
    assert list(find_groups(source.text)) == []
    assert "///" not in source.text
    html = BeautifulSoup(markdown.markdown(source.text[source.body_offset :]), "html.parser")
    assert len(html.find_all("h2")) == len(blocks)
    assert all(heading.find_next_sibling(["ul", "ol"]) for heading in html.find_all("h2"))
    assert {link["href"] for link in html.find_all("a")} <= {"index.md"}
