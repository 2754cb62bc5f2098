"""A build that finds what an earlier one kept makes the same bytes as one that finds nothing."""

import logging
import re
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

import citewell.mkdocs_build
import citewell.mkdocs_output
import citewell.mkdocs_rendering
from citewell.mkdocs_cache import NO_CACHE

FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"><path d="M0 0h9"/></svg>'
NOTICE = """{"format": 1, "works": {"a": [{"database": "crossref", "asked": "10.5555/a", "on": "2026-05-01",
"found": true, "notices": [{"kind": "correction", "label": "Correction", "date": null, "address": ""}]}]}}"""
SITE = {
    "mkdocs.yml": """site_name: S
site_url: https://example.org/
theme: {name: material, font: false, custom_dir: overrides}
nav: [index.md, {Drugs: drugs/index.md}]
not_in_nav: "*.md"
plugins:
  - meta
  - citewell: {bib_file: references.bib, seal_pages: false}
markdown_extensions: [attr_list, toc, pymdownx.snippets: {base_path: [!relative $config_dir/parts]}]
""",
    "overrides/main.html": '{% extends "citewell/page.html" %}{% block announce %}Ours{% endblock %}',
    "references.bib": "@article{a, title={A}, journal={J}, year={2020}, doi={10.5555/a}}\n"
    "@article{b, title={B}, journal={J}, year={2021}}\n",
    "docs/_data/crisis.yml": (Path(__file__).parents[2] / "docs/_data/crisis.yml").read_text("utf-8"),
    "docs/_data/publisher.yml": "name: N\ncontact: a@b.example\n",
    "parts/part.md": "Words of a part.\n",
    "docs/index.md": "# Home\n\nRead [of zincol](drugs/zincol.md#dose).\n",
    "docs/drugs/.meta.yml": "author: The team\n",
    "docs/drugs/index.md": "# Drugs\n\n- [Zincol](zincol.md)\n",
    "docs/drugs/zincol.md": "# Zincol\n\nIt helps [@a].\n\n## Dose\n\nOne [@b].\n",
    "docs/drugs/plain.md": "---\ntitle: Plain\n---\n\nNo citation, see [home](../index.md).\n",
    "docs/drugs/figure.svg": FIGURE.format(size=40),
    "docs/drugs/shown.md": "# Shown\n\n![A square](figure.svg)\n",
    "docs/drugs/crisis.md": "# Help\n\n/// crisis\n///\n",
    "docs/drugs/whole.md": '# Whole\n\n--8<-- "part.md"\n',
}
EDITS = {
    "nothing": {},
    "a text": {"docs/drugs/zincol.md": SITE["docs/drugs/zincol.md"].replace("It helps", "It may help")},
    "a heading": {"docs/drugs/zincol.md": SITE["docs/drugs/zincol.md"].replace("# Zincol", "# Zincol now")},
    "a title": {"docs/drugs/plain.md": SITE["docs/drugs/plain.md"].replace("title: Plain", "title: Other")},
    "the title of a page in the navigation": {
        "docs/drugs/index.md": "# Medicines\n\n- [Zincol](zincol.md)\n"
    },
    "what a folder says": {"docs/drugs/.meta.yml": "author: Somebody else\n"},
    "a cited work": {"references.bib": SITE["references.bib"].replace("title={A}", "title={A new title}")},
    "a cited work's place": {"references.bib": f"\n\n{SITE['references.bib']}"},
    "a work that is gone, and its citation": {
        "references.bib": SITE["references.bib"].split("\n")[0],
        "docs/drugs/zincol.md": "# Zincol\n\nIt helps [@a].\n\n## Dose\n\nOne.\n",
    },
    "a notice on a work": {"references.lock.json": NOTICE},
    "the size of a picture": {"docs/drugs/figure.svg": FIGURE.format(size=50)},
    "the data": {"docs/_data/publisher.yml": "name: Other\ncontact: c@b.example\n"},
    "the crisis numbers": {"docs/_data/crisis.yml": SITE["docs/_data/crisis.yml"].replace("988", "989")},
    "a template": {"overrides/main.html": SITE["overrides/main.html"].replace("Ours", "Theirs")},
    "a template that lists all pages": {
        "overrides/main.html": SITE["overrides/main.html"].replace("Ours", "{{ pages | length }}")
    },
    "an option": {"mkdocs.yml": SITE["mkdocs.yml"].replace("site_name: S", "site_name: T")},
    "an option of an extension": {
        "mkdocs.yml": SITE["mkdocs.yml"].replace("toc,", "toc: {permalink: true},")
    },
    "the kind of addresses": {"mkdocs.yml": f"{SITE['mkdocs.yml']}use_directory_urls: false\n"},
    "the place of a linked page": {
        "docs/drugs/zincol.md": None,
        "docs/drugs/zincol/index.md": SITE["docs/drugs/zincol.md"],
        "docs/index.md": "# Home\n\nRead [of zincol](drugs/zincol/index.md#dose).\n",
        "docs/drugs/index.md": "# Drugs\n\n- [Zincol](zincol/index.md)\n",
    },
    "another page": {"docs/drugs/about/how-sure-we-are.md": "# How sure\n"},
    "a page that our boxes link to": {"docs/about/how-sure-we-are.md": "# How sure we are\n"},
    "a part that a page takes in": {"parts/part.md": "Other words.\n"},
}
_AFTER = pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def built(folder):
    """Build a site in this process; its files with their bytes."""
    build(load_config(str(folder / "mkdocs.yml"), strict=True, site_dir=str(folder / "site")))
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


