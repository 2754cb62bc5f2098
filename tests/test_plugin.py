import hashlib
import logging
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

SITES = Path(__file__).with_name("sites")
BIB = "@article{a, title={A}, journal={J}, year={2020}}\n@article{b, title={B}, journal={J}, year={2021}}\n"
CONFIG = """site_name: S
theme: {name: material, font: false}
plugins:
  - citewell: {bib_file: references.bib}
"""


@pytest.fixture
def site(tmp_path):
    """A maker of tiny sites: files in, the folder out."""

    def make(files):
        for name, text in {
            "mkdocs.yml": CONFIG,
            "references.bib": BIB,
            "docs/index.md": "# Home\n",
            **files,
        }.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return make


def built(folder, *, strict=True):
    """Build a site in this process; its pages as trees."""
    build(load_config(str(folder / "mkdocs.yml"), strict=strict, site_dir=str(folder / "site")))
    return lambda page: BeautifulSoup((folder / "site" / page).read_text(encoding="utf-8"), "html.parser")


def failure(folder, caplog):
    """What a build says that must fail."""
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        built(folder)
    return caplog.text


def test_builds_citations_and_list(site):
    page = built(site({"docs/index.md": "# Home\n\nText [@a; @b].\n"}))("index.html")
    assert page.select_one(".citation").text == "(1,2)"
    assert [item["id"] for item in page.select(".references li")] == ["ref-a", "ref-b"]
    assert page.select_one(".md-nav--secondary a[href='#references']")


def test_an_unknown_key_stops_the_build_with_its_place_and_no_page(site, caplog):
    folder = site(
        {"docs/index.md": "---\ntitle: T\n---\n# Home\n\nText [@c].\n", "docs/sub/x.md": "Text [@b, @a].\n"}
    )
    said = failure(folder, caplog)
    assert "docs/index.md:6:8: error: No reference has the key “c”. Add the reference" in said
    assert "docs/sub/x.md:1:11: error: Put a semicolon between two references: [@b; @a]" in said
    assert not list((folder / "site").rglob("*.html"))


def test_an_unknown_key_in_included_text_stops_the_build(site, caplog):
    config = CONFIG + "markdown_extensions:\n  - pymdownx.snippets: {base_path: [!relative $config_dir]}\n"
    folder = site(
        {"mkdocs.yml": config, "part.md": "Text [@aa].\n", "docs/index.md": '# Home\n\n--8<-- "part.md"\n'}
    )
    said = failure(folder, caplog)
    assert "docs/index.md:1:1" in said
    assert "Did you mean @a?" in said
    assert "In included text" in said
    assert not list((folder / "site").rglob("*.html"))


def test_broken_front_matter_stops_the_build(site, caplog):
    folder = site({"docs/index.md": "---\ntitle: [T\n---\n# Home\n"})
    assert "docs/index.md:3:1: error: Mend this line" in failure(folder, caplog)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("author: [T\n", ":2:1: error: Mend this line"),
        ("author: <b>T\n", ":1:1: error: Write “author” in words"),
    ],
)
def test_what_a_folder_s_pages_inherit_is_read_as_strictly(site, caplog, text, said):
    folder = site({"docs/sub/.meta.yml": text, "docs/sub/x.md": "# X\n"})
    assert f"docs/sub/.meta.yml{said}" in failure(folder, caplog)


def test_a_page_that_is_not_utf_8_stops_the_build(site, caplog):
    folder = site({})
    (folder / "docs" / "x.md").write_bytes("# Holguín\n".encode("latin-1"))
    assert "docs/x.md:1:1: error: Save this file as UTF-8" in failure(folder, caplog)


def test_every_fault_of_the_bibliography_stops_the_build(site, caplog):
    folder = site(
        {"references.bib": "@article{a, title={A}, year={2020}}\n@article{A, title={A}, journal={J}}\n"}
    )
    said = failure(folder, caplog)
    assert "references.bib:1:" in said
    assert "references.bib:2:" in said


def test_a_missing_bibliography_stops_the_build(site, caplog):
    folder = site({"mkdocs.yml": CONFIG.replace("references.bib", "nowhere.bib")})
    assert "nowhere.bib" in failure(folder, caplog)


