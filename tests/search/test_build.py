"""The search of a built site, made by the real Pagefind."""

import gzip
import json
from functools import partial

import pytest

from citewell.crisis import CrisisContacts
from citewell.search import files as search_files
from citewell.search.build import NothingKept, index_pages, write_search
from citewell.search.files import FULL_TEXT, NAMES, is_known, is_made_by_pagefind, own_files, pagefind_files
from citewell.search.pagefind_program import SearchError
from citewell.search.searched_page import WHOLE, PageNames

PAGE = (
    '<!doctype html><html lang="en"><body><main><h1>{}</h1><h2 id="how">How</h2><p>{}</p></main>'
    "</body></html>"
)
PAGES = {
    "index.html": PAGE.format("Home", "Words"),
    "zoloft/index.html": PAGE.format("Zoloft", "Tears &lt;b&gt;"),
    "plain.html": PAGE.format("Plain", "Text"),
    "404.html": PAGE.format("Not found", "Nowhere"),
    "search/index.html": PAGE.format("Search", "From A to Z"),
}
NAMED = {"zoloft/index.html": PageNames(("SSRI",), "sertraline", ("Lustral",), WHOLE)}


def at_once(function, items, **_):
    return map(function, items)


@pytest.fixture
def build(tmp_path):
    """Builds the search of a site of these pages; how many it finds."""

    def build(pages=PAGES, folder="site"):
        for path, text in pages.items():
            file = tmp_path / folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        made = index_pages(tmp_path / folder, list(pages), NAMED, at_once, NothingKept())
        return write_search(tmp_path / folder, made, CrisisContacts())

    return build


def paths(folder):
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def fragments(folder):
    found = (file.read_bytes() for file in (folder / FULL_TEXT / "fragment").iterdir())
    return {page["url"]: page for page in (json.loads(gzip.decompress(data)[12:]) for data in found)}


def test_each_page_is_found_but_the_search_itself_and_the_page_that_is_not_there(build, tmp_path):
    assert build() == 3
    found = fragments(tmp_path / "site")
    assert set(found) == {"/", "/zoloft/", "/plain.html"}
    assert found["/zoloft/"]["meta"]["aliases"] == "SSRI, Lustral,"
    assert found["/zoloft/"]["filters"] == {"kind": [WHOLE], "medicine-s": ["sertraline"]}
    assert [anchor["id"] for anchor in found["/zoloft/"]["anchors"]] == ["how"]
    assert [entry[0] for entry in json.loads((tmp_path / "site" / NAMES).read_text("utf-8"))["pages"]] == [
        "", "plain.html", "zoloft/",
    ]  # fmt: skip


def test_what_is_written_is_known_by_its_bytes_or_is_data(build, tmp_path):
    build()
    site = tmp_path / "site"
    written = paths(site) - set(PAGES)
    assert {*own_files(), "search/pagefind/pagefind-worker.js", "search/pagefind/licence.txt"} <= written
    for path in written - {"search/names.json", "search/words.txt", "search/pagefind/licence.txt"}:
        assert is_known(path, (site / path).read_bytes()) != is_made_by_pagefind(path), path
    assert set(pagefind_files()) <= written


def test_the_same_pages_give_the_same_bytes_also_when_built_again(build, tmp_path):
    build()
    build(folder="other")
    first = {path: (tmp_path / "site" / path).read_bytes() for path in paths(tmp_path / "site")}
    build()
    assert first == {path: (tmp_path / "site" / path).read_bytes() for path in paths(tmp_path / "site")}
    assert first == {path: (tmp_path / "other" / path).read_bytes() for path in paths(tmp_path / "other")}


def test_what_was_put_among_the_files_of_the_index_is_gone(build, tmp_path):
    build()
    slipped_in = tmp_path / "site" / FULL_TEXT / "fragment" / "en_0000000.pf_fragment"
    slipped_in.write_bytes(b"anything")
    build()
    assert not slipped_in.exists()


def test_a_site_without_a_page_to_be_found_has_names_alone(build, tmp_path):
    assert build({"404.html": PAGES["404.html"]}) == 0
    assert json.loads((tmp_path / "site" / NAMES).read_text("utf-8"))["pages"] == []


def test_another_version_of_pagefind_is_told_of_and_not_published(build, monkeypatch):
    monkeypatch.setattr(search_files, "pagefind_files", partial(dict, {}))
    with pytest.raises(
        SearchError, match=r"as the lock names it: search/pagefind/pagefind-worker\.js is of another"
    ):
        build()


@pytest.mark.parametrize("program", ["/no/such/program", "/bin/false"], ids=["it is not there", "it fails"])
def test_without_pagefind_it_is_said_what_to_install(program, build, monkeypatch):
    monkeypatch.setattr("citewell.search.pagefind_program._program", lambda: program)
    with pytest.raises(SearchError, match=r"Install pagefind\[bin\] as the lock names it"):
        build()


def test_files_of_an_index_share_a_name_that_another_index_does_not_have(build, tmp_path):
    build()
    build({**PAGES, "plain.html": PAGE.format("Plain", "Other text")}, "other")
    first, other = (
        {
            path.rpartition("/")[2].partition(".")[0].rpartition("_")[0]
            for path in paths(tmp_path / folder / FULL_TEXT)
            if path.endswith((".pf_fragment", ".pf_index"))
        }
        for folder in ("site", "other")
    )
    assert len(first) == len(other) == 1
    assert first != other
