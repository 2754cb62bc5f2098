import pytest

from citewell.a_to_z import Entry, a_to_z, entries_of
from citewell.drugs import Drug, DrugClass
from citewell.page_facts import PageFacts

DRUG = Drug("sertraline", DrugClass("SSRI", "full", antidepressant=True), "label", ("Zoloft", "sertraline"))


def listed(*names):
    _, values = a_to_z([Entry(name, "a/") for name in names], "search/")
    return [(letter.letter, [entry.name for entry in letter.entries]) for letter in values["letters"]]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["b", "A", "a b"], [("A", ["A", "a b"]), ("B", ["b"])]),
        (["Zebra", "Émigré", "eagle"], [("E", ["eagle", "Émigré"]), ("Z", ["Zebra"])]),
        (["“Quoted”", "5-HT", "涙"], [("0-9", ["5-HT", "涙"]), ("Q", ["“Quoted”"])]),
        ([], []),
    ],
    ids=["case does not matter", "accents do not matter", "signs and other scripts", "nothing"],
)
def test_names_stand_under_their_letters(names, expected):
    assert listed(*names) == expected


def test_the_first_page_of_an_article_stands_under_its_medicine_too():
    facts = PageFacts(article="Can it?", drug=DRUG)
    assert list(entries_of("Can it?", "a/", facts, is_index=True)) == [
        Entry("Can it?", "a/"), Entry("Sertraline", "a/", "Can it?"), Entry("Zoloft", "a/", "Can it?"),
    ]  # fmt: skip
    assert list(entries_of("How", "a/b/", facts, is_index=False)) == [Entry("How", "a/b/", "Can it?")]
