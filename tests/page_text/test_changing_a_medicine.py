import pytest

from citewell.page_text.changing_a_medicine import order_to_change, speaks_of_stopping

MEDICINES = frozenset({"sertraline", "zoloft", "ssri", "selective serotonin reuptake inhibitor"})

ORDERS = [
    ("Stop taking sertraline.", "Stop taking"),
    ("Please just stop taking it today.", "stop taking"),
    ("If you feel flat, stop taking it.", "stop taking"),
    ("Feel flat? Then stop Zoloft.", "stop Zoloft"),
    ("1. Stop the medicine.", "Stop the medicine"),
    ("Throw the box away and stop taking them.", "stop taking"),
    ("You can stop taking it at any time.", "stop taking"),
    ("You should simply come off the tablets.", "come off the tablets"),
    ("It is safe to stop your antidepressant.", "stop your antidepressant"),
    ("It’s fine to quit SSRIs.", "quit SSRIs"),  # noqa: RUF001 - as printed
    ("Go cold turkey.", "Go cold turkey"),
    ("Cut your dose.", "Cut your dose"),
    ("Halve the daily dose.", "Halve the daily dose"),
    ("Skip a dose on days when you go out.", "Skip a dose"),
    ("You could double your dose.", "double your dose"),
    ("Take half a tablet.", "Take half a tablet"),
    ("Take an extra dose.", "Take an extra dose"),
    ("Do not worry, just stop taking it.", "stop taking"),
    ("Take a break from sertraline.", "Take a break from"),
]
NO_ORDERS = [
    "Do not stop taking sertraline.",
    "Please do not stop suddenly.",
    "Never just stop taking it.",
    "Never stop, cut or skip a dose.",
    "Do not stop taking it or skip a dose.",
    "You should not stop taking it.",
    "You cannot stop taking it overnight.",
    "Talk to your doctor before you stop it or cut the dose.",
    "If you and your doctor decide to stop it, do it slowly.",
    "Can I just stop taking it?",
    "When is it safe to stop taking it?",
    "Some people feel better and stop taking it.",
    "People who stop taking it can feel dizzy.",
    "Stopping sertraline suddenly can make you feel sick.",
    "Feelings came back when the medicine was stopped.",
    "How sertraline might stop tears.",
    "Stop it from spilling.",
    "Skip the missed dose and take the next one as usual.",
    "A lower dose may help.",
    "You can ask about a lower dose.",
    "The women stopped after one dose.",
    "Cut the tablet sheet open.",
    "What could I gain and lose with a lower dose?",
    "Stop at any time and go back to the list.",
]


@pytest.mark.parametrize(("sentence", "words"), ORDERS)
def test_an_order_is_heard(sentence, words):
    assert order_to_change(sentence, MEDICINES) == words


@pytest.mark.parametrize("sentence", NO_ORDERS)
def test_what_is_no_order_is_left_alone(sentence):
    assert order_to_change(sentence, MEDICINES) == ""


@pytest.mark.parametrize(
    ("words", "speaks"),
    [
        ("Can I just stop taking it?", True),
        ("People who stopped sertraline felt dizzy.", True),
        ("Stopping suddenly can make you ill.", True),
        ("It ended when the medicine was stopped.", True),
        ("It can help to come off the tablets slowly.", True),
        ("She went cold turkey.", True),
        ("Sertraline may stop tears.", False),
        ("Can sertraline stop me from crying?", False),
        ("The study stopped early.", False),
        ("It stopped them from crying.", False),
        ("The tears came off and on.", False),
    ],
)
def test_a_text_speaks_of_stopping(words, speaks):
    assert speaks_of_stopping(words, MEDICINES) is speaks
