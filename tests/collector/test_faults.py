"""No acknowledged vote is lost, whatever happens to the process, the file and the disk."""

import datetime as dt
import resource
import signal
import sqlite3
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import httpx
import pytest

from benchmarks.collector import fill
from benchmarks.collector_process import ORIGIN, REVISION, has_small_disks, tally_of
from citewell.collector.tally import Tally
from citewell.collector.totals import read_totals
from citewell.feedback.answers import REASONS, YES
from tests.collector.reader import PAGES, Reader

ANSWERS = (YES, *REASONS)


class Acknowledged:
    """What readers were told is counted."""

    def __init__(self):
        self.votes = Counter()
        self.sent = 0
        self.changed = threading.Condition()

    def vote(self, reader, number):
        """The status, 0 where nobody answers."""
        page, answer = PAGES[number % len(PAGES)], ANSWERS[number % len(ANSWERS)]
        with self.changed:
            self.sent += 1
        try:
            status = reader.vote(page, answer).status_code
        except httpx.TransportError:
            return 0
        if status == 204:
            with self.changed:
                self.votes[page, answer] += 1
                self.changed.notify_all()
        return status


@pytest.fixture
def acknowledged():
    return Acknowledged()


def test_a_killed_collector_has_counted_what_it_acknowledged(start, acknowledged):
    running = start().running

    def vote_until_nobody_answers(begin):
        reader = Reader(running)
        number = begin
        while acknowledged.vote(reader, number):
            number += 1
        reader.client.close()

    with ThreadPoolExecutor(8) as readers:
        ends = [readers.submit(vote_until_nobody_answers, begin) for begin in range(8)]
        with acknowledged.changed:
            assert acknowledged.changed.wait_for(lambda: acknowledged.votes.total() >= 300, 60)
        running.process.kill()
        for end in ends:
            end.result()
    Tally(running.database).close()  # it opens, and can be written
    tally = tally_of(running.database)
    assert acknowledged.votes - tally == {}, "acknowledged and lost"
    # Written and then killed before the answer was out: at most what waited for an answer, one vote a reader.
    assert (tally - acknowledged.votes).total() <= acknowledged.sent - acknowledged.votes.total() <= 8


def test_a_collector_that_is_ended_answers_what_came_in(start, acknowledged):
    reader = start()
    assert [acknowledged.vote(reader, number) for number in range(20)] == [204] * 20
    body = f"page=article/&revision={REVISION}&answer=yes"
    head = f"POST /vote HTTP/1.1\r\nHost: x\r\nOrigin: {ORIGIN}\r\nContent-Length: {len(body)}\r\n"
    head += "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    with reader.connection() as connection:
        connection.sendall(f"{head}{body[:10]}".encode())
        assert reader.send("GET", "/healthz").status_code == 200  # so it has read the line before
        reader.running.process.send_signal(signal.SIGTERM)
        while listens(reader):
            pass
        connection.sendall(body[10:].encode())
        assert connection.recv(4096).startswith(b"HTTP/1.1 204 ")
    assert reader.running.process.wait(30) in {0, -signal.SIGTERM}
    files = [file.name for file in reader.running.data.iterdir()]
    assert files == ["votes.sqlite"], "the log is written back"
    acknowledged.votes["article/", "yes"] += 1
    assert tally_of(reader.running.database) == acknowledged.votes
    assert reader.running.log == ""


def listens(reader):
    try:
        reader.connection().close()
    except ConnectionRefusedError:
        return False
    except ConnectionResetError:  # closed while it was being taken
        return True
    return True


def assert_refused_and_safe(reader, acknowledged):
    assert reader.send("GET", "/healthz").status_code == 503, "found out by writing, not by the last vote"
    refused = reader.vote()
    assert refused.status_code == 503
    assert int(refused.headers["retry-after"]) > 0
    assert refused.headers["access-control-allow-origin"] == ORIGIN
    assert reader.running.tally() == acknowledged.votes


def assert_counts_again(reader, acknowledged):
    assert reader.send("GET", "/healthz").status_code == 200
    assert [acknowledged.vote(reader, number) for number in range(20)] == [204] * 20
    assert reader.running.tally() == acknowledged.votes
    refused, *others = reader.running.log.splitlines()
    assert "Votes are refused, those counted are safe: " in refused, "said once"
    assert others == ["citewell: Votes are counted again"]


def test_a_locked_file_refuses_votes_and_loses_none(start, acknowledged):
    reader = start()
    assert [acknowledged.vote(reader, number) for number in range(20)] == [204] * 20
    with closing(sqlite3.connect(reader.running.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert_refused_and_safe(reader, acknowledged)
    assert_counts_again(reader, acknowledged)


def test_a_file_that_may_not_grow_refuses_votes_and_loses_none(start, acknowledged):
    reader = start()
    assert [acknowledged.vote(reader, number) for number in range(20)] == [204] * 20
    process = reader.running.process.pid
    limits = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (4096, limits[1]))  # less than one page in the log
    assert_refused_and_safe(reader, acknowledged)
    resource.prlimit(process, resource.RLIMIT_FSIZE, limits)
    assert_counts_again(reader, acknowledged)


@pytest.mark.skipif(not has_small_disks(), reason="this system lets nobody mount a disk in memory")
def test_a_full_disk_refuses_votes_and_loses_none(start, acknowledged):
    reader = start(small_disk="1m")
    assert [acknowledged.vote(reader, number) for number in range(20)] == [204] * 20
    statuses = []
    while 503 not in statuses:  # what the log gives back when it is closed is filled as well
        ballast = fill(reader.running.data, f"ballast{len(statuses)}")
        statuses.append(acknowledged.vote(reader, len(statuses)))
        assert len(statuses) < 100
    assert set(statuses) <= {204, 503}
    assert reader.running.tally() == acknowledged.votes
    for ballast in reader.running.data.glob("ballast*"):
        ballast.unlink()
    assert_counts_again(reader, acknowledged)


def test_the_day_is_that_of_utc(start):
    now = dt.datetime.now(dt.UTC)
    elsewhere = "Etc/GMT-14" if now.hour >= 10 else "Etc/GMT+12"  # where it is another day now
    reader = start(environment={"TZ": elsewhere})
    assert reader.vote().status_code == 204
    (total,) = read_totals(reader.running.database)
    assert total.first_day in {now.date().isoformat(), dt.datetime.now(dt.UTC).date().isoformat()}
