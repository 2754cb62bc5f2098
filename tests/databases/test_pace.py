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


def turns(pace, number):
    for _ in range(number):
        with pace.turn():
            pass


def test_the_first_turn_comes_at_once_and_the_others_evenly(clock):
    turns(Pace(5, clock=clock, sleep=clock.sleep), 4)
    assert clock.slept == [0.22, 0.22, 0.22]


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        pytest.param(200, {}, 0.22, id="no word: as before"),
        pytest.param(200, {"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s"}, 0.022, id="Crossref"),
        pytest.param(
            200, {"x-rate-limit-limit": "50", "x-rate-limit-interval": "5s"}, 0.11, id="five seconds"
        ),
        pytest.param(200, {"x-rate-limit-limit": "2", "x-rate-limit-interval": "1"}, 0.55, id="no unit"),
        pytest.param(200, {"x-ratelimit-limit": "10"}, 0.11, id="NCBI"),
        pytest.param(429, {}, 0.44, id="refused without a word: half as fast"),
        pytest.param(
            429, {"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s"}, 0.022, id="refused with one"
        ),
        pytest.param(200, {"x-rate-limit-limit": "0"}, 0.22, id="nothing allowed: no word"),
        pytest.param(200, {"x-rate-limit-limit": "many"}, 0.22, id="no number"),
        pytest.param(200, {"x-rate-limit-limit": "-5"}, 0.22, id="less than nothing"),
        pytest.param(
            200, {"x-rate-limit-limit": "1", "x-rate-limit-interval": "86400s"}, 10.0, id="once a day"
        ),
    ],
)
def test_a_pace_learns_from_answers(status, headers, seconds, clock):
    pace = Pace(5, clock=clock, sleep=clock.sleep)
    pace.learn(status, headers)
    turns(pace, 2)
    assert clock.slept == [pytest.approx(seconds, abs=0.001)]


def test_a_limit_without_a_time_counts_for_the_database_s_own(clock):
    pace = Pace(4, 60, clock=clock, sleep=clock.sleep)
    pace.learn(200, {"x-ratelimit-limit": "240"})
    turns(pace, 2)
    assert clock.slept == [0.275]


def test_refusals_slow_down_but_not_without_end(clock):
    pace = Pace(1, clock=clock, sleep=clock.sleep)
    for _ in range(20):
        pace.learn(429, {})
    turns(pace, 2)
    assert clock.slept == [10.0]
