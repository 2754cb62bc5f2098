"""What is read as a quantity, and what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.quantities.reader import may_tell_a_number, quantities


def shown(quantity):
    values = " to ".join(f"{value:g}" for value in quantity.values)
    return " ".join(filter(None, (quantity.hedge, quantity.kind, values, quantity.unit)))


QUANTITIES = {
    # the text, then each quantity as hedge, kind, values, unit
    "46% of people": ["share 46 people"],
    "46 % felt dulled": ["share 46"],
    "46 per cent, or 46 percent": ["share 46", "share 46"],
    "forty-six per cent": ["share 46"],
    "twenty seven percent": ["share 27"],
    "46 in 100": ["share 46"],
    "46 out of 100 people": ["share 46 people"],
    "46 out of every 100 people": ["share 46 people"],
    "46 people in 100": ["share 46"],
    "46/100 people": ["share 46 people"],
    "7 people in 10": ["share 70"],
    "one in seven people": ["share 14.2857 people"],
    "1 of 7 patients": ["share 14.2857 people"],
    "3 per 1000 patients": ["share 0.3 people"],
    "14 more per 1,000 people": ["share 1.4 people"],
    "less than 1 in 1,000": ["under share 0.1"],
    "604 of 1,022 people": ["share 59.0998 people"],
    "three of the four authors": ["share 75 authors"],
    "half of them": ["share 50"],
    "nearly half of the people": ["nearly share 50 people"],
    "about half, exactly half, more than half": ["about share 50", "exactly share 50", "over share 50"],
    "a third of women": ["share 33.3333 people"],
    "one-third had a headache": ["share 33.3333"],
    "two thirds of 210 adults": ["share 66.6667", "count 210 people"],
    "three-quarters": ["share 75"],
    "a quarter": ["share 25"],
    "40 to 60%": ["share 40 to 60"],
    "40–60% of people": ["share 40 to 60 people"],  # noqa: RUF001 - a dash as it is printed
    "40% to 60%": ["share 40 to 60"],
    "between 40 and 60 percent": ["share 40 to 60"],
    "17 to 22 in 100": ["share 17 to 22"],
    "3 or 4 in 10": ["share 30 to 40"],
    "46% and 60%": ["share 46", "share 60"],
    "46 and 60 in 100": ["share 46 to 60"],
    "of every 100 people, about 59 had it and 41 had not": ["about share 59", "share 41"],
    "for each 1,000 people, 14 more": ["share 1.4"],
    "out of 10 women, 3 did": ["share 30"],
    "of 100 people in the trial": ["count 100 people"],
    "for every 100 people, the same 46% of men": ["share 46 people"],
    "seven people": ["count 7 people"],
    "seven of the people": ["count 7 people"],
    "a seven-person report": ["count 7 people"],
    "25 healthy young women": ["count 25 people"],
    "669 people with depression and 150 who had recovered": ["count 669 people", "count 150 people"],
    "1,829 adults and 1829 New Zealanders": ["count 1829 people", "count 1829 people"],
    "six hundred and sixty-nine people": ["count 669 people"],
    "1.5 million people": ["count 1.5e+06 people"],
    "a hundred people": ["count 100 people"],
    "2000 people took part": ["count 2000 people"],
    "over 65 people": ["over count 65 people"],
    "over 1,000 adults": ["over count 1000 people"],
    "three small studies": ["count 3 studies"],
    "7 in 10 studies": ["share 70 studies"],
    "3 in 12 weeks": ["count 3", "time 84 week"],
    "3,480 people in 12 studies": ["count 3480 people", "count 12 studies"],
    "two researchers": ["count 2 authors"],
    "four antidepressants": ["count 4 medicines"],
    "r = 0.521": ["count 0.521"],
    "scores of 35.07 and 25.73": ["count 35.07", "count 25.73"],
    "8 weeks": ["time 56 week"],
    "one day of the 8 weeks": ["time 56 week"],
    "an 8-week study": ["time 56 week"],
    "lower at week 16 than at week 8": ["time 112 week", "time 56 week"],
    "at the sixteenth week": ["time 112 week"],
    "the 16th week": ["time 112 week"],
    "4 to 6 weeks": ["time 28 to 42 week"],
    "two or three weeks": ["time 14 to 21 week"],
    "at least 21 days": ["at least time 21 day"],
    "twice as common": ["multiple 2"],
    "three times as many": ["multiple 3"],
    "a 2-fold increase": ["multiple 2"],
    "a 2019 survey": ["year 2019"],
    "a 2017 survey asked people": ["year 2017"],
    "a review published in 2012": ["year 2012"],
}


@pytest.mark.parametrize(("text", "expected"), QUANTITIES.items(), ids=QUANTITIES)
def test_a_quantity_is_read(text, expected):
    for written in (text, text[0].upper() + text[1:] + "."):
        assert [shown(quantity) for quantity in quantities(written)] == expected


NONE = [
    # doses and how often they are taken
    "20mg", "a 50 mg dose", "25 mg, 50 mg and 100 mg tablets", "20-30 mg", "200 mg a day", "2 tablets",
    "one dose", "half a tablet", "half the dose", "half of your usual dose", "its half-life",
    "half an hour", "5 ml", "3 times a day", "24 hours a day, 7 days a week", "every 2 weeks", "5g",
    # dates and times of day
    "on 8 August 2023", "15 Oct 2017", "in October 2020", "2026-11-23", "in 1991", "from 2017 to 2019",
    "the 2024–27 guide", "the 1990s", "at 10:30", "on the 27th of May", "2000, in May",  # noqa: RUF001
    # phone numbers
    "call or text 988", "call 911, or 999 in the UK", "116 123", "0800 123 4567", "+44 20 7946 0958",
    "555-0199",
    # ages
    "people under 25", "adults aged 18 and over", "from 6 to 17 years old", "a 45-year-old woman",
    "people over 65", "between the ages of 18 and 65", "in their 60s",
    # names and labels
    "CYP2D6, CYP2C19 and HTR2A", "5-HT", "omega-3", "Q10", "vitamin B12", "COVID-19", "type 2 diabetes",
    "chapter 5 and table 2", "page 33", "pages 304 to 310", "version 2.1", "version 1.2.3", "step 3",
    "question 4", "10.1016/S0034-7450", "phase 3 trials",
    # prices
    "£40 a month or $65 a week",
    # what counts nothing
    "one of the SSRIs", "one option", "one person may differ from another", "two things can happen",
    "two or three reasons", "these two", "one of the three", "the other half", "half as much",
    "a third group", "a third medicine", "the second messenger", "hundreds of people", "the first time",
    "on two days", "no one", "most people", "a few weeks", "several studies", "once or twice", "3 options",
    "two of them",
    "half the story", "three others",
    # titles
    "the report “Fifty ways to lose your tears” says so", "a book called “half of us”",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_tells_no_result_is_no_quantity(text):
    assert [quantity.text for quantity in quantities(text)] == []


def test_what_is_noted_of_a_work_counts_in_small_words_too():
    assert [shown(quantity) for quantity in quantities("two days", small_words=True)] == ["time 2 day"]
    assert [shown(quantity) for quantity in quantities("lower for two things", small_words=True)] == [
        "count 2"
    ]


def test_a_number_to_call_is_no_quantity_but_the_same_number_of_people_is():
    numbers = frozenset({"112"})
    assert quantities("112 in other countries", phone_numbers=numbers) == ()
    assert [shown(quantity) for quantity in quantities("112 people", phone_numbers=numbers)] == [
        "count 112 people"
    ]
    assert [shown(quantity) for quantity in quantities("112% more", phone_numbers=numbers)] == ["share 112"]


def test_a_quotation_that_is_a_sentence_is_held():
    assert [shown(each) for each in quantities("It says: “Half of all people cry less.”")] == [
        "share 50 people"
    ]


@pytest.mark.parametrize("text", QUANTITIES)
def test_what_is_read_is_not_passed_over(text):
    assert may_tell_a_number(frozenset(text.lower().replace("-", " ").replace("/", " ").split()))


@pytest.mark.parametrize("text", ["It may ease as you recover", "one of the SSRIs", ""])
def test_what_has_no_word_of_number_is_passed_over(text):
    assert not may_tell_a_number(frozenset(text.lower().split()))


PIECES = st.sampled_from(
    [
        "46", "%", " in ", "100", " people", "nearly ", "half", " of ", "7", "-", "\N{EN DASH}", "week ",
        "8", " ", "mg", ".", ",", "two", " thirds", "a ", "1,829", "İ", "”", "“", "999", "call ", "2017",
        " to ", "/", "\N{REPLACEMENT CHARACTER}",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_text_is_read_and_every_place_is_true(text):
    for quantity in quantities(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end].strip()
        assert quantity.values
