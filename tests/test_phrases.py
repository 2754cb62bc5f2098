"""Listed words and phrases are found whole, in any case, over lines and hyphens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.phrases import Phrases

LIST = Phrases.of(
    [("feel sick", "sick"), ("feel", "feel"), ("e.g", "eg"), ("#1 site", "one"), ("don't", "do not"),
     ("100% safe", "safe"), ("cry", "cry"), ("Feel-Sick", "second")]
)  # fmt: skip
TEXTS = {
    "I feel SICK": ["sick"],
    "feel\n  sick, feel-sick": ["sick", "sick"],
    "I feel": ["feel"],
    "feelings, outcry, cries": [],
    "e.g. this": ["eg"],
    "our #1 site": ["one"],
    "1 site": [],
    "Don\N{RIGHT SINGLE QUOTATION MARK}t, don't": ["do not", "do not"],
    "100% safe and 100%  safer": ["safe"],
    "İ cry": ["cry"],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS.items(), ids=repr)
def test_phrases_are_found(text, expected):
    assert [found.listed for found in LIST.find(text)] == expected


@given(st.text(alphabet="feel sick-'\N{RIGHT SINGLE QUOTATION MARK}#1%.\nİcry", max_size=30))
def test_places_are_true(text):
    for found in LIST.find(text):
        words = text[found.start : found.end].lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        assert " ".join(words.replace("-", " ").split()) in LIST.by_phrase
