"""The corpus of the benchmark is what its table says; nothing is built or timed here."""

import re

import pytest
from pybtex.database import parse_string

from benchmarks.corpus import SIZES_OF_CITATIONS, WORKS_OF_A_PAGE, article_text, write_corpus
from benchmarks.measure import Cost, median_of, median_ratio
from benchmarks.references import WORKS, bibliography

PAGES = 5
CITATION = re.compile(r" \[(@[^\]]+)\]")


def texts(folder):
    return {
        path.relative_to(folder): path.read_text("utf-8") for path in folder.rglob("*.*") if path.is_file()
    }


@pytest.fixture
def corpora(tmp_path):
    for name, cited in {"cited": True, "again": True, "uncited": False}.items():
        write_corpus(tmp_path / name, PAGES, cited=cited)
    return {name: texts(tmp_path / name) for name in ("cited", "again", "uncited")}


def test_the_corpus_is_the_same_each_time(corpora):
    assert corpora["cited"] == corpora["again"]
    assert len(corpora["cited"]) == PAGES + len(("index.md", "section-000/index.md", "references.bib"))


def test_without_citations_the_rest_is_equal(corpora):
    assert corpora["uncited"] == {path: CITATION.sub("", text) for path, text in corpora["cited"].items()}
    assert corpora["uncited"] != corpora["cited"]


@pytest.mark.parametrize("number", range(PAGES))
def test_an_article_has_what_the_table_says(number):
    article = article_text(number, PAGES, cited=True)
    groups = [group.split("; ") for group in CITATION.findall(article)]
    named = [key for group in groups for key in group]
    assert len(groups) == len(SIZES_OF_CITATIONS) == 26
    assert len(named) == sum(SIZES_OF_CITATIONS)
    assert len(set(named)) == WORKS_OF_A_PAGE
    assert all(len(set(group)) == len(group) for group in groups)
    assert 1_300 < len(CITATION.sub("", article).split()) < 1_700
    assert article.count("\n## ") == 8
    for part in ("\n|---|", "\n!!! note", "\n- **", "[^note]\n", "\n[^note]: ", "](article-", "](https://"):
        assert part in article


def test_every_citation_is_in_the_bibliography():
    entries = parse_string(bibliography(), "bibtex").entries
    assert len(entries) == WORKS
    cited = set(re.findall(r"@([\w-]+)", article_text(0, PAGES, cited=True)))
    assert cited <= set(entries)


def test_a_ratio_is_taken_within_a_round():
    ours = [Cost(1, 1, 1), Cost(4, 4, 4), Cost(3, 3, 3)]
    theirs = [Cost(2, 2, 2), Cost(16, 16, 16)]
    assert median_ratio(theirs, ours) == Cost(3, 3, 3)
    assert median_of(ours) == Cost(3, 3, 3)
