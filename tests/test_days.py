import datetime as dt

import pytest

from citewell.days import build_day, in_words, today


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", dt.date(1970, 1, 1)), ("1795391999", dt.date(2026, 11, 22))]
)
def test_a_build_has_the_day_of_its_sources(monkeypatch, epoch, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert build_day() == day


def test_without_one_it_has_the_day_that_it_is(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert build_day() in {today(), today() - dt.timedelta(days=1)}


def test_today_has_come_somewhere_whatever_the_sources_say(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    now = dt.datetime.now(dt.UTC)
    assert now.date() <= today() <= (now + dt.timedelta(hours=14)).date()


def test_a_day_is_printed_in_words():
    assert in_words(dt.date(2018, 8, 6)) == "6 August 2018"