def test_a_bibliography_is_asked_for(site, caplog):
    folder = site({"mkdocs.yml": "site_name: S\nplugins: [citewell]\n"})
    assert "bib_file: references.bib" in failure(folder, caplog)


def test_a_folder_of_bibliographies_is_one_bibliography(site):
    folder = site(
        {
            "mkdocs.yml": CONFIG.replace("bib_file: references.bib", "bib_dir: bib"),
            "bib/one.bib": "@article{c, title={C}, journal={J}, year={2020}}",
            "bib/sub/two.bib": "@article{d, title={D}, journal={J}, year={2020}}",
            "docs/index.md": "Text [@d; @c].\n",
        }
    )
    assert built(folder)("index.html").select_one(".citation").text == "(1,2)"


def test_data_files_are_not_published(site):
    folder = site({"docs/_data/publisher.yml": "name: N\n", "docs/_data/notes.md": "# Notes\n"})
    built(folder)
    assert not (folder / "site" / "_data").exists()


def test_anchors_of_the_list_are_known_to_the_engine(site):
    config = CONFIG + "validation: {anchors: warn}\n"
    built(
        site(
            {
                "mkdocs.yml": config,
                "docs/index.md": "# Home\n\nText [@a], see [the list](#references) and [A](#ref-a).\n",
            }
        )
    )


def test_the_theme_lies_under_the_site_s_overrides(site):
    config = CONFIG.replace("font: false", "font: false, custom_dir: overrides")
    folder = site(
        {
            "mkdocs.yml": config,
            "overrides/main.html": '{% extends "citewell/page.html" %}{% block announce %}Ours{% endblock %}',
        }
    )
    page = built(folder)("index.html")
    assert "Ours" in page.text
    assert page.select_one("script[src='assets/citewell.js'][defer]")
    assert page.select_one("link[href='assets/citewell.css']")
    assert "citation-card" in (folder / "site" / "assets" / "citewell.js").read_text(encoding="utf-8")
    assert not (folder / "site" / "components").exists()


def test_a_site_that_used_mkdocs_bibtex_builds(tmp_path, caplog):
    folder = tmp_path / "site_of_others"
    shutil.copytree(SITES / "moved_from_mkdocs_bibtex", folder)
    with caplog.at_level(logging.INFO):
        pages = built(folder)
    page = pages("index.html")
    assert [cited.text for cited in page.select(".citation")] == ["(1,2)", "(see 1, pp. 100, 200)"]
    assert "As @second_cite says" in page.text
    styles = (folder / "site" / "assets" / "citewell.css").read_text(encoding="utf-8")
    assert ".citation-card" in styles
    assert ".site-nav" not in styles, "another theme gets what citations need and nothing else"
    assert page.select_one("a[href='mailto:a@b.example']").text == "mail"
    printed = page.select_one("#ref-second_cite").text
    assert "Test Title (TT). Testing Journal (TJ) [Internet]. 2019;15:1-7." in printed
    assert len(pages("full_bib/index.html").select(".bibliography li")) == 2
    for option in ("csl_file", "csl_file_encoding", "footnote_format", "enable_inline_citations"):
        assert caplog.text.count(f"the option {option} has no effect") == 1


@pytest.fixture
def served(tmp_path):
    """The address of a folder's files."""
    folder = tmp_path / "served"
    folder.mkdir()

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_bibliography_may_be_an_address(site, served):
    folder, address = served
    (folder / "refs.bib").write_text(BIB, encoding="utf-8")
    config = CONFIG.replace("references.bib", f"{address}/refs.bib")
    page = built(site({"mkdocs.yml": config, "docs/index.md": "Text [@a].\n"}))("index.html")
    assert page.select_one(".citation").text == "(1)"


def test_an_address_that_does_not_answer_stops_the_build(site, served, caplog):
    _, address = served
    folder = site({"mkdocs.yml": CONFIG.replace("references.bib", f"{address}/refs.bib")})
    assert f"{address}/refs.bib answered 404" in failure(folder, caplog)


