import re
from pathlib import Path

import pytest

from citewell.bibliography.bibtex import read_bib_files
from citewell.bibliography.kinds import REQUIRED
from citewell.bibliography.reference import Name, Reference
from citewell.drugs import read_drugs
from citewell.nlm.format import format_reference, plain_text
from citewell.structured_data import graph
from citewell.structured_data.drug import CODING_SYSTEMS
from tests.schemaorg import problems_of
from tests.structured_data.pages import article

ROOT = Path(__file__).parents[2]


def work(kind, authors=(), **fields):
    return Reference("key", kind, {"title": "T"} | fields, tuple(authors))


def cited(*works):
    """The works as the graph of a page has them."""
    return graph(article(works=works))["@graph"][0]["citation"]


TYPES = {
    "article": (work("article", journal="J", year="2020"), "ScholarlyArticle"),
    "article in PubMed": (work("article", journal="J", pmid="1"), "MedicalScholarlyArticle"),
    "article in PubMed Central": (work("article", journal="J", pmcid="PMC1"), "MedicalScholarlyArticle"),
    "book": (work("book", publisher="P"), "Book"),
    "booklet": (work("booklet"), "Book"),
    "manual": (work("manual"), "Book"),
    "proceedings": (work("proceedings"), "Book"),
    "chapter": (work("incollection", booktitle="B"), "Chapter"),
    "chapter in PubMed": (work("incollection", booktitle="B", pmid="1"), "Chapter"),
    "part of a book": (work("inbook", chapter="3"), "Chapter"),
    "paper": (work("inproceedings", booktitle="B"), "ScholarlyArticle"),
    "report": (work("techreport", institution="I"), "Report"),
    "guideline": (work("guideline", organization="O"), "Report"),
    "guideline in a journal": (work("guideline", journal="J", pmid="1"), "MedicalScholarlyArticle"),
    "doctoral thesis": (work("phdthesis", school="S"), "Thesis"),
    "master's thesis": (work("mastersthesis", school="S"), "Thesis"),
    "web page": (work("online", url="https://official.example"), "WebPage"),
    "dataset": (work("dataset", publisher="P"), "Dataset"),
    "anything else": (work("misc"), "CreativeWork"),
    "manuscript": (work("unpublished"), "CreativeWork"),
}


@pytest.mark.parametrize(("reference", "kind"), TYPES.values(), ids=TYPES)
def test_type(reference, kind):
    assert cited(reference)[0]["@type"] == kind


def test_every_kind_has_a_case():
    assert {reference.kind for reference, _ in TYPES.values()} == set(REQUIRED)


DATES = {
    "day": ({"year": "2017", "month": "oct", "day": "15"}, "2017-10-15"),
    "day with a nought": ({"year": "2017", "month": "10", "day": "05"}, "2017-10-05"),
    "month": ({"year": "2013", "month": "Dec"}, "2013-12"),
    "year": ({"year": "2011"}, "2011"),
    "several months": ({"year": "2020", "month": "Nov-Dec"}, "2020"),
    "season": ({"year": "2020", "month": "Spring"}, "2020"),
    "several days": ({"year": "2020", "month": "4", "day": "3--5"}, "2020-04"),
    "day that does not exist": ({"year": "2021", "month": "2", "day": "29"}, "2021-02"),
    "day without month": ({"year": "2021", "day": "29"}, "2021"),
    "not yet in print": ({"epub": "2014-12-10"}, "2014-12-10"),
    "print after the web": ({"year": "2015", "epub": "2014-12-10"}, "2015"),
    "still to appear": ({"year": "2027", "pubstate": "forthcoming"}, None),
    "span of years": ({"year": "2019-2021"}, None),
    "no date": ({}, None),
    "hostile": ({"year": "2020</script>", "epub": "</script>"}, None),
}


@pytest.mark.parametrize(("fields", "day"), DATES.values(), ids=DATES)
def test_date(fields, day):
    assert cited(work("article", journal="J", **fields))[0].get("datePublished") == day


def test_authors_are_those_that_print():
    many = [Name(f"Author{letter}", (letter,)) for letter in "ABCDEFGH"]
    names = [author["name"] for author in cited(work("book", many))[0]["author"]]
    assert names == ["AuthorA A", "AuthorB B", "AuthorC C", "AuthorD D", "AuthorE E", "AuthorF F"]


