"""The two pages as HTML: what they link to, and that no field can break out of its place."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from citewell.bibliography.reference import Library, Name, Reference
from citewell.ledger.cited_works import designs_in_use, works_cited
from citewell.ledger.claim_ledger import claim_ledger
from tests.ledger.cited_pages import LIBRARY, PAGES, QUESTION, page, sentence

THEME = Path(__file__).parents[2] / "citewell" / "theme"
# The engine escapes nothing by itself, so neither does this environment.
ENVIRONMENT = Environment(loader=FileSystemLoader(THEME), undefined=StrictUndefined)
HOSTILE = """"><script>alert(1)</script>' onclick='x' {{ 7 * 7 }} &amp; &"""


def words(tag):
    return " ".join(tag.get_text().split())


def links(tag):
    return [(words(link), link["href"]) for link in tag.select("a")]


def reference_index(pages, library=LIBRARY, root=".."):
    works = works_cited(pages, library)
    entries = {work.reference.key: "<div class='reference-body'><p>Entry</p></div>" for work in works}
    template = ENVIRONMENT.get_template("citewell/reference-index.html")
    html = template.render(works=works, designs=designs_in_use(works), entries_html=entries, root=root)
    return BeautifulSoup(html, "html.parser")


def ledger(pages, library=LIBRARY, root="..", index="works/", table="table.csv"):
    template = ENVIRONMENT.get_template("citewell/claim-ledger.html")
    html = template.render(
        ledger=claim_ledger(pages, library), root=root, index_address=index, table_address=table
    )
    return BeautifulSoup(html, "html.parser")


def test_the_index_has_an_entry_for_each_work():
    index = reference_index(PAGES)
    assert [item["id"] for item in index.select(".reference")] == [
        "work-Ascibasi:2020/1",
        "work-goodwin2017",
        "work-nhs",
    ]
    assert len(index.select(".reference > .reference-body > p")) == 3
    assert words(index.select_one(".reference-index__count")) == "This site cites 3 works."


def test_an_entry_links_to_its_pages():
    entries = reference_index(PAGES).select(".reference-index__pages")
    assert [words(entry) for entry in entries] == [
        f"Cited on: What passes (in “{QUESTION}”)",
        f"Cited on: {QUESTION}; What passes",
        f"Cited on: {QUESTION}",
    ]
    assert links(entries[1]) == [(QUESTION, "../crying/"), ("What passes", "../crying/passes/")]


def test_pages_that_stand_alone_name_no_article():
    index = reference_index(
        [page("A", "a/", article="", keys=("nhs",)), page("B", "b/", article="C", keys=("nhs",))]
    )
    assert words(index.select_one(".reference-index__pages")) == "Cited on: A; B (in “C”)"


@pytest.mark.parametrize(("count", "folded"), [(10, False), (11, True)])
def test_many_pages_are_folded(count, folded):
    index = reference_index([page(f"Page {n}", f"{n}/", keys=("nhs",)) for n in range(count)])
    assert len(index.select(".reference-index__pages a")) == count
    assert [words(summary) for summary in index.select("details > summary")] == (
        [f"Cited on {count} pages"] if folded else []
    )


def test_the_filter_offers_the_designs_in_use():
    options = reference_index(PAGES).select("option")
    assert [words(option) for option in options] == [
        "All (3)",
        "Follow-up study (1)",
        "Survey (1)",
        "Design not noted (1)",
    ]
    assert [option["value"] for option in options[1:]] == ["Follow-up study", "Survey", ""]


def test_each_work_carries_the_design_that_the_filter_compares():
    index = reference_index(PAGES)
    offered = {option["value"] for option in index.select("option")[1:]}
    assert {item["data-design"] for item in index.select(".reference")} == offered


def test_without_a_script_there_is_no_filter_and_every_work():
    index = reference_index(PAGES)
    assert index.select_one(".reference-index__filter").has_attr("hidden")
    assert index.select(".reference[hidden]") == []


def test_the_filter_has_a_label_and_says_what_it_did():
    index = reference_index(PAGES)
    assert index.select_one("label")["for"] == index.select_one("select")["id"]
    assert words(index.select_one("[role=status]")) == ""


