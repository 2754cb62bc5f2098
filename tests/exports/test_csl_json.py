"""Every item is read again by citeproc-py, and named as the CSL schema names it."""

import json
from xml.etree import ElementTree as etree  # noqa: N813

import pytest
from citeproc import (
    SCHEMA_PATH,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from citewell.bibliography.kinds import REQUIRED
from citewell.bibliography.names import OTHERS
from citewell.bibliography.reference import Reference
from citewell.exports.csl_json import as_csl_json
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
NEW_IN_CSL_1_0_2 = {"event-title", "available-date"}  # citeproc-py does not know them


def schema_values(pattern):
    """The values that a named pattern of the CSL schema allows."""
    rng = "{http://relaxng.org/ns/structure/1.0}"
    schema = etree.parse(SCHEMA_PATH)
    (found,) = schema.iterfind(f".//{rng}define[@name='{pattern}']")
    nested = (schema_values(ref.get("name")) for ref in found.iter(f"{rng}ref"))
    return {value.text for value in found.iter(f"{rng}value")}.union(*nested)


TYPES = schema_values("item-types")
VARIABLES = schema_values("variables") | {"id", "type"}


def read(reference):
    item = json.loads(json.dumps(as_csl_json(reference)))
    source = CiteProcJSON([{name: value for name, value in item.items() if name not in NEW_IN_CSL_1_0_2}])
    return source, source[reference.key.lower()]


@pytest.mark.parametrize(("reference", "item"), samples_with(json.loads(expected("expected.json"))))
def test_exactly(reference, item):
    assert as_csl_json(reference) == item


@pytest.mark.parametrize("reference", ALL, ids=lambda work: work.key)
def test_types_and_variables_are_those_of_csl(reference):
    item = as_csl_json(reference)
    assert item["type"] in TYPES
    assert set(item) - VARIABLES == set()


@pytest.mark.parametrize("kind", REQUIRED)
def test_every_kind_has_a_type(kind):
    item = as_csl_json(Reference("key", kind, {"title": "T", "booktitle": "B"}))
    assert (item["type"] == "document") == (kind == "misc")


@pytest.mark.parametrize("reference", ALL, ids=lambda work: work.key)
def test_citeproc_reads_what_was_said(reference):
    _, back = read(reference)
    told = {name: clean_line(text) for name, text in reference.fields.items()}
    translated = f" [{told['translatedtitle']}]" if "translatedtitle" in told else ""
    assert str(back.get("title", "")) == f"{told.get('title', '')}{translated}"
    for name, variable in (
        ("doi", "DOI"),
        ("pmid", "PMID"),
        ("pmcid", "PMCID"),
        ("url", "URL"),
        ("note", "note"),
        ("shortjournal", "container_title_short"),
        ("edition", "edition"),
        ("address", "publisher_place"),
    ):
        assert str(back.get(variable, "")) == told.get(name, str(back.get(variable, ""))), name
    for role, names in (("author", reference.authors), ("editor", reference.editors)):
        assert [name.parts() for name in back.get(role, [])] == [_parts(name) for name in names]


def _parts(name):
    """Given name, family name, dropping particle, non-dropping particle, suffix: as citeproc-py has them."""
    if name == OTHERS:
        return None, "et al.", None, None, None
    family = clean_line(name.family)
    if name.is_organisation:
        return None, family, None, None, None
    return " ".join(name.given) or None, family, None, name.particle or None, name.suffix or None


@pytest.mark.parametrize("reference", [*OWN, *SAMPLES], ids=lambda work: work.key)
def test_a_style_prints_it(reference):
    source, _ = read(reference)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(reference.key)]))
    printed = str(bibliography.bibliography()[0])
    assert all(name.family in printed for name in reference.authors[:1])
    if "-" not in reference.get("month"):  # citeproc-py prints nothing of a span of months
        assert reference.get("year") in printed


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_hostile_text_is_text_again(name):
    item = json.loads(json.dumps(as_csl_json(hostile_work(name))))
    for variable in ("container-title", "note", "publisher", "genre", "section", "collection-title"):
        assert item[variable] == clean(name), variable
    assert item["title"] == f"{clean(name)} [{clean(name)}]"
    assert item["author"][0] == {"literal": clean(name)}