@pytest.fixture(autouse=True)
def the_same_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    monkeypatch.delenv(NO_CACHE, raising=False)


@pytest.fixture
def renders(monkeypatch):
    """The paths of the pages that the engine was made to render."""
    paths = []
    render = Page.render

    def counted(page, config, files):
        paths.append(page.file.src_uri)
        render(page, config, files)

    monkeypatch.setattr(Page, "render", counted)
    return paths


@pytest.fixture
def layouts(monkeypatch):
    """The paths of the pages that a template was put around."""
    paths = []
    text = citewell.mkdocs_output.PageOutputs._text  # noqa: SLF001

    def counted(outputs, page, context):
        paths.append(page.file.src_uri)
        return text(outputs, page, context)

    monkeypatch.setattr(citewell.mkdocs_output.PageOutputs, "_text", counted)
    return paths


@pytest.fixture
def site(tmp_path):
    """A site that was built once."""
    folder = tmp_path / "site"
    write(folder, SITE)
    built(folder)
    return folder


def from_nothing(folder):
    """What a build without anything kept makes of the same sources."""
    other = folder.with_name("from-nothing")
    shutil.copytree(folder, other, ignore=shutil.ignore_patterns(".cache", "site"))
    return built(other)


@_AFTER
def test_a_second_build_makes_what_a_first_one_makes(site, edit):
    write(site, edit)
    assert built(site) == from_nothing(site)


def test_what_an_edit_made_of_a_page_is_not_there_when_it_is_taken_back(site):
    first = built(site)
    for edit in ("a text", "a cited work", "the place of a linked page"):
        write(site, EDITS[edit])
    built(site)
    for name in EDITS["the place of a linked page"]:
        (site / name).unlink(missing_ok=True)
    write(site, SITE)
    assert built(site) == first


def test_a_sealed_site_is_sealed_the_same_again_and_a_fault_is_found_again(tmp_path, caplog):
    """What was found on a page holds as long as the page, the files that it links to and the sources do."""
    settings = SITE["mkdocs.yml"].replace(", seal_pages: false", "")
    folder = tmp_path / "site"
    write(
        folder,
        SITE | {"mkdocs.yml": settings, "docs/a.txt": "Words."} | {"docs/more.md": "# More\n\n[A](a.txt)\n"},
    )
    first = built(folder)
    assert b"Content-Security-Policy" in first["more/index.html"]
    assert built(folder) == first == from_nothing(folder)
    write(folder, EDITS["a heading"])
    assert built(folder) == from_nothing_again(folder) != first
    write(folder, {"docs/more.md": "# More\n\n<p style='color: red'>Red</p>\n"})
    for _ in range(2):
        caplog.clear()
        with pytest.raises(Abort):
            built(folder)
        assert "style" in caplog.text


def test_nothing_is_rendered_twice_but_what_takes_in_other_files(site, renders):
    built(site)
    assert renders == ["drugs/whole.md"]


@pytest.mark.parametrize(
    ("edit", "rendered"),
    [
        ("a text", "drugs/zincol.md"),
        ("a cited work", "drugs/zincol.md"),
        ("a title", None),
        ("a template", None),
    ],
    ids=["a text", "a cited work", "a title", "a template"],
)
def test_one_edit_has_one_page_rendered(site, renders, edit, rendered):
    write(site, EDITS[edit])
    built(site)
    assert set(renders) == {"drugs/whole.md", rendered} - {None}


@pytest.mark.parametrize(
    ("edit", "laid_out"),
    [
        ("nothing", set()),
        ("a text", {"drugs/zincol.md"}),
        ("a part that a page takes in", {"drugs/whole.md"}),
        ("the size of a picture", {"drugs/shown.md"}),
    ],
    ids=["nothing", "a text", "a part that a page takes in", "the size of a picture"],
)
def test_a_page_that_is_as_it_was_is_not_laid_out_again(site, layouts, edit, laid_out):
    write(site, EDITS[edit])
    built(site)
    assert {path for path in layouts if path.startswith("drugs/")} == laid_out


