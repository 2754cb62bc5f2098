import datetime as dt

import pytest

from citewell.bibliography.reference import Reference
from citewell.report.citation_use import Citing, WorkUse
from citewell.report.claim_ledger import ClaimEntry
from citewell.report.dashboard.plot import Bar, Goal, Plot, plot_element
from citewell.report.dashboard.plots import (
    certainty_of_claims,
    citations_by_year,
    clicks_by_review,
    grade_distribution,
    reviews_due,
)
from citewell.report.reading_grades import ANSWER, PAGE, PartGrade
from citewell.report.review_calendar import PageReview, ReviewState
from citewell.report.searches import OTHER_PAGE, Searches, SearchReport

TODAY = dt.date(2026, 11, 25)


def counted(plot):
    """The bars that are not empty."""
    return {bar.label: bar.value for bar in plot.bars if bar.value}


def test_reviews_due():
    days = ["2026-01-01", "2026-11-25", "2026-11-26", "2026-11-30", "2027-02-28", "2027-10-31", "2027-11-01"]
    reviews = [
        PageReview(
            f"docs/{day}.md",
            "",
            "",
            ReviewState.OVERDUE if day <= str(TODAY) else ReviewState.UP_TO_DATE,
            due=dt.date.fromisoformat(day),
        )
        for day in days
    ]
    plot = reviews_due([*reviews, PageReview("docs/x.md", "", "", ReviewState.NOT_REVIEWED)], TODAY)
    assert [bar.label for bar in plot.bars] == [
        "Overdue",
        "November 2026",
        "December 2026",
        "January 2027",
        "February 2027",
        "March 2027",
        "April 2027",
        "May 2027",
        "June 2027",
        "July 2027",
        "August 2027",
        "September 2027",
        "October 2027",
        "Later",
    ]
    in_months = {"November 2026": 2, "February 2027": 1, "October 2027": 1}
    assert counted(plot) == {"Overdue": 2, **in_months, "Later": 1}


@pytest.mark.parametrize(
    ("grade", "label"),
    [
        (1.2, "up to 4"),
        (4.0, "up to 4"),
        (4.1, "over 4, up to 5"),
        (8.0, "over 7, up to 8"),
        (8.01, "over 8, up to 9"),
        (14.0, "over 13, up to 14"),
        (14.1, "over 14"),
        (40.0, "over 14"),
    ],
)
def test_a_grade_is_counted_in_its_column(grade, label):
    grades = [PartGrade("a", PAGE, grade, 8, 200), PartGrade("a", ANSWER, 3.0, 6, 20)]
    plot = grade_distribution([*grades, PartGrade("b", PAGE, None, 8, 20)], PAGE, 8)
    assert counted(plot) == {label: 1}


@pytest.mark.parametrize(
    ("part", "aim", "last"), [(PAGE, 8, "over 7, up to 8"), (ANSWER, 6, "over 5, up to 6")]
)
def test_the_goal_stands_behind_the_last_grade_that_meets_it(part, aim, last):
    plot = grade_distribution([], part, aim)
    assert plot.bars[plot.goal.columns - 1].label == last
    assert plot.goal.words == f"goal: {aim}"
    late = [number for number, bar in enumerate(plot.bars) if bar.is_late]
    assert late == list(range(plot.goal.columns, len(plot.bars)))


def use(year, sentences):
    citing = tuple(Citing("a", "docs/x.md", 1, "So.") for _ in range(sentences))
    return WorkUse(Reference("a", "misc"), year, False, citing)


def test_citations_by_year():
    uses = [use(1950, 1), use(1996, 2), use(1997, 4), use(2026, 8), use(2026, 1), use(None, 3), use(2020, 0)]
    plot = citations_by_year(uses, TODAY)
    assert counted(plot) == {"1996 and earlier": 3, "1997": 4, "2026": 9}
    assert len(plot.bars) == 31
    assert plot.note == "Works without a year are not shown; citations of these: 3."
    ticks = [bar.tick for bar in plot.bars if bar.tick]
    assert ticks == ["\N{EN DASH}1996", "2000", "2005", "2010", "2015", "2020", "2025"]


def test_a_work_of_a_year_to_come_is_counted_last():
    plot = citations_by_year([use(2027, 1), use(2199, 2), use(2026, 4)], TODAY)
    assert counted(plot) == {"2026": 4, "2027 and later": 3}
    assert plot.note == ""


