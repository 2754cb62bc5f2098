"""What the bench says that a page fetches, held against a small site whose bytes are known."""

import gzip

import pytest

from benchmarks.first_load import first_load
from benchmarks.pages_server import pages_server

# The worker's script fetches something too, and neither may be missed; the picture is far below the screen.
FILES = {
    "index.html": '<!doctype html><title>A</title><link rel="icon" href="data:,"><script src="a.js"></script>'
    '<p style="margin-top: 9000px"><img src="later.svg" loading="lazy" alt="">',
    "a.js": 'new Worker("worker.js") // ' + "a" * 3000,
    "worker.js": 'fetch("words.json") // ' + "b" * 2000,
    "words.json": '["' + "c" * 1000 + '"]',
    "later.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "404.html": "<!doctype html><title>Not here</title>",
    "section/index.html": '<!doctype html><title>B</title><link rel="icon" href="data:,">',
}


@pytest.fixture
def small_site(tmp_path):
    folder = tmp_path / "project"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    with pages_server(tmp_path) as server:
        yield f"{server}/project/"


def zipped(name):
    return len(gzip.compress(FILES[name].encode(), 6))


def test_all_that_a_page_fetches_is_counted_as_it_was_sent(browser, small_site):
    home = first_load(browser, small_site, "")
    assert {answer.name: answer.size for answer in home.fetched} == {
        "project": zipped("index.html"),
        **{name: zipped(name) for name in ("a.js", "worker.js", "words.json")},
    }
    section = first_load(browser, small_site, "section/")
    assert section.size == zipped("section/index.html")
    assert section.requests == 1