def test_another_version_of_the_code_renders_everything_anew(site, renders, monkeypatch):
    monkeypatch.setattr(citewell.mkdocs_build, "versions", lambda: "other code")
    assert built(site) == from_nothing(site)
    assert {path for path in SITE if path.endswith(".md") and path.startswith("docs/")} <= {
        f"docs/{path}" for path in renders
    }


@pytest.mark.parametrize("way", ["the option", "the environment"])
def test_keeping_can_be_switched_off(tmp_path, renders, monkeypatch, way):
    write(tmp_path, SITE)
    if way == "the option":
        settings = SITE["mkdocs.yml"].replace("seal_pages: false", "seal_pages: false, page_cache: false")
        write(tmp_path, {"mkdocs.yml": settings})
    else:
        monkeypatch.setenv(NO_CACHE, "1")
    once = built(tmp_path)
    number = len(renders)
    assert built(tmp_path) == once
    assert len(renders) == 2 * number
    assert not (tmp_path / ".cache").exists()


def test_a_folder_s_facts_hold_for_its_pages_and_for_no_folder_named_alike(tmp_path):
    write(
        tmp_path,
        SITE
        | {
            "docs/.meta.yml": "author: Everybody\n",
            "docs/drugs-of-others/index.md": "# Others\n",
            "docs/drugs/sub/page.md": "# Page\n",
        },
    )
    pages = built(tmp_path)
    authors = {
        path: re.findall(r'name="author" content="([^"]*)"', pages[path].decode())
        for path in pages
        if path.endswith("index.html")
    }
    assert authors["drugs-of-others/index.html"] == ["Everybody"]
    assert authors["drugs/sub/page/index.html"] == authors["drugs/index.html"] == ["The team"]


def test_what_is_wrong_with_a_page_is_told_every_time(tmp_path, caplog):
    write(
        tmp_path,
        SITE | {"docs/index.md": "# Home\n\nRead [this](drugs/zincol.md#nowhere), [that](gone.md).\n"},
    )
    for _ in range(2):
        caplog.clear()
        config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
        with caplog.at_level(logging.INFO):
            build(config)
        assert "does not contain an anchor '#nowhere'" in caplog.text
        assert "the target is not found" in caplog.text


@pytest.mark.parametrize("what", ["text", "nothing", "half of it"])
def test_a_damaged_file_costs_time_and_no_page(site, what):
    kept = site / ".cache" / "citewell" / "pages.sqlite"
    data = kept.read_bytes()
    kept.write_bytes({"text": b"no database", "nothing": b"", "half of it": data[: len(data) // 2]}[what])
    for beside in kept.parent.glob("pages.sqlite-*"):
        beside.unlink()
    assert built(site) == from_nothing(site)
    assert built(site) == from_nothing_again(site)


def from_nothing_again(folder):
    shutil.rmtree(folder.with_name("from-nothing"))
    return from_nothing(folder)


def test_a_build_that_was_interrupted_leaves_nothing_half_made(tmp_path, monkeypatch):
    write(tmp_path / "site", SITE)
    render = Page.render

    def interrupted(page, config, files):
        if page.file.src_uri == "drugs/plain.md":
            raise KeyboardInterrupt
        render(page, config, files)

    with monkeypatch.context() as patched:
        patched.setattr(Page, "render", interrupted)
        with pytest.raises(KeyboardInterrupt):
            built(tmp_path / "site")
    assert built(tmp_path / "site") == from_nothing(tmp_path / "site")


def test_two_processes_make_what_one_makes(tmp_path, monkeypatch):
    many = {
        f"docs/drugs/more-{number}.md": f"# More {number}\n\nIt helps [@a; @b].\n" for number in range(12)
    }
    wrong = {"docs/drugs/more-11.md": "# More\n\n[Nowhere](nowhere.md)\n"}
    settings = f"{SITE['mkdocs.yml']}validation: {{links: {{not_found: info}}}}\n"
    write(tmp_path / "site", SITE | many | wrong | {"mkdocs.yml": settings})
    alone = from_nothing(tmp_path / "site")
    for module, name in (
        (citewell.mkdocs_rendering, "_MADE_BEFORE_ANOTHER_HELPS"),
        (citewell.mkdocs_rendering, "_WORTH_HELP"),
        (citewell.mkdocs_output, "_WORTH_HELP"),
    ):
        monkeypatch.setattr(module, name, 1)
    for module in (citewell.mkdocs_rendering, citewell.mkdocs_output):
        monkeypatch.setattr(module, "can_fork", lambda: True)
    assert built(tmp_path / "site") == alone
    assert built(tmp_path / "site") == alone
