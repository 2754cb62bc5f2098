"""The pages of prose that the search is measured on, and the questions that it is asked."""

import re

import pytest

from benchmarks.prose import medicine, prose_page
from benchmarks.search import misspelt
from benchmarks.slow_network import SlowNetwork
from citewell.search.lexbor_page import cut


def test_a_page_is_the_same_each_time_and_no_other():
    assert prose_page(7) == prose_page(7)
    assert len({prose_page(number).html for number in range(30)}) == 30


def test_a_page_is_as_long_as_a_real_one_and_is_read_as_one():
    lengths = [len(re.sub(r"<[^>]*>", " ", prose_page(number).html).split()) for number in range(20)]
    assert 1_200 < sum(lengths) / len(lengths) < 1_700
    page = cut(prose_page(0).html.encode())
    assert page.title.startswith(f"Does {medicine(0)[0]} change ")
    assert page.state == "Not yet reviewed by a clinician."


def test_words_are_spread_as_in_prose():
    words = [word for number in range(60) for word in re.findall(r"[a-z]+", prose_page(number).html.lower())]
    assert len(set(words)) > 3_000
    assert words.count("the") > len(words) / 40


def test_each_article_is_on_a_medicine_of_its_own():
    assert len({medicine(number)[0] for number in range(700)}) > 690
    assert len({brand for number in range(1500) for brand in medicine(number)[1:]}) == 3000


@pytest.mark.parametrize(
    ("number", "slip"),
    list(enumerate(["a letter left out", "a letter twice", "two swapped", "another letter"])),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_misspelt_name_has_one_slip(number, slip):
    wrong = misspelt("Zoloft", number)
    lengths = {"a letter left out": 5, "a letter twice": 7}
    assert wrong != "Zoloft"
    assert len(wrong) == lengths.get(slip, 6)
    assert wrong[0] == "Z"
    if slip == "two swapped":
        assert sorted(wrong) == sorted("Zoloft")


def test_a_slow_network_carries_one_answer_behind_the_other(monkeypatch):
    now, waited = [100.0], []
    monkeypatch.setattr("benchmarks.slow_network.time.monotonic", lambda: now[0])
    monkeypatch.setattr("benchmarks.slow_network.time.sleep", waited.append)
    network = SlowNetwork(latency=0.5, speed=1_000)
    network.carry(1_000)
    network.carry(2_000)
    now[0] = 110.0
    network.carry(0)
    assert waited == [1.5, 3.5, 0.5]
