"""The ledger: pages, the passages under their headings, each sentence beside its sources."""

from citewell.ledger.claim_ledger import Source, claim_ledger
from tests.ledger.cited_pages import LIBRARY, PAGES, QUESTION, page, sentence

GOODWIN = Source("goodwin2017", "Goodwin and others 2017", "Survey")
NHS = Source("nhs", "NHS", "Design not noted")


def test_a_page_without_cited_sentences_has_no_entry():
    ledger = claim_ledger(PAGES, LIBRARY)
    assert [entry.address for entry in ledger.pages] == ["crying/", "crying/passes/"]


def test_sentences_and_works_are_counted():
    ledger = claim_ledger(PAGES, LIBRARY)
    assert (ledger.sentences, ledger.works) == (3, 3)


def test_an_empty_site_has_an_empty_ledger():
    ledger = claim_ledger([], LIBRARY)
    assert (ledger.pages, ledger.sentences, ledger.works) == ((), 0, 0)


def test_a_heading_that_repeats_the_title_is_left_out():
    index, passes = claim_ledger(PAGES, LIBRARY).pages
    assert [passage.heading for passage in index.passages] == ["", "How common it is"]
    assert [passage.heading for passage in passes.passages] == [""]


def test_the_article_is_named_where_its_page_has_another_title():
    index, passes = claim_ledger(PAGES, LIBRARY).pages
    assert (index.article, passes.article) == ("", QUESTION)


def test_sentences_under_one_heading_stand_together():
    headings = ("Tears", "Tears", "Feelings", "Tears")
    sentences = [
        sentence(f"Sentence {number}.", "nhs", heading=heading) for number, heading in enumerate(headings)
    ]
    (entry,) = claim_ledger([page("A", "a/", *sentences)], LIBRARY).pages
    assert [(passage.heading, len(passage.statements)) for passage in entry.passages] == [
        ("Tears", 2),
        ("Feelings", 1),
        ("Tears", 1),
    ]


def test_a_statement_has_its_sources_in_the_order_of_the_text():
    (entry,) = claim_ledger(
        [page("A", "a/", sentence("Yes.", "nhs", "GOODWIN2017", "nowhere"))], LIBRARY
    ).pages
    (statement,) = entry.passages[0].statements
    assert (statement.text, statement.anchor) == ("Yes.", "cite-nhs-1")
    assert statement.sources == (NHS, GOODWIN)
