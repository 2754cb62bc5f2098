"""Where sentences begin: each row is a text with a bar before every sentence but the first."""

# ruff: noqa: RUF001 - letters and stops of other scripts

import pytest

from citewell.sentence_ends import sentence_starts

TEXTS = [
    "Tears may not come.|You may still feel sad.",
    "Can it happen?|It can.|It does!|It passes…|Or not?!|Ask.",
    "It is rare.",
    "No stop at the end",
    "",
    # quotation marks and brackets
    "They said “I cannot cry.”|Others could.",
    "They cried (some more than others).|Others did not.",
    "(It is rare.)|It can happen.",
    'It is called “blunting”.|"Blunting" is a word.',
    "“Why me?” she asked.|Nobody knew.",
    # abbreviations
    "Take medicines like it, e.g. Zoloft, with food.|Then wait.",
    "E.g. Zoloft is one.",
    "It is an SSRI, i.e. Zoloft is one.",
    "Ask Dr. Smith or Mrs. Jones.|They know.",
    "Do not take St. John's wort.|Ask first.",
    "It was about people with MS.|Nine took part.",
    "Ask Ms. Smith.",
    "Sertraline vs. Placebo was its title.",
    "Take approx. 25 of them.",
    "See fig. 2, vol. 5, p. 7 and no. 9.|Then read on.",
    "They said no.|Then they left.",
    "It came in Feb. 2019 and in Dec. 2020.|It went.",
    "One of them (Dr. Smith) asked.",
    "(It is sold in the U.S.)|Ireland is next.",
    # initials and abbreviations that may also end a sentence
    "The U.S. Food and Drug Administration warns.|So do others.",
    "It is sold in the U.S.|It is sold in Ireland.",
    "The work of J. Read and G. M. Goodwin.|It is short.",
    "Goodwin et al. Reported it.",
    "It was seen by Goodwin et al.|The others did not see it.",
    "Wait until 8 a.m. Monday.|Then call.",
    "Lewis Ph.D. Wrote it.",
    "It is made by Viatris Inc. Ireland.|It is sold.",
    "Dizziness, nausea, etc.|Talk to your doctor.",
    # numbers
    "It rose by 2.5 points.|25 women took it.",
    "The dose was 50 mg.|100 mg came next.",
    "The dose was 2.5.|People waited.",
    "1. Take it with food.|2. Wait.",
    # names and addresses
    "Look at findahelpline.com today.|Call them.",
    "It is about the gene CYP2D6.|Few people know theirs.",
    "the name is typed small. mRNA is one.",
    # other scripts
    "我想哭。|但是哭不出来！|为什么？",
    "Хочу плакать.|Не могу.",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences_begin(marked):
    sentences = marked.split("|")
    text, starts = "", []
    for sentence in sentences:
        starts.append(len(text))
        text += sentence if sentence.endswith(tuple("。！？")) else f"{sentence} "
    assert sentence_starts(text.rstrip()) == starts
