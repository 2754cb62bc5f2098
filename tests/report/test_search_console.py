import pytest

from citewell.report.search_console import (
    HOW_TO_EXPORT,
    SearchExport,
    SearchExportError,
    SearchRow,
    read_search_export,
)

HEAD = "Top queries,Clicks,Impressions,CTR,Position\n"
FRENCH = (
    "Pages les plus populaires,Clics,Impressions,CTR,Position\n"
    'https://e.org/,"1\N{NARROW NO-BREAK SPACE}200","3\N{NO-BREAK SPACE}000","40,00 %","1,2"\n'
)


def read(text, name="Queries.csv"):
    return read_search_export([(name, text)])


EXPORTS = {
    "queries": (f"{HEAD}cannot cry,12,340,3.5%,8.2\n", SearchRow("", "cannot cry", 12, 340, 8.2)),
    "pages": (
        "Top pages,Clicks,Impressions,CTR,Position\nhttps://e.org/a/,3,50,6%,4\n",
        SearchRow("https://e.org/a/", "", 3, 50, 4.0),
    ),
    "queries of pages, in another order": (
        "Page,Query,Impressions,Clicks\nhttps://e.org/a/,tears,50,3\n",
        SearchRow("https://e.org/a/", "tears", 3, 50, None),
    ),
    "thousands": (f'{HEAD}a,"1,234","1,234,567",0.1%,8\n', SearchRow("", "a", 1234, 1234567, 8.0)),
    "Windows lines and an empty one": (
        f"{HEAD}a,1,2,50%,1\n\n".replace("\n", "\r\n"),
        SearchRow("", "a", 1, 2, 1.0),
    ),
    "quotation marks": (f'{HEAD}"a ""b"", c",1,2,50%,1\n', SearchRow("", 'a "b", c', 1, 2, 1.0)),
    "never shown": (f"{HEAD}a,0,0,,\n", SearchRow("", "a", 0, 0, None)),
    "a small share": (f"{HEAD}a,1,2000,<0.1%,1\n", SearchRow("", "a", 1, 2000, 1.0)),
    "capitals": (
        "TOP QUERIES, clicks ,IMPRESSIONS,ctr,position\na,1,2,50%,1\n",
        SearchRow("", "a", 1, 2, 1.0),
    ),
    "German": (
        "Häufigste Suchanfragen;Klicks;Impressionen;CTR;Position\nweinen;1.200;145.000;0,83 %;5,8\n",
        SearchRow("", "weinen", 1200, 145000, 5.8),
    ),
    "French": (
        FRENCH,
        SearchRow("https://e.org/", "", 1200, 3000, 1.2),
    ),
    "Spanish": (
        "Consultas principales,Clics,Impresiones,CTR,Posición\nllorar,3,60,5%,9\n",
        SearchRow("", "llorar", 3, 60, 9.0),
    ),
    "Japanese": (
        "上位のクエリ,クリック数,表示回数,CTR,掲載順位\n泣く,0,14,0%,45.21\n",
        SearchRow("", "泣く", 0, 14, 45.21),
    ),
    "tabs": (HEAD.replace(",", "\t") + "a, b\t1\t2\t50%\t1\n", SearchRow("", "a, b", 1, 2, 1.0)),
}


@pytest.mark.parametrize(("text", "row"), EXPORTS.values(), ids=EXPORTS)
def test_an_export_is_read(text, row):
    assert read(text) == SearchExport((row,))


