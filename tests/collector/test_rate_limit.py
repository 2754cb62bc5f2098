import datetime as dt
from ipaddress import ip_address

import pytest

from citewell.collector.rate_limit import RateLimit

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
HERE = ip_address("192.0.2.1")


def after(seconds):
    return NOON + dt.timedelta(seconds=seconds)


def names(limit):
    """What stands in the memory for an address."""
    return set(limit._whole_again)  # noqa: SLF001 (it is no business of anybody else)


def waits(limit, moments, address=HERE):
    return [limit.seconds_to_wait(address, after(moment)) for moment in moments]


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        ([0, 0, 0, 0], [0, 0, 0, 10]),
        ([0, 0, 0, 9, 10, 10], [0, 0, 0, 1, 0, 10]),  # a vote that is refused costs nothing
        ([0, 0, 0, 9.5], [0, 0, 0, 1]),  # never told to come too early
        ([0, 0, 0, 30, 30, 30, 30], [0, 0, 0, 0, 0, 0, 10]),
        ([0, 10, 20, 30, 40, 50], [0] * 6),
        ([0, 4, 8, 12, 16, 20], [0, 0, 0, 0, 4, 0]),
    ],
)
def test_three_at_once_then_one_every_ten_seconds(moments, expected):
    assert waits(RateLimit(burst=3, seconds_a_vote=10), moments) == expected


@pytest.mark.parametrize(
    ("address", "shares"),
    [
        ("192.0.2.2", False),
        ("2001:db8:0:1::1", True),
        ("2001:db8:0:1:ffff:ffff:ffff:ffff", True),  # one house
        ("2001:db8:0:2::1", False),
        (None, False),
    ],
)
def test_whose_allowance_it_is(address, shares):
    limit = RateLimit(burst=1, seconds_a_vote=10)
    assert waits(limit, [0], ip_address("2001:db8:0:1::1")) == [0]
    assert waits(limit, [0], HERE) == [0]
    assert waits(limit, [0], ip_address(address) if address else None) == [10 if shares else 0]


def test_all_without_an_address_share_one_allowance():
    assert waits(RateLimit(burst=1, seconds_a_vote=10), [0, 1], address=None) == [0, 9]


def test_at_midnight_everything_is_forgotten_and_the_salt_is_new():
    limit = RateLimit(burst=1, seconds_a_vote=1_000_000)
    assert waits(limit, [0, 12 * 3600 - 1]) == [0, 1_000_000 - 12 * 3600 + 1]
    assert waits(limit, [1], ip_address(1)) == [0]
    before = names(limit)
    assert waits(limit, [12 * 3600]) == [0]
    assert len(limit) == 1
    assert names(limit).isdisjoint(before), "the same address has another name"


def test_two_runs_do_not_name_an_address_alike():
    limits = [RateLimit(), RateLimit()]
    for limit in limits:
        waits(limit, [0])
    assert names(limits[0]).isdisjoint(names(limits[1]))


def test_no_name_holds_its_address():
    limit = RateLimit()
    waits(limit, [0])
    (name,) = names(limit)
    assert HERE.packed not in name
    assert len(name) == 16


def test_the_memory_is_bounded_and_who_voted_last_is_remembered():
    limit = RateLimit(burst=2, seconds_a_vote=1000, most_clients=3)
    for moment, client in enumerate([1, 2, 3, 1, 4]):
        assert waits(limit, [moment], ip_address(client)) == [0]
    assert len(limit) == 3
    assert waits(limit, [5], ip_address(1)) == [995], "it voted again since"
    assert waits(limit, [5, 5], ip_address(2)) == [0, 0], "it was forgotten"
