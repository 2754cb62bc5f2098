"""Lines of printed lists → entries, against tables, and back again as this site prints them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.exports.bibtex import as_bibtex
from citewell.nlm.format import format_reference, plain_text
from citewell.nlm.pages import printed_pages
from citewell.start.printed.pages import full_pages
from citewell.start.printed.reference import read_printed_reference
from tests.nlm.works import PRINTED, cases

TABLES = sorted((Path(__file__).parent / "printed").glob("*.txt"))
OWN = [pytest.param(*case[1:], id=f"{path.stem}: {case[0]}") for path in TABLES for case in cases(path)]
PLACEHOLDER = 2
"""A title or journal of so few letters ("T", "J") is none that anybody prints."""
PRINTED_BY_THIS_SITE = [
    pytest.param(name, reference, printed, id=f"{path.stem}: {name}")
    for path in sorted(PRINTED.glob("*.txt"))
    for name, reference, printed in cases(path)
    if len(reference.get("title")) > PLACEHOLDER
    and not 0 < len(reference.get("journal") or reference.get("shortjournal")) <= PLACEHOLDER
]
PRINTED_IN_ANOTHER_ORDER = {
    "editors and others, edition in words of its own (after ch. 22)": "the edition keeps its medium",
    "report (ch. 4)": "the language stands in the note",
    "homepage (ch. 25, example 21)": "a date in brackets is none",
}
"""Works whose line is read, keeps every word, and prints them in another order."""
NOT_READ = {
    "paper without publisher: place and date are the conference's": "no publisher",
    "other work": "no form that is known",
}


def read(line):
    found = read_printed_reference(line)
    return found, plain_text(format_reference(found.reference))


@pytest.mark.parametrize(("expected", "line"), OWN)
def test_a_line_is_read_into_its_fields(expected, line):
    found, _ = read(line)
    assert found.is_understood
    assert found.lost == ()
    got = found.reference
    assert (got.kind, dict(got.fields), got.authors, got.editors) == (
        expected.kind,
        dict(expected.fields),
        expected.authors,
        expected.editors,
    )


@pytest.mark.parametrize(("name", "reference", "line"), PRINTED_BY_THIS_SITE)
def test_what_this_site_prints_is_read_back_and_prints_the_same(name, reference, line):
    del reference
    found, again = read(line)
    assert found.is_understood == (name not in NOT_READ), again
    assert found.lost == ()
    if name not in NOT_READ:
        assert (again == line) == (name not in PRINTED_IN_ANOTHER_ORDER), again


def test_the_exceptions_are_cases():
    assert {*NOT_READ, *PRINTED_IN_ANOTHER_ORDER} <= {case.values[0] for case in PRINTED_BY_THIS_SITE}


@pytest.mark.parametrize(("expected", "line"), OWN)
def test_an_entry_is_sound_and_says_the_same_when_it_is_read_from_the_file(expected, line):
    del expected
    entry = replace(read(line)[0].reference, key="a")
    library, problems = read_library([BibFile("x.bib", as_bibtex(entry))])
    assert problems == []
    assert plain_text(format_reference(library.get("a"))) == plain_text(format_reference(entry))


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "Personal communication with a pharmacist, 2019",
            {"title": "Personal communication with a pharmacist, 2019"},
        ),
        (
            "Smith, J. A., & Doe, B. (2017). A title. Journal of Things, 12(3), 45\N{EN DASH}67. https://doi.org/10.1000/xyz",
            {
                "title": "Smith, J. A., & Doe, B. (2017). A title. Journal of Things, 12(3), 45\N{EN DASH}67",
                "doi": "10.1000/xyz",
            },
        ),
        (
            "Doe A. Title of it. Oslo: [publisher unknown]; 2020.",
            {"title": "Doe A. Title of it. Oslo: [publisher unknown]; 2020"},
        ),
        (
            "https://example.org/page",
            {"title": "https://example.org/page", "url": "https://example.org/page"},
        ),
        ("", {"title": ""}),
    ],
)
def test_a_line_in_no_known_form_stands_whole_in_the_title(line, fields):
    found, _ = read(line)
    assert not found.is_understood
    assert (found.reference.kind, dict(found.reference.fields)) == ("misc", fields)


def test_words_that_no_field_holds_are_named():
    line = "Doe A. Title of it. Oslo: Press; 2020. p. 3-4. (A series; vol. 3)."
    assert read(line)[0].lost == ()
    with_a_stray_word = "Doe A. Title of it. Acta Med. 2020 Smarch 3;4(5):6-7. Reviewed by nobody."
    assert "nobody" in str(read(with_a_stray_word)[0])


@given(st.integers(1, 99999), st.integers(0, 500), st.sampled_from(["", "S", "e"]))
def test_pages_in_full_print_as_they_were(first, length, prefix):
    printed = printed_pages(f"{prefix}{first}-{prefix}{first + length}")
    assert printed_pages(full_pages(printed)) == printed
    if length:
        assert full_pages(printed) == f"{prefix}{first}-{prefix}{first + length}"


@given(st.text(max_size=200))
def test_no_line_breaks_the_reader_or_the_file(line):
    found = read_printed_reference(line)
    entry = replace(found.reference, key="a")
    library, problems = read_library([BibFile("x.bib", as_bibtex(entry))])
    assert library.get("a") is not None, problems
