import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from citewell.search.lexbor_page import cut, for_pagefind
from citewell.search.searched_page import WHOLE, PageNames, SearchedPage

CASES = re.findall(
    r"^## (.+?)\n\n~~~ built\n(.*?)~~~\n\n((?:- [^\n]*\n)+)",
    (Path(__file__).parent / "cut_pages.md").read_text("utf-8"),
    re.MULTILINE | re.DOTALL,
)


def words_of(html):
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


@pytest.mark.parametrize(("html", "expected"), [pytest.param(*rest, id=name) for name, *rest in CASES])
def test_a_page_is_cut_down_to_what_is_searched(html, expected):
    page = cut(html.encode())
    wanted = dict(re.findall(r"^- (\w+):[ ]?(.*)$", expected, re.MULTILINE))
    assert page.title == wanted["title"]
    assert page.state == wanted["state"]
    assert " ".join(sorted(page.words)) == wanted["words"]
    assert words_of(page.text).replace(" .", ".") == wanted["text"]


def test_there_are_cases():
    assert len(CASES) == 5


def test_hostile_names_are_words_to_pagefind():
    hostile = '"><script>alert(1)</script>'
    page = cut(b"<html><body><main><h1>A</h1><p id='x'>Words</p></main></body></html>")
    names = PageNames((hostile,), hostile, (hostile,), WHOLE, hostile)
    read = BeautifulSoup(for_pagefind(page, SearchedPage("a/", "A", hostile, names)), "html.parser")
    assert not read.select("script")
    assert read.select_one("[data-pagefind-meta=aliases]").text == f"{hostile}, {hostile}, {hostile}"
    assert read.select_one("[data-pagefind-filter=medicine-other]").text == hostile
    assert words_of(str(read.select_one("[data-pagefind-body]"))) == "A Words"
