"""An editor adds works by their numbers."""

import pytest

from citewell.bibliography.bibtex import BibFile, read_library
from tests.databases.stub import Work, retraction
from tests.references.conftest import GOODWIN

ENTRY = """
@article{goodwin2017,
  author       = {Goodwin, G. M.},
  title        = {Emotional blunting with antidepressant treatments: A survey among depressed patients},
  journal      = {Journal of Affective Disorders},
  shortjournal = {J Affect Disord},
  year         = {2017},
  month        = oct,
  day          = {15},
  volume       = {221},
  pages        = {31--35},
  doi          = {10.1016/j.jad.2017.05.048},
  pmid         = {28628765},
}
"""


@pytest.mark.parametrize(
    "typed",
    [
        "10.1016/j.jad.2017.05.048",
        "https://doi.org/10.1016/J.JAD.2017.05.048",
        "doi:10.1016/j.jad.2017.05.048",
        "PMID:28628765",
        "pmid 28628765",
        "https://pubmed.ncbi.nlm.nih.gov/28628765/",
        "PMID28628765",
        "pubmed.ncbi.nlm.nih.gov/28628765",
        "https://pubmed.ncbi.nlm.nih.gov/28628765/?term=blunting#affiliation-1",
        "http://www.ncbi.nlm.nih.gov/pubmed/28628765",
        "(10.1016/j.jad.2017.05.048)",
        "“doi:10.1016/j.jad.2017.05.048”.",
        "<https://doi.org/10.1016/j.jad.2017.05.048>",
        "https://example.org/doi/full/10.1016/j.jad.2017.05.048",
        "https://example.org/doi/10.1016%2Fj.jad.2017.05.048/full?casa_token=x",
    ],
)
def test_a_work_is_added_by_any_of_its_numbers(typed, editor, stub):
    stub.works = [GOODWIN]
    before = editor.bibliography.read_bytes()
    code, said = editor.add(typed)
    assert code == 0, said
    after = editor.bibliography.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].decode().replace("10.1016/J.JAD.", "10.1016/j.jad.") == ENTRY
    assert "+@article{goodwin2017," in said
    assert "Cite with [@goodwin2017]." in said
    assert "design, sample, finding and limits" in said


def test_a_work_in_pubmed_central_is_free_to_read(editor, stub):
    stub.works = [Work("10.5555/free", "34908941", "PMC8650205", title="Free to read")]
    code, said = editor.add("PMC8650205")
    assert code == 0, said
    assert "pmcid        = {PMC8650205}," in editor.bibliography.read_text(encoding="utf-8")
    assert "free         = {yes}," in editor.bibliography.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "typed",
    [
        "ISBN:978-0-306-40615-7",
        "ISBN978-0-306-40615-7",
        "978-0-306-40615-7",
        "9780306406157",
        "ISBN 0-306-40615-2",
        "0-306-40615-2",
        "0306406152",
    ],
)
def test_a_book_is_added_by_its_isbn(typed, editor, stub):
    book = {
        "DOI": "10.5555/book",
        "type": "book",
        "title": ["A book"],
        "publisher": "A press",
        "ISBN": ["9780306406157"],
    }
    message = {**book, "issued": {"date-parts": [[1999]]}, "author": [{"family": "One", "given": "Ann"}]}
    stub.answers = {"10.5555/book": {"message": message}}
    stub.books = {"9780306406157": [message], "0306406152": [message]}
    code, said = editor.add(typed)
    assert code == 0, said
    assert "@book{one1999," in said
    assert f"isbn         = {{{typed.removeprefix('ISBN').strip(': ')}}}" in said


def test_nothing_else_in_the_file_is_touched(editor, stub):
    odd = (
        b'\xef\xbb\xbf% a remark\r\n\r\n@ARTICLE ( odd , TITLE = "x" # { y},\r\n journal={J}, year=2001 )\r\n'
    )
    odd += b"\r\n   % last"
    editor.bibliography.write_bytes(odd)
    stub.works = [GOODWIN]
    code, said = editor.add("PMID:28628765")
    assert code == 0, said
    after = editor.bibliography.read_bytes()
    assert after.startswith(odd)
    assert after[len(odd) :].decode() == ("\n" + ENTRY).replace("\n", "\r\n")


def test_a_dry_run_writes_nothing(editor, stub):
    stub.works = [GOODWIN]
    before = editor.bibliography.read_bytes()
    code, said = editor.add("PMID:28628765", "--dry-run")
    assert code == 0
    assert "+  pmid         = {28628765}," in said
    assert "Nothing was written" in said
    assert editor.bibliography.read_bytes() == before
    assert not editor.lock.exists()


