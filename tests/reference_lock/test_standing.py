"""How a reference stands: checked and clear, flagged or unchecked, and since when."""

import datetime as dt

import pytest

from citewell.bibliography.reference import Reference
from citewell.reference_lock.lock import Answered, ReferenceLock, questions
from citewell.reference_lock.notice import Notice
from citewell.reference_lock.standing import State, standing

DAY = dt.date(2026, 5, 1)
SETID = "fda754f6-d0f3-4dce-a17a-927d64f912f7"
DAILYMED = f"https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid={SETID}"
RETRACTION = Notice("retraction", "Retraction", dt.date(2019, 3, 12), "https://x.example/", ("Crossref",))
CORRECTION = Notice("correction", "Erratum", dt.date(2014, 1, 1), "https://y.example/", ("PubMed",))


def work(**fields):
    return Reference("one", "article", fields)


def crossref(*notices, on=DAY, asked="10.1000/one", found=True, **more):
    return Answered("crossref", asked, on, found=found, notices=notices, **more)


def pubmed(*notices, on=DAY, asked="1", found=True, **more):
    return Answered("pubmed", asked, on, found=found, notices=notices, **more)


def pmc(on=DAY, asked="PMC1", found=True):
    return Answered("pmc", asked, on, found=found)


def stands(reference, *answers):
    return standing(reference, ReferenceLock({"one": answers}))


DOI, BOTH = work(doi="10.1000/one"), work(doi="10.1000/one", pmid="1")
NO_NUMBER = "It has no number by which a database could be asked"
STATES = {
    "no number": (work(title="T"), [], "unchecked", NO_NUMBER),
    "a number that no database knows": (
        work(nbk="NBK1", isbn="978-0-306-40615-7"),
        [],
        "unchecked",
        NO_NUMBER,
    ),
    "no answer": (DOI, [], "unchecked", "No answer yet from Crossref"),
    "clear": (DOI, [crossref()], "checked and clear", ""),
    "clear at both": (BOTH, [crossref(), pubmed()], "checked and clear", ""),
    "flagged": (DOI, [crossref(CORRECTION)], "flagged", ""),
    "flagged by one of two": (BOTH, [crossref(), pubmed(CORRECTION)], "flagged", ""),
    "one has not answered": (BOTH, [crossref()], "unchecked", "No answer yet from PubMed"),
    "neither has answered": (BOTH, [], "unchecked", "No answer yet from Crossref and PubMed"),
    "one has not answered and the other flags it": (BOTH, [crossref(RETRACTION)], "flagged", ""),
    "an answer for a DOI that is gone": (
        DOI,
        [crossref(asked="10.1000/before")],
        "unchecked",
        "No answer yet from Crossref",
    ),
    "a notice for a DOI that is gone": (
        DOI,
        [crossref(RETRACTION, asked="10.1000/before"), crossref()],
        "checked and clear",
        "",
    ),
    "an answer for a PMID that is gone": (DOI, [crossref(), pubmed(RETRACTION)], "checked and clear", ""),
    "the number of one database at another": (
        work(pmid="1"),
        [crossref(asked="1")],
        "unchecked",
        "No answer yet from PubMed",
    ),
    "other capitals in the DOI": (work(doi="10.1000/ONE"), [crossref()], "checked and clear", ""),
    "not found": (DOI, [crossref(found=False)], "unchecked", "Not found under its number at Crossref"),
    "found at one of two": (
        BOTH,
        [crossref(), pubmed(found=False)],
        "unchecked",
        "Not found under its number at PubMed",
    ),
    "found at neither": (
        BOTH,
        [crossref(found=False), pubmed(found=False)],
        "unchecked",
        "Not found under its number at Crossref and PubMed",
    ),
    "not found, and answered with another work": (
        DOI,
        [crossref(found=False, instead="10.1000/two")],
        "unchecked",
        "Not found under its number at Crossref",
    ),
    "not found at one, flagged at the other": (
        BOTH,
        [crossref(found=False), pubmed(CORRECTION)],
        "flagged",
        "",
    ),
    "registered elsewhere": (
        DOI,
        [crossref(found=False, agency="DataCite")],
        "unchecked",
        "Its DOI is registered with DataCite, which is not asked for notices",
    ),
    "registered elsewhere, and PubMed knows it": (
        BOTH,
        [crossref(found=False, agency="DataCite"), pubmed()],
        "checked and clear",
        "",
    ),
    "registered elsewhere, and PubMed Central knows it": (
        work(doi="10.1000/one", pmcid="PMC1"),
        [crossref(found=False, agency="DataCite"), pmc()],
        "unchecked",
        "Its DOI is registered with DataCite, which is not asked for notices",
    ),
    "PubMed Central alone": (
        work(pmcid="PMC1"),
        [pmc()],
        "unchecked",
        "PubMed Central does not tell of retractions",
    ),
    "PubMed Central and Crossref": (
        work(doi="10.1000/one", pmcid="PMC1"),
        [crossref(), pmc()],
        "checked and clear",
        "",
    ),
    "reinstated": (
        DOI,
        [crossref(RETRACTION, Notice("reinstatement", "Reinstatement", dt.date(2020, 1, 1)))],
        "flagged",
        "",
    ),
    "a label": (work(setid=SETID), [Answered("openfda", SETID, DAY)], "checked and clear", ""),
}


