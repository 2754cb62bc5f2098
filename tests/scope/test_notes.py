"""What references.bib notes of a work: its numbers, its years, what it is about and what it denies."""

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.scope.notes import SourceNotes, notes_of
from citewell.terms import read_terms

TERMS, FAULTS = read_terms("""
outcomes:
  crying: {name: crying, words: [cry, crying, tears]}
  blunting: {name: blunting, words: [blunting]}
medicines:
  ssri: {name: SSRIs, words: [SSRI, SSRIs]}
  sertraline: {name: sertraline, words: [sertraline], part_of: ssri}
people:
  men: {name: men, words: [men]}
""")
LIBRARY, PROBLEMS = read_library(
    [
        BibFile(
            "x.bib",
            """
@article{one, title = {A survey of 1829 people}, author = {One, A.}, journal = {J}, year = {2014},
  sample = {1,829 people on an SSRI},
  limits = {From 2012; not about crying alone, nor sertraline; no rate of tears},
  finding = {value: 46 in 100 | outcome: blunting | who: men after two weeks | medicine: SSRIs}}
@article{two, title = {Two}, author = {One, A.}, journal = {J}, year = {2015},
  limits = {Crying was not what it counted}}
@article{three, title = {Three}, author = {One, A.}, journal = {J}, year = {2015},
  limits = {Not about crying},
  finding = {value: some | outcome: could not cry | who: people | medicine: sertraline}}
""",
        )
    ]
)
NOTES = SourceNotes(LIBRARY, TERMS)


def keys(terms):
    return {term.key for term in terms}


def test_the_file_is_sound():
    assert [*FAULTS, *PROBLEMS] == []


def test_the_numbers_of_a_work_have_the_scope_of_their_place():
    numbers = {noted.quantity.text: noted for noted in NOTES.of("one").numbers}
    assert list(numbers) == ["46 in 100", "two weeks", "1,829", "1829"]
    assert numbers["46 in 100"].finding
    assert keys(numbers["46 in 100"].scope.outcomes) == {"blunting"}
    assert keys(numbers["46 in 100"].scope.people) == {"men"}
    assert not numbers["1,829"].finding
    assert keys(numbers["1,829"].scope.medicines) == {"ssri"}


def test_the_years_of_a_work_are_its_date_s_and_those_it_names():
    assert NOTES.of("one").years == {2014, 2012}


def test_what_the_limits_deny_is_what_no_finding_has():
    assert keys(NOTES.of("one").denied) == {"sertraline", "crying"}
    assert keys(NOTES.of("two").denied) == {"crying"}
    assert keys(NOTES.of("three").denied) == set()
    for words in ("cry", "crying", "tears", "sertraline"):
        assert NOTES.may_be_denied("[@two]", frozenset({words}))
    assert NOTES.may_be_denied("[@ONE, p. 3]", frozenset({"tears"}))
    assert not NOTES.may_be_denied("[@nobody]", frozenset({"tears"}))
    assert not NOTES.may_be_denied("[@two]", frozenset({"blunting"}))


def test_a_key_is_found_in_any_case_and_an_unknown_one_is_not():
    assert NOTES.of("ONE").work.key == "one"
    assert NOTES.of("nobody") is None


def test_the_notes_of_a_library_are_read_once():
    assert notes_of(LIBRARY, TERMS) is notes_of(LIBRARY, TERMS)
    assert notes_of(LIBRARY, TERMS).of("one") is notes_of(LIBRARY, TERMS).of("one")
