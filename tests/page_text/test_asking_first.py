import pytest

from citewell.page_text.asking_first import asks_first, names_a_person


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("Talk to your doctor before you stop it.", True),
        ("Speak to a pharmacist first.", True),
        ("Ask the person who prescribed it.", True),
        ("Only change it with your prescriber.", True),
        ("Your doctor may tell you to stop it.", True),
        ("If you and your doctor decide to stop it, do it slowly.", True),
        ("Stop taking it and call 999.", True),
        ("Stop taking it and get medical help straight away.", True),
        ("If you feel worse at any point, tell them.", True),
        ("Lowering the dose slowly, to a plan made with your doctor, can help.", True),
        ("Stop taking it.", False),
        ("Your doctor is busy.", False),
        ("Stop taking it without asking your doctor.", False),
        ("You do not need to ask your doctor.", False),
        ("Stop it even if your doctor says no.", False),
        ("There is no need to tell the pharmacist.", False),
        ("Talk to your friends.", False),
    ],
)
def test_somebody_is_asked_first(sentence, asks):
    assert asks_first(sentence) is asks


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("So talk to your GP.", True),
        ("A pharmacist can help.", True),
        ("Get emergency help now.", True),
        ("Whoever prescribed it knows.", True),
        ("So wait and see.", False),
        ("Ask a friend.", False),
    ],
)
def test_a_person_is_named(words, named):
    assert names_a_person(words) is named
