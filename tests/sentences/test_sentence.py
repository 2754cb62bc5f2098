"""The sentences of a run of Markdown: words, citations, and places that are true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.sentences.sentence import sentences_of

SENTENCES = {
    # typed, then each sentence as (text, keys)
    "before the full stop": ("Tears may not come [@a].", [("Tears may not come.", "a")]),
    "behind the full stop": (
        "Tears may not come. [@a] You may feel sad. [@b]",
        [("Tears may not come.", "a"), ("You may feel sad.", "b")],
    ),
    "two works and a page": ("Some [@a; @b, p. 33] do.", [("Some do.", "ab")]),
    "the same work twice": ("Some [@a] lose tears [@b; @a].", [("Some lose tears.", "ab")]),
    "side by side": ("Some lose tears [@a] [@b][@c].", [("Some lose tears.", "abc")]),
    "at the beginning": ("[@a] Tears may. It passes.", [("Tears may.", "a"), ("It passes.", "")]),
    "alone": ("[@a]", []),
    "in brackets": ("Some (not all [@a]) do.", [("Some (not all) do.", "a")]),
    "in quotation marks": ("They “cannot cry [@a]”.", [("They “cannot cry”.", "a")]),
    "an address is none": ("Write to [me@b.example] now.", [("Write to [me@b.example] now.", "")]),
    "escaped": (r"Write \[@a] for one.", [("Write [@a] for one.", "")]),
    "words in the citation": ("Some lose tears [see @a, fig. 2. It is short].", [("Some lose tears.", "a")]),
    "emphasis": ("Some *lose **tears [@a]*** or __feel__ _numb_.", [("Some lose tears or feel numb.", "a")]),
    "no emphasis": ("5 * 3 and snake_case stay.", [("5 * 3 and snake_case stay.", "")]),
    "a link": ("See [what [is](x.md) known](y.md#z (t)).", [("See [what is known](y.md#z (t)).", "")]),
    "a link to a definition": ("[It passes][ref]. So.", [("It passes.", ""), ("So.", "")]),
    "a citation in the label of a link": ("See [this [@a]](y.md).", [("See [this](y.md).", "a")]),
    "an image": ('Look: ![46 in 100](a.svg){ width="5" } Some.', [("Look: Some.", "")]),
    "a footnote": ("Some do[^1]. It passes.", [("Some do.", ""), ("It passes.", "")]),
    "code": ("Type `46%` or ``a ` b`` here.", [("Type or here.", "")]),
    "a comment and tags": ("Some <!-- lose. [@b] -->may <b>cry</b> [@a].", [("Some may cry.", "a")]),
    "an angle sign": ("p < 0.05 and 5 > 3.", [("p < 0.05 and 5 > 3.", "")]),
    "entities": ("R&amp;D&nbsp;of un&shy;seen, &#40;AT&T&#41;.", [("R&D of unseen, (AT&T).", "")]),
    "lines": ("Some\n  lose\ttears \n[@a].", [("Some lose tears.", "a")]),
    "quoted lines": ("Some\n> lose tears.", [("Some lose tears.", "")]),
    "attributes": ("Not known {#high}", [("Not known", "")]),
    "abbreviations": (
        "In the U.S. Dr. Bell saw it, e.g. Zoloft [@a].",
        [("In the U.S. Dr. Bell saw it, e.g. Zoloft.", "a")],
    ),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("typed", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(typed, expected):
    assert [(sentence.text, "".join(sentence.keys)) for sentence in sentences_of(typed)] == expected


PIECES = st.sampled_from(
    ["Some ", "lose. ", "Tears", "[@a]", "[@b; @c]", "*", "_", "`", "[", "](x)", "]", "\\", "&amp;", "&nbsp;",
     "<b>",
     "\n", "  ", "> ", "!", "é", "46%", "“", "”", ".", "<!--", "-->", "{#a}", "\t", "(", ")"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=16).map("".join))
def test_every_place_of_every_text_is_true(typed):
    for sentence in sentences_of(typed):
        for offset, character in enumerate(sentence.text):
            there = typed[sentence.typed_at(offset) :]
            assert there[:1] == character or character == " " or there[:1] == "&" or character in "&\xa0"


@pytest.mark.parametrize(
    "piece", ["[", "[@a", "`a", "*", "_a", "<", "<!--", "![", "](", "{#", "&", "[a](", " \n", "\\"]
)
def test_hostile_text_is_read_in_time(piece):
    assert isinstance(sentences_of(piece * 3000), tuple)
