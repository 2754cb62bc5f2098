import json

import pytest

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.downloads import LABELS, Entries, download_address

BIB = "@misc{a, title = {A}, year = {2020}}\n@misc{b, title = {B}, year = {2021}}\n"


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("", "references.bib"),
        ("index.html", "references.bib"),
        ("article/", "article/references.bib"),
        ("article/page/", "article/page/references.bib"),
        ("article/index.html", "article/references.bib"),
        ("article/page.html", "article/page-references.bib"),
    ],
)
def test_a_file_stands_beside_its_page_and_no_other_page_s_is_in_its_place(page, address):
    assert download_address(page, "references.bib") == address


def test_the_files_hold_the_works_in_printed_order():
    library, problems = read_library([BibFile("x.bib", BIB)])
    assert problems == []
    files = Entries(library).files([library.get("b"), library.get("a")])
    assert set(files) == set(LABELS)
    assert [item["id"] for item in json.loads(files["references.json"])] == ["b", "a"]
    assert files["references.bib"].index("{b,") < files["references.bib"].index("{a,")
    assert files["references.ris"].count("TY  - ") == 2