def test_what_was_answered_stands_in_the_lock_at_once(editor, stub):
    stub.works = [GOODWIN]
    editor.add("PMID:28628765")
    assert '"goodwin2017"' in editor.lock.read_text(encoding="utf-8")
    assert "goodwin2017" not in "".join(
        line for line in editor.check()[1].splitlines() if "unchecked" in line
    )


@pytest.mark.parametrize("typed", ["PMID:28628765", "10.1016/j.jad.2017.05.048"])
def test_a_work_that_is_there_already_is_refused_by_any_number(typed, editor, stub):
    stub.works = [GOODWIN]
    editor.add("10.1016/j.jad.2017.05.048")
    before = editor.bibliography.read_bytes()
    code, said = editor.add(typed)
    assert code == 1
    assert "references.bib:16 has this work already: cite it with [@goodwin2017]" in said
    assert editor.bibliography.read_bytes() == before


def test_one_work_named_twice_is_said_to_be_one(editor, stub):
    stub.works = [GOODWIN]
    before = editor.bibliography.read_bytes()
    code, said = editor.add("PMID:28628765", "10.1016/j.jad.2017.05.048")
    assert code == 1
    assert "two of the numbers are those of one work, “Emotional blunting with" in said
    assert editor.bibliography.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"% Our references\n"], ids=["empty", "a remark alone"])
def test_the_first_work_is_added_to_a_file_without_any(content, editor, stub):
    stub.works = [GOODWIN]
    editor.bibliography.write_bytes(content)
    code, said = editor.add("PMID:28628765")
    assert code == 0, said
    assert editor.bibliography.read_bytes() == content + (ENTRY if content else ENTRY[1:]).encode()


def test_several_works_are_added_or_none(editor, stub):
    stub.works = [GOODWIN]
    before = editor.bibliography.read_bytes()
    code, said = editor.add("PMID:28628765", "PMID:11111111")
    assert code == 1
    assert "11111111 leads to no work" in said
    assert editor.bibliography.read_bytes() == before


def test_a_second_work_of_the_name_and_year_gets_a_key_of_its_own(editor, stub):
    stub.works = [GOODWIN, Work("10.5555/second", title="A second work of that year entirely")]
    code, said = editor.add("PMID:28628765", "10.5555/second")
    assert code == 0, said
    assert "[@goodwin2017], [@goodwin2017b]" in said


def test_a_retracted_work_is_added_with_a_warning(editor, stub):
    work = Work("10.5555/retracted", title="A retracted work", updated_by=[retraction()])
    stub.works = [work]
    code, said = editor.add("10.5555/retracted")
    assert code == 0
    assert "Beware, goodwin2017: Retraction, 3 August 2027: https://doi.org/10.1016/j.jad.2027.01.001" in said
    assert "Cite with [@goodwin2017, retracted]." in said


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("28628765", "PMID:28628765 if PubMed shows it"),
        ("goodwin2017", "Write the number of a work instead of “goodwin2017”"),
        ("PMID:0", "“PMID:0”: Write the PMID as its number alone, up to eight digits, as in PMID:26573114"),
        ("PMCID:11111111", "Write PMC11111111, or PMID:11111111 if PubMed shows this number"),
        ("NBK547689", "write the PMID that stands on its page at the Bookshelf, or type the entry by hand"),
        ("https://www.ncbi.nlm.nih.gov/books/NBK547689/", "No database is asked for"),
        ("123456789", "Say what the number 123456789 is"),
        ("0306406153", "Compare the ISBN 0306406153 with the book"),
        ("PMID:PMC8650205", "Write the PMID as its number alone"),
        ("10.1016", "Write the whole DOI"),
        ("10.1016/a b", "Take the blank out of the DOI"),
        ("ISBN:978-0-306-40615-8", "its last digit does not fit"),
        ("", "Write the number of a work instead of “”"),
        ("https://example.org/a", "Write the number of a work instead of"),
        ("PMC1\x1b[31m", "Write the"),
    ],
)
def test_a_mistyped_number_is_told_what_to_write(typed, advice, editor):
    before = editor.bibliography.read_bytes()
    code, said = editor.add(typed)
    assert code == 1
    assert advice in said
    assert "\x1b" not in said
    assert editor.bibliography.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "works", "advice"),
    [
        pytest.param("10.5555/nobody", [], "10.5555/nobody leads to no work", id="a DOI that nobody knows"),
        pytest.param("PMC999", [], "PMC999 is not known to PubMed Central", id="a PMCID that nobody knows"),
        pytest.param(
            "ISBN:978-0-306-40615-7", [], "Crossref knows no book of the ISBN", id="an unknown book"
        ),
        pytest.param(
            "10.5555/data",
            [Work("10.5555/data", agency="DataCite")],
            "registered with DataCite, which is not asked",
            id="a DOI of another agency",
        ),
        pytest.param(
            "10.5555/notice",
            [Work("10.5555/notice", update_to=[{"DOI": "10.5555/x", "type": "retraction"}])],
            "is a notice on another work, 10.5555/x. Add that work instead",
            id="a notice",
        ),
    ],
)
def test_a_number_without_a_work_adds_nothing(typed, works, advice, editor, stub):
    stub.works = works
    before = editor.bibliography.read_bytes()
    code, said = editor.add(typed)
    assert code == 1
    assert advice in said
    assert editor.bibliography.read_bytes() == before


