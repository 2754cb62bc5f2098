"""What a sentence speaks of, and what it sets aside."""

from pathlib import Path

import pytest

from citewell.scope.mentions import asserted, without_examples, without_those_of_people
from citewell.terms import PATH, read_terms

TERMS, _ = read_terms((Path(__file__).parents[2] / PATH).read_text(encoding="utf-8"))

OUTCOMES = {
    # the sentence, then the outcomes that it asserts
    "Some people cannot cry.": ["crying"],
    "They did not cry, and felt DULLED.": ["crying", "dulled-feelings"],
    "They lost the ability\nto cry.": ["crying"],
    "It is about dulled feelings, not tears.": ["dulled-feelings"],
    "This is not about crying, dulled feelings or sleep.": [],
    "It counted dulled feelings rather than tears.": ["dulled-feelings"],
    "The survey did not count lost tears.": [],
    "The paper cannot explain lost tears, but dulled feelings.": ["dulled-feelings"],
    "It did not count tears but dulled feelings.": ["dulled-feelings"],
    "The feeling is there and the tears are not.": [],
    "Nobody has counted lost tears; dulled feelings were told of.": ["dulled-feelings"],
    "How often tears are lost is not known.": [],
    "It does not depend on whether you cry.": [],
    "Outcry and tearing are other words.": [],
}


@pytest.mark.parametrize(("text", "expected"), OUTCOMES.items(), ids=OUTCOMES)
def test_what_is_set_aside_is_not_asserted(text, expected):
    assert [found.listed.key for found in asserted(text, TERMS.outcomes)] == expected


OF_PEOPLE = {
    "46 in 100 people with depression felt dulled.": ["dulled-feelings"],
    "People who had dulled feelings could not cry.": ["crying"],
    "Of those with dulled feelings, some cry.": ["crying"],
    "People treated for depression sleep badly.": ["sleep"],
    "Depression may dull feelings.": ["depression", "dulled-feelings"],
}


@pytest.mark.parametrize(("text", "expected"), OF_PEOPLE.items(), ids=OF_PEOPLE)
def test_which_people_is_no_outcome(text, expected):
    mentions = asserted(text, TERMS.outcomes)
    assert [found.listed.key for found in without_those_of_people(text, mentions)] == expected


MEDICINES = {
    "People on sertraline or Zoloft": ["sertraline", "sertraline"],
    "An antidepressant such as sertraline": ["antidepressant"],
    "antidepressants like sertraline, paroxetine and fluoxetine": ["antidepressant"],
    "paroxetine, not sertraline": ["paroxetine"],
    "Sertraline was not studied; an SSRI was.": ["ssri"],
    "Unlike sertraline, bupropion": ["bupropion"],
}


@pytest.mark.parametrize(("text", "expected"), MEDICINES.items(), ids=MEDICINES)
def test_an_example_is_no_medicine_that_a_number_is_told_of(text, expected):
    mentions = asserted(text, TERMS.medicines)
    assert [found.listed.key for found in without_examples(text, mentions)] == expected
