import pytest

from citewell.nlm.dates import printed_date, printed_iso_date, printed_month


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Oct", "Oct"),
        ("oct", "Oct"),
        ("OCT", "Oct"),
        ("October", "Oct"),
        ("october", "Oct"),
        ("Oct.", "Oct"),
        ("10", "Oct"),
        ("03", "Mar"),
        ("3", "Mar"),
        ("Sept", "Sep"),
        ("sept.", "Sep"),
        ("May", "May"),
        ("Jan-Feb", "Jan-Feb"),
        ("January/February", "Jan-Feb"),
        ("Nov--Dec", "Nov-Dec"),
        ("Nov \N{EN DASH} Dec", "Nov-Dec"),
        ("November and December", "Nov-Dec"),
        ("11-12", "Nov-Dec"),
        ("1/2", "Jan-Feb"),
        ("spring", "Spring"),
        ("Summer-Autumn", "Summer-Autumn"),
        ("Fall/Winter", "Fall-Winter"),
        ("octubre", "Oct"),
        ("août", "Aug"),
        ("März", "Mar"),
        ("April 3--5", "Apr 3-5"),
        ("15 Oct", "Oct 15"),
        ("Oct 5th", "Oct 5"),
        ("13", "13"),
        ("Michaelmas", "Michaelmas"),
        ("", ""),
    ],
)
def test_month(typed, printed):
    assert printed_month(typed) == printed


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        (("2017",), "2017"),
        (("2017", "oct"), "2017 Oct"),
        (("2017", "oct", "15"), "2017 Oct 15"),
        (("2017", "10", "05"), "2017 Oct 5"),
        (("2002", "apr", "3--5"), "2002 Apr 3-5"),
        (("2002", "Apr 3-5", "3"), "2002 Apr 3-5"),
        (("2017", "", "15"), "2017"),
        (("", "oct", "15"), ""),
        (("c2004--2006",), "c2004-2006"),
        (("2023 Jan\N{EN DASH}",), "2023 Jan-"),
        (("[1998 Oct]",), "[1998 Oct]"),
        (("n.d.",), ""),
        ((" 2017 ", " oct ", " 15th "), "2017 Oct 15"),
        (("2016", "Spring"), "2016 Spring"),
    ],
    ids=str,
)
def test_date(fields, printed):
    assert printed_date(*fields) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2026-11-22", "2026 Nov 22"),
        ("2026-01-02", "2026 Jan 2"),
        ("2026-1-2", "2026 Jan 2"),
        ("2026-11", "2026 Nov"),
        ("2026", "2026"),
        ("2026-11-22T10:00:00Z", "2026 Nov 22"),
        ("2002-04-03/2002-04-05", "2002 Apr 3-5"),
        ("2002-04-30/2002-05-02", "2002 Apr 30-May 2"),
        ("2002-12-30/2003-01-02", "2002 Dec 30-2003 Jan 2"),
        ("2002-04-03/2002-04-03", "2002 Apr 3"),
        ("2012 Dec 3", "2012 Dec 3"),
        ("", ""),
    ],
)
def test_iso_date(typed, printed):
    assert printed_iso_date(typed) == printed
