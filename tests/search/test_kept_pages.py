"""Cut pages are kept from build to build, and never mixed up."""

import json

import pytest

from citewell.cache.store import Store
from citewell.search.kept_pages import KeptPages
from citewell.search.pages_to_search import CutPage, ReadPage
from citewell.search.searched_page import PageNames, SearchedPage

PAGES = {"index.html": "Home", "zoloft/index.html": "Zoloft", "plain.html": "Plain", "empty.html": ""}


class Site:
    """Built pages, each with one word, and what was cut of them."""

    def __init__(self, folder):
        self.folder = folder
        self.pages = dict(PAGES)
        self.names = {}
        self.versions = "1"
        self.cut = []

    def search(self, inside=lambda _: None):
        store = Store(self.folder / "pages.sqlite")
        kept = KeptPages(store, self.folder / "search", self.versions, self.pages.__getitem__)
        self.cut = []
        with kept(self.cut_pages, list(self.pages), self.names) as (folder, reads):
            inside(folder)
            files = {
                path.relative_to(folder).as_posix(): path.read_text("utf-8")
                for path in folder.rglob("*.html")
            }
        store.close()
        return files, sorted(read.page.title for read in reads)

    def cut_pages(self, folder, pages):
        self.cut += pages
        return [self.cut_page(folder, path) for path in pages]

    def cut_page(self, folder, path):
        if not (word := self.pages[path]):
            return CutPage(path, None)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(word, encoding="utf-8")
        page = SearchedPage(path, word, "", self.names.get(path, PageNames()))
        return CutPage(path, ReadPage(page, frozenset([word])))


@pytest.fixture
def site(tmp_path):
    """A site that was built once."""
    site = Site(tmp_path)
    site.search()
    return site


WHOLE = {path: word for path, word in PAGES.items() if word}


def test_the_first_time_all_pages_are_cut(tmp_path):
    site = Site(tmp_path)
    assert site.search() == (WHOLE, ["Home", "Plain", "Zoloft"])
    assert site.cut == list(PAGES)


def test_pages_that_are_as_they_were_are_not_cut_again(site):
    assert site.search() == (WHOLE, ["Home", "Plain", "Zoloft"])
    assert site.cut == []


CHANGES = {
    "a page that changed": (lambda site: site.pages.update({"plain.html": "Other"}), ["plain.html"]),
    "a page that is new": (lambda site: site.pages.update({"a/b.html": "New"}), ["a/b.html"]),
    "a page that is gone": (lambda site: site.pages.pop("plain.html"), []),
    "a page that is searched no more": (lambda site: site.pages.update({"plain.html": ""}), ["plain.html"]),
    "a page that is searched now": (lambda site: site.pages.update({"empty.html": "Full"}), ["empty.html"]),
    "another name of a page": (
        lambda site: site.names.update({"plain.html": PageNames(("Simple",))}),
        ["plain.html"],
    ),
    "other code": (lambda site: setattr(site, "versions", "2"), list(PAGES)),
    "a folder that is gone": (lambda site: (site.folder / "search").rename(site.folder / "x"), list(PAGES)),
    "a file that is gone": (lambda site: (site.folder / "search/plain.html").unlink(), ["plain.html"]),
    "a list that is gone": (lambda site: (site.folder / "search/pages.json").unlink(), list(PAGES)),
    "a list that is cut short": (
        lambda site: (site.folder / "search/pages.json").write_text('{"index.html": ', "utf-8"),
        list(PAGES),
    ),
    "a list of another shape": (
        lambda site: (site.folder / "search/pages.json").write_text("[]", "utf-8"),
        list(PAGES),
    ),
    "a store that is gone": (
        lambda site: [file.unlink() for file in site.folder.glob("pages.sqlite*")],
        list(PAGES),
    ),
}


@pytest.mark.parametrize(("change", "cut"), CHANGES.values(), ids=CHANGES)
def test_what_changed_is_cut_and_what_is_gone_is_gone(change, cut, site):
    change(site)
    found = site.search()
    assert site.cut == cut
    words = {path: word for path, word in site.pages.items() if word}
    assert found == (words, sorted(words.values()))
    assert site.search() == found
    assert site.cut == []


def test_a_build_that_fails_leaves_nothing_that_another_would_take(site):
    site.pages["plain.html"] = "Half made"

    def fail(_):
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        site.search(fail)
    assert not list(site.folder.glob("search*"))
    assert site.search() == ({**WHOLE, "plain.html": "Half made"}, ["Half made", "Home", "Zoloft"])


def test_two_builds_at_once_each_have_their_own_pages(site, monkeypatch):
    other = Site(site.folder)
    other.pages["plain.html"] = "Theirs"

    def build_the_other(_):
        monkeypatch.setattr("os.getpid", lambda: 4_000_000)
        assert other.search()[0]["plain.html"] == "Theirs"

    assert site.search(build_the_other)[0] == WHOLE
    assert json.loads((site.folder / "search" / "pages.json").read_text("utf-8"))
    assert site.search()[0] == WHOLE
    assert other.search()[0] == {**WHOLE, "plain.html": "Theirs"}