@pytest.mark.parametrize(("reference", "answers", "state", "why"), STATES.values(), ids=STATES)
def test_a_reference_is_clear_flagged_or_unchecked(reference, answers, state, why):
    found = stands(reference, *answers)
    assert (str(found.state), found.why) == (state, why)
    assert (found.on is None) == (found.state is State.UNCHECKED)
    assert bool(found.notices) == (found.state is State.FLAGGED)


def test_a_work_that_the_lock_does_not_hold_is_unchecked():
    assert standing(DOI, ReferenceLock()).state is State.UNCHECKED
    other = Reference("one", "article", {"doi": "10.1000/other"})
    assert standing(other, ReferenceLock({"one": (crossref(RETRACTION),)})).state is State.UNCHECKED


def test_a_work_keeps_its_notices_under_another_key():
    assert standing(DOI, ReferenceLock({"two": (crossref(RETRACTION),)})).ends_trust


def test_the_notices_of_all_databases_are_there_the_gravest_first():
    found = stands(BOTH, pubmed(CORRECTION), crossref(RETRACTION))
    assert [notice.kind for notice in found.notices] == ["retraction", "correction"]
    assert found.ends_trust
    assert [answer.database for answer in found.answers] == ["pubmed", "crossref"]
    assert not stands(BOTH, pubmed(CORRECTION), crossref()).ends_trust


def test_a_work_reinstated_by_one_database_is_trusted_though_another_still_tells_of_its_retraction():
    back = Notice("reinstatement", "Reinstatement", dt.date(2020, 1, 1), told_by=("Crossref",))
    found = stands(BOTH, crossref(RETRACTION, back), pubmed(RETRACTION))
    assert not found.ends_trust
    assert [notice.kind for notice in found.notices] == ["reinstatement"]


@pytest.mark.parametrize("days", [(0, 10), (10, 0)], ids=["Crossref's is older", "PubMed's is older"])
@pytest.mark.parametrize("notices", [(), (CORRECTION,)], ids=["clear", "flagged"])
def test_it_was_checked_on_the_day_of_its_oldest_answer(days, notices):
    first, second = (DAY + dt.timedelta(days=number) for number in days)
    assert stands(BOTH, crossref(*notices, on=first), pubmed(on=second)).on == DAY


def test_the_day_of_an_answer_that_does_not_count_any_more_does_not_count():
    assert stands(DOI, crossref(), pubmed(on=dt.date(2020, 1, 1))).on == DAY


@pytest.mark.parametrize(
    ("days", "is_stale"), [(-1, True), (0, False), (180, False), (181, True), (4000, True)]
)
@pytest.mark.parametrize("notices", [(), (RETRACTION,)], ids=["clear", "flagged"])
def test_an_answer_is_too_old_after_180_days(days, is_stale, notices):
    assert stands(DOI, crossref(*notices)).is_stale(DAY + dt.timedelta(days=days)) == is_stale


def test_what_was_never_checked_is_not_stale():
    assert not stands(DOI).is_stale(dt.date(2100, 1, 1))
    assert not stands(BOTH, crossref(on=dt.date(2000, 1, 1))).is_stale(dt.date(2100, 1, 1))


