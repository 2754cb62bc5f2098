"""What several indexes say of a word is joined without reading every place."""

import cbor2
import pytest

from citewell.search.pagefind_words import UnknownFormError, joined, part_of, read_words, with_fields


def words_of(*entries):
    """Entries, as Pagefind writes them."""
    return dict(read_words(cbor2.dumps([list(entries)])))


ONE = ["cry", [[3, [-25, 4, 9], []], [2, [-169, 0], [-1, 0]]], []]
OTHER = ["cry", [[0, [-25, 70_000], [-1, 2, -2, 0]]], []]
JOINED = {
    "one index": ([(0, ONE)], ONE),
    "one that does not begin with the first page": (
        [(10, ONE)],
        ["cry", [[13, [-25, 4, 9], []], [2, [-169, 0], [-1, 0]]], []],
    ),
    "pages are told by how far they stand behind the one before": (
        [(0, ONE), (300, OTHER), (301, OTHER)],
        [
            "cry",
            [*ONE[1], [295, [-25, 70_000], [-1, 2, -2, 0]], [1, [-25, 70_000], [-1, 2, -2, 0]]],
            [],
        ],
    ),
    "each spelling once, in order": (
        [
            (0, ["cafe", [[1, [4], []]], [["cafë", [[1, [4], []]]], ["café", [[1, [8], []]]]]]),
            (8, ["cafe", [[2, [5], []], [1, [6], []]], [["café", [[2, [5], []], [1, [6], []]]]]]),
        ],
        [
            "cafe",
            [[1, [4], []], [9, [5], []], [1, [6], []]],
            [["café", [[1, [8], []], [9, [5], []], [1, [6], []]]], ["cafë", [[1, [4], []]]]],
        ],
    ),
    "a word that is always spelt in another way": (
        [(3, ["u", [], [["û", [[1, [4], []]]]]]), (5, ["u", [[1, [5], []]], [["ü", [[1, [5], []]]]]])],
        ["u", [[6, [5], []]], [["û", [[4, [4], []]]], ["ü", [[6, [5], []]]]]],
    ),
}


@pytest.mark.parametrize(("found", "entry"), JOINED.values(), ids=JOINED)
def test_a_word_of_several_indexes(found, entry):
    word = entry[0]
    assert cbor2.loads(joined(word, [(base, words_of(one)[word]) for base, one in found])) == entry


@pytest.mark.parametrize("count", [1, 23, 24, 255, 256, 70_000], ids="{}".format)
def test_words_and_pages_of_any_number_come_back(count):
    pages = [[1, [-25, place], []] for place in range(count)]
    words = [[f"word{number:05}", [[7, [1], []]], []] for number in range(count)]
    words.append(["x", pages, [["ẍ", pages]]])
    entries = [joined(word, [(0, postings)]) for word, postings in words_of(*words).items()]
    assert cbor2.loads(part_of(entries)) == [words]


@pytest.mark.parametrize(
    ("numbers", "places"),
    [([0, 1], [-1, 2, 300, -2, 0]), ([1, 0], [-2, 2, 300, -1, 0]), ([3, 400], [-4, 2, 300, -401, 0])],
)
def test_fields_get_other_numbers_and_places_stay(numbers, places):
    entry = ["cry", [[3, [-25, 4], []], [2, [-169], [-1, 2, 300, -2, 0]]], [["crý", [[5, [1], [-2, 7]]]]]]
    changed = with_fields("cry", words_of(entry)["cry"], numbers)
    assert cbor2.loads(joined("cry", [(1, changed)])) == [
        "cry",
        [[4, [-25, 4], []], [2, [-169], places]],
        [["crý", [[6, [1], [-1 - numbers[1], 7]]]]],
    ]


def test_fields_of_a_word_that_is_always_spelt_in_another_way_get_other_numbers():
    entry = ["u", [], [["û", [[1, [], [-1, 4]]]]]]
    changed = with_fields("u", words_of(entry)["u"], [2])
    assert cbor2.loads(joined("u", [(0, changed)])) == ["u", [], [["û", [[1, [], [-3, 4]]]]]]


def test_whether_a_word_stands_in_a_field_is_told():
    words = words_of(["a", [[1, [2], []]], []], ["b", [[1, [2], []], [1, [], [-1, 0]]], []])
    assert [postings.in_fields for postings in words.values()] == [False, True]


def test_what_is_not_written_as_pagefind_writes_it_is_not_taken():
    three_as_long_number = b"\x19\x00\x03"
    data = cbor2.dumps([[ONE]]).replace(b"\x83\x03", b"\x83" + three_as_long_number, 1)
    assert cbor2.loads(data) == [[ONE]]
    with pytest.raises(UnknownFormError, match="cry"):
        list(read_words(data))
