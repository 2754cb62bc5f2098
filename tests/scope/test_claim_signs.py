"""What makes a sentence a claim, and what does not."""

from pathlib import Path

import pytest

from citewell.scope.claim_signs import claim_sign, may_be_a_claim
from citewell.terms import PATH, read_terms

TERMS, _ = read_terms((Path(__file__).parents[2] / PATH).read_text(encoding="utf-8"))

CLAIMS = {
    # the sentence, then the kind and the words of the sign
    "Nearly half of people cannot cry.": ("share", "Nearly half"),
    "One in five people feels numb.": ("share", "One in five"),
    "Women lose tears twice as often.": ("share", "twice as"),
    "Research shows that it passes.": ("research", "Research shows"),
    "A large new study has found this.": ("research", "study has found"),
    "It has been shown that it helps.": ("research", "It has been shown that"),
    "According to two reviews, it passes.": ("research", "According to two reviews"),
    "SSRIs are known to make tears rarer.": ("research", "are known to"),
    "Sertraline can cause falls.": ("cause", "can cause"),
    "Sertraline causes falls.": ("cause", "causes"),
    "SSRIs cause dry eyes.": ("cause", "SSRIs cause"),
    "Lost tears are due to serotonin.": ("cause", "due to"),
    "Dulled feelings are linked to the dose.": ("cause", "linked to"),
    "Blunting is more common here.": ("comparison", "more common"),
    "Sertraline works better than others.": ("comparison", "better than"),
    "A report described twelve people.": ("number", "twelve"),
    "Sertraline takes four weeks to work.": ("number", "four weeks"),
}


@pytest.mark.parametrize(("text", "expected"), CLAIMS.items(), ids=CLAIMS)
def test_a_claim_is_known_by_its_sign(text, expected):
    sign = claim_sign(text, TERMS)
    assert (sign.kind, sign.words) == expected
    assert text[sign.start :].startswith(sign.words)
    assert may_be_a_claim(frozenset(text.lower().rstrip(".").split()))


NONE = [
    "Is it caused by sertraline?", "Nobody knows how often sertraline stops tears.",
    "See what research found.", "Ask how 46 in 100 was counted.",
    "We found no study that shows that sertraline causes this.", "No study has shown that SSRIs cause this.",
    "Talk to your doctor within 2 weeks.", "If you miss a dose by more than 12 hours, skip it.",
    "You can ask about a lower dose.", "Two things can happen.", "This makes the room warmer than before.",
    "Other causes of crying exist.", "It may ease as you recover.", "More information is on the next page.",
    "Take 50 mg a day.", "It can do this rather than that with sertraline.", "Low mood is worse than usual.",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_makes_no_claim(text):
    assert claim_sign(text, TERMS) is None


def test_a_cause_needs_a_medicine_or_an_outcome():
    assert claim_sign("Rain can cause floods.", TERMS) is None
