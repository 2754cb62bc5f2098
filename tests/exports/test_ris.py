"""Every record is read again by rispy."""

import re

import pytest
import rispy
from rispy.config import TYPE_OF_REFERENCE_MAPPING

from citewell.bibliography.kinds import REQUIRED
from citewell.bibliography.names import OTHERS
from citewell.bibliography.reference import Name, Reference
from citewell.exports.ris import as_ris
from citewell.exports.works import clean_line

from .works import (
    HOSTILE,
    HOSTILE_TEXTS,
    ODD,
    OWN,
    PRIVATE,
    SAMPLES,
    clean,
    expected,
    hostile_work,
    samples_with,
)

ALL = [*OWN, *SAMPLES, *ODD, *HOSTILE]
LINE = re.compile(r"[A-Z][A-Z0-9]  - [^\x00-\x1f\x7f-\x9f\u2028\u2029]*")


def read(text):
    return rispy.loads(text, newline="\r\n")


def record_of(reference):
    (record,) = read(as_ris(reference))
    return record


def tags(**fields):
    """The lines of a work with these fields, as pairs; its kind is `article` unless it says another."""
    reference = Reference("key", fields.pop("kind", "article"), fields)
    return [tuple(line.split("  - ", 1)) for line in as_ris(reference).splitlines()][2:-1]


@pytest.mark.parametrize(("reference", "lines"), samples_with(expected("expected.ris").split("\n\n")))
def test_exactly(reference, lines):
    assert as_ris(reference).split("\r\n") == [*lines.rstrip("\n").split("\n"), ""]


@pytest.mark.parametrize("reference", ALL, ids=lambda work: work.key)
def test_a_record_is_lines_of_one_tag_each(reference):
    *lines, last, end = as_ris(reference).split("\r\n")
    assert (lines[0][:6], last, end) == ("TY  - ", "ER  - ", "")
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert not [line for line in lines[1:] if line.startswith(("TY", "ER"))]


@pytest.mark.parametrize("reference", ALL, ids=lambda work: work.key)
def test_rispy_reads_what_was_said(reference):
    record = record_of(reference)
    told = {name: clean_line(text) for name, text in reference.fields.items()}
    assert record["id"] == reference.key
    assert record["type_of_reference"] in TYPE_OF_REFERENCE_MAPPING
    assert record.get("authors", []) == [_printed(name) for name in reference.authors]
    for name, tag in (
        ("title", "title"),
        ("translatedtitle", "translated_title"),
        ("language", "language"),
        ("doi", "doi"),
        ("pmid", "accession_number"),
        ("year", "year"),
    ):
        assert record.get(tag) == told.get(name, record.get(tag)), name
    if "url" in told:
        assert record["urls"] == [told["url"].replace(";", "%3B")]


def _printed(name):
    if name == OTHERS:
        return "et al.,"
    surname = clean_line(f"{name.particle} {name.family}")
    parts = [surname, " ".join(name.given)] + ([name.suffix] if name.suffix else [])
    return ", ".join(parts).rstrip()


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_hostile_text_is_text_again(name):
    record = record_of(hostile_work(name))
    # Each value is its text; the journal stands twice, beside its abbreviation.
    for tag in ("title", "secondary_title", "alternate_title1", "translated_title", "publisher", "section"):
        assert record[tag] == clean(name), tag
    assert record["notes"] == [clean(name), clean(name)]
    assert record["authors"] == [f"{clean(name)},", "Doe, A."]


def test_records_stand_one_after_the_other():
    records = read("".join(map(as_ris, ALL)))
    assert [record["id"] for record in records] == [work.key for work in ALL]


