import datetime as dt

import pytest

from citewell.bibliography.bibtex import read_bib_files
from citewell.page_text.page_text import page_text
from citewell.report.citation_use import Citing, citation_table, citation_use, citing_sentences
from citewell.report.reports import make_reports
from citewell.site import load_site
from tests.report.editors_site import TODAY, write_site

SENTENCE = Citing("a", "docs/x.md", 3, "It is so.")


@pytest.fixture
def library(tmp_path):
    """Reads a bibliography."""

    def read(text):
        (tmp_path / "references.bib").write_text(text, encoding="utf-8")
        return read_bib_files([tmp_path / "references.bib"], tmp_path)[0]

    return read


@pytest.fixture
def uses(tmp_path):
    """The works of the example site by their keys."""
    site, problems = load_site(write_site(tmp_path), TODAY)
    reports = make_reports(site, problems, ["citation-use"], TODAY)
    return {use.key: use for use in reports.uses}


def test_every_sentence_that_cites_a_work_is_told_with_its_place(uses):
    assert uses["old2010"].cited_in == (
        "docs/tears/index.md:9: It can, for some people.",
        "docs/tears/index.md:18: Some people cannot cry.",
    )
    assert uses["bare"].cited_in == ("docs/tears/overdue.md:10: A leaflet says so.",)
    assert uses["new2022"].cited_in == (
        "docs/_data/drugs.yml:1: The label of sertraline",
        "docs/tears/checking.md:7: It is so.",
        "docs/tears/index.md:18: Some people cannot cry.",
    )


def test_the_unused_come_first_then_those_that_are_cited_most(uses):
    assert [(use.key, use.sentences) for use in uses.values()] == [
        ("unread2015", 0),
        ("new2022", 3),
        ("example", 2),
        ("old2010", 2),
        ("bare", 1),
    ]
    assert [key for key, use in uses.items() if use.is_unused] == ["unread2015"]


def test_a_page_for_editors_uses_what_it_cites(uses):
    assert uses["example"].pages == ("docs/editors/how.md",)


def test_what_an_editor_should_look_at(uses):
    assert {key: use.remarks for key, use in uses.items()} == {
        "unread2015": ("unused", "older than 10 years", "no identifier"),
        "new2022": (),
        "example": ("not verified: url",),
        "old2010": ("older than 10 years", "not verified: pmid"),
        "bare": ("no identifier",),
    }


def test_the_figures(uses):
    figures = {figure.name: figure.value for figure in citation_table(list(uses.values())).figures}
    assert figures == {
        "works": 5,
        "unused": 1,
        "older_than_10_years": 2,
        "without_identifier": 2,
        "all_identifiers_verified": 1 / 3,
        "designs": {"Case series": 1, "Cohort study": 1, "Design not noted": 2},
    }


def test_without_any_work_there_is_no_share():
    figures = {figure.name: figure.value for figure in citation_table([]).figures}
    assert figures["works"] == 0
    assert figures["all_identifiers_verified"] is None


@pytest.mark.parametrize(
    ("fields", "year", "is_old"),
    [
        ("year={2015}", 2015, True),
        ("year={2016}", 2016, False),
        ("year={2027}", 2027, False),
        ("epub={2014-03-02}", 2014, True),
        ("title={T}", None, False),
    ],
)
def test_a_work_is_old_when_its_whole_year_is(library, fields, year, is_old):
    [use] = citation_use([], library(f"@misc{{a, {fields}}}"), dt.date(2026, 11, 25))
    assert (use.year, use.is_old) == (year, is_old)


def test_a_key_is_found_however_it_is_typed_and_an_unknown_one_is_passed_over(library):
    citing = [SENTENCE, Citing("A", "docs/y.md", 1, "Again."), Citing("zzz", "docs/x.md", 1, "No.")]
    [use] = citation_use(citing, library("@misc{a, title={T}}"), TODAY)
    assert use.pages == ("docs/x.md", "docs/y.md")


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        (3, ("docs/0.md", "docs/1.md", "docs/2.md")),
        (4, ("docs/0.md", "docs/1.md", "docs/2.md", "and 1 more")),
    ],
)
def test_people_see_the_first_pages_and_how_many_more_there_are(library, pages, shown):
    citing = [Citing("a", f"docs/{number}.md", 1, "So.") for number in range(pages)] * 2
    [use] = citation_use(citing, library("@misc{a, title={T}}"), TODAY)
    assert use.first_pages == shown
    assert len(use.pages) == pages


def test_a_group_counts_once_for_each_of_its_works(tmp_path):
    path = "docs/x.md"
    site, _ = load_site(
        write_site(tmp_path, **{path: "# X\n\nOne [@a; @b]. Two.\n\n- three [@a]\n\n`[@c]`\n"}), TODAY
    )
    [page] = [page for page in site.pages if page.source.path == path]
    assert list(citing_sentences(page_text(page))) == [
        Citing("a", path, 3, "One."),
        Citing("b", path, 3, "One."),
        Citing("a", path, 5, "three"),
    ]