def digest(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_same_inputs_give_the_same_bytes(site, engine):
    """Twice from nothing, with another order of hashes; ProperDocs builds the same tree."""
    folder = site(
        {"docs/index.md": "# Home\n\nText [@b; @a].\n", "docs/x.md": "# X\n\n## H [@a]\n\nText [see @b].\n"}
    )
    digests = []
    for seed in ("1", "2"):
        out = folder / f"site-{seed}"
        environment = {"PATH": os.environ["PATH"], "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1700000000"}
        quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
        command = [sys.executable, "-m", engine, "build", "--strict", "-f", "mkdocs.yml", "-d", str(out)]
        ran = subprocess.run(
            command, cwd=folder, env=environment | quiet, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        digests.append(digest(out))
    assert digests[0] == digests[1]
    assert "(<a" in (folder / "site-1" / "x" / "index.html").read_text(encoding="utf-8")


def test_a_long_ledger_is_divided_by_folders(site, monkeypatch):
    monkeypatch.setattr("citewell.ledger.parts.LARGEST", 2)
    pages = {
        "docs/index.md": "# Home\n\nOne [@a].\n",
        "docs/part/index.md": "# Part\n\nTwo [@a]. Three [@b].\n",
        "docs/part/deep/x.md": "# Deep\n\nNothing.\n",
    }
    page = built(site(pages))
    first = page("claims/index.html")
    links = {link["href"]: link.text for link in first.select(".claim-ledger li a")}
    assert links == {"../claims/first-pages/": "The first pages", "../claims/part/": "part"}
    assert "part: 2 sentences" in first.select_one(".claim-ledger").text
    assert first.select_one("a[download]")["href"] == "../claims/cited-statements.csv"
    statements = page("claims/part/index.html").select(".claim-ledger__words a")
    assert [(link["href"], link.text) for link in statements] == [
        ("../../part/#cite-a-1", "Two."),
        ("../../part/#cite-b-1", "Three."),
    ]


def test_the_pages_of_evidence_can_be_left_out(site):
    config = CONFIG.replace("references.bib}", "references.bib, evidence_pages: false}")
    folder = site({"mkdocs.yml": config, "docs/index.md": "# Home\n\nOne [@a].\n"})
    page = built(folder)
    assert not (folder / "site" / "claims").exists()
    assert not (folder / "site" / "references").exists()
    assert not page("index.html").select(".site-footer__links a")


def test_a_page_typed_in_the_place_of_one_that_the_build_makes_stands(site):
    page = built(site({"docs/claims.md": "# Our own\n\nOne [@a].\n"}))
    assert page("claims/index.html").h1.text.startswith("Our own")
    assert not page("claims/index.html").select(".claim-ledger")


def test_a_block_that_the_engine_leaves_as_typed_stops_the_build(site, caplog):
    said = failure(site({"docs/index.md": "# Home\n\n<div>\n\n/// unknown\nMuch.\n///\n\n</div>\n"}), caplog)
    assert "docs/index.md:1:1: error: Put “/// unknown” where Markdown reads it" in said
    assert "[block]" in said


def test_a_broken_block_stops_the_build_with_its_place(site, caplog):
    assert "docs/index.md:3:1: error: There is no block “unknwon”" in failure(
        site({"docs/index.md": "# Home\n\n/// unknwon\nMuch.\n///\n"}), caplog
    )


def test_a_fault_of_a_data_file_stops_the_build_with_its_place(site, caplog):
    assert "docs/_data/crisis.yml:1:1: error: " in failure(
        site({"docs/_data/crisis.yml": "emergency: none\n"}), caplog
    )


def test_an_address_of_the_site_that_cannot_be_read_stops_the_build(site, caplog):
    folder = site({"mkdocs.yml": f"{CONFIG}site_url: https://exämple.org/\n"})
    assert "mkdocs.yml: site_url: Write the address as a whole address" in failure(folder, caplog)
    assert not list((folder / "site").rglob("*.html"))


def test_a_page_that_breaks_a_gate_is_taken_back_with_all_others(site, caplog):
    folder = site({"docs/index.md": "# Home\n\n<p onclick='x()'>Words</p>\n", "docs/x.md": "# X\n"})
    assert "docs/index.md:3" in failure(folder, caplog)
    assert not list((folder / "site").rglob("*.html"))
