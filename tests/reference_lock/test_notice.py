"""Notices: each event once whoever tells of it, what a reinstatement undoes, and the gravest first."""

import datetime as dt
from itertools import permutations

import pytest

from citewell.reference_lock.notice import KINDS, Notice, in_force

CROSSREF, PUBMED = "Crossref", "PubMed"


def notice(kind, date=None, told_by=CROSSREF, address="", label=""):
    day = dt.date.fromisoformat(date) if date else None
    return Notice(kind, label or KINDS[kind], day, address, (told_by,))


def told(*notices):
    """What holds, as (kind, day, who tells of it)."""
    return [
        (found.kind, found.date.isoformat() if found.date else None, " and ".join(found.told_by))
        for found in in_force(notices)
    ]


MERGED = {
    "nothing": ([], []),
    "one": ([notice("retraction", "2019-03-12")], [("retraction", "2019-03-12", "Crossref")]),
    "two databases on one day": (
        [notice("retraction", "2019-03-12"), notice("retraction", "2019-03-12", PUBMED)],
        [("retraction", "2019-03-12", "Crossref and PubMed")],
    ),
    "two databases 62 days apart": (
        [notice("retraction", "2019-03-12"), notice("retraction", "2019-05-13", PUBMED)],
        [("retraction", "2019-03-12", "Crossref and PubMed")],
    ),
    "two databases 62 days apart, the later first": (
        [notice("retraction", "2019-05-13"), notice("retraction", "2019-03-12", PUBMED)],
        [("retraction", "2019-05-13", "Crossref and PubMed")],
    ),
    "two databases 63 days apart": (
        [notice("correction", "2019-03-12"), notice("correction", "2019-05-14", PUBMED)],
        [("correction", "2019-03-12", "Crossref"), ("correction", "2019-05-14", "PubMed")],
    ),
    "one of the two without a day": (
        [notice("retraction"), notice("retraction", "2019-03-12", PUBMED)],
        [("retraction", "2019-03-12", "Crossref and PubMed")],
    ),
    "neither with a day": (
        [notice("retraction"), notice("retraction", told_by=PUBMED)],
        [("retraction", None, "Crossref and PubMed")],
    ),
    "two kinds on one day": (
        [notice("retraction", "2019-03-12"), notice("concern", "2019-03-12", PUBMED)],
        [("retraction", "2019-03-12", "Crossref"), ("concern", "2019-03-12", "PubMed")],
    ),
    "one address is one event, however far apart": (
        [
            notice("correction", "2014-01-01", address="https://doi.org/10.1000/n"),
            notice("correction", "2019-01-01", PUBMED, "https://doi.org/10.1000/n"),
        ],
        [("correction", "2014-01-01", "Crossref and PubMed")],
    ),
    "one address of two kinds": (
        [
            notice("correction", "2014-01-01", address="https://doi.org/10.1000/n"),
            notice("concern", "2014-01-01", PUBMED, "https://doi.org/10.1000/n"),
        ],
        [("concern", "2014-01-01", "PubMed"), ("correction", "2014-01-01", "Crossref")],
    ),
    "one database keeps two apart, a day from each other": (
        [notice("correction", "2019-03-12"), notice("correction", "2019-03-13")],
        [("correction", "2019-03-12", "Crossref"), ("correction", "2019-03-13", "Crossref")],
    ),
    "one database keeps two apart, of which one has no day": (
        [notice("correction"), notice("correction", "2019-03-13")],
        [("correction", None, "Crossref"), ("correction", "2019-03-13", "Crossref")],
    ),
    "one database tells of one twice": (
        [notice("correction", "2019-03-12"), notice("correction", "2019-03-12")],
        [("correction", "2019-03-12", "Crossref")],
    ),
    "one database keeps two apart that stand in the work itself": (
        [
            notice("correction", "2010-03-12", PUBMED, "https://pubmed.ncbi.nlm.nih.gov/1/"),
            notice("correction", "2015-03-12", PUBMED, "https://pubmed.ncbi.nlm.nih.gov/1/"),
        ],
        [("correction", "2010-03-12", "PubMed"), ("correction", "2015-03-12", "PubMed")],
    ),
    "two of one database, and the other tells of the second": (
        [
            notice("correction", "2019-01-01"),
            notice("correction", "2019-06-01"),
            notice("correction", "2019-06-20", PUBMED),
        ],
        [("correction", "2019-01-01", "Crossref"), ("correction", "2019-06-01", "Crossref and PubMed")],
    ),
    "two of each database": (
        [
            notice("correction", "2019-01-01"),
            notice("correction", "2019-06-01"),
            notice("correction", "2019-01-05", PUBMED),
            notice("correction", "2019-06-20", PUBMED),
        ],
        [
            ("correction", "2019-01-01", "Crossref and PubMed"),
            ("correction", "2019-06-01", "Crossref and PubMed"),
        ],
    ),
}