@pytest.mark.parametrize("database", ["crossref", "pubmed", "pmc"])
@pytest.mark.parametrize("mood", ["forbidden", "web_page", "truncated", "nothing"])
def test_nothing_is_added_when_a_database_does_not_answer(database, mood, editor, stub):
    stub.works = [GOODWIN]
    stub.put(database, mood)
    before = editor.bibliography.read_bytes()
    code, said = editor.add("10.1016/j.jad.2017.05.048")
    assert code == 1
    assert "Nothing was added" in said
    assert {"crossref": "Crossref", "pubmed": "PubMed", "pmc": "PubMed Central"}[database] in said
    assert editor.bibliography.read_bytes() == before


def test_a_doi_and_a_pmid_of_two_works_add_nothing(editor, stub):
    stub.works = [GOODWIN]
    stub.answers = {
        GOODWIN.doi: {
            "message": {
                "DOI": GOODWIN.doi,
                "title": ["On the migration of storks"],
                "type": "journal-article",
            }
        }
    }
    code, said = editor.add("PMID:28628765")
    assert code == 1
    assert "lead to two works: “On the migration of storks” and “Emotional blunting" in said


def test_a_title_that_one_database_does_not_tell_makes_no_second_work(editor, stub):
    stub.works = [GOODWIN]
    stub.answers = {GOODWIN.doi: {"message": {"DOI": GOODWIN.doi, "type": "journal-article"}}}
    code, said = editor.add("PMID:28628765")
    assert code == 0, said
    assert "title        = {Emotional blunting" in said


def test_a_work_that_no_database_can_name_is_typed_by_hand(editor, stub):
    stub.works = [Work("10.5555/nameless", title="Nameless")]
    stub.answers = {"10.5555/nameless": {"message": {"DOI": "10.5555/nameless", "type": "journal-article"}}}
    code, said = editor.add("10.5555/nameless")
    assert code == 1
    assert "no database says what 10.5555/nameless is called. Type the entry by hand" in said


HOSTILE = [
    "}, url = {javascript:alert(1)",
    "A title with \\input{/etc/passwd} and % and $x$ and {braces",
    "<script>alert(1)</script>",
    'Quotes " and # and ~ and ^ and _',
    "@article{evil, title = {x}}",
    "Unicode: Holguín, 抗うつ薬, \u202eevil, \u0000",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_whatever_a_database_says_stays_inside_its_field(title, editor, stub):
    stub.works = [
        Work("10.5555/x", title=title.replace("\x00", ""), family=title[:40].replace("\x00", "") or "X")
    ]
    before = editor.bibliography.read_text(encoding="utf-8")
    code, said = editor.add("10.5555/x")
    after = editor.bibliography.read_text(encoding="utf-8")
    if code:
        assert after == before
        return
    library, problems = read_library([BibFile("references.bib", after)])
    assert [problem for problem in problems if problem.level == "error"] == [], said
    was, _ = read_library([BibFile("references.bib", before)])
    assert len(library) == len(was) + 1
    new = list(library)[-1]
    assert not new.get("url")
    assert "<script" not in new.get("title")


def test_who_asks_has_to_be_said(editor, stub):
    stub.works = [GOODWIN]
    publisher = editor.site / "docs" / "_data" / "publisher.yml"
    publisher.write_text("name: S\n", encoding="utf-8")
    code, said = editor.types("references", "add", "PMID:28628765", contact=False)
    assert code == 2
    assert "Say who asks" in said
    assert stub.asked == []


def test_an_address_of_no_database_is_refused(editor):
    code, said = editor.add("PMID:1", "--database", "pubmed=ftp://x")
    assert code == 2
    assert "Write --database NAME=ADDRESS" in said


def test_a_bibliography_with_errors_is_mended_first(editor, stub):
    editor.bibliography.write_text("@article{a, title = {A}", encoding="utf-8")
    code, said = editor.add("PMID:28628765")
    assert code == 2
    assert "Mend references.bib first" in said
    assert "references.bib:1:1: error:" in said
    assert stub.asked == []


def test_a_folder_without_a_bibliography_is_told(editor):
    editor.bibliography.unlink()
    code, said = editor.add("PMID:28628765")
    assert code == 2
    assert "references.bib is not there. Run this where it stands" in said