@pytest.mark.parametrize("kind", REQUIRED)
def test_every_kind_has_a_type(kind):
    record = record_of(Reference("key", kind, {"title": "T", "booktitle": "B"}))
    assert (record["type_of_reference"] == "GEN") == (kind == "misc")


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        # Dates
        ({"year": "2017", "month": "Oct", "day": "15"}, [("PY", "2017"), ("DA", "2017/10/15")]),
        ({"year": "2013", "month": "December"}, [("PY", "2013"), ("DA", "2013/12")]),
        ({"year": "2020", "month": "Nov-Dec"}, [("PY", "2020"), ("DA", "2020///Nov-Dec")]),
        ({"year": "1998", "month": "Spring"}, [("PY", "1998"), ("DA", "1998///Spring")]),
        ({"year": "2020"}, [("PY", "2020")]),
        ({"epub": "2014-12-10"}, [("PY", "2014"), ("DA", "2014/12/10")]),
        ({"kind": "book", "bookdate": "2007-"}, [("PY", "2007")]),
        ({"kind": "online", "updated": "2023-02-13"}, [("PY", "2023"), ("DA", "2023/02/13")]),
        ({"accessed": "2026-11-22"}, [("Y2", "2026/11/22")]),
        # Pages
        ({"pages": "304-310"}, [("SP", "304"), ("EP", "310")]),
        ({"pages": "S93--S99"}, [("SP", "S93"), ("EP", "S99")]),
        ({"pages": "12-15, 19"}, [("SP", "12-15, 19")]),
        ({"pages": "40"}, [("SP", "40")]),
        ({"articlenumber": "a2752"}, [("C7", "a2752"), ("SP", "a2752")]),
        ({"articlenumber": "17", "pages": "1-9"}, [("C7", "17"), ("SP", "1"), ("EP", "9")]),
        # Numbers
        ({"volume": "58", "number": "12", "supplement": "Suppl 7"}, [("VL", "58"), ("IS", "12 Suppl 7")]),
        ({"volume": "42", "supplement": "2"}, [("VL", "42 Suppl 2")]),
        ({"issn": "0034-7450"}, [("SN", "0034-7450")]),
        ({"kind": "techreport", "number": "78-1785"}, [("SN", "78-1785")]),
        (
            {"kind": "techreport", "number": "7", "isbn": "9780323012133"},
            [("M1", "7"), ("SN", "9780323012133")],
        ),
        # Where it stands
        ({"journal": "Revista", "shortjournal": "Rev"}, [("T2", "Revista"), ("J2", "Rev")]),
        ({"shortjournal": "Rev"}, [("T2", "Rev"), ("J2", "Rev")]),
        ({"kind": "book", "series": "S"}, [("T2", "S")]),
        ({"kind": "incollection", "booktitle": "B", "series": "S"}, [("T2", "B"), ("T3", "S")]),
        ({"kind": "book", "version": "2.1"}, [("ET", "2.1")]),
        ({"kind": "book", "edition": "2nd", "version": "2.1"}, [("ET", "2nd")]),
        ({"pmcid": "PMC3950535"}, [("C2", "PMC3950535")]),
        ({"kind": "book", "pmcid": "PMC3950535"}, [("N1", "PMCID: PMC3950535")]),
        (
            {"kind": "mastersthesis", "school": "S", "publisher": "P"},
            [("PB", "S"), ("M3", "Master's thesis")],
        ),
        ({"kind": "phdthesis", "type": "Habilitation"}, [("M3", "Habilitation")]),
        ({"url": "https://example.org/a;b"}, [("UR", "https://example.org/a%3Bb")]),
    ],
)
def test_tags(fields, lines):
    assert tags(**fields) == lines


@pytest.mark.parametrize(
    ("kind", "tag"), [("book", "A3"), ("incollection", "A2"), ("inproceedings", "A2"), ("online", "ED")]
)
def test_editors(kind, tag):
    reference = Reference("key", kind, {"booktitle": "B"}, editors=(Name("Wendling", ("Dan",)),))
    assert f"{tag}  - Wendling, Dan\r\n" in as_ris(reference)


def test_a_guideline_in_a_journal_is_an_article():
    assert record_of(Reference("key", "guideline", {"journal": "J"}))["type_of_reference"] == "JOUR"


def test_what_is_not_the_reference_stays_at_home():
    assert "secret" not in as_ris(PRIVATE)
