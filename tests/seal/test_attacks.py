"""What may not be published, through the real engine: refused where it was typed, or text."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from citewell.seal.run import seal
from citewell.seal.settings import Settings
from citewell.seal.sources import Sources
from citewell.site import load_site
from tests.seal.cases import cases, write

HERE = Path(__file__).parent
TODAY = dt.date(2026, 6, 1)
EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
REFUSED = cases(HERE / "attacks" / "refused.md")
PRINTED = cases(HERE / "attacks" / "printed.md")


def built(folder, files, *plugins, **config):
    """The folder of a site that the engine has built of these files, and of the example's data."""
    example = HERE.parent / "example_site"
    shutil.copytree(example, folder, dirs_exist_ok=True)
    settings = {
        "site_name": "S",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", *plugins],
        "markdown_extensions": EXTENSIONS,
        "exclude_docs": "/_data/\n.meta.yml\n",
        **config,
    }
    write(
        folder, {"docs/index.md": "# Home\n", **files, "mkdocs.yml": json.dumps(settings, ensure_ascii=False)}
    )
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
    return folder


def report_on(folder):
    site, problems = load_site(folder, TODAY)
    return seal(folder / "site", Settings(), Sources(site, folder, problems=problems))


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """What is said of the site that holds every form, a page each, built with nothing of ours."""
    files = {path: text for case in REFUSED for path, text in case.files.items()}
    files["docs/ordinary.md"] = (
        "# Ordinary\n\nText **bold** `code` [home](index.md).\n\n| A |\n|---|\n| 1 |\n"
    )
    nav = {"nav": ["index.md"], "not_in_nav": "/*"}
    return report_on(built(tmp_path_factory.mktemp("refused"), files, **nav))


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_an_attack_is_refused_where_it_was_typed(refused, case):
    assert case.said, "say where"
    said = [(f"{problem.path}:{problem.line}", problem.message) for problem in refused.problems]
    for expected in case.said:
        at_place = [message for place, message in said if place == expected.place]
        assert any(expected.message in message for message in at_place), at_place or said


def test_no_page_is_sealed_beside_an_attack_and_an_ordinary_page_is_no_fault(refused):
    assert not refused.is_sealed
    places = {problem.path for problem in refused.problems}
    assert not places & {"docs/ordinary.md", "site/ordinary/index.html", "docs/index.md", "site/index.html"}


MEASURED = [
    "a title in the front matter",
    "a description in the front matter",
    "a picture with a handler in a heading",
    "a link with a handler",
    "a picture with a handler by",
    "a heading with a handler",
    "a link that runs a script",
    "a reference link",
    "a link to a page that is written in its address",
    "a drawing in the title of a note",
    "a frame",
    "a form that collects",
    "a style",
    "a page that leads elsewhere",
    "another beginning for all addresses",
    "an abbreviation",
    "every field of a source",
]
"""The forms that arrived unescaped in Material 9.8.1, and those that are escaped there."""


@pytest.mark.parametrize("form", MEASURED)
def test_the_forms_that_were_measured_are_among_the_attacks(form):
    assert [case for case in REFUSED + PRINTED if case.name.casefold().startswith(form)]


BIB = "".join(f"@misc{{{key}, title={{A}}, year={{2020}}}}\n" for key in ("a", "label", "hostile"))
OURS = ("meta", {"citewell": {"bib_file": "references.bib"}})
(ORDINARY,) = cases(HERE / "attacks" / "ordinary.md")


@pytest.mark.parametrize("case", PRINTED, ids=lambda case: case.name)
def test_an_attack_that_prints_as_text_is_no_element(case, tmp_path):
    files = {
        "references.bib": BIB,
        "docs/index.md": "# Home\n\nText [@hostile].\n",
        **ORDINARY.files,
        **case.files,
    }
    folder = built(tmp_path, files, *OURS)
    report = report_on(folder)
    assert report.problems == ()
    assert report.is_sealed
    for page in (folder / "site").rglob("*.html"):
        tree = LexborHTMLParser(page.read_bytes())
        assert not tree.css(
            "[onload], [onerror], [onmouseover], iframe, style, base, img[src=x], svg[onload]"
        )
        assert "window.ran" not in "".join(node.text() for node in tree.css("script:not([type*=ld])"))


def test_an_ordinary_article_with_all_that_an_editor_may_use_is_sealed(tmp_path):
    report = report_on(built(tmp_path, {"references.bib": BIB, **ORDINARY.files}, *OURS))
    assert report.problems == ()
    assert report.is_sealed
