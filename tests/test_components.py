"""Every component prints its examples as they are expected: tests/components/<component>/<example>.html."""

import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from citewell.components import FOLDER
from tests.gallery import EXAMPLES, examples, write_gallery
from tests.html_tree import assert_same_html

SELECTORS = {
    "figure": "figure",
    "note": ".admonition",
    "reference-list": ".references",
    "referral": ".referral-notice, .referral, .paid-links",
    "table": "table",
}
"""Where a component's elements are not of the class that it is named after."""

ON_EVERY_PAGE = {"contents", "footer", "header", "path", "search", "site-nav"}
"""Stand around every example, and are tested in the browser on the pages of the site."""
STYLE_OF_OTHERS = {"colours", "disclosure", "focus", "print", "typography"}
"""Say how others look."""
MADE_BY_THE_BUILD = {
    *("claim-ledger", "hub", "pager", "question-sheet", "reference-index", "reference-log"),
    *("reference-notice", "search-here", "search-page"),
}
"""Stand on pages that the build makes, or between pages: tests/ledger, tests/browser, tests/test_site.py."""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    """The built gallery's pages, as trees."""
    folder = tmp_path_factory.mktemp("gallery")
    config = write_gallery(folder / "sources")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(config), "--site-dir", str(folder / "site")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return lambda example: BeautifulSoup(
        (folder / "site" / example.address / "index.html").read_text(encoding="utf-8"), "html.parser"
    )


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.address)
def test_an_example_prints_as_expected(gallery, example):
    selector = SELECTORS.get(example.component, f".{example.component}")
    found = gallery(example).select(selector)
    printed = "".join(
        str(element) for element in found if not element.find_parent(class_=selector.lstrip("."))
    )
    assert_same_html(printed, example.expected.read_text(encoding="utf-8"))


def test_every_component_has_examples_and_every_example_a_component():
    components = {path.name for path in FOLDER.iterdir()}
    shown = {path.name for path in EXAMPLES.iterdir()}
    assert shown <= components
    assert components - shown == ON_EVERY_PAGE | STYLE_OF_OTHERS | MADE_BY_THE_BUILD
