import random
import re
from pathlib import Path

import pytest

from citewell.bibliography.bibtex import read_bib_files
from citewell.nlm.format import Part, format_reference, plain_text

from .works import PRINTED, cases, work

ROOT = Path(__file__).parents[2]
EVIDENCE = ROOT.parent / "shared" / "evidence" / "references-as-printed.md"
KINDS = [
    "article", "book", "booklet", "dataset", "guideline", "inbook", "incollection", "inproceedings", "manual",
    "mastersthesis", "misc", "online", "phdthesis", "proceedings", "techreport", "unpublished",
]  # fmt: skip
_PLAIN_MARKS = str.maketrans(
    {
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{EN DASH}": "-",
    }
)
ALL_CASES = [
    pytest.param(reference, printed, id=f"{path.stem}: {name}")
    for path in sorted(PRINTED.glob("*.txt"))
    for name, reference, printed in cases(path)
]


@pytest.mark.parametrize(("reference", "printed"), ALL_CASES)
def test_printed(reference, printed):
    assert plain_text(format_reference(reference)) == printed


def test_every_kind_has_a_case():
    assert {reference.kind for reference, _ in (case.values for case in ALL_CASES)} >= set(KINDS)


def test_a_title_over_two_lines_prints_on_one():
    printed = plain_text(format_reference(work("article", title="To\n  cry,\t", journal=" J ", year="2020")))
    assert printed == "To cry. J. 2020."