def test_the_ledger_counts_at_its_top():
    count = words(ledger(PAGES).select_one(".claim-ledger__count"))
    assert count == "3 sentences have a source, on 2 pages. Together they rest on 3 works."


def test_the_ledger_counts_one():
    count = words(ledger([page("A", "a/", sentence("Yes.", "nhs"))]).select_one(".claim-ledger__count"))
    assert count == "1 sentence has a source, on 1 page. It rests on 1 work."


def test_the_ledger_links_to_pages_sentences_and_works():
    index, passes = ledger(PAGES).select("section")
    assert links(index.h2) == [(QUESTION, "../crying/")]
    assert [words(heading) for heading in index.select("h3")] == ["How common it is"]
    assert links(index.select_one(".claim-ledger__words")) == [("Some lose tears.", "../crying/#cite-nhs-1")]
    sources = passes.select_one(".claim-ledger__sources")
    assert words(sources) == "Sources: Goodwin and others 2017 (Survey); Aşçibaşi 2020 (Follow-up study)"
    assert links(sources) == [
        ("Goodwin and others 2017", "../works/#work-goodwin2017"),
        ("Aşçibaşi 2020", "../works/#work-Ascibasi:2020/1"),
    ]
    assert words(passes.select_one(".claim-ledger__article")) == f"Part of: {QUESTION}"


def test_the_links_of_the_ledger_lead_to_entries_of_the_index():
    entries = {item["id"] for item in reference_index(PAGES).select("[id]")}
    sources = ledger(PAGES).select(".claim-ledger__sources a")
    assert {link["href"].partition("#")[2] for link in sources} <= entries


def test_a_citation_that_stands_alone_still_has_words_to_follow():
    shown = ledger([page("A", "a/", sentence("", "nhs"))])
    assert links(shown.select_one(".claim-ledger__words")) == [
        ("A citation without a sentence", "../a/#cite-nhs-1")
    ]


@pytest.mark.parametrize(("table", "offered"), [("t.csv", ["../t.csv"]), ("", [])])
def test_the_table_is_offered_where_there_is_one(table, offered):
    assert [link["href"] for link in ledger(PAGES, table=table).select("a[download]")] == offered


@pytest.mark.parametrize("show", [reference_index, ledger])
def test_an_empty_site_says_so(show):
    assert words(show([])).endswith("yet.")


@pytest.mark.parametrize("show", [reference_index, ledger])
def test_the_search_passes_over_the_whole_of_it(show):
    assert [child.has_attr("data-search-exclude") for child in show(PAGES).find_all(recursive=False)] == [
        True
    ]


@pytest.mark.parametrize("show", [reference_index, ledger])
def test_no_field_breaks_out_of_its_place(show):
    author = Name(HOSTILE, is_organisation=True)
    library = Library((Reference(HOSTILE, "misc", {"title": HOSTILE, "design": HOSTILE}, (author,)),))
    hostile = page(HOSTILE, HOSTILE, sentence(HOSTILE, HOSTILE, heading=f"H{HOSTILE}"), article=f"A{HOSTILE}")
    shown = show([hostile], library)
    assert shown.select("script") == []
    assert [tag for tag in shown.find_all() if "onclick" in tag.attrs] == []
    assert "<script>alert(1)</script>' onclick='x' {{ 7 * 7 }} &amp; &" in words(shown)
    assert all(link["href"].startswith("../") for link in shown.select("a"))


@pytest.mark.parametrize(
    ("show", "addresses"),
    [
        (reference_index, {"root": HOSTILE}),
        (ledger, {"root": HOSTILE}),
        (ledger, {"index": HOSTILE}),
        (ledger, {"table": HOSTILE}),
    ],
)
def test_no_address_breaks_out_of_its_place(show, addresses):
    shown = show(PAGES, **addresses)
    assert shown.select("script") == []
    assert any(HOSTILE in link["href"] for link in shown.select("a"))


@pytest.mark.parametrize("show", [reference_index, ledger])
def test_no_style_and_no_script_stands_in_the_page(show):
    tags = show(PAGES).find_all()
    assert not {"script", "style"} & {tag.name for tag in tags}
    assert [name for tag in tags for name in tag.attrs if name == "style" or name.startswith("on")] == []