@pytest.mark.parametrize(("notices", "expected"), MERGED.values(), ids=MERGED)
def test_each_event_is_told_once(notices, expected):
    assert told(*notices) == expected


def test_what_one_database_does_not_say_of_an_event_the_other_does():
    first = Notice("retraction", "Retraction", None, "", (CROSSREF,))
    second = Notice("retraction", "Retraction in", dt.date(2019, 3, 12), "https://x.example/", (PUBMED,))
    assert in_force([first, second]) == (
        Notice("retraction", "Retraction", dt.date(2019, 3, 12), "https://x.example/", (CROSSREF, PUBMED)),
    )


RETRACTED = notice("retraction", "2019-03-12")
UNDONE = {
    "reinstated later": ([RETRACTED, notice("reinstatement", "2020-01-15")], ["reinstatement"]),
    "a removal, reinstated later": (
        [notice("removal", "2019-03-12"), notice("reinstatement", "2020-01-15")],
        ["reinstatement"],
    ),
    "reinstated on the same day": (
        [RETRACTED, notice("reinstatement", "2019-03-12")],
        ["retraction", "reinstatement"],
    ),
    "retracted after it was reinstated": (
        [notice("reinstatement", "2018-01-15"), RETRACTED],
        ["retraction", "reinstatement"],
    ),
    "retracted, reinstated, retracted": (
        [RETRACTED, notice("reinstatement", "2020-01-15"), notice("retraction", "2021-02-02")],
        ["retraction", "reinstatement"],
    ),
    "retracted, reinstated, retracted, reinstated": (
        [
            RETRACTED,
            notice("reinstatement", "2020-01-15"),
            notice("retraction", "2021-02-02"),
            notice("reinstatement", "2022-02-02"),
        ],
        ["reinstatement", "reinstatement"],
    ),
    "the retraction has no day": (
        [notice("retraction"), notice("reinstatement", "2020-01-15")],
        ["retraction", "reinstatement"],
    ),
    "the reinstatement has no day": (
        [RETRACTED, notice("reinstatement")],
        ["retraction", "reinstatement"],
    ),
    "another database has the day of the retraction": (
        [
            notice("retraction"),
            notice("retraction", "2019-03-12", PUBMED),
            notice("reinstatement", "2020-01-15"),
        ],
        ["reinstatement"],
    ),
    "the other database does not know that it was reinstated": (
        [RETRACTED, notice("reinstatement", "2020-01-15"), notice("retraction", "2019-04-01", PUBMED)],
        ["reinstatement"],
    ),
    "a concern and a correction stay": (
        [
            notice("correction", "2018-01-01"),
            notice("concern", "2018-02-01"),
            RETRACTED,
            notice("reinstatement", "2020-01-15"),
        ],
        ["concern", "correction", "reinstatement"],
    ),
}


@pytest.mark.parametrize(("notices", "kinds"), UNDONE.values(), ids=UNDONE)
def test_a_reinstatement_undoes_what_was_before_it(notices, kinds):
    assert [found.kind for found in in_force(notices)] == kinds


def test_the_gravest_is_first():
    assert [found.kind for found in in_force(notice(kind, "2019-03-12") for kind in reversed(KINDS))] == list(
        KINDS
    )
    assert list(KINDS)[:2] == ["retraction", "removal"]


def test_of_one_kind_the_first_is_first_and_what_has_no_day_before_it():
    days = [None, "2014-01-01", "2015-01-01"]
    for order in permutations(days):
        found = in_force(notice("correction", day, address=f"https://x.example/{day}") for day in order)
        assert [one.date.isoformat() if one.date else None for one in found] == days


@pytest.mark.parametrize("kind", KINDS)
def test_only_a_retraction_and_a_removal_end_trust(kind):
    assert notice(kind).ends_trust == (kind in {"retraction", "removal"})