def test_the_bibliography_prints_as_its_readers_must_see_it():
    """From references.bib to text, against the list that was agreed on for the first article."""
    if not EVIDENCE.exists():
        pytest.skip(f"{EVIDENCE} is missing: it lies beside the project, not in it")
    expected = re.findall(r"^\d+\. (.+)$", EVIDENCE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(expected) == 6
    library, problems = read_bib_files([ROOT / "references.bib"], ROOT)
    assert [problem for problem in problems if problem.level == "error"] == []
    printed = {_plain_marks(plain_text(format_reference(reference))) for reference in library}
    assert [text for text in expected if _plain_marks(text) not in printed] == []


def _plain_marks(text):
    return text.translate(_PLAIN_MARKS)


# ------------------------------------------------------------------------------------------------- links


def test_identifiers_are_links_and_nothing_else_is():
    reference = work(
        "article",
        "{https://example.org/author}",
        title="https://example.org/title",
        journal="J",
        year="2020",
        doi="10.1016/S0034-7450(13)70026-X",
        pmid="26573114",
        pmcid="PMC8650205",
        medium="Internet",
        url="https://example.org/a?b=c#d",
    )
    assert format_reference(reference) == (
        Part("https://example.org/author. https://example.org/title. J [Internet]. 2020. doi: "),
        Part("10.1016/S0034-7450(13)70026-X", "https://doi.org/10.1016/S0034-7450(13)70026-X"),
        Part(". PMID: "),
        Part("26573114", "https://pubmed.ncbi.nlm.nih.gov/26573114/"),
        Part("; PMCID: "),
        Part("PMC8650205", "https://pmc.ncbi.nlm.nih.gov/articles/PMC8650205/"),
        Part(". Available from: "),
        Part("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    )


HREFS = {
    "parentheses stay": ("doi", "10.1016/S0140-6736(97)11096-0", "https://doi.org/10.1016/S0140-6736(97)11096-0"),
    "angle brackets and semicolon": (
        "doi",
        "10.1002/(SICI)1096-8644(199706)103:2<165::AID-AJPA3>3.0.CO;2-X",
        "https://doi.org/10.1002/(SICI)1096-8644(199706)103:2%3C165::AID-AJPA3%3E3.0.CO;2-X",
    ),
    "hash, percent, quotation mark, question mark": (
        "doi", '10.1000/a#b%c"d?e', "https://doi.org/10.1000/a%23b%25c%22d%3Fe",
    ),
    "space": ("doi", "10.1000/a b", "https://doi.org/10.1000/a%20b"),
    "markup": (
        "doi", "10.1000/x) <img src=x onerror=alert(1)> (y",
        "https://doi.org/10.1000/x)%20%3Cimg%20src=x%20onerror=alert(1)%3E%20(y",
    ),
    "attribute list": (
        "doi", '10.1000/a){: onclick="alert(7)" } (',
        "https://doi.org/10.1000/a)%7B:%20onclick=%22alert(7)%22%20%7D%20(",
    ),
    "other letters": ("doi", "10.1000/é", "https://doi.org/10.1000/%C3%A9"),
    "no DOI": ("doi", "javascript:alert(1)", ""),
    "no DOI of a registrant": ("doi", '10.1/"><script>', ""),
    "PMID of other signs": ("pmid", "26573114/../../", ""),
    "PMID in other digits": ("pmid", "٢٦٥٧", ""),
    "PMCID of other signs": ("pmcid", 'PMC1" onclick="', ""),
    "http": ("url", "http://example.org", "http://example.org"),
    "scheme in capitals": ("url", "HTTPS://example.org/", "HTTPS://example.org/"),
    "port": ("url", "https://example.org:8080/a", "https://example.org:8080/a"),
    "international host": ("url", "https://münchen.example/ä", "https://münchen.example/ä"),
    "quotation marks and brackets in an address": (
        "url", "https://example.org/\"><script>alert('1')</script>",
        "https://example.org/%22%3E%3Cscript%3Ealert(%271%27)%3C/script%3E",
    ),
    "space in an address": ("url", "https://example.org/a b", "https://example.org/a%20b"),
    "javascript": ("url", "javascript:alert(3)", ""),
    "javascript over lines": ("url", "java\nscript:alert(3)", ""),
    "javascript behind a space": ("url", " javascript:alert(3)//https://example.org", ""),
    "data": ("url", "data:text/html,<script>alert(1)</script>", ""),
    "ftp": ("url", "ftp://example.org/", ""),
    "no scheme": ("url", "//example.org/", ""),
    "user name before the host": ("url", "https://example.org@other.example/", ""),
    "backslashes": ("url", "https:\\\\other.example\\", ""),
    "no host": ("url", "https:///x", ""),
}  # fmt: skip


@pytest.mark.parametrize(("field", "value", "href"), HREFS.values(), ids=HREFS)
def test_href(field, value, href):
    parts = format_reference(work("book", title="T", year="2020", **{field: value}))
    assert [part.href for part in parts if part.href] == ([href] if href else [])
    if href:
        assert value in {part.text for part in parts}
    else:
        assert "".join(value.split("\n")).strip() in plain_text(parts)


HOSTILE = {
    "element": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(2)>",
    "entity": "&lt;b&gt; &amp; c",
    "Markdown link": "[x](javascript:1)",
    "Markdown emphasis": "*a* _b_ `c`",
    "attribute list": "{: onclick=1}",
    "snippet": '--8<-- "secret.md"',
    "template": "{{ config.secret }}",
    "citation": "[@key]",
    "quotation marks": "\" onmouseover='x'",
}


@pytest.mark.parametrize("field", ["title", "journal", "publisher", "note", "author"])
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_print_as_typed_and_link_to_nothing(hostile, field):
    kind = "book" if field == "publisher" else "article"
    author = f"{{{hostile}}}" if field == "author" else ""
    parts = format_reference(
        work(kind, author, **{"title": "T", "journal": "J", "year": "2020", field: hostile})
    )
    assert hostile in plain_text(parts)
    assert all(not part.href for part in parts)


@pytest.mark.parametrize(
    "field", ["year", "month", "day", "volume", "number", "pages", "edition", "urldate", "nbk"]
)
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_numbers_link_to_nothing(hostile, field):
    for kind in KINDS:
        parts = format_reference(work(kind, **{"title": "T", "year": "2020", "month": "5", field: hostile}))
        assert all(not part.href for part in parts)


# -------------------------------------------------------------------------------------------- completeness

VALUES = {
    "title": ["Crying and medicine", "Why do people cry?", "A review.", "Deaths in the U.S.", "Cry!"],
    "translatedtitle": ["A translation", "A question?"],
    "journal": ["Journal of Affective Disorders", "J. Affect. Disord."],
    "shortjournal": ["J Affect Disord"],
    "booktitle": ["A book", "A book of the U.S.", "What is a book?"],
    "year": ["2017", "c2004--2006", "2023-", "n.d."],
    "month": ["oct", "10", "Jan--Feb", "April 3--5", "Spring"],
    "day": ["15", "03"],
    "volume": ["42", "12 Suppl 1", "XII"],
    "number": ["4", "1--2", "Suppl 3", "No. 7"],
    "supplement": ["Suppl 3", "2"],
    "pages": ["304--310", "40", "iii-v", "12-15, 19"],
    "articlenumber": ["e1000097"],
    "eid": ["17"],
    "publisher": ["Mosby", "Freeman & Co.", "Mosby,"],
    "institution": ["An institute"],
    "school": ["A university"],
    "organization": ["An organisation"],
    "address": ["St. Louis", "Washington, D.C."],
    "edition": ["2", "Third", "2nd ed.", "2. Aufl.", "Revised"],
    "series": ["A series"],
    "chapter": ["3", "29, Endometriosis", "5. Reducing"],
    "howpublished": ["Leaflet", "https://example.org/h"],
    "note": ["A note", "A note."],
    "type": ["Working paper", "Ph.D. thesis", "NICE guideline"],
    "language": ["spanish", "en"],
    "url": ["https://example.org/a", "javascript:alert(1)"],
    "urldate": ["2026-11-22"],
    "accessed": ["2026-11-22", "2026"],
    "updated": ["2015-10-02"],
    "epub": ["2014-12-10"],
    "pubstate": ["epub ahead of print", "forthcoming"],
    "doi": ["10.1016/S0034-7450(13)70026-X", "10.1000/x."],
    "pmid": ["26573114"],
    "pmcid": ["PMC8650205"],
    "nbk": ["NBK547689"],
    "isbn": ["9780323012133"],
    "issn": ["1234-5678"],
    "medium": ["Internet", "CD-ROM"],
    "bookdate": ["2023 Jan-"],
    "version": ["2.1", "Version 2"],
    "venue": ["Kinsdale, Ireland"],
    "eventdate": ["2002-04-03/2002-04-05"],
    "eventtitle": ["5th Meeting"],
}
PEOPLE = [
    "",
    "Halpern, S. D.",
    "A, A and B, B and others",
    "{A Group}",
    "A, A and {A Group, Inc.}",
    " and ".join("ABCDEFGH"),
]
FAULTS = re.compile(
    r"\.\.|\s[.,;:)\]]|,[,.;:]|;[.,;:\s]*;|[:;]\.|\?\.|!\.|[(\[]\s*[)\]]|\s\s|None|^\W*$|^[\s.,;:]|\s$"
)


@pytest.mark.parametrize("kind", KINDS)
def test_no_combination_of_fields_prints_a_loose_mark(kind):
    dice = random.Random(kind)
    for _ in range(1500):
        share = dice.random()
        fields = {name: dice.choice(values) for name, values in VALUES.items() if dice.random() < share}
        reference = work(kind, dice.choice(PEOPLE), dice.choice(PEOPLE), **fields)
        parts = format_reference(reference)
        printed = plain_text(parts)
        assert not FAULTS.search(printed), (fields, printed)
        assert printed[-1] in ".?!" or parts[-1].href or printed.endswith("javascript:alert(1)"), (
            fields,
            printed,
        )
        assert all(part.text for part in parts)
        assert all(part.href.startswith("https://") for part in parts if part.href)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_reference_prints_something(kind):
    assert plain_text(format_reference(work(kind))) in {"[Title unknown].", "[date unknown]."}
