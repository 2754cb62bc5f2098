import pytest

from citewell.reading_grade.grade import Counts, counts
from citewell.reading_grade.syllables import syllables

# Syllables as The CMU Pronouncing Dictionary (1.1.3) has them.
SYLLABLES = {
    1: """
    ache change changed cried helped league named nerve nurse smiles thought walked worse young
    """,
    2: """
    about balance being breathing careful changes children choices clinic damage disease doctor eating
    feelings headache healthy heartbeat hundred kidney knowledge likely liver muscles needed noticed
    ocean people poison prescribed quiet reduce rhythm safely science severe something studies
    surprised table taken tired twitching watches wicked
    """,
    3: """
    absolute allergic ambulance appetite area condition depression dizziness easier everyone hospital
    idea medicine nausea obvious pharmacist pregnancy reaction regular serious sleepiness suicide
    vehicle video vomiting whenever
    """,
    4: """
    ability agitation anxiety diabetes diarrhoea emergency emotional information irritable society
    suicidal usually
    """,
    5: """
    immediately
    """,
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in SYLLABLES.items() for word in words.split()]
)
def test_syllables(word, count):
    assert syllables(word) == count


def test_parts_of_a_word_are_counted_one_by_one():
    assert syllables("long-term") == 2
    assert syllables("well-balanced") == 3
    assert syllables("hmm") == 1


@pytest.mark.parametrize(
    ("counted", "flesch_kincaid", "smog", "automated"),
    [
        # "Green Eggs and Ham" by Wikipedia, Flesch-Kincaid readability tests: 5.7 words a sentence, 1.02
        # syllables a word, grade -1.3
        (Counts(1000, 5700, 18000, 5814, 0), -1.3, 3.1, -3.7),
        # the long text of the tests of textstat: its counts and its scores
        (Counts(16, 372, 1750, 521, 32), 10.0, 11.2, 12.3),
        # 64 long words in 30 sentences: McLaughlin's quick count gives the square root and 3, so 11
        (Counts(30, 600, 2700, 900, 64), 9.9, 11.5, 9.8),
    ],
)
def test_the_formulas_give_what_their_authors_and_others_published(counted, flesch_kincaid, smog, automated):
    found = (counted.flesch_kincaid, counted.smog, counted.automated_readability)
    assert found == pytest.approx((flesch_kincaid, smog, automated), abs=0.06)
    assert counted.grade == sorted(found)[1]


def test_a_text_is_counted():
    # 24 syllables in 13 words, by Wikipedia
    sentence = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert counts([sentence]) == Counts(1, 13, 68, 24, 4)
    assert counts([sentence, "It can, in 46 of 100."]) == Counts(2, 19, 68 + 14, 24 + 6, 4)


def test_names_of_medicines_are_not_counted():
    assert counts(["Sertraline may help."], {"sertraline"}) == Counts(1, 2, 7, 2, 0)
    assert counts(["Sertraline."], {"sertraline"}) is None
    assert counts([]) is None
