import csv
import datetime as dt
import io
import json
from dataclasses import dataclass

import pytest

from citewell.report.as_csv import as_csv
from citewell.report.as_json import as_json
from citewell.report.as_table import as_table
from citewell.report.table import Column, Figure, Table

TODAY = dt.date(2026, 11, 25)


@dataclass(frozen=True)
class Row:
    page: str
    clicks: int = 1234
    rate: float | None = 0.12345
    grade: float | None = 8.25
    due: dt.date | None = TODAY
    works: tuple[str, ...] = ("One 2010", "Two 2020")
    is_old: bool = True


COLUMNS = (
    Column("page", "Page"),
    Column("clicks", "Clicks", "count"),
    Column("rate", "Click rate", "share"),
    Column("grade", "Grade", "tenths"),
    Column("due", "Next review", "day"),
    Column("works", "Works", "list"),
    Column("is_old", "Old", "yes or no"),
)
FIGURES = (
    Figure("pages", "Pages", 1234),
    Figure("share", "Verified", 0.98765, "share"),
    Figure("median", "Median", None, "tenths"),
    Figure("states", "Of these", {"overdue": 2, "up to date": 1500}),
    Figure("none", "Kinds", {}),
)


def table(*rows, columns=COLUMNS, figures=(), notes=()):
    return Table("pages", "All pages", columns, rows, figures, notes)


UNKNOWN = Row("b", 0, None, None, None, (), is_old=False)


def test_the_table():
    assert as_table([table(Row("docs/a.md"), UNKNOWN, figures=FIGURES, notes=("A note.",))]) == (
        "All pages\n"
        "=========\n"
        "Page       Clicks  Click rate  Grade  Next review  Works               Old\n"
        "---------  ------  ----------  -----  -----------  ------------------  ---\n"
        "docs/a.md   1,234       12.3%    8.2  2026-11-25   One 2010; Two 2020  yes\n"
        "b               0                                                      no\n"
        "Pages: 1,234\n"
        "Verified: 98.8%\n"
        "Median: –\n"  # noqa: RUF001 - as it is printed
        "Of these: overdue 2, up to date 1,500\n"
        "Kinds: –\n"  # noqa: RUF001 - as it is printed
        "A note.\n"
    )


def test_reports_stand_under_one_another():
    assert as_table([table(), table()]) == "All pages\n=========\n\nAll pages\n=========\n"


@dataclass(frozen=True)
class Words:
    place: str
    words: str


WORDS = (Column("place", "Place"), Column("words", "Words"))


def printed(*cells, width):
    return as_table([table(*(Words(*cell) for cell in cells), columns=WORDS)], width).splitlines()[2:]


def test_a_long_cell_goes_on_under_itself_and_a_path_stays_whole():
    sentence = "Some people cannot cry while they take it."
    assert printed(("docs/some-people/cannot-cry.md:7", sentence), ("b", "c"), width=54) == [
        "Place                             Words",
        "--------------------------------  --------------------",
        "docs/some-people/cannot-cry.md:7  Some people cannot",
        "                                  cry while they take",
        "                                  it.",
        "b                                 c",
    ]


def test_a_line_never_ends_inside_a_path():
    assert printed(("x", "See also docs/some-people/cannot-cry.md here"), width=40)[2:] == [
        "x      See also",
        "       docs/some-people/cannot-cry.md",
        "       here",
    ]


def test_where_there_is_no_room_even_a_path_is_broken_and_nothing_is_lost():
    path, sentence = "docs/some-people/cannot-cry.md:7", "Some people cannot cry."
    lines = printed((path, sentence), width=30)
    assert max(map(len, lines)) <= 30
    assert "".join(line[:10].strip() for line in lines[2:]) == path
    assert " ".join(line[12:].strip() for line in lines[2:]).split() == sentence.split()


@pytest.mark.parametrize("width", [1, 5, 21])
def test_the_narrowest_terminal_gets_the_narrowest_columns(width):
    lines = printed(("a" * 40, "b" * 40), width=width)
    assert lines[1] == "----------  ----------"
    assert len(lines) == 6


def test_wide_letters_take_two_places_and_marks_none():
    lines = printed(("泣く", "a"), ("e\N{COMBINING ACUTE ACCENT}", "b"), width=80)
    assert lines[2] == "泣く   a"
    assert lines[3] == "e\N{COMBINING ACUTE ACCENT}      b"


HOSTILE = ["\x1b[31mred", "a\nb", "\N{RIGHT-TO-LEFT OVERRIDE}x", "\x9b1m", "a\x07", "a\0b"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_terminal_obeys_nothing(text):
    hostile = table(Row(text, works=(text,)), figures=(Figure("f", "F", {text: 1}),), notes=(text,))
    for said in (as_table([hostile]), as_csv(hostile).replace("\r\n", "\n"), as_json([hostile], TODAY, 0)):
        assert all(character.isprintable() for character in said.replace("\n", ""))
    assert len(as_table([hostile]).splitlines()) == 7


FULL_WIDTH = "\N{FULLWIDTH EQUALS SIGN}"
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", f"{FULL_WIDTH}1", " =1", "\x00=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text):
    for cells in csv.reader(io.StringIO(as_csv(table(Row(text, works=(text, "b")))))):
        assert not any(cell.startswith(tuple(f"=+-@\t\r\n {FULL_WIDTH}")) for cell in cells)


def test_the_csv():
    rows = list(csv.reader(io.StringIO(as_csv(table(Row("a, b"), UNKNOWN)))))
    assert rows == [
        ["page", "clicks", "rate", "grade", "due", "works", "is_old"],
        ["a, b", "1234", "0.1235", "8.2500", "2026-11-25", "One 2010 | Two 2020", "yes"],
        ["b", "0", "", "", "", "", "no"],
    ]


def test_the_json():
    document = json.loads(as_json([table(Row("a"), UNKNOWN, figures=FIGURES, notes=("A note.",))], TODAY, 3))
    assert document["day"] == "2026-11-25"
    assert document["errors_in_sources"] == 3
    report = document["reports"]["pages"]
    assert report["title"] == "All pages"
    assert report["notes"] == ["A note."]
    assert report["figures"] == {
        "pages": 1234,
        "share": 0.9877,
        "median": None,
        "states": {"overdue": 2, "up to date": 1500},
        "none": {},
    }
    first, second = report["rows"]
    assert first == {
        "page": "a",
        "clicks": 1234,
        "rate": 0.1235,
        "grade": 8.25,
        "due": "2026-11-25",
        "works": ["One 2010", "Two 2020"],
        "is_old": True,
    }
    assert [second[name] for name in ("rate", "grade", "due", "works")] == [None, None, None, []]
    assert (first["is_old"], second["is_old"]) == (True, False)
    assert isinstance(first["is_old"], bool)


def test_people_and_programs_get_their_own_columns():
    columns = (
        Column("page", "Page", readers="programs"),
        Column("clicks", "Clicks", "count", readers="people"),
        Column("due", "Next review", "day"),
    )
    shown = table(Row("a"), columns=columns)
    assert as_table([shown]).splitlines()[2] == "Clicks  Next review"
    assert as_csv(shown).splitlines()[0] == "page,due"
    assert list(json.loads(as_json([shown], TODAY, 0))["reports"]["pages"]["rows"][0]) == ["page", "due"]
