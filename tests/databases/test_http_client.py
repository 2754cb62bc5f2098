"""The one client: who it says it is, what it keeps, how fast it asks."""

import datetime as dt
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from citewell.databases import crossref, pubmed
from citewell.databases.http_client import DatabaseClient, NoAnswerError
from citewell.databases.paced_transport import ANSWERED_ON
from tests.databases.stub import Work

DOI = "10.1016/j.jad.2017.05.048"
TODAY = dt.datetime.now(dt.UTC).date()


@pytest.fixture
def full(stub):
    stub.works = [Work(DOI, "28628765", title="Emotional blunting")]
    return stub


def age(path, days):
    """Make every kept answer so many days older."""
    was = (TODAY - dt.timedelta(days=days)).isoformat()
    long_ago = f"Mon, {(TODAY - dt.timedelta(days=days)).strftime('%d %b %Y')} 00:00:00 GMT"
    with sqlite3.connect(path) as database:
        for row, data in database.execute("select rowid, data from entries").fetchall():
            old = data.replace(TODAY.isoformat().encode(), was.encode())
            for today in (TODAY, TODAY - dt.timedelta(days=1)):
                for name in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"):
                    old = replaced_date(old, f"{name}, {today.strftime('%d %b %Y')} ", long_ago)
            database.execute("update entries set data = ? where rowid = ?", (old, row))


def replaced_date(data, begins, new):
    at = data.find(begins.encode())
    return data if at < 0 else data[:at] + new.encode() + data[at + len(new) :]


def test_it_says_who_asks(full, client):
    crossref.ask(client, DOI)
    list(pubmed.ask(client, ["28628765"]))
    assert "email=editor%40example.org" in full.paths("pubmed")[0]
    assert "tool=citewell" in full.paths("pubmed")[0]
    assert any("mailto:editor@example.org" in agent for agent in full.agents)


def test_an_answer_is_used_again_for_a_day(full, new_client):
    assert crossref.ask(new_client(), DOI).on == TODAY
    full.works = []
    again = crossref.ask(new_client(), DOI)
    assert again.record is not None
    assert again.on == TODAY
    assert len(full.paths("crossref")) == 1


def test_an_old_answer_is_confirmed_by_its_etag_and_dated_anew(full, new_client, tmp_path):
    crossref.ask(new_client(), DOI)
    age(tmp_path / "cache" / "answers.sqlite", days=30)
    again = crossref.ask(new_client(), DOI)
    assert again.record is not None
    assert again.on == TODAY
    assert full.statuses == [200, 304]


def test_an_old_answer_that_changed_is_replaced(full, new_client, tmp_path):
    crossref.ask(new_client(), DOI)
    age(tmp_path / "cache" / "answers.sqlite", days=30)
    full.works[0].title = "Emotional blunting, corrected"
    assert crossref.ask(new_client(), DOI).record.reference.get("title") == "Emotional blunting, corrected"
    assert full.statuses == [200, 200]


def test_offline_an_old_answer_keeps_its_day(full, new_client, tmp_path):
    crossref.ask(new_client(), DOI)
    age(tmp_path / "cache" / "answers.sqlite", days=30)
    again = crossref.ask(new_client(offline=True), DOI)
    assert again.on == TODAY - dt.timedelta(days=30)
    assert len(full.asked) == 1


def test_offline_without_a_kept_answer_there_is_none(full, new_client):
    with pytest.raises(NoAnswerError, match="--offline"):
        crossref.ask(new_client(offline=True), DOI)
    assert full.asked == []


def test_the_server_s_own_word_on_the_day_counts_for_nothing(full, new_client):
    full.headers |= {ANSWERED_ON: "1999-01-01", "Date": "Mon, 01 Jan 1999 00:00:00 GMT"}
    assert crossref.ask(new_client(), DOI).on == TODAY


def test_a_server_that_forbids_keeping_is_not_asked_twice_a_day(full, new_client):
    full.headers |= {"Cache-Control": "no-store", "Vary": "*", "Pragma": "no-cache", "Expires": "0"}
    crossref.ask(new_client(), DOI)
    crossref.ask(new_client(), DOI)
    assert len(full.asked) == 1


@pytest.mark.parametrize("headers", [{"x-rate-limit-limit": "20", "x-rate-limit-interval": "1s"}])
def test_no_database_is_asked_faster_than_it_says(headers, stub, client):
    stub.works = [Work(f"10.5555/{number}") for number in range(40)]
    stub.headers = {**headers, "x-concurrency-limit": "3"}
    stub.limit = 20
    begun = time.monotonic()
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda work: crossref.ask(client, work.doi), stub.works))
    assert all(answer.record for answer in answers)
    assert stub.refused == 0
    assert time.monotonic() - begun >= 1, "the second twenty have to wait"


def test_at_most_as_many_questions_run_at_once_as_it_says(stub, client):
    stub.works = [Work(f"10.5555/{number}") for number in range(20)]
    stub.headers = {"x-rate-limit-limit": "1000", "x-rate-limit-interval": "1s", "x-concurrency-limit": "1"}
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda work: crossref.ask(client, work.doi), stub.works))
    assert stub.most_at_once == 1


def test_a_cache_that_is_no_cache_is_made_anew(full, tmp_path):
    cache = tmp_path / "answers.sqlite"
    cache.write_text("this is no database", encoding="utf-8")
    for _ in range(2):
        with DatabaseClient("a@example.org", cache, full.addresses) as client:
            assert crossref.ask(client, DOI).record is not None
    assert len(full.asked) == 1
