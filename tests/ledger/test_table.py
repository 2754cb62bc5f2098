"""The ledger as a table that a spreadsheet opens and runs nothing of."""

import csv
import io

import pytest

from citewell.bibliography.reference import Library, Reference
from citewell.ledger.table import COLUMNS, as_csv
from tests.ledger.cited_pages import LIBRARY, PAGES, QUESTION, page, sentence


def rows(pages, library=LIBRARY):
    return list(csv.reader(io.StringIO(as_csv(pages, library), newline=""), strict=True))


def test_a_row_for_each_sentence():
    assert rows(PAGES) == [
        list(COLUMNS),
        [QUESTION, "crying/", QUESTION, "Some lose tears.", "nhs", "Design not noted"],
        [QUESTION, "crying/", "How common it is", "46 in 100 felt dulled.", "goodwin2017", "Survey"],
        [
            "What passes",
            "crying/passes/",
            "What passes",
            "It may pass.",
            "goodwin2017; Ascibasi:2020/1",
            "Survey; Follow-up study",
        ],
    ]


def test_an_empty_site_has_the_names_of_the_columns():
    assert as_csv([], LIBRARY) == "page,address,heading,sentence,reference keys,designs\r\n"


def test_a_work_that_is_not_in_the_bibliography_keeps_its_key():
    assert rows([page("A", "a/", sentence("Yes.", "nowhere"))])[1][4:] == ["nowhere", "Design not noted"]


@pytest.mark.parametrize("words", ["a, b", 'a "b" c', "a\r\nb", "a;b", "<b>a</b>", "Aşçibaşi 46 %", ""])
def test_words_come_back_as_they_were(words):
    assert rows([page(words, "a/", sentence(words, "nhs", heading=words))])[1][:4] == [
        words,
        "a/",
        words,
        words,
    ]


def test_lines_end_as_the_standard_says():
    table = as_csv(PAGES, LIBRARY)
    assert table.count("\r\n") == table.count("\n") == 4


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\N{FULLWIDTH EQUALS SIGN}1",
        '=HYPERLINK("https://example.org")',
    ],
)
def test_no_cell_is_a_formula(words):
    library = Library((Reference("=k", "misc", {"title": "T", "design": words}),))
    for cell in rows([page(words, words, sentence(words, "=k", heading=words))], library)[1]:
        assert cell.startswith("'")
        assert cell[1:] in {words, "=k"}


def test_a_sign_within_the_words_stays():
    assert rows([page("A-B", "a/", sentence("1 + 1 = 2 @ home", "nhs"))])[1][:4] == [
        "A-B",
        "a/",
        "",
        "1 + 1 = 2 @ home",
    ]
