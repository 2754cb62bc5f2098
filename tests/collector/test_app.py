"""What takes too long over the wire to wait for: the routes are called without a server."""

import asyncio
import datetime as dt

import httpx
import pytest

import citewell.collector.app
from benchmarks.collector_process import ORIGIN, REVISION, SITE, write_pages
from citewell.collector.app import Collector
from citewell.collector.known_pages import KnownPages
from citewell.collector.pages_source import PagesFile
from citewell.collector.settings import Site
from citewell.collector.tally import Tally
from citewell.collector.totals import read_totals
from tests.collector.own_loop import run_in_own_loop

HEADERS = {"Origin": ORIGIN, "Content-Type": "application/x-www-form-urlencoded"}
GOOD = f"page=a/&revision={REVISION}&answer=yes".encode()


@pytest.fixture
def call(tmp_path):
    """Sends one vote's body to a collector of its own; what it answers, and the days that were counted."""
    write_pages(tmp_path, ["a/"])

    async def post(body):
        source = PagesFile(tmp_path / "pages.json")
        known = KnownPages(source, source.read(), [])
        app = Collector(Site(SITE, frozenset({ORIGIN})), known, Tally(tmp_path / "votes.sqlite")).app()
        transport = httpx.ASGITransport(app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://collector") as client,
        ):
            return await client.post("/vote", content=body, headers=HEADERS)

    def call(body):
        answered = run_in_own_loop(post(body))
        return answered, [total.first_day for total in read_totals(tmp_path / "votes.sqlite")]

    return call


def test_a_body_that_does_not_come_is_not_waited_for_for_ever(call, monkeypatch):
    monkeypatch.setattr(citewell.collector.app, "SECONDS_TO_SEND", 0.01)

    async def body():
        yield GOOD[:5]
        await asyncio.Event().wait()

    answered, days = call(body())
    assert (answered.status_code, days) == (408, [])


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2026-12-31T23:59:59+00:00", "2026-12-31"), ("2027-01-01T00:00:00+00:00", "2027-01-01")],
)
def test_a_day_begins_at_midnight_utc(call, monkeypatch, moment, day):
    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return dt.datetime.fromisoformat(moment).astimezone(tz)

    monkeypatch.setattr("citewell.collector.app.dt.datetime", Clock)
    answered, days = call(GOOD)
    assert (answered.status_code, days) == (204, [day])
