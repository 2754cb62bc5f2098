"""What Pagefind made of a batch is kept from build to build, and never taken for what it is not."""

import sqlite3
from contextlib import closing

import pytest

from citewell.cache.store import Store
from citewell.search import build
from citewell.search.batch_index import BatchIndex, ReadPage
from citewell.search.build import index_pages
from citewell.search.kept_batches import KeptBatches
from citewell.search.pagefind_program import SearchError
from citewell.search.searched_page import PageNames, SearchedPage

PAGES = {f"{letter}/index.html": letter for letter in "abcdef"}


class Site:
    """Built pages, each with one word, in batches of two, and what was indexed of them."""

    def __init__(self, folder, monkeypatch):
        self.folder = folder
        self.pages = dict(PAGES)
        self.names = {}
        self.versions = "1"
        self.indexed = []
        monkeypatch.setattr(build, "batches", self.batches)
        monkeypatch.setattr(build, "index_batch", self.index)

    def batches(self, paths):
        ordered = sorted(paths)
        return [ordered[first : first + 2] for first in range(0, len(ordered), 2)]

    def index(self, _, names, paths):
        self.indexed += paths
        pages = [SearchedPage(path, self.pages[path], "", names.get(path, PageNames())) for path in paths]
        if any(page.title == "fails" for page in pages):
            raise SearchError("Pagefind failed")
        return BatchIndex({}, [ReadPage(page, frozenset(page.title)) for page in pages])

    def search(self):
        store = Store(self.folder / "pages.sqlite")
        kept = KeptBatches(store, self.versions, self.pages.__getitem__)
        self.indexed = []
        made = index_pages(self.folder, list(self.pages), self.names, self.divide, kept)
        store.close()
        return [build.store.unpacked(batch.packed) if batch.packed else batch.failure for batch in made]

    def divide(self, function, items, **_):
        return map(function, items)


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site that was built once."""
    site = Site(tmp_path, monkeypatch)
    site.search()
    return site


def titles(found):
    return [read.page.title for batch in found for read in batch.read]


def test_the_first_time_all_batches_are_indexed(tmp_path, monkeypatch):
    site = Site(tmp_path, monkeypatch)
    assert titles(site.search()) == list("abcdef")
    assert site.indexed == list(PAGES)


def damage(site):
    """Cut each value short, as a disk may."""
    with closing(sqlite3.connect(site.folder / "pages.sqlite")) as file, file:
        file.execute("UPDATE kept SET value = substr(value, 1, length(value) / 2)")


CHANGES = {
    "a store that is damaged": (damage, "abcdef"),
    "nothing": (lambda _: None, ""),
    "a page that changed": (lambda site: site.pages.update({"d/index.html": "x"}), "cd"),
    "a page that is new": (lambda site: site.pages.update({"g/index.html": "g"}), "g"),
    "a page that is gone": (lambda site: site.pages.pop("f/index.html"), "e"),
    "another name of a page": (lambda site: site.names.update({"a/index.html": PageNames(("A",))}), "ab"),
    "other code": (lambda site: setattr(site, "versions", "2"), "abcdef"),
    "a store that is gone": (
        lambda site: [file.unlink() for file in site.folder.glob("pages.sqlite*")],
        "abcdef",
    ),
}


@pytest.mark.parametrize(("change", "indexed"), CHANGES.values(), ids=CHANGES)
def test_a_batch_is_indexed_anew_where_one_of_its_pages_is_not_as_it_was(change, indexed, site):
    change(site)
    found = site.search()
    assert site.indexed == [f"{letter}/index.html" for letter in indexed]
    assert titles(found) == list(site.pages.values())
    assert site.search() == found
    assert site.indexed == []


def test_what_failed_is_not_kept(site):
    site.pages["a/index.html"] = "fails"
    failed, *others = site.search()
    assert failed == "Pagefind failed"
    assert titles(others) == list("cdef")
    site.search()
    assert site.indexed == ["a/index.html", "b/index.html"]
