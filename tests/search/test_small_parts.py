from itertools import pairwise, product
from random import Random
from string import ascii_lowercase

import cbor2
import pytest

from citewell.search.pagefind_data import read, read_words, write
from citewell.search.small_parts import ENOUGH, small_parts

ALL_WORDS = ["".join(letters) for letters in product(ascii_lowercase, repeat=3)]


def entries(count, places=1):
    """Words in order, each in some places, as Pagefind writes them: by page, then by place."""
    random = Random(f"{count} words")
    words = sorted(random.sample(ALL_WORDS, count))
    return [
        [word, [[1, [-25, *(random.randrange(70_000) for _ in range(places))], []]], [["é", []]]]
        for word in words
    ]


@pytest.fixture
def cut(tmp_path):
    """Writes words as one part and cuts it: the new parts, and the words of each with their entries."""

    def cut(words):
        name = f"en_{write(tmp_path, 'en_{}.pf_index', [words])}"
        parts = small_parts(tmp_path, [("first", "last", name)])
        files = [tmp_path / f"{name}.pf_index" for _, _, name in parts]
        assert sorted(files) == sorted(tmp_path.iterdir())
        return parts, [read(file)[0] for file in files]

    return cut


@pytest.mark.parametrize("count", [1, 23, 24, 255, 256, 5000], ids="{} words".format)
def test_words_come_back_with_their_places(tmp_path, count):
    words = entries(count)
    name = write(tmp_path, "en_{}.pf_index", [words])
    found = read_words(tmp_path / f"en_{name}.pf_index")
    assert [(word, cbor2.loads(entry)) for word, entry in found] == [(entry[0], entry) for entry in words]


@pytest.mark.parametrize(("count", "places"), [(100, 300), (5000, 5)], ids=["long entries", "many words"])
def test_a_large_part_is_cut_and_nothing_is_lost(cut, count, places):
    words = entries(count, places)
    parts, held = cut(words)
    assert len(parts) > 3
    assert [entry for part in held for entry in part] == words
    assert all(len(cbor2.dumps(part[:-1])) <= ENOUGH + 3 for part in held)


def test_each_word_stands_between_the_ends_of_its_part_alone(cut):
    parts, held = cut(entries(5000, 5))
    assert (parts[0][0], parts[-1][1]) == ("first", "last")
    ends = [("", parts[0][1]), *((first, last) for first, last, _ in parts[1:-1]), (parts[-1][0], "{")]
    for (first, last), part in zip(ends, held, strict=True):
        assert all(first <= entry[0] <= last for entry in part)
    assert all(one[1] < other[0] for one, other in pairwise(ends))


def test_a_word_in_more_places_than_a_part_has_is_not_cut(cut):
    parts, held = cut(entries(1, 20_000))
    assert len(parts) == len(held) == 1


def test_a_small_part_stays_as_it_is(tmp_path):
    name = f"en_{write(tmp_path, 'en_{}.pf_index', [entries(10)])}"
    assert small_parts(tmp_path, [("a", "z", name)]) == [("a", "z", name)]
