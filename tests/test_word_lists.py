"""The lists of words beside the slips: where their words are right, how grave they are, what stands near."""

from pathlib import Path

import pytest

from citewell.wording import LISTS, NO_LISTS, PATH, read_wording, words_of

ENTRY = "  - {words: [%s], write: W, why: Y, source: S%s}\n"


def listed(words, more="", name="plainer"):
    lists, problems = read_wording(f"{name}:\n" + ENTRY % (words, more))
    assert problems == []
    return lists[name]


@pytest.mark.parametrize(
    ("words", "more", "text", "found"),
    [
        ("chronic", "", "A chronic illness.", ["chronic"]),
        ("chronic", "", "CHRONIC, or not-chronic?", ["CHRONIC", "chronic"]),
        ("chronic", "", "Chronicles and synchronic.", []),
        ("risk of", "", "The risk\nof it, a risk-of-it.", ["risk\nof", "risk-of"]),
        ("don't", "", "You don’t and don't.", ["don’t", "don't"]),  # noqa: RUF001 - as printed
        ("chronic", ", unless: [chronic fatigue]", "Chronic fatigue and chronic pain.", ["chronic"]),
        ("chronic", ", unless: [not chronic]", "It is not chronic: chronic is long.", ["chronic"]),
        ("cure", ", unless: [no cure]", "There is no cure.", []),
        ("cure", ", unless: [no cure]", "No, cure it.", ["cure"]),
    ],
)
def test_words_are_found_whole_and_not_where_they_are_right(words, more, text, found):
    hits = listed(words, more).find(text)
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_an_entry_says_what_to_write_instead_and_how_grave_it_is():
    entry = listed("a, b c", ", level: error, near: [X-ray, Y]").get("B-C")
    assert (entry.write, entry.why, entry.source, entry.level) == ("W", "Y", "S", "error")
    assert entry.near == ("x ray", "y")
    assert listed("a").get("A").level == "warning"
    assert listed("a").get("b") is None


def test_only_phrases_of_words_that_are_there_are_looked_for():
    words = listed("risk of, chronic, side effects")
    assert words.among(frozenset(words_of("Of chronic risks"))) == [frozenset({"chronic"})]
    assert words.among(frozenset(words_of("A risk-of it"))) == [frozenset({"risk", "of"})]
    assert words.among(frozenset()) == []


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("plainer:\n" + ENTRY % ("a", ", level: grave"), (2, 47), "Set “level” to one of: error, warning"),
        ("plainer:\n" + ENTRY % ("a", ", unless: b"), (2, 47), "Write “unless” as a list of texts"),
        ("plainer:\n" + ENTRY % ("a", ", instead: b"), (2, 47), "Take out “instead”"),
        ("plainer:\n" + ENTRY % ("a, A", ""), (2, 6), "Take out “A”: it stands in “plainer” already"),
        ("plainer:\n" + ENTRY % ("a", "") + ENTRY % ("a", ""), (3, 6), "Take out “a”: it stands in"),
        ("plain:\n" + ENTRY % ("a", ""), (1, 1), "Take out “plain”. Did you mean “plainer”?"),
        ("plainer:\n  - {words: [a], write: W, why: Y}\n", (2, 6), "Add “source”"),
        ("plainer: a\n", (1, 1), "Write “plainer” as a list"),
        ("plainer:\n" + ENTRY % ("a", ": b"), (2, 45), "Mend this line"),
    ],
)
def test_every_fault_has_its_place(text, place, message):
    lists, (problem,) = read_wording(text)
    assert (problem.path, problem.line, problem.column) == (PATH, *place)
    assert message in problem.message
    assert set(lists) == set(NO_LISTS)


def test_the_same_word_may_stand_in_two_lists():
    lists, problems = read_wording("plainer:\n" + ENTRY % ("a", "") + "stigma:\n" + ENTRY % ("a", ""))
    assert problems == []
    assert lists["plainer"].get("a")
    assert lists["stigma"].get("a")


def test_the_lists_of_this_site_are_sound_and_none_is_empty():
    text = (Path(__file__).parents[1] / PATH).read_text(encoding="utf-8")
    lists, problems = read_wording(text)
    assert problems == []
    assert {name for name in LISTS if not lists[name].by_phrase.by_phrase} == set()
    assert all(entry.near for entry in lists["weak_designs"].by_phrase.by_phrase.values())