BAD = {
    "a word for a number": ("a,many,2,1%,1\n", "2: Write clicks as a whole number, not “many”."),
    "half a click": ("a,1.5,2,1%,1\n", "2: Write clicks as a whole number, not “1.5”."),
    "less than nothing": ("a,1,-2,1%,1\n", "2: Write impressions as a whole number, not “-2”."),
    "no number": ("a,,2,1%,1\n", "2: Write clicks as a whole number, not “”."),
    "groups of two": ('a,"12,34",2,1%,1\n', "2: Write clicks as a whole number, not “12,34”."),
    "more digits than a number has": (
        f"a,{'9' * 9000},2,1%,1\n",
        "2: Write clicks as a whole number, not “999",
    ),
    "a formula": ("a,=1+1,2,1%,1\n", "2: Write clicks as a whole number, not “=1+1”."),
    "no share": ("a,1,2,half,1\n", "2: Write ctr as a share such as 3.5%, not “half”."),
    "no position": ("a,1,2,1%,first\n", "2: Write position as a number such as 8.4, not “first”."),
    "a position that is no number": (
        "a,1,2,1%,nan\n",
        "2: Write position as a number such as 8.4, not “nan”.",
    ),
    "no name": ("ok,1,2,1%,1\n,1,2,1%,1\n", "3: Name the query in this line."),
    "too few cells": ("a,1\n", "2: This line has 2 cells and the first has 5."),
    "too many cells": ("a,1,2,1%,1\nb, c,1,2,1%,1\n", "3: This line has 6 cells and the first has 5."),
    "a quotation mark that never closes": ('a,1,2,1%,"1\n', "2: This is no CSV (unexpected end of data)."),
    "a cell without end": (f"{'a' * 140_000},1,2,1%,1\n", "2: This is no CSV (field larger than field limit"),
}


@pytest.mark.parametrize(("rows", "said"), BAD.values(), ids=BAD)
def test_a_wrong_line_is_told_with_its_place(rows, said):
    with pytest.raises(SearchExportError) as told:
        read(HEAD + rows)
    assert str(told.value).startswith(f"Queries.csv:{said}")
    assert str(told.value).endswith(HOW_TO_EXPORT)
    assert len(str(told.value)) < 400


def test_a_zip_of_nothing_but_filters_is_no_export():
    with pytest.raises(SearchExportError, match=r"^No column is named Top queries or Top pages\. Set"):
        read("Filter,Value\nSearch type,Web\n")


OTHER_TABLES = {
    "another dimension": "Country,Clicks,Impressions,CTR,Position\nIreland,1,2,50%,1\n",
    "another language": "熱門查詢,點擊,曝光,CTR,排名\n哭,1,2,50%,1\n",
    "something else": "name,age\nAnn,7\n",
    "prose": "Dear editors\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", OTHER_TABLES.values(), ids=OTHER_TABLES)
def test_a_table_of_something_else_alone_is_no_export(text):
    with pytest.raises(SearchExportError) as told:
        read(text, "x.csv")
    assert str(told.value).startswith(
        "x.csv:1: No column is named Top queries or Top pages. Set the language"
    )


def test_columns_that_are_missing_are_named():
    with pytest.raises(
        SearchExportError, match=r"^Queries.csv:1: No column is named Clicks or Impressions\. Set"
    ):
        read("Query,Position\na,1\n")
    with pytest.raises(SearchExportError, match=r"^Queries.csv:1: No column is named Impressions\. Set"):
        read("Query,Clicks\na,1\n")


def test_two_spans_of_time_cannot_be_compared():
    head = "Top pages,Last 28 days Clicks,Previous 28 days Clicks,Last 28 days Impressions\n"
    with pytest.raises(SearchExportError, match="Choose one date range without Compare"):
        read(f"{head}https://e.org/,1,2,3\n")


def test_the_files_of_a_zip_are_read_together():
    files = [
        ("Chart.csv", "Date,Clicks,Impressions,CTR,Position\n2026-09-01,0,0,,\n"),
        ("Queries.csv", f"{HEAD}a,1,2,50%,1\n"),
        ("Pages.csv", "Top pages,Clicks,Impressions,CTR,Position\nhttps://e.org/,3,4,75%,2\n"),
        ("Countries.csv", OTHER_TABLES["another dimension"]),
        ("Search appearance.csv", "Search Appearance,Clicks,Impressions,CTR,Position\n"),
        ("Filters.csv", "Filter,Value\nSearch type,Web\nDate,Last 3 months\n"),
    ]
    assert read_search_export(files) == SearchExport(
        (SearchRow("", "a", 1, 2, 1.0), SearchRow("https://e.org/", "", 3, 4, 2.0)),
        ("Search type: Web", "Date: Last 3 months"),
    )


def test_a_new_site_without_any_query_is_no_fault():
    files = [("Queries.csv", HEAD), ("Countries.csv", OTHER_TABLES["another dimension"])]
    assert read_search_export(files) == SearchExport(())
