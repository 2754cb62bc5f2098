"""What readers look through or subscribe to names no page that is written for editors."""

import json

import pytest

from tests.found.test_pictures import write
from tests.test_plugin import built

CONFIG = """site_name: S
theme: {name: material, font: false}
plugins:
  - citewell: {bib_file: references.bib}
"""
BIB = """
@article{one2013, title={One}, author={One, A.}, journal={J}, year={2013}, doi={10.5555/one}}
@article{two2017, title={Two}, author={Two, B.}, journal={J}, year={2017}, doi={10.5555/two}}
"""


@pytest.fixture
def site(tmp_path):
    write(
        tmp_path,
        mkdocs_dot_yml=CONFIG,
        references_dot_bib=BIB,
        docs__index_dot_md="# Home\n",
        docs__a_dot_md="# Readers\n\nWords [@one2013].\n",
        docs__editors__b_dot_md="---\npublished: 2026-01-01\n---\n# Editors\n\nWords [@one2013; @two2017].\n",
    )
    return tmp_path, built(tmp_path)


def test_the_list_from_a_to_z_leaves_them_out(site):
    _, page = site
    links = [link.text for link in page("search/index.html").select(".search-page__list a")]
    assert {"Home", "Readers"} <= set(links)
    assert "Editors" not in links


def test_the_feed_and_the_state_of_works_leave_them_out(site):
    folder, _ = site
    assert "Editors" not in (folder / "site/feed.xml").read_text("utf-8")
    status = json.loads((folder / "site/status.json").read_text("utf-8"))
    assert [page["title"] for page in status["pages"]] == ["Readers", "Home"]
    assert {work["key"]: work["pages"] for work in status["works"]} == {"one2013": ["a/"]}