CITED = {
    "version": {"version": "30"},
    "version and day": {"version": "30", "year": "2023", "month": "May", "day": "8"},
    "day": {"year": "2023", "month": "May", "day": "8"},
    "month": {"year": "2023", "month": "5"},
    "two months": {"year": "2023", "month": "Apr-May"},
    "season": {"year": "2023", "month": "Spring"},
    "year": {"year": "2023"},
    "updated": {"year": "2023", "updated": "2024-02-01"},
    "version in words": {"version": "Rev. 12", "year": "2023", "month": "May", "day": "8"},
    "nothing": {},
}
LABELS = [
    ("version", {"version": "31"}, True),
    ("version", {"version": "30"}, False),
    ("version", {"version": "29"}, False),
    ("version", {"version": "100", "effective": "2026-02-02"}, True),
    ("version", {"version": "4"}, False),
    ("version", {"effective": "2026-02-02"}, False),
    ("version and day", {"version": "30", "effective": "2026-02-02"}, False),
    ("version and day", {"version": "31", "effective": "2023-05-08"}, True),
    ("version and day", {"effective": "2026-02-02"}, True),
    ("day", {"version": "31", "effective": "2023-05-09"}, True),
    ("day", {"effective": "2023-05-08"}, False),
    ("day", {"effective": "2023-05-07"}, False),
    ("day", {"version": "31"}, False),
    ("day", {}, False),
    ("month", {"effective": "2023-06-01"}, True),
    ("month", {"effective": "2023-05-31"}, False),
    ("two months", {"effective": "2023-12-31"}, False),
    ("two months", {"effective": "2024-01-01"}, True),
    ("season", {"effective": "2023-12-31"}, False),
    ("season", {"effective": "2024-01-01"}, True),
    ("year", {"effective": "2023-12-31"}, False),
    ("year", {"effective": "2024-01-01"}, True),
    ("updated", {"effective": "2024-02-01"}, False),
    ("updated", {"effective": "2024-02-02"}, True),
    ("version in words", {"version": "31", "effective": "2023-05-09"}, True),
    ("version in words", {"version": "31", "effective": "2023-05-08"}, False),
    ("nothing", {"version": "31", "effective": "2026-02-02"}, False),
]


@pytest.mark.parametrize(
    ("cited", "said", "is_newer"),
    LABELS,
    ids=[
        f"cited by {cited}, openFDA has {' of '.join(said.values()) or 'nothing'}"
        for cited, said, _ in LABELS
    ],
)
def test_a_label_may_be_newer_than_the_one_that_is_cited(cited, said, is_newer):
    found = stands(work(setid=SETID, **CITED[cited]), Answered("openfda", SETID, DAY, said=said))
    assert found.state is (State.FLAGGED if is_newer else State.CLEAR)
    assert not found.ends_trust


@pytest.mark.parametrize(
    ("said", "label", "day"),
    [
        ({"version": "31", "effective": "2026-02-02"}, "Newer label, version 31", dt.date(2026, 2, 2)),
        ({"version": "31"}, "Newer label, version 31", None),
    ],
)
def test_a_newer_label_is_named_with_its_version_its_day_and_its_address(said, label, day):
    found = stands(work(setid=SETID, version="30"), Answered("openfda", SETID, DAY, said=said))
    assert found.notices == (Notice("label-change", label, day, DAILYMED, ("openFDA",)),)


def test_a_newer_label_without_a_version_has_its_day_alone():
    found = stands(
        work(setid=SETID, year="2023"), Answered("openfda", SETID, DAY, said={"effective": "2026-02-02"})
    )
    assert [notice.label for notice in found.notices] == ["Newer label"]


@pytest.mark.parametrize(
    "answer",
    [
        Answered("openfda", SETID, DAY, found=False, said={"version": "31"}),
        Answered("openfda", "another", DAY, said={"version": "31"}),
        crossref(said={"version": "31"}),
    ],
    ids=["not found", "another label", "another database"],
)
def test_no_label_is_newer_by_another_answer(answer):
    assert stands(work(setid=SETID, doi="10.1000/one", version="30"), answer).notices == ()


ASKED = {
    "nothing": ({"title": "T", "nbk": "NBK1", "isbn": "978-0-306-40615-7", "url": "https://x.example"}, []),
    "each of four": (
        {"setid": SETID, "pmcid": "PMC1", "pmid": "1", "doi": "10.1000/one"},
        [
            ("crossref", "10.1000/one", "doi"),
            ("pubmed", "1", "pmid"),
            ("pmc", "PMC1", "pmcid"),
            ("openfda", SETID, "setid"),
        ],
    ),
}


@pytest.mark.parametrize(("fields", "expected"), ASKED.values(), ids=ASKED)
def test_each_number_that_a_database_knows_is_asked_about(fields, expected):
    assert [tuple(question) for question in questions(work(**fields))] == expected


@pytest.mark.parametrize(
    ("lock", "is_empty"),
    [
        (ReferenceLock(), True),
        (ReferenceLock({"one": ()}), True),
        (ReferenceLock({"one": (), "two": (crossref(found=False),)}), False),
    ],
)
def test_a_lock_without_answers_is_empty(lock, is_empty):
    assert lock.is_empty == is_empty
