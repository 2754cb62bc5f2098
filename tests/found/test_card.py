"""The picture that a link to an article shows."""

import io

import pytest
from PIL import Image

from citewell.link_card.card import HEIGHT, WIDTH, Card, colours_of
from citewell.link_card.card_picture import card_png

PLAIN = Card("Does sertraline make you unable to cry?", "AskYourPharm", "Not yet reviewed by a clinician.")
CASES = {
    "plain": PLAIN,
    "short": Card("Why?", "S", "Not yet reviewed by a clinician."),
    "long": Card(
        "Does a medicine that one takes for a very long time and in a rather high dose, together with "
        "several others, make it harder to sleep?",
        "A Publisher With A Name That Is As Long As Names Of Publishers May Possibly Get To Be",
        "Reviewed by A Reviewer With A Long Name, Doctor of Pharmacy and Master of Public Health, on 30 "
        "September 2026. This sentence goes on, and on, and on, and on, until it is cut.",
    ),
    "one-word": Card("Pneumonoultramicroscopicsilicovolcanoconiosis" * 3, "S", "W" * 300),
    "accents-and-greek": Card("Löst Süßholz Übelkeit aus? Łódź, β-Ωμέγα", "Ärzte", "Geprüft."),
    "markup": Card("<script>alert(1)</script> & {{ 7 * 7 }}", "</svg>", "\u202e"),
    "no-words": Card("", "", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_a_card_has_its_size_and_is_light(name):
    data = card_png(CASES[name], None)
    assert len(data) < 60_000
    with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
        assert image.size == (WIDTH, HEIGHT)


def test_the_same_words_give_the_same_bytes_and_other_words_others():
    assert card_png(PLAIN, None) == card_png(PLAIN, None)
    reviewed = Card(PLAIN.title, PLAIN.site, "Reviewed by A, B, on 1 May 2026.")
    assert card_png(reviewed, None) != card_png(PLAIN, None)
    assert reviewed.address("a/b/") != PLAIN.address("a/b/")
    assert PLAIN.address("a/b/").startswith("assets/cards/a--b-")


def test_words_stay_inside_the_margins():
    """Nothing but paper stands at the right and at the bottom edge, however long the words are."""
    for card in CASES.values():
        with Image.open(io.BytesIO(card_png(card, None))) as image:
            picture = image.convert("RGB")
            edges = [(WIDTH - 40, 0, WIDTH, HEIGHT), (20, HEIGHT - 20, WIDTH, HEIGHT)]
            assert all(len(picture.crop(edge).getcolors()) == 1 for edge in edges), card


def test_what_was_drawn_is_kept_and_taken_from_there(tmp_path):
    first = card_png(PLAIN, tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"kept")
    assert card_png(PLAIN, tmp_path) == b"kept"
    assert card_png(CASES["short"], tmp_path) != b"kept"
    assert card_png(PLAIN, None) == first


def test_a_cache_that_cannot_be_written_holds_nothing_up(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert card_png(PLAIN, tmp_path / "file" / "cache") == card_png(PLAIN, None)


def test_the_light_colours_of_the_site_s_own_style_sheet_are_taken():
    style = (
        "[data-x] { --paper: #FDFCF9; --accent: #14595f; }\n[dark] { --paper: #000000; --accent: #ffffff; }"
    )
    assert dict(colours_of({"a.css": style})) == {
        "paper": "#fdfcf9", "ink": "#20262b", "ink-soft": "#535d66", "accent": "#14595f",
    }  # fmt: skip
    assert dict(colours_of({"a.css": "--paper: red; --paper: url(x)"}))["paper"] == "#ffffff"
