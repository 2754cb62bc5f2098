import pytest

from citewell.nlm.pages import extent, location, printed_pages


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("304--310", "304-10"),
        ("304-310", "304-10"),
        ("304\N{EN DASH}310", "304-10"),
        ("304 - 310", "304-10"),
        ("304\N{MINUS SIGN}310", "304-10"),
        ("304-10", "304-10"),
        ("284-87", "284-7"),
        ("793-799", "793-9"),
        ("75--85", "75-85"),
        ("1475--1489", "1475-89"),
        ("98-102", "98-102"),
        ("999-1001", "999-1001"),
        ("S93-S99", "S93-9"),
        ("S93-99", "S93-9"),
        ("S6-S12", "S6-12"),
        ("e12-e15", "e12-5"),
        ("12e-15e", "12e-15e"),
        ("93-S99", "93-S99"),
        ("S93-T99", "S93-T99"),
        ("iii-v", "iii-v"),
        ("xii--xv", "xii-xv"),
        ("40", "40"),
        ("45-45", "45"),
        ("a2752", "a2752"),
        ("12-15, 19", "12-5, 19"),
        ("12--15,19", "12-5, 19"),
        ("231-238; quiz 239", "231-8; quiz 239"),
        ("p. 12-15", "12-5"),
        ("pp.12-15", "12-5"),
        ("pages 12-15", "12-5"),
        ("310-304", "310-304"),
        ("4:1-4:12", "4:1-4:12"),
        ("12.1-12.9", "12.1-12.9"),
        ("1-2-3", "1-2-3"),
        ("10.1212/WNL.0000000000201670", "10.1212/WNL.0000000000201670"),
        ("12+", "12+"),
        ("", ""),
        # MEDLARS Indexing Manual, ch. 10 (Pagination)
        ("12-19", "12-9"),
        ("21-30", "21-30"),
        ("645-648", "645-8"),
        ("1199-1205", "1199-205"),
        ("34-36, 87-91, 110-112", "34-6, 87-91, 110-2"),
        ("34, 72, 84", "34, 72, 84"),
        # Citing Medicine, ch. 1, "Location (Pagination)"
        ("123-125", "123-5"),
    ],
)
def test_pages(typed, printed):
    assert printed_pages(typed) == printed


def test_shortened_pages_stay_as_they_are():
    for typed in ("304--310", "S93-S99", "12-15, 19", "1199-1205", "iii-v", "231-238; quiz 239"):
        once = printed_pages(typed)
        assert printed_pages(once) == once


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("40", "40 p."),
        ("40 p.", "40 p."),
        ("xii, 345", "xii, 345 p."),
        ("93--113", "p. 93-113"),
        ("", ""),
    ],
)
def test_extent(typed, printed):
    assert extent(typed) == printed


@pytest.mark.parametrize(("typed", "printed"), [("93--113", "p. 93-113"), ("p. 93", "p. 93"), ("", "")])
def test_location(typed, printed):
    assert location(typed) == printed
