import asyncio
import json
import logging
import os
import time

import pytest

from benchmarks.collector_process import write_pages
from benchmarks.pages_server import pages_server
from citewell.collector.known_pages import KnownPages
from citewell.collector.pages_source import PagesAddress, PagesFile, pages_source
from citewell.collector.site_pages import SitePagesError
from tests.collector.own_loop import run_in_own_loop

OLD, NEW = "0000000000", "1111111111"


@pytest.fixture
def known(tmp_path):
    """The pages of a file that holds a/ in its old revision; b/ has votes from before."""
    write_pages(tmp_path, ["a/"], OLD)
    source = PagesFile(tmp_path / "pages.json")
    return KnownPages(source, source.read(), [("b/", OLD)])


def knows(known, *revisions):
    async def ask():
        return [await known.knows(page, revision) for page, revision in revisions]

    return run_in_own_loop(ask())


def test_a_page_is_known_by_the_file_or_by_its_votes(known):
    assert knows(known, ("a/", OLD), ("b/", OLD), ("a/", NEW), ("b/", NEW), ("", OLD)) == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert [known.knows_page(page) for page in ("a/", "b/", "c/")] == [True, True, False]


def test_a_new_revision_is_known_at_once_and_the_old_one_stays(known, tmp_path):
    write_pages(tmp_path, ["a/", "c/"], NEW)
    assert knows(known, ("a/", NEW), ("c/", NEW), ("a/", OLD), ("c/", OLD)) == [True, True, True, False]
    assert known.knows_page("c/")


@pytest.mark.parametrize("text", ["", "{", '{"pages": []}', None])
def test_while_the_file_is_broken_the_last_good_one_counts(known, tmp_path, text, caplog):
    pages = tmp_path / "pages.json"
    if text is None:
        pages.unlink()
    else:
        pages.write_text(text)
    with caplog.at_level(logging.WARNING):
        assert knows(known, ("a/", OLD), ("a/", NEW), ("c/", NEW)) == [True, False, False]
        assert len(caplog.messages) == 1, "said once"
        assert str(pages) in caplog.messages[0]
        write_pages(tmp_path, ["a/"], NEW)
        assert knows(known, ("a/", NEW)) == [True]
        assert caplog.messages[1:] == ["The pages can be read again"]


def test_the_watch_sees_a_revision_that_nobody_asked_for(known, tmp_path, monkeypatch):
    monkeypatch.setattr(PagesFile, "seconds_between_looks", 0.0)
    write_pages(tmp_path, ["a/", "b/c/"], NEW)

    async def watch():
        watching = asyncio.create_task(known.watch())
        while not known.knows_page("c/"):
            if known.knows_page("b/c/"):  # seen: the next build may be written
                write_pages(tmp_path, ["c/"], NEW)
            await asyncio.sleep(0)
        watching.cancel()

    run_in_own_loop(asyncio.wait_for(watch(), 30))
    assert knows(known, ("a/", NEW)) == [True]


def test_a_file_is_read_again_only_when_it_was_written(tmp_path):
    write_pages(tmp_path, ["a/"], OLD)
    source = pages_source(str(tmp_path / "pages.json"))
    assert [page.id for page in source.read()] == ["a/"]
    assert source.read() is None
    text = (tmp_path / "pages.json").read_text()
    status = (tmp_path / "pages.json").stat()
    (tmp_path / "pages.json").write_text(text.replace(OLD, NEW))  # as long as before, in the same file
    os.utime(tmp_path / "pages.json", ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert [page.revision for page in source.read()] == [NEW]


class CountedAddress(PagesAddress):
    """An address whose calls are counted."""

    calls = 0

    def read(self):
        self.calls += 1
        return super().read()


def test_an_address_is_asked_once_for_many_votes_that_nobody_knows(tmp_path, monkeypatch):
    write_pages(tmp_path, ["a/"], OLD)
    with pages_server(tmp_path) as server:
        source = CountedAddress(f"{server}/pages.json")
        known = KnownPages(source, source.read(), [])
        write_pages(tmp_path, ["a/"], NEW)

        async def ask():
            return await asyncio.gather(*(known.knows("a/", NEW) for _ in range(20)))

        assert run_in_own_loop(ask()) == [False] * 20, "it was read less than 30 seconds ago"
        now = time.monotonic() + source.seconds_between_calls
        monkeypatch.setattr("citewell.collector.known_pages.time.monotonic", lambda: now)
        assert run_in_own_loop(ask()) == [True] * 20
        assert source.calls == 2


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("nowhere.json", None, "answered 404"),
        ("pages.json", "{", "cannot be used: it is no JSON"),
        ("pages.json", "x" * 21_000_000, "sends more than"),
        ("pages.json", json.dumps({"pages": []}), "is empty"),
    ],
)
def test_an_address_that_gives_no_pages_is_told(tmp_path, name, text, said):
    if text is not None:
        (tmp_path / name).write_text(text)
    with pages_server(tmp_path) as server, pytest.raises(SitePagesError) as told:
        pages_source(f"{server}/{name}").read()
    assert said in str(told.value)
    assert f"{server}/{name}" in str(told.value)
