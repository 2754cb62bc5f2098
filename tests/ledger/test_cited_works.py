"""The index: each work once, in alphabetical order, with the pages that cite it."""

from citewell.bibliography.reference import Library, Name, Reference
from citewell.ledger.cited_works import DesignInUse, designs_in_use, works_cited
from tests.ledger.cited_pages import LIBRARY, PAGES, QUESTION, page, sentence


def cited(pages, library=LIBRARY):
    return {work.reference.key: [page.address for page in work.pages] for work in works_cited(pages, library)}


def test_each_work_stands_once_with_its_pages_in_the_order_of_the_site():
    assert list(cited(PAGES).items()) == [
        ("Ascibasi:2020/1", ["crying/passes/"]),
        ("goodwin2017", ["crying/", "crying/passes/"]),
        ("nhs", ["crying/"]),
    ]


def test_the_text_is_the_printed_reference():
    (work,) = works_cited([page("A", "a/", sentence("Yes.", "goodwin2017"))], LIBRARY)
    assert work.text == "Goodwin G, Price G, Laredo G. Emotional blunting. J Affect Disord. 2017."
    assert work.design == "Survey"


def test_a_page_counts_once_however_it_types_the_key():
    assert cited([page("A", "a/", keys=("nhs", "NHS", "nhs"))]) == {"nhs": ["a/"]}


def test_a_key_that_is_not_in_the_bibliography_is_left_out():
    assert cited([page("A", "a/", keys=("nowhere",))]) == {}


def test_no_page_cites_nothing():
    assert works_cited([], LIBRARY) == []


def test_neither_signs_nor_accents_nor_capitals_count_in_the_alphabetical_order():
    names = ["2017 survey", "Aşçibaşi", "ascot", "Atwood", "de Bodinat", "Öberg", "“Quoted”", "Zoé"]
    works = [Reference(name, "misc", {"title": "T"}, (Name(name),)) for name in reversed(names)]
    found = works_cited([page("A", "a/", keys=[work.key for work in works])], Library(tuple(works)))
    assert [work.reference.key for work in found] == names


def articles(*pages):
    (work,) = works_cited(pages, LIBRARY)
    return [(article.question, [each.title for each in article.pages]) for article in work.articles]


def test_pages_are_grouped_by_article():
    assert articles(
        page("How", "a/how/", keys=("nhs",)),
        page("When", "a/when/", keys=("nhs",)),
        page("Stopping", "b/", article="Can I stop?", keys=("nhs",)),
        page("About", "about/", article="", keys=("nhs",)),
    ) == [(QUESTION, ["How", "When"]), ("Can I stop?", ["Stopping"]), ("", ["About"])]


def test_an_article_is_not_named_beside_the_page_that_is_titled_so():
    assert articles(page(QUESTION, "a/", keys=("nhs",)), page("How", "a/how/", keys=("nhs",))) == [
        ("", [QUESTION, "How"])
    ]


def test_designs_in_use_are_counted_and_those_not_noted_stand_last():
    works = works_cited([*PAGES, page("A", "a/", keys=("goodwin2017",))], LIBRARY)
    assert designs_in_use(works) == [
        DesignInUse("Follow-up study", 1),
        DesignInUse("Survey", 1),
        DesignInUse("", 1),
    ]
    assert [design.name for design in designs_in_use(works)][-1] == "Design not noted"


def test_the_same_design_counts_twice():
    works = [Reference(key, "misc", {"title": key, "design": "Survey"}) for key in ("a", "b")]
    cited_works = works_cited([page("A", "a/", keys=("a", "b"))], Library(tuple(works)))
    assert designs_in_use(cited_works) == [DesignInUse("Survey", 2)]
