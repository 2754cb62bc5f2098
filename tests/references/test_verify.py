"""All works are asked about: what is said, what is kept, and what a failure changes (nothing)."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.databases.stub import BAD_MOODS, Work, retraction

BIB = """
@article{goodwin2017,
  author = {Goodwin, Guy M.}, title = {Emotional blunting}, journal = {Journal of Affective Disorders},
  year = {2017}, volume = {221}, pages = {31-35}, doi = {10.5555/goodwin}, pmid = {1},
  verified = {doi, pmid},
}

@article{read2014,
  author = {Read, John}, title = {Adverse effects}, journal = {Psychiatry Research}, year = {2014},
  volume = {216}, pages = {67-73}, doi = {10.5555/read}, pmcid = {PMC2}, verified = {doi, pmcid},
}

@online{label2023,
  title = {ZOLOFT}, author = {{Maker}}, year = {2023}, month = aug, day = {8},
  url = {https://example.org/label}, setid = {fda754f6-d0f3-4dce-a17a-927d64f912f7},
}

@online{page, title = {A page}, author = {{Somebody}}, year = {2023}, url = {https://example.org/page}}
"""
READ = Work(
    "10.5555/read",
    "2",
    "PMC2",
    title="Adverse effects",
    family="Read",
    given="John",
    journal="Psychiatry Research",
    short="Psychiatry Res",
    year=2014,
    volume="216",
    pages="67-73",
)
SET_ID = "fda754f6-d0f3-4dce-a17a-927d64f912f7"


@pytest.fixture
def editor(editor, stub):
    editor.bibliography.write_text(BIB, encoding="utf-8")
    stub.works = [
        Work("10.5555/goodwin", "1", title="Emotional blunting"),
        READ,
    ]
    stub.labels = {SET_ID: {"set_id": SET_ID, "version": "37", "effective_time": "20230808"}}
    return editor


def forget(editor):
    """Throw the kept answers away."""
    for file in (editor.site / ".cache").glob("databases.sqlite*"):
        file.unlink()


def states(editor):
    return editor.verify("--offline")[1].splitlines()[-2]


def test_works_without_a_notice_are_checked_and_clear(editor):
    code, said = editor.verify()
    assert code == 0
    assert said.splitlines()[-2:] == [
        "4 references: 3 checked and clear, 0 flagged, 1 unchecked.",
        "references.lock.json is written.",
    ]
    lock = json.loads(editor.lock.read_text(encoding="utf-8"))
    assert set(lock["works"]) == {"goodwin2017", "read2014", "label2023"}
    (crossref, pubmed) = lock["works"]["goodwin2017"]
    assert (crossref["database"], crossref["asked"], crossref["found"]) == (
        "crossref",
        "10.5555/goodwin",
        True,
    )
    assert pubmed["said"]["title"] == "Emotional blunting"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        pytest.param(
            lambda stub: stub.works[0].updated_by.append(retraction()),
            "goodwin2017: Retraction, 3 August 2027, told by Crossref: https://doi.org/10.1016/j.jad.2027.01.001",
            id="a retraction at Crossref",
        ),
        pytest.param(
            lambda stub: stub.works[0].relations.append(("RetractionIn", "Lancet. 2027 Aug 3;1(2):3", "77")),
            "goodwin2017: Retraction, 3 August 2027, told by PubMed: https://pubmed.ncbi.nlm.nih.gov/77/",
            id="a retraction at PubMed",
        ),
        pytest.param(
            lambda stub: stub.works[0].updated_by.append(
                retraction(kind="expression_of_concern", label="Expression of concern")
            ),
            "goodwin2017: Expression of concern, 3 August 2027, told by Crossref:",
            id="a concern",
        ),
        pytest.param(
            lambda stub: stub.labels[SET_ID].update(version="38", effective_time="20260101"),
            "label2023: Newer label, version 38, 1 January 2026, told by openFDA: https://dailymed.nlm.nih.gov/",
            id="a newer label",
        ),
    ],
)
def test_a_notice_is_flagged_with_its_own_label_date_and_link(change, line, editor, stub):
    change(stub)
    code, said = editor.verify()
    assert code == 0
    assert line in said
    assert "1 flagged" in said


def test_one_retraction_told_by_two_databases_is_one(editor, stub):
    stub.works[0].updated_by.append(retraction())
    stub.works[0].relations.append(("RetractionIn", "J Affect Disord. 2027 Aug 15;1(2):3", "77"))
    _, said = editor.verify()
    assert said.count("Retraction") == 1
    assert "told by Crossref and PubMed" in said


def test_a_number_of_another_work_is_an_error_on_its_line(editor, stub):
    stub.works[0].pmid = "9"
    stub.works.append(Work("10.5555/other", "1", title="On the migration of storks"))
    editor.verify()
    code, said = editor.check()
    assert code == 1
    assert "references.bib:4:64: error: Correct the pmid" not in said
    assert "error: Correct the doi, or the number 1: PubMed says “10.5555/other”" in said
    assert "PubMed says “On the migration of storks” of it" in said


def test_a_number_that_nobody_knows_is_an_error_on_its_line(editor, stub):
    del stub.works[0]
    _, said = editor.verify()
    assert "unchecked. Not found under its number at Crossref and PubMed" in said
    _, said = editor.check()
    assert "error: Correct the doi: Crossref knows no work 10.5555/goodwin" in said
    assert "error: Correct the pmid: PubMed knows no work 1" in said


@pytest.mark.parametrize(
    "mood", sorted(set(BAD_MOODS) - {"busy_for_a_second", "another_work", "silent", "busy"})
)
def test_without_an_answer_nothing_changes_and_nothing_is_called_clear(mood, editor, stub):
    for database in ("crossref", "pubmed", "pmc", "openfda"):
        stub.put(database, mood)
    code, said = editor.verify()
    assert code == 0
    assert "4 references: 0 checked and clear, 0 flagged, 4 unchecked." in said
    for database in ("crossref", "pubmed", "pmc", "openfda"):
        stub.moods.pop(database)
    editor.verify()
    before = editor.lock.read_bytes()
    forget(editor)
    for database in ("crossref", "pubmed", "pmc", "openfda"):
        stub.put(database, mood)
    code, said = editor.verify()
    assert code == 0
    assert editor.lock.read_bytes() == before
    assert "unanswered" in said


def test_one_silent_database_leaves_a_work_unchecked(editor, stub):
    stub.put("pubmed", "forbidden")
    _, said = editor.verify()
    assert "goodwin2017: unchecked. No answer yet from PubMed" in said
    assert "PubMed left 1 unanswered: answered 403" in said
    assert "2 checked and clear, 0 flagged, 2 unchecked" in said


def test_a_flag_stays_when_the_network_is_cut(editor, stub):
    stub.works[0].updated_by.append(retraction())
    editor.verify()
    before = editor.lock.read_bytes()
    forget(editor)
    stub.close()
    _, said = editor.verify()
    assert "goodwin2017: Retraction, 3 August 2027" in said
    assert editor.lock.read_bytes() == before


def test_a_flag_stays_when_its_work_gets_another_key(editor, stub):
    stub.works[0].updated_by.append(retraction())
    editor.verify()
    editor.bibliography.write_text(BIB.replace("goodwin2017", "survey2017"), encoding="utf-8")
    for keys in ([], ["read2014"], ["survey2017"]):
        stub.close()
        forget(editor)
        _, said = editor.verify(*keys)
        assert "and does not now" not in said
        flagged = json.loads(editor.lock.read_text(encoding="utf-8"))["works"]["survey2017"]
        assert [notice["label"] for answer in flagged for notice in answer.get("notices", ())] == [
            "Retraction"
        ]


@pytest.mark.parametrize(
    ("change", "also"),
    [
        pytest.param(
            lambda stub: stub.works.pop(0),
            "error: Correct the doi: Crossref knows no work 10.5555/goodwin",
            id="that nobody knows any more",
        ),
        pytest.param(
            lambda stub: stub.answers.update(
                {"10.5555/goodwin": {"message": {"DOI": "10.5555/other", "title": ["Storks"]}}}
            ),
            "Crossref says “10.5555/other”",
            id="answered with another work",
        ),
    ],
)
def test_a_flag_stays_on_a_number(change, also, editor, stub):
    stub.works[0].updated_by.append(retraction())
    editor.verify()
    change(stub)
    forget(editor)
    _, said = editor.verify()
    assert "goodwin2017: Retraction, 3 August 2027, told by Crossref" in said
    assert "1 flagged" in said
    assert also in editor.check()[1]


def test_a_notice_that_a_database_takes_back_is_told(editor, stub):
    stub.works[0].updated_by.append(retraction())
    editor.verify()
    stub.works[0].updated_by.clear()
    forget(editor)
    _, said = editor.verify()
    assert (
        "references.bib:2: goodwin2017: Crossref told of “Retraction” before and does not now: "
        "https://doi.org/10.1016/j.jad.2027.01.001. Read it before you trust this" in said
    )
    assert "0 flagged" in said
    assert "and does not now" not in editor.verify()[1]


def test_a_notice_is_not_lost_with_the_number_that_it_stands_on(editor, stub):
    stub.works[0].updated_by.append(retraction())
    editor.verify()
    editor.bibliography.write_text(
        BIB.replace("doi = {10.5555/goodwin}, ", "").replace("{doi, pmid}", "{pmid}"), encoding="utf-8"
    )
    _, said = editor.check()
    assert (
        "Put 10.5555/goodwin back into goodwin2017 if it is the same work: “Retraction” of 3 August 2027"
        in said
    )
    _, said = editor.verify()
    assert "goodwin2017: Crossref told of “Retraction” before and does not now" in said


def test_a_mended_number_is_unchecked_until_it_is_asked_about(editor):
    editor.verify()
    editor.bibliography.write_text(BIB.replace("10.5555/goodwin", "10.5555/mended"), encoding="utf-8")
    _, said = editor.check()
    assert "Run `citewell references verify goodwin2017`. No answer yet from Crossref" in said


def test_a_work_that_is_taken_out_leaves_the_lock(editor):
    editor.verify()
    editor.bibliography.write_text(BIB.replace("read2014", "renamed2014"), encoding="utf-8")
    editor.verify("--offline")
    assert set(json.loads(editor.lock.read_text(encoding="utf-8"))["works"]) == {
        *("goodwin2017", "renamed2014", "label2023")
    }


def test_a_key_alone_is_asked_about(editor, stub):
    editor.verify("goodwin2017")
    assert {path.split("/")[1] for path in stub.paths()} == {"crossref", "pubmed"}


def test_a_work_without_a_number_is_named(editor):
    _, said = editor.verify()
    assert "No number by which a database could be asked: page" in said
    _, said = editor.verify("goodwin2017")
    assert "No number" not in said
    assert "1 reference: 1 checked and clear, 0 flagged, 0 unchecked." in said


def test_a_mistyped_key_is_told_the_nearest(editor):
    code, said = editor.verify("goodwin2071")
    assert code == 2
    assert "references.bib has no work “goodwin2071”" in said
    assert "goodwin2017" in said


def test_the_same_answers_give_the_same_lock(editor):
    editor.verify()
    before = editor.lock.read_bytes()
    assert editor.verify()[1].endswith("references.lock.json is as it was.\n")
    assert editor.lock.read_bytes() == before


def test_a_day_is_kept_for_as_long_as_is_said(editor):
    editor.verify()
    lock = editor.lock.read_text(encoding="utf-8")
    today = json.loads(lock)["works"]["goodwin2017"][0]["on"]
    old = lock.replace(today, "2020-01-01")
    editor.lock.write_text(old, encoding="utf-8")
    editor.verify("--renew-after", "100000")
    assert editor.lock.read_text(encoding="utf-8") == old
    editor.verify("--renew-after", "30")
    assert editor.lock.read_text(encoding="utf-8") == lock


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"format": 2}', "<<<<<<< HEAD\n{}\n", '{"format": 1, "works": {"a": [{"on": 1}]}}'],
)
def test_a_lock_that_cannot_be_read_is_told_and_not_written_over(text, editor):
    editor.lock.write_text(text, encoding="utf-8")
    code, said = editor.verify()
    assert code == 2
    assert "references.lock.json:" in said
    assert "Take this file back from git, or delete it and run" in said
    assert editor.lock.read_text(encoding="utf-8") == text


def test_killed_while_asking_the_lock_is_the_old_one(editor, stub):
    editor.verify()
    before = editor.lock.read_bytes()
    forget(editor)
    stub.works[0].updated_by.append(retraction())
    stub.put("openfda", "silent")
    databases = [f"--database={name}={address}" for name, address in stub.addresses.items()]
    command = [
        sys.executable,
        "-m",
        "citewell",
        "references",
        "verify",
        "--contact",
        "a@example.org",
        *databases,
    ]
    asked = len(stub.asked)
    process = subprocess.Popen([*command, "--site", str(editor.site)], stdout=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while len(stub.asked) < asked + 5 and time.monotonic() < until:
        os.sched_yield()
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert editor.lock.read_bytes() == before
    assert [path.name for path in editor.site.glob(".references*")] == []
