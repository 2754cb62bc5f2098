"""How near a number that is told must be to the number that a source gives."""

import pytest

from citewell.quantities.equality import gives
from citewell.quantities.reader import quantities

SAME = [
    # as a sentence tells it, as a source gives it
    ("46%", "46 in 100"), ("46 in 100", "46%"), ("forty-six per cent", "46% (310 of 669)"), ("0.46", "46%"),
    ("46%", "0.46"), ("46%", "45.6%"), ("46.3%", "46.3 in 100"), ("310 people", "46% (310 of 669)"),
    ("310 of 669", "46%"), ("one in seven", "14.2%"), ("3 in 5", "60 in 100"), ("six in ten", "60%"),
    ("nearly half", "46%"), ("nearly half", "44%"), ("about half", "46%"), ("about half", "54%"),
    ("half", "49%"), ("exactly half", "50%"), ("half", "half"), ("more than half", "52%"),
    ("less than half", "46%"), ("about a third", "35%"), ("a third", "33%"), ("two thirds", "67%"),
    ("about a quarter", "26 in 100"), ("around 45%", "46%"), ("seven people", "7 people"),
    ("7 people", "7 described"), ("669 people", "669 adults"), ("about 700 people", "669 people"),
    ("over 600 people", "669 people"), ("nearly 700 people", "669 people"), ("8 weeks", "week 8"),
    ("after eight weeks", "8 weeks"), ("two months", "8 weeks"), ("3 weeks", "21 days"),
    ("at least 21 days", "at least 21 days"), ("more than 21 days", "more than 21 days"),
    ("up to 60%", "60%"), ("40 to 60%", "40–60 in 100"),  # noqa: RUF001
    ("twice as many", "2 times as many"),
]  # fmt: skip
DIFFERENT = [
    ("46%", "47%"), ("46.8%", "46%"), ("46 people", "46%"), ("46%", "46 people"),
    ("46 in 100", "46 studies"), ("half", "46%"), ("half", "54%"), ("exactly half", "49%"),
    ("nearly half", "43%"), ("nearly half", "51%"), ("more than half", "46%"), ("more than half", "50%"),
    ("more than half", "80%"), ("about half", "44%"), ("less than half", "20%"), ("a third", "37%"),
    ("two thirds", "60%"), ("seven people", "8 people"), ("70 people", "7 people"),
    ("605 of 1,022", "604 of 1,022"), ("7 studies", "7 people"), ("week 12", "week 16"),
    ("8 weeks", "8 days"), ("six months", "8 weeks"), ("40 to 60%", "46%"),
    ("over 600 people", "600 people"), ("854 people", "669 people"),
    ("three times as many", "twice as many"), ("8 people", "week 8"),
]  # fmt: skip


def is_given(told, noted):
    (told_quantity,) = quantities(told)
    notes = quantities(noted, small_words=True)
    return all(any(gives(note, told_quantity, value) for note in notes) for value in told_quantity.values)


@pytest.mark.parametrize(("told", "noted"), SAME)
def test_the_same_number(told, noted):
    assert is_given(told, noted)


@pytest.mark.parametrize(("told", "noted"), DIFFERENT)
def test_another_number(told, noted):
    assert not is_given(told, noted)
