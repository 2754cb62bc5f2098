"""Turns by a clock that stands still until somebody sleeps."""

import pytest

from citewell.databases.pace import Pace


class Clock:
    def __init__(self):
        self.now = 100.0
        self.slept = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


def turns(pace, clock, number, seconds=0.0):
    """Take turns, each of which takes so many seconds; when they begin."""
    begun = []
    for _ in range(number):
        with pace.turn():
            begun.append(round(clock.now - 100, 3))
            clock.now += seconds
    return begun


def test_as_many_as_allowed_begin_at_once_and_the_next_when_the_first_is_an_interval_ago(clock):
    pace = Pace(3, clock=clock, sleep=clock.sleep)
    assert turns(pace, clock, 7) == pytest.approx([0, 0, 0, 1.02, 1.02, 1.02, 2.04], abs=0.01)


@pytest.mark.parametrize("seconds", [0.1, 0.3, 1.0, 2.5])
def test_an_interval_is_counted_from_the_end_of_an_answer(seconds, clock):
    """The database may have counted the request at its very end."""
    pace = Pace(2, clock=clock, sleep=clock.sleep)
    begun = turns(pace, clock, 6, seconds)
    for before, now in zip(begun, begun[2:], strict=False):
        assert now >= before + seconds + 1


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        pytest.param(200, {}, 0.204, id="no word: as before, 5 a second"),
        pytest.param(200, {"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s"}, 0.02, id="Crossref"),
        pytest.param(200, {"x-rate-limit-limit": "50", "x-rate-limit-interval": "5s"}, 0.102, id="5 seconds"),
        pytest.param(200, {"x-rate-limit-limit": "2", "x-rate-limit-interval": "1"}, 0.51, id="no unit"),
        pytest.param(200, {"x-ratelimit-limit": "10"}, 0.102, id="NCBI"),
        pytest.param(429, {}, 0.408, id="refused without a word: half as fast"),
        pytest.param(
            429, {"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s"}, 0.02, id="refused with one"
        ),
        pytest.param(200, {"x-rate-limit-limit": "0"}, 0.204, id="nothing allowed: no word"),
        pytest.param(200, {"x-rate-limit-limit": "many"}, 0.204, id="no number"),
        pytest.param(200, {"x-rate-limit-limit": "-5"}, 0.204, id="less than nothing"),
        pytest.param(
            200, {"x-rate-limit-limit": "1", "x-rate-limit-interval": "86400s"}, 61.2, id="once a day"
        ),
    ],
)
def test_a_pace_learns_from_answers(status, headers, seconds, clock):
    pace = Pace(5, clock=clock, sleep=clock.sleep)
    pace.learn(status, headers)
    begun = turns(pace, clock, 101)
    assert begun[-1] / 100 == pytest.approx(seconds, abs=0.001)


def test_a_limit_without_a_time_counts_for_the_database_s_own(clock):
    pace = Pace(240, 60, clock=clock, sleep=clock.sleep)
    pace.learn(200, {"x-ratelimit-limit": "120"})
    assert turns(pace, clock, 241)[-1] == pytest.approx(122.4, abs=0.01)


def test_refusals_slow_down_but_not_without_end(clock):
    pace = Pace(1, clock=clock, sleep=clock.sleep)
    for _ in range(20):
        pace.learn(429, {})
    assert turns(pace, clock, 2) == pytest.approx([0, 61.2], abs=0.01)
