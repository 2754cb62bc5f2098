import asyncio
import sqlite3
import threading
from contextlib import closing

import pytest

from citewell.collector.group_commit import GroupCommit
from citewell.collector.tally import Line, Tally
from citewell.collector.tally_file import TallyError
from citewell.collector.totals import read_totals
from tests.collector.own_loop import run_in_own_loop

LINE = Line("2026-11-25", "a/", "0123456789", "yes", "")


class CountedTally(Tally):
    """A tally whose commits are counted; the first waits until it is let go."""

    def __init__(self, path):
        self.commits = 0
        self.go = threading.Event()
        self.begun = threading.Event()
        self.go.set()
        super().__init__(path)
        self.commits = 0

    def add(self, counts):
        self.commits += 1
        self.begun.set()
        self.go.wait(30)
        super().add(counts)


def counted(path):
    return sum(total.votes for total in read_totals(path))


async def begin(group, number):
    tasks = [asyncio.create_task(group.add(LINE)) for _ in range(number)]
    await asyncio.sleep(0)  # each runs until it waits
    return tasks


def test_what_comes_in_during_a_commit_is_the_next_one(tmp_path):
    async def votes():
        tally = CountedTally(tmp_path / "votes.sqlite")
        group = GroupCommit(tally)
        tally.go.clear()
        tally.begun.clear()
        first = await begin(group, 1)
        await asyncio.to_thread(tally.begun.wait, 30)
        rest = await begin(group, 100)
        assert not any(task.done() for task in [*first, *rest]), "nobody is answered before the disk has it"
        tally.go.set()
        await asyncio.gather(*first, *rest)
        assert tally.commits == 2
        await group.close()

    run_in_own_loop(votes())
    assert counted(tmp_path / "votes.sqlite") == 101


def test_a_fault_is_told_to_everybody_of_the_commit_and_to_nobody_else(tmp_path):
    path = tmp_path / "votes.sqlite"

    async def votes():
        group = GroupCommit(Tally(path))
        await group.add(LINE)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            refused = await asyncio.gather(*await begin(group, 5), return_exceptions=True)
        assert [type(fault) for fault in refused] == [TallyError] * 5
        await group.add(LINE)
        await group.close()

    run_in_own_loop(votes())
    assert counted(path) == 2


def test_more_than_can_wait_are_refused_at_once(tmp_path):
    async def votes():
        tally = CountedTally(tmp_path / "votes.sqlite")
        group = GroupCommit(tally, most_waiting=3)
        tally.go.clear()
        waiting = await begin(group, 3)
        with pytest.raises(TallyError, match="More votes"):
            await group.add(LINE)
        tally.go.set()
        await asyncio.gather(*waiting)
        await group.add(LINE)
        await group.close()

    run_in_own_loop(votes())
    assert counted(tmp_path / "votes.sqlite") == 4


def test_who_goes_away_does_not_take_the_others_along(tmp_path):
    async def votes():
        tally = CountedTally(tmp_path / "votes.sqlite")
        group = GroupCommit(tally)
        tally.go.clear()
        gone, *stay = await begin(group, 3)
        gone.cancel()
        await asyncio.sleep(0)
        tally.go.set()
        await asyncio.gather(*stay)
        await group.close()

    run_in_own_loop(votes())
    assert counted(tmp_path / "votes.sqlite") == 3, "it was sent, and nobody said that it was not counted"


def test_at_the_end_everything_that_waits_is_written(tmp_path):
    async def votes():
        group = GroupCommit(Tally(tmp_path / "votes.sqlite"))
        waiting = await begin(group, 50)
        await group.close()
        await asyncio.gather(*waiting)

    run_in_own_loop(votes())
    assert counted(tmp_path / "votes.sqlite") == 50


def test_whatever_goes_wrong_nobody_waits_for_ever(tmp_path):
    class Broken(Tally):
        def add(self, counts):
            if counts:
                raise ZeroDivisionError
            super().add(counts)

    async def votes():
        group = GroupCommit(Broken(tmp_path / "votes.sqlite"))
        with pytest.raises(ZeroDivisionError):
            await group.add(LINE)
        await group.add(None)
        await group.close()

    run_in_own_loop(votes())