@pytest.mark.parametrize(
    ("fields", "variables"),
    [
        # Dates
        ({"year": "2017", "month": "oct", "day": "15"}, {"issued": {"date-parts": [[2017, 10, 15]]}}),
        ({"year": "2020", "month": "Nov-Dec"}, {"issued": {"date-parts": [[2020, 11], [2020, 12]]}}),
        ({"year": "2020", "month": "Dec-Jan"}, {"issued": {"date-parts": [[2020]]}}),
        ({"year": "1998", "month": "Fall"}, {"issued": {"date-parts": [[1998]], "season": 3}}),
        ({"year": "c2000"}, {"issued": {"date-parts": [[2000]]}}),
        ({"year": "n.d."}, {}),
        ({"epub": "2014-12-10"}, {"issued": {"date-parts": [[2014, 12, 10]]}}),
        (
            {"year": "2015", "epub": "2014-12-10"},
            {"issued": {"date-parts": [[2015]]}, "available-date": {"date-parts": [[2014, 12, 10]]}},
        ),
        ({"kind": "book", "bookdate": "2007-"}, {"issued": {"date-parts": [[2007]]}}),
        ({"kind": "online", "updated": "2023-02-13"}, {"issued": {"date-parts": [[2023, 2, 13]]}}),
        ({"urldate": "2020-01-01", "accessed": "2021-02-03"}, {"accessed": {"date-parts": [[2021, 2, 3]]}}),
        (
            {"eventdate": "2002-04-03/2002-04-05"},
            {"event-date": {"date-parts": [[2002, 4, 3], [2002, 4, 5]]}},
        ),
        ({"eventdate": "in May"}, {"event-date": {"literal": "in May"}}),
        # Numbers
        ({"volume": "58", "issue": "12", "supplement": "7"}, {"volume": "58", "issue": "12 Suppl 7"}),
        ({"articlenumber": "17"}, {"page": "17"}),
        ({"articlenumber": "17", "pages": "1--9"}, {"page": "1-9", "number": "17"}),
        ({"kind": "book", "pages": "40 p."}, {"number-of-pages": "40"}),
        ({"kind": "book", "pages": "40", "chapter": "3"}, {"page": "40", "chapter-number": "3"}),
        ({"kind": "inbook", "pages": "40"}, {"page": "40"}),
        ({"kind": "book", "volume": "2"}, {"volume": "2"}),
        (
            {"kind": "book", "volume": "288", "series": "S"},
            {"collection-title": "S", "collection-number": "288"},
        ),
        (
            {"kind": "book", "volume": "2", "number": "34", "series": "S"},
            {"collection-title": "S", "collection-number": "34", "volume": "2"},
        ),
        ({"kind": "techreport", "number": "PB2005-104459"}, {"number": "PB2005-104459"}),
        ({"kind": "guideline", "chapter": "5. Stopping"}, {"section": "5. Stopping", "genre": "Guideline"}),
        # What it is, and where
        ({"shortjournal": "Rev"}, {"container-title": "Rev", "container-title-short": "Rev"}),
        ({"kind": "phdthesis", "school": "S"}, {"publisher": "S", "genre": "Doctoral dissertation"}),
        ({"kind": "techreport", "institution": "I", "publisher": "P"}, {"publisher": "I"}),
        ({"kind": "misc", "howpublished": "Leaflet"}, {"medium": "Leaflet"}),
        ({"kind": "book", "nbk": "NBK7256"}, {"URL": "https://www.ncbi.nlm.nih.gov/books/NBK7256/"}),
        (
            {"kind": "inproceedings", "eventtitle": "E", "venue": "V"},
            {"event-title": "E", "event-place": "V"},
        ),
        ({"translatedtitle": "Anxiety"}, {"title": "[Anxiety]"}),
    ],
)
def test_variables(fields, variables):
    item = as_csl_json(Reference("key", fields.get("kind", "article"), fields))
    del item["id"], item["type"]
    assert item == variables


def test_a_guideline_in_a_journal_is_an_article():
    assert as_csl_json(Reference("key", "guideline", {"journal": "J"}))["type"] == "article-journal"


def test_what_is_not_the_reference_stays_at_home():
    assert "secret" not in json.dumps(as_csl_json(PRIVATE))
