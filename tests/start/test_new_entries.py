"""Works of an old list in the bibliography: found, or added with a key of their own."""

import pytest

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.bibliography.reference import Library, Name, Reference
from citewell.bibliography.same_work import same_work
from citewell.exports.bibtex import as_bibtex
from citewell.start.entry_keys import new_key
from citewell.start.new_entries import appended, placed


def person(family, particle=""):
    return Name(family, ("A.",), particle)


@pytest.mark.parametrize(
    ("authors", "title", "year", "key"),
    [
        ((person("Goodwin"),), "T", "2017", "goodwin2017"),
        ((person("Holguín-Lew"),), "T", "2013", "holguinlew2013"),
        ((person("Veen", "van der"),), "T", "2012", "vanderveen2012"),
        ((person("Søndergaard"),), "T", "2023", "sondergaard2023"),
        ((person("O'Brien"),), "T", "", "obrien"),
        ((Name("Health Service Executive", is_organisation=True),), "T", "2022", "hse2022"),
        ((Name("NICE", is_organisation=True),), "T", "2022", "nice2022"),
        ((), "The 21 ways of crying", "2002", "ways2002"),
        ((person("李"),), "Tears", "2020", "tears2020"),
        ((person("李"),), "泪", "", "work"),
    ],
)
def test_a_key_is_the_first_author_and_the_year(authors, title, year, key):
    assert new_key(Reference("", "article", {"title": title, "year": year}, authors), []) == key


def test_no_key_is_given_twice_whatever_its_capitals():
    taken = ["Goodwin2017"]
    reference = Reference("", "article", {"year": "2017"}, (person("Goodwin"),))
    for expected in ("goodwin2017b", "goodwin2017c"):
        taken.append(new_key(reference, taken))
        assert taken[-1] == expected
    without_year = Reference("", "article", {"title": "Tears"}, (person("Goodwin"),))
    assert new_key(without_year, ["goodwin"]) == "goodwin-b"
    many = [f"x2020{letter}" for letter in " bcdefghijklmnopqrstuvwxyz"] + ["x2020"]
    assert new_key(Reference("", "article", {"year": "2020"}, (person("X"),)), many) == "x2020-27"


IN_THE_FILE = """@article{goodwin2017, author = {Goodwin, G. M.}, journal = {J Affect Disord}, year = {2017},
  title = {Emotional blunting with antidepressant treatments}, doi = {10.1016/j.jad.2017.05.048}}
@online{sertraline, title = {Sertraline}, author = {{Health Service}}, url = {https://example.org}}
"""
LIBRARY = read_library([BibFile("x.bib", IN_THE_FILE)])[0]


@pytest.mark.parametrize(
    ("fields", "author", "key"),
    [
        ({"title": "Another title", "doi": "10.1016/J.JAD.2017.05.048"}, "Doe", "goodwin2017"),
        (
            {"title": "Emotional Blunting with antidepressant treatments.", "year": "2017"},
            "Doe",
            "goodwin2017",
        ),
        ({"title": "Emotional blunting with antidepressant treatments"}, "Doe", "goodwin2017"),
        ({"title": "Emotional blunting with antidepressant treatments", "year": "2018"}, "Goodwin", None),
        (
            {"title": "Emotional blunting with antidepressant treatments", "doi": "10.1000/other"},
            "Goodwin",
            None,
        ),
        ({"title": "Sertraline", "year": "2023"}, "Singh", None),
        ({"title": ""}, "Goodwin", None),
    ],
)
def test_a_work_is_found_by_its_numbers_or_its_title(fields, author, key):
    found = same_work(Reference("", "article", fields, (person(author),)), LIBRARY)
    assert (found.key if found else None) == key


def test_works_are_found_or_added_and_the_same_work_twice_is_one():
    known = Reference("", "article", {"title": "X", "doi": "10.1016/j.jad.2017.05.048"}, (person("Goodwin"),))
    new = Reference("", "article", {"title": "A title of four words", "year": "2017"}, (person("Goodwin"),))
    works = placed([known, new, new], LIBRARY)
    assert works.keys == ("goodwin2017", "goodwin2017b", "goodwin2017b")
    assert [entry.key for entry in works.new] == ["goodwin2017b"]
    assert works.found == {"goodwin2017"}


ENTRY = Reference(
    "doe2020", "article", {"title": "100 % {of} SSRIs", "journal": "J", "year": "2020"}, (person("Doe"),)
)


@pytest.mark.parametrize(
    "before",
    [
        b"",
        b"% a remark\n",
        IN_THE_FILE.encode(),
        IN_THE_FILE.rstrip("\n").encode(),
        IN_THE_FILE.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + IN_THE_FILE.encode(),
    ],
)
def test_every_byte_of_the_bibliography_stays(before):
    after = appended(before, [as_bibtex(ENTRY)])
    assert after.startswith(before)
    assert (b"\r\n" in after) == (b"\r\n" in before)
    assert after.count(b"\n") == after.count(b"\r\n") or b"\r\n" not in before
    library, problems = read_library([BibFile("x.bib", after.decode("utf-8-sig"))])
    assert problems == []
    assert library.get("doe2020").get("title") == "100 % {of} SSRIs" or library.get("doe2020")
    assert len(library) == len(read_library([BibFile("x.bib", before.decode("utf-8-sig"))])[0]) + 1


def test_nothing_is_added_when_there_is_nothing_to_add():
    assert appended(b"x", []) == b"x"


def test_an_empty_library_takes_every_work():
    assert placed([ENTRY], Library()).new[0].key == "doe2020"
