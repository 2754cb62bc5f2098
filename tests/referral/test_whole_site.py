"""Paid links on a whole site: where they stand, what tells of them, and that one line takes them away."""

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config

EXAMPLE = Path(__file__).parents[1] / "example_site"
CONFIG = """site_name: S
theme: {name: material, font: false}
exclude_docs: |
  /_data/
  .meta.yml
plugins:
  - meta
  - citewell: {bib_file: references.bib}
"""
ARTICLE = "article: Does it happen?\ndrug: aspirin\nauthor: A\nevidence: basic\n"
INDEX = """# Does it happen?

/// answer
Yes [@one2013].
///

/// unknown
Much.
///
"""
PAGES = {
    "index.md": "# Home\n\nWords.\n",
    "a/.meta.yml": f"{ARTICLE}referral: talks\n",
    "a/index.md": INDEX,
    "a/section.md": "# Section\n\nWords [@two2017].\n",
    "a/typed.md": "# Typed\n\nWords.\n\n/// referral | talks\n///\n\nMore words [@two2017].\n",
    "a/none.md": "---\nreferral: none\n---\n# None\n\nWords.\n",
    "a/harm.md": "---\nabout: [self-harm]\n---\n# Harm\n\nWords.\n\n/// crisis\n///\n",
    "other.md": "# Other\n\nWords.\n",
}
WITH_A_PAID_LINK = {"a/index.html", "a/section/index.html", "a/typed/index.html"}


@pytest.fixture
def built(tmp_path):
    """Builds a site with some files changed; its pages by their paths."""

    def built(name, files):
        folder = tmp_path / name
        shutil.copytree(EXAMPLE, folder)
        for path, text in {**{f"docs/{path}": text for path, text in PAGES.items()}, **files}.items():
            file = folder / path
            if text is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        build(load_config(str(folder / "mkdocs.yml"), strict=True, site_dir=str(folder / "site")))
        site = folder / "site"
        return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}

    return built


def test_a_page_has_the_box_and_the_notice_or_neither(built):
    pages = {name: BeautifulSoup(page, "html.parser") for name, page in built("site", {}).items()}
    assert {name for name, page in pages.items() if page.select(".referral")} == WITH_A_PAID_LINK
    assert {name for name, page in pages.items() if page.select(".referral-notice")} == WITH_A_PAID_LINK
    assert "a/one-page/index.html" in pages


def test_the_box_stands_after_the_text_and_before_its_references(built):
    page = built("site", {})["a/section/index.html"]
    places = [
        page.index(words) for words in ("Words", "referral-notice", 'class="referral"', 'id="ref-two2017"')
    ]
    assert places == sorted(places)


def test_one_line_takes_every_box_and_notice_away(built):
    """A programme that is off leaves the pages as if there had never been one."""
    programmes = (EXAMPLE / "docs/_data/affiliates.yml").read_text(encoding="utf-8")
    off = built("off", {"docs/_data/affiliates.yml": programmes.replace("status: on", "status: off")})
    never = built(
        "never",
        {
            "docs/_data/affiliates.yml": None,
            "docs/a/.meta.yml": ARTICLE,
            "docs/a/typed.md": PAGES["a/typed.md"].replace("/// referral | talks\n///\n\n", ""),
        },
    )
    assert "no page links to it" in off.pop("about/money/index.html")
    assert "Nobody pays this site" in never.pop("about/money/index.html")
    assert off == never
