"""One work under two entries is found: by a number in common, or by its title."""

import pytest

from citewell.bibliography.reference import Name, Reference
from citewell.bibliography.same_work import SameWorks, same_work

BLUNTING = "Emotional blunting with antidepressant treatments"
SETID = "fda754f6-d0f3-4dce-a17a-927d64f912f7"


def work(kind="article", by="", **fields):
    return Reference("one", kind, fields, (Name(by),) if by else ())


def is_found(one, other):
    """Whether one is found where the other is held, and the other way round."""
    outcomes = {SameWorks([first]).of(second) is first for first, second in ((one, other), (other, one))}
    assert len(outcomes) == 1
    return outcomes.pop()


BY_NUMBER = {
    "DOI": (work(doi="10.1000/one"), work(doi="10.1000/one"), True),
    "DOI with other capitals": (work(doi="10.1000/One"), work(doi="10.1000/ONE"), True),
    "two DOIs": (work(doi="10.1000/one"), work(doi="10.1000/two"), False),
    "PMID": (work(pmid="1"), work(pmid="1"), True),
    "two PMIDs": (work(pmid="1"), work(pmid="11"), False),
    "PMCID": (work(pmcid="PMC1"), work(pmcid="PMC1"), True),
    "a PMID and a PMCID of one number": (work(pmid="1"), work(pmcid="1"), False),
    "number of the Bookshelf": (work(nbk="NBK1"), work(nbk="NBK1"), True),
    "set id": (work(setid=SETID), work(setid=SETID), True),
    "ISBN": (work("book", isbn="978-0-306-40615-7"), work("book", isbn="978-0-306-40615-7"), True),
    "ISBN with hyphens, with blanks and without": (
        work("book", isbn="978-0-306-40615-7"),
        work("book", isbn="978 0306406157"),
        True,
    ),
    "ISBN without hyphens": (
        work("book", isbn="978-0-306-40615-7"),
        work("book", isbn="9780306406157"),
        True,
    ),
    "ISBN that ends with x": (work("book", isbn="0-8044-2957-X"), work("book", isbn="080442957x"), True),
    "ISBN of 10 and of 13 digits": (
        work("book", isbn="0-306-40615-2"),
        work("book", isbn="978-0-306-40615-7"),
        True,
    ),
    "two ISBNs": (work("book", isbn="978-0-306-40615-7"), work("book", isbn="0-8044-2957-X"), False),
    "two chapters of one book": (
        work("incollection", title="One", isbn="978-0-306-40615-7"),
        work("incollection", title="Two", isbn="978-0-306-40615-7"),
        False,
    ),
    "a chapter and its book": (
        work("inbook", title="One", isbn="978-0-306-40615-7"),
        work("book", title="Tears", isbn="978-0-306-40615-7"),
        False,
    ),
    "two papers of one conference": (
        work("inproceedings", title="One", isbn="978-0-306-40615-7"),
        work("inproceedings", title="Two", isbn="978-0-306-40615-7"),
        False,
    ),
    "two chapters of one title in one book": (
        work("incollection", title="Why some people cannot cry", isbn="978-0-306-40615-7"),
        work("incollection", title="Why some people cannot cry", isbn="9780306406157"),
        True,
    ),
    "two chapters of one DOI": (
        work("incollection", title="One", doi="10.1000/one"),
        work("incollection", title="Two", doi="10.1000/one"),
        True,
    ),
    "one number of several": (
        work(doi="10.1000/one", pmid="1", title="One"),
        work(pmid="1", pmcid="PMC1", title="Two"),
        True,
    ),
    "one number in common and one that differs": (
        work(doi="10.1000/one", pmid="1"),
        work(doi="10.1000/one", pmid="2"),
        True,
    ),
    "an ISSN or an address in common is that of many": (
        work(issn="0165-0327", url="https://x.example", title="One"),
        work(issn="0165-0327", url="https://x.example", title="Two"),
        False,
    ),
    "nothing in common": (work(), work(), False),
}


@pytest.mark.parametrize(("one", "other", "expected"), BY_NUMBER.values(), ids=BY_NUMBER)
def test_a_work_is_found_by_its_numbers(one, other, expected):
    assert is_found(one, other) == expected