def test_certainty_of_claims():
    def claim(certainty):
        return ClaimEntry("docs/a.md", 1, "c", certainty, "S.", (), (), ())

    plot = certainty_of_claims([claim("low"), claim("low"), claim("unknown")])
    assert [(bar.label, bar.value) for bar in plot.bars] == [
        ("High certainty", 0),
        ("Moderate certainty", 0),
        ("Low certainty", 2),
        ("Very low certainty", 0),
        ("Not known", 1),
    ]
    mistyped = certainty_of_claims([claim("sure" * 99), claim("")])
    assert mistyped.bars[-1] == Bar("No known level", 2, is_late=True)


def test_clicks_by_review():
    lines = (
        Searches("docs/a.md", "not reviewed", "", 5, 9, 1.0),
        Searches("docs/b.md", "not reviewed", "", 2, 9, 1.0),
        Searches("docs/a.md", "not reviewed", "tears", 1, 9, 1.0),
        Searches("", "", "tears", 3, 9, 1.0),
        Searches("docs/c.md", "due after 90 days", "", 4, 9, 1.0),
        Searches("https://example.org/gone/", OTHER_PAGE, "", 1, 9, 1.0),
    )
    plot = clicks_by_review(SearchReport(lines))
    assert counted(plot) == {"not reviewed": 7, "due after 90 days": 4, OTHER_PAGE: 1}
    late = [bar.label for bar in plot.bars if bar.is_late]
    assert late == ["facts cannot be read", "not reviewed", "overdue"]


def drawn(plot):
    """Each bar as drawn: its kind, and its length between 0 and 1."""
    figure = plot_element(plot)
    side = "width" if plot.shape == "rows" else "height"
    bars = [(bar.get("class"), float(bar.get(side))) for bar in figure.iter("rect")]
    longest = max(length for _, length in bars)
    return [(kind, round(length / longest, 3)) for kind, length in bars]


BARS = (Bar("One", 1), Bar("Four", 4, is_late=True), Bar("None", 0))


@pytest.mark.parametrize("shape", ["rows", "columns"])
def test_the_longest_bar_has_all_the_room_and_the_others_their_share(shape):
    plot = Plot("p", "Title", BARS, ("What", "How many"), shape)
    assert drawn(plot) == [("bar", 0.25), ("late", 1.0), ("bar", 0.0)]


@pytest.mark.parametrize("shape", ["rows", "columns"])
def test_a_table_holds_the_same_numbers(shape):
    figure = plot_element(Plot("p", "Title", (Bar("Many", 1234), *BARS), ("What", "How many"), shape))
    rows = [[cell.text for cell in row] for row in figure.iter("tr")]
    every = [["What", "How many"], ["Many", "1,234"], ["One", "1"], ["Four", "4"], ["None", "0"]]
    assert rows == (every if shape == "rows" else every[:-1])
    assert [cell.get("scope") for cell in figure.iter("th")] == ["col", "col", *["row"] * (len(rows) - 1)]


def test_everything_is_drawn_inside_the_drawing():
    for plot in (
        Plot("p", "T", BARS, ("a", "b")),
        Plot(
            "p", "T", tuple(Bar(str(n), n, str(n)) for n in range(31)), ("a", "b"), "columns", Goal(5, "goal")
        ),
    ):
        svg = plot_element(plot).find("svg")
        _, _, width, height = map(float, svg.get("viewBox").split())
        for place in svg:
            across = [float(place.get(name, 0)) for name in ("x", "x1", "x2")]
            down = [float(place.get(name, 0)) for name in ("y", "y1", "y2")]
            assert 0 <= min(across) <= max(across) + float(place.get("width", 0)) <= width
            assert 0 <= min(down) <= max(down) + float(place.get("height", 0)) <= height


@pytest.mark.parametrize("most", [1, 1234, 123_456_789])
def test_a_number_has_room_behind_its_bar(most):
    figure = plot_element(Plot("p", "T", (Bar("a", most), Bar("b", 1)), ("a", "b")))
    for number in figure.iter("text"):
        if number.get("class") == "value":
            assert float(number.get("x")) + 7 * len(number.text) <= 320


def test_columns_have_their_numbers_where_there_is_room():
    few = plot_element(Plot("p", "T", BARS, ("a", "b"), "columns"))
    many = plot_element(Plot("p", "T", (Bar("x", 7), *BARS * 9), ("a", "b"), "columns"))
    assert [text.text for text in few.iter("text")] == ["1", "4"]
    assert [text.text for text in many.iter("text")] == ["7"]


@pytest.mark.parametrize("bars", [(), (Bar("One", 0),)])
def test_where_there_is_nothing_to_count_a_sentence_says_so(bars):
    figure = plot_element(Plot("p", "Title", bars, ("a", "b")))
    assert figure.find("svg") is None
    assert figure.find("p").text == "There is nothing to count yet."
