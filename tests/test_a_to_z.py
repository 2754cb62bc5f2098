import pytest

from citewell.a_to_z import MOST, Entry, a_to_z, medicine_entries
from citewell.drugs import Drug, DrugClass

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


ONE, OTHER = Entry("Can it?", "a/"), Entry("Does it?", "b/")
HUBS = [("Medicines A to Z", "medicines/")]


@pytest.mark.parametrize(
    ("articles", "hub", "expected"),
    [
        ([ONE], "", Entry("Zoloft", "a/", "Can it?")),
        ([ONE], "medicines/x/", Entry("Zoloft", "a/", "Can it?", in_hubs=True)),
        ([ONE, OTHER], "medicines/x/", Entry("Zoloft", "medicines/x/", "2 questions", in_hubs=True)),
        ([ONE, OTHER], "", Entry("Zoloft", "a/", "2 questions")),
    ],
    ids=[
        "the only answer",
        "the only answer, with a hub",
        "several answers",
        "several answers without a hub",
    ],
)
def test_each_name_of_a_medicine_leads_to_its_answers(articles, hub, expected):
    found = list(medicine_entries(DRUG, articles, hub))
    assert [entry.name for entry in found] == ["Sertraline", "Zoloft"]
    assert found[1] == expected


def a_list(entries, hubs):
    _, values = a_to_z(entries, "search/", hubs)
    return [entry.name for letter in values["letters"] for entry in letter.entries], values["hubs"]


IN_HUBS = [Entry(f"Question {number:03}", f"{number}/", in_hubs=True) for number in range(MOST)]
ABOUT = Entry("About", "about/")


def test_a_list_that_is_not_long_names_everything():
    names, hubs = a_list(IN_HUBS, HUBS)
    assert len(names) == MOST
    assert hubs == ()


def test_a_long_list_leaves_to_the_hubs_what_they_hold():
    assert a_list([*IN_HUBS, ABOUT], HUBS) == (["About"], HUBS)


def test_a_long_list_of_a_site_without_hubs_stays_whole():
    names, hubs = a_list([*IN_HUBS, ABOUT], [])
    assert len(names) == MOST + 1
    assert hubs == ()