def test_others_are_no_author_and_an_organisation_is_no_person():
    group = Name("Example Group", is_organisation=True)
    authors = cited(work("book", [Name("Veen", ("A.",), "van der", "Jr"), group, Name("others")]))[0][
        "author"
    ]
    assert authors == [
        {"@type": "Person", "name": "van der Veen A Jr"},
        {"@type": "Organization", "name": "Example Group"},
    ]


def test_a_work_without_authors_has_none():
    assert "author" not in cited(work("book"))[0]


HOSTS = {
    "journal as it prints": (
        work("article", journal="Journal of X", shortjournal="J X"),
        {"@type": "Periodical", "name": "J X"},
    ),
    "book": (work("incollection", booktitle="B"), {"@type": "Book", "name": "B"}),
    "own book": (work("inbook", chapter="3"), None),
    "none": (work("book"), None),
}


@pytest.mark.parametrize(("reference", "host"), HOSTS.values(), ids=HOSTS)
def test_where_it_stands(reference, host):
    assert cited(reference)[0].get("isPartOf") == host


def test_identifiers_and_addresses():
    found = cited(
        work("book", doi="10.1000/a<b", pmid="1", pmcid="PMC2", url="https://official.example/a b")
    )[0]
    assert [(each["propertyID"], each["value"]) for each in found["identifier"]] == [
        ("DOI", "10.1000/a<b"),
        ("PMID", "1"),
        ("PMCID", "PMC2"),
    ]
    assert [found["url"], *found["sameAs"]] == [
        "https://doi.org/10.1000/a%3Cb",
        "https://pubmed.ncbi.nlm.nih.gov/1/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC2/",
        "https://official.example/a%20b",
    ]


@pytest.mark.parametrize("field", ["doi", "pmid", "pmcid", "url"])
def test_what_is_no_identifier_is_none_and_leads_nowhere(field):
    found = cited(work("book", **{field: "javascript:alert(1)"}))[0]
    assert {"identifier", "url", "sameAs"} & found.keys() == set()


def test_hostile_words_stay_as_typed():
    hostile = "</script><b onclick='x'>\""
    assert cited(work("book", [Name(hostile, is_organisation=True)], title=hostile)) == [
        {"@type": "Book", "name": hostile, "author": [{"@type": "Organization", "name": hostile}]}
    ]


ALL = {
    "kinds": tuple(reference for reference, _ in TYPES.values()),
    "dates": tuple(work("article", journal="J", **fields) for fields, _ in DATES.values()),
    "hosts": tuple(reference for reference, _ in HOSTS.values()),
    "this site's bibliography": tuple(read_bib_files([ROOT / "references.bib"], ROOT)[0]),
}


@pytest.mark.parametrize("works", ALL.values(), ids=ALL)
def test_works_are_valid(works):
    assert problems_of(graph(article(works=works))) == []


# ------------------------------------------------------------------------------------- this site's own data


def test_every_work_of_the_bibliography_says_what_it_prints():
    works = ALL["this site's bibliography"]
    found = cited(*works)
    assert len(found) == len(works) > 0
    for reference, said in zip(works, found, strict=True):
        parts = format_reference(reference)
        printed = plain_text(parts)
        texts = [said["name"], *(author["name"] for author in said.get("author", ()))]
        texts += [identifier["value"] for identifier in said.get("identifier", ())]
        texts += [said["isPartOf"]["name"]] if "isPartOf" in said else []
        texts += [said["datePublished"][:4]] if "datePublished" in said else []
        assert [text for text in texts if text not in printed] == []
        addresses = ([said["url"]] if "url" in said else []) + said.get("sameAs", [])
        assert addresses == [part.href for part in parts if part.href]


CODES = {"RxNorm": r"\d+", "ATC": r"[A-NP-V]\d{2}[A-Z]{2}\d{2}", "UNII": r"[A-Z0-9]{10}"}


def test_every_medicine_s_codes_have_the_form_of_their_register():
    """Health-publishing rule D4."""
    text = (ROOT / "docs/_data/drugs.yml").read_text(encoding="utf-8")
    drugs, problems = read_drugs(text)
    assert (problems, bool(drugs)) == ([], True)
    assert set(CODES) == set(CODING_SYSTEMS.values())
    for drug in drugs.values():
        for code, system in CODING_SYSTEMS.items():
            assert re.fullmatch(CODES[system], drug.codes.get(code, ""), re.ASCII), f"{drug.name}: {code}"
