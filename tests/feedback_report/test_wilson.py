import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.feedback_report.wilson import wilson_interval


@pytest.mark.parametrize(
    ("yes", "total", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_it_gives_newcombe_s_figures(yes, total, lower, upper):
    """Newcombe RG. Stat Med. 1998;17(8):857-72, table I, method 3."""
    interval = wilson_interval(yes, total)
    assert (round(interval.lower, 4), round(interval.upper, 4)) == (lower, upper)


@given(st.integers(1, 10_000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_its_ends_are_where_the_score_test_just_rejects(votes):
    yes, total = votes
    interval = wilson_interval(yes, total)
    share = yes / total
    assert 0 <= interval.lower <= share <= interval.upper <= 1
    for end in (interval.lower, interval.upper):
        if 0 < end < 1:
            score = abs(share - end) / math.sqrt(end * (1 - end) / total)
            assert score == pytest.approx(1.959963984540054, rel=1e-6)
