import pytest

from citewell.plain_words import plain_words, sentences


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("It can [@a; see @b, p. 3].", "It can."),
        ("A *very* **long** `word`?", "A very long word?"),
        ('See [how](x.md "T") and ![a picture](y.svg).', "See how and a picture."),
        ("CYP_2 and _so_ on", "CYP_2 and so on"),
        ("- one\n- two\n\n1. three\n\n> four\n\n## five", "one two three four five"),
        ("| a | b |", "a b"),
        ("4 * 3 <b>bold</b>", "4 3 bold"),
    ],
)
def test_words_are_those_a_reader_meets(typed, words):
    assert plain_words(typed) == words


def test_sentences_end_where_they_end():
    assert sentences("It can, e.g. in the U.S. in 3.5 of 100. Does it? Yes.") == [
        "It can, e.g. in the U.S. in 3.5 of 100.",
        "Does it?",
        "Yes.",
    ]
    assert sentences("") == []
