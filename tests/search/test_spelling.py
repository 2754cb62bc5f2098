from itertools import product
from string import ascii_lowercase

from citewell.search.spelling import MOST, spelling


def unpacked(text):
    words, before = [], ""
    for line in text.split("\n"):
        before = before[: int(line[0])] + line[1:]
        words.append(before)
    return words


def test_the_words_come_back():
    words = {"cry", "crying", "crystal", "tear", "tears", "überhaupt", "antidepressants", "antidepressant"}
    assert unpacked(spelling([frozenset(words)])) == sorted(words)


def test_words_of_many_pages_are_kept_before_others():
    seldom = {f"word{first}{second}{third}" for first, second, third in product(ascii_lowercase, repeat=3)}
    often = frozenset({"sertraline", "crying"})
    kept = unpacked(spelling([often, often, frozenset(seldom)]))
    assert len(kept) == MOST
    assert often <= set(kept)


def test_a_site_without_words_has_an_empty_file():
    assert spelling([]) == ""
