"""The file that is kept from build to build is let go of, whoever forgets to close it."""

import contextlib
import gc
import sqlite3
import threading

import pytest

from citewell.cache.store import Store


def test_a_store_that_another_thread_lets_go_of_is_closed(tmp_path):
    held = [Store(tmp_path / "pages.sqlite")]
    file = held[0]._file  # noqa: SLF001  # nothing else tells whether it is open
    letting_go = threading.Thread(target=lambda: (held.clear(), gc.collect()))
    letting_go.start()
    letting_go.join()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        file.execute("SELECT 1")


def test_a_store_is_closed_once_and_may_be_closed_again(tmp_path):
    store = Store(tmp_path / "pages.sqlite")
    store.put("key", b"value")
    store.close()
    store.close()
    again = Store(tmp_path / "pages.sqlite")
    assert again.get_packed("key") == b"value"
    again.close()


def test_what_another_build_holds_is_not_written_and_stops_nothing(tmp_path):
    store = Store(tmp_path / "pages.sqlite")
    store._file.execute("PRAGMA busy_timeout = 1")  # noqa: SLF001  # nobody wants to wait for it here
    store.put("key", b"value")
    with contextlib.closing(sqlite3.connect(tmp_path / "pages.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        store.close()
    assert not store.keeps
