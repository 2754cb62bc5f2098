"""The large corpora are the same pages for every engine, and the canary's settings are whole."""

import json
import re

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks import canary, large
from benchmarks.engines import write_hugo, write_zensical
from benchmarks.measure import Cost, run

PAGES = 60


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(large, "_FOLDER", tmp_path / "large")
    monkeypatch.setattr(canary, "_FOLDER", tmp_path / "canary")


def articles(folder):
    return {path.stem: path.read_text("utf-8") for path in folder.rglob("article-*.md")}


def test_every_engine_gets_the_same_pages():
    ways = large.ways_of(PAGES)
    assert set(ways) == {"ours", "warm", "stock", "bibtex", "z", "zc", "hugo"}
    cited, uncited = articles(ways["ours"].folder), articles(ways["stock"].folder)
    assert len(cited) == len(uncited) == PAGES
    assert articles(ways["bibtex"].folder) == articles(ways["zc"].folder) == cited
    assert articles(ways["z"].folder) == articles(ways["hugo"].folder) == uncited
    assert not any("[@" in text for text in uncited.values())
    settings = json.loads((ways["stock"].folder / "mkdocs.yml").read_text("utf-8"))
    listed = re.findall(r"article-\d+\.md", json.dumps(settings["nav"]))
    assert len(listed) == PAGES, "the navigation of Material as it comes holds every page"


def test_a_warm_build_has_one_page_changed_and_keeps_what_was_kept():
    way = large.ways_of(PAGES)["warm"]
    before = articles(way.folder)
    for name in ("site", ".cache"):
        (way.folder / name).mkdir()
    way.before()
    assert [name for name, text in articles(way.folder).items() if text != before[name]] == ["article-00007"]
    assert not (way.folder / "site").exists()
    assert (way.folder / ".cache").exists()


def test_a_ratio_of_pages_is_told_where_both_sizes_were_built():
    costs = {size: {"ours": [Cost(size, size, 1)], "warm": [Cost(1, 1, 1)]} for size in (1_000, 10_000)}
    table = large.targets(costs)[0]
    assert "| cost of a page at 10,000 / at 1,000 | 1.00 | 1.00 | ≤ 1.25 |" in table
    assert "cost of a page" not in large.targets({1_000: costs[1_000]})[0]


def test_a_program_runs_in_the_folder_that_is_named(tmp_path):
    (tmp_path / "a b").mkdir()
    run(["/bin/sh", "-c", "touch here"], tmp_path / "log", tmp_path / "a b")
    assert (tmp_path / "a b" / "here").exists()


def test_hugo_s_hubs_are_sections_and_zensical_s_navigation_holds_hubs_alone(tmp_path):
    write_hugo(tmp_path / "h", PAGES)
    write_zensical(tmp_path / "z", PAGES, cited=True)
    assert len(list((tmp_path / "h" / "content").rglob("_index.md"))) == 3
    settings = json.loads((tmp_path / "z" / "mkdocs.yml").read_text("utf-8"))
    assert len(settings["nav"]) == 3


def test_the_canary_gets_our_theme_our_extension_and_this_site_s_pages():
    folder = canary.write_sources()
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    assert {"citewell.citations": {"bib_file": "references.bib"}} in settings["markdown_extensions"]
    assert (folder / "theme" / "citewell" / "page.html").is_file()
    assert (folder / "theme" / "main.html").is_file()
    assert (folder / "docs" / "index.md").is_file()


def test_the_theme_shows_a_page_that_our_plugin_has_not_made(tmp_path):
    """An engine that takes no plugin tells templates nothing of `citewell`."""
    config = load_config(str(canary.write_sources() / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    build(config)
    assert "Sertraline" in (tmp_path / "site" / "index.html").read_text("utf-8")