BY_TITLE = {
    "one title": (work(title=BLUNTING), work(title=BLUNTING), True),
    "capitals and stops": (work(title=BLUNTING), work(title=f"{BLUNTING.upper()}."), True),
    "hyphens and blanks": (
        work(title="Anti-depressants and  tears"),
        work(title="Anti depressants and tears"),
        True,
    ),
    "a subtitle": (work(title=BLUNTING), work(title=f"{BLUNTING}: a survey"), False),
    "one title and year": (work(title=BLUNTING, year="2017"), work(title=BLUNTING, year="2017"), True),
    "one title, one year not known": (work(title=BLUNTING, year="2017"), work(title=BLUNTING), True),
    "one title, two years": (work(title=BLUNTING, year="2017"), work(title=BLUNTING, year="2018"), False),
    "one title, two authors": (work(by="Goodwin", title=BLUNTING), work(by="Price", title=BLUNTING), True),
    "one title, two DOIs": (
        work(title=BLUNTING, doi="10.1000/one"),
        work(title=BLUNTING, doi="10.1000/two"),
        False,
    ),
    "one title, a DOI and a PMID": (
        work(title=BLUNTING, doi="10.1000/one"),
        work(title=BLUNTING, pmid="1"),
        True,
    ),
    "one title, a DOI and nothing": (work(title=BLUNTING, doi="10.1000/one"), work(title=BLUNTING), True),
    "one title, two ISBNs of 10 and of 13 digits": (
        work("book", title=BLUNTING, isbn="0-306-40615-2"),
        work("book", title=BLUNTING, isbn="978-0-306-40615-7"),
        True,
    ),
    "three words, one author": (
        work(by="Maker", title="All about tears"),
        work(by="Maker", title="All about tears"),
        True,
    ),
    "three words, two authors": (
        work(by="Maker", title="All about tears"),
        work(by="Doe", title="All about tears"),
        False,
    ),
    "three words, one author not known": (
        work(by="Maker", title="All about tears"),
        work(title="All about tears"),
        False,
    ),
    "three words, neither author known": (
        work(title="All about tears"),
        work(title="All about tears"),
        False,
    ),
    "a short title, one author, two years": (
        work(by="Maker", title="Label", year="2020"),
        work(by="Maker", title="Label", year="2023"),
        False,
    ),
    "no titles": (work(by="Maker", title=""), work(by="Maker", title=""), False),
    "titles without words": (work(by="Maker", title="???"), work(by="Maker", title="!!!"), False),
    "another script": (work(by="王", title="哭泣与抗抑郁药"), work(by="王", title="哭泣与抗抑郁药。"), True),
}


@pytest.mark.parametrize(("one", "other", "expected"), BY_TITLE.values(), ids=BY_TITLE)
def test_a_work_is_found_by_its_title(one, other, expected):
    assert is_found(one, other) == expected


def test_the_first_of_several_is_found():
    works = [
        work(doi="10.1000/one"),
        work(doi="10.1000/one", pmid="1"),
        work(title=BLUNTING),
        work(title=BLUNTING),
    ]
    assert same_work(work(doi="10.1000/one"), works) is works[0]
    assert same_work(work(title=BLUNTING), works) is works[2]


def test_a_number_counts_before_a_title():
    by_title, by_number = work(title=BLUNTING), work(title="Another", pmid="1")
    assert same_work(work(title=BLUNTING, pmid="1"), [by_title, by_number]) is by_number


def test_of_works_of_one_title_the_one_that_fits_is_found():
    works = [work(title=BLUNTING, year=year) for year in ("2015", "2016", "2017")]
    assert same_work(work(title=BLUNTING, year="2016"), works) is works[1]
    assert same_work(work(title=BLUNTING, year="2014"), works) is None


def test_a_work_is_found_once_it_was_added_and_not_before():
    works = SameWorks()
    one = work(doi="10.1000/one", title=BLUNTING)
    assert works.of(one) is None
    works.add(one)
    assert works.of(work(doi="10.1000/ONE")) is one
    assert works.of(work(title=BLUNTING)) is one
