"""Answers as databases sent them, and hostile ones of the same shapes."""

import datetime as dt
import json
from xml.etree import ElementTree as etree  # noqa: N813

import pytest

from citewell.databases import crossref
from citewell.databases.pubmed_record import record_of
from citewell.databases.record import clean, given_names
from citewell.reference_lock.notice import in_force
from tests.databases.stub import Work, crossref_answer

WAKEFIELD = {
    "DOI": "10.1016/s0140-6736(97)11096-0",
    "title": ["RETRACTED: Ileal-lymphoid-nodular hyperplasia"],
    "container-title": ["The Lancet"],
    "issued": {"date-parts": [[1998, 2]]},
    "author": [{"given": "AJ", "family": "Wakefield", "sequence": "first"}],
    "volume": "351",
    "issue": "9103",
    "page": "637-641",
    "type": "journal-article",
    "updated-by": [
        {
            "DOI": "10.1016/s0140-6736(04)15715-2",
            "type": "correction",
            "label": "Correction",
            "source": "retraction-watch",
            "updated": {"date-parts": [[2004, 3, 6]], "timestamp": 1078531200000},
            "record-id": "17269",
        },
        {
            "DOI": "10.1016/s0140-6736(10)60175-4",
            "type": "Retraction",
            "label": "Retraction",
            "source": "retraction-watch",
            "updated": {"date-parts": [[2010, 2, 6]]},
            "record-id": "4036",
        },
    ],
}
"""As recorded, shortened to what is read."""


def crossref_record(message, stub, client):
    stub.works = [Work(message["DOI"])]
    stub.answers = {message["DOI"]: {"message": message}}
    return crossref.ask(client, message["DOI"]).record


def test_a_retracted_work_at_crossref(stub, client):
    record = crossref_record(WAKEFIELD, stub, client)
    assert dict(record.reference.fields) == {
        "title": "RETRACTED: Ileal-lymphoid-nodular hyperplasia",
        "journal": "The Lancet",
        "year": "1998",
        "month": "Feb",
        "volume": "351",
        "number": "9103",
        "pages": "637-641",
        "doi": "10.1016/s0140-6736(97)11096-0",
    }
    assert [(n.kind, n.label, n.date, n.address) for n in in_force(record.notices)] == [
        ("retraction", "Retraction", dt.date(2010, 2, 6), "https://doi.org/10.1016/s0140-6736(10)60175-4"),
        ("correction", "Correction", dt.date(2004, 3, 6), "https://doi.org/10.1016/s0140-6736(04)15715-2"),
    ]


@pytest.mark.parametrize(
    ("kind", "label", "found"),
    [
        ("retraction", "Retraction", "retraction"),
        ("RETRACTION", "Retraction", "retraction"),
        ("Retraction and replacement", "Retraction and replacement", "retraction"),
        ("retraction-and-replacement", "", "retraction"),
        ("partial_retraction", "Partial retraction", "partial-retraction"),
        ("withdrawal", "Withdrawal", "withdrawal"),
        ("removal", "Removal", "removal"),
        ("expression_of_concern", "Expression of concern", "concern"),
        ("Expression of Concern", "Expression of concern", "concern"),
        ("corrigendum", "Corrigendum", "correction"),
        ("erratum", "Erratum", "correction"),
        ("new_version", "New version", "new-version"),
        ("new_edition", "New edition", "new-version"),
        ("addendum", "Addendum", "other"),
        ("clarification", "Clarification", "other"),
        ("something_new", "", "other"),
    ],
)
def test_what_crossref_calls_a_notice_keeps_its_own_label(kind, label, found, stub, client):
    update = {
        "DOI": "10.5555/notice",
        "type": kind,
        "label": label,
        "updated": {"date-parts": [[2027, 1, 2]]},
    }
    record = crossref_record({**WAKEFIELD, "updated-by": [update]}, stub, client)
    (notice,) = record.notices
    assert (notice.kind, notice.label) == (
        found,
        label or kind.capitalize().replace("_", " ").replace("-", " "),
    )


def test_a_work_that_updates_another_is_a_notice_and_not_retracted(stub, client):
    update = {"DOI": "10.5555/other", "type": "retraction", "label": "Retraction"}
    record = crossref_record({**WAKEFIELD, "updated-by": [], "update-to": [update]}, stub, client)
    assert record.notices == ()
    assert record.notice_of == ("10.5555/other",)


def test_a_work_that_updates_itself_is_retracted_in_place(stub, client):
    update = {"DOI": "10.1016/S0140-6736(97)11096-0", "type": "retraction", "label": "Retraction"}
    record = crossref_record({**WAKEFIELD, "updated-by": [], "update-to": [update]}, stub, client)
    assert [notice.kind for notice in record.notices] == ["retraction"]
    assert record.notice_of == ()


@pytest.mark.parametrize(
    "parts", [[[2010, 2, 31]], [[2010, 13]], [["2010", "2"]], [[10**9]], [], [None], "2010", None, [[2010.5]]]
)
def test_a_day_that_is_none_is_left_out(parts, stub, client):
    update = {"DOI": "10.5555/notice", "type": "retraction", "label": "R", "updated": {"date-parts": parts}}
    (notice,) = crossref_record({**WAKEFIELD, "updated-by": [update]}, stub, client).notices
    assert notice.date is None


@pytest.mark.parametrize("doi", ["javascript:alert(1)", '10.1/x"><script>', "", None, ["10.5555/x"], 7])
def test_a_notice_links_to_nothing_but_a_doi(doi, stub, client):
    update = {"DOI": doi, "type": "retraction", "label": "<b>Retraction</b>\u202e"}
    (notice,) = crossref_record({**WAKEFIELD, "updated-by": [update]}, stub, client).notices
    assert notice.address == "https://doi.org/10.1016/s0140-6736(97)11096-0"
    assert notice.label == "Retraction"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Effects of <i>in vitro</i> SSRI", "Effects of in vitro SSRI"),
        ("H<sub>2</sub>O", "H2O"),
        ("<jats:title>Crying</jats:title>", "Crying"),
        ("Pain &amp; tears", "Pain & tears"),
        ("Pain &amp;amp; tears", "Pain & tears"),
        ("p &lt; 0.05 and q > 1", "p < 0.05 and q > 1"),
        ("<script>alert(1)</script>Crying", "alert(1)Crying"),
        ("&lt;script&gt;Crying", "Crying"),
        ("Cry\u202eing\u200b", "Crying"),
        ("a\n   b\t c", "a b c"),
        ("Holgui\u0301n", "Holguín"),
        ("x" * 9_000, "x" * 1_000),
    ],
)
def test_a_text_becomes_one_plain_line(typed, read):
    assert clean(typed) == read


@pytest.mark.parametrize(
    ("typed", "family", "read"),
    [
        ("Guy M", "Goodwin", ("Guy", "M.")),
        ("G M", "Goodwin", ("G.", "M.")),
        ("GM", "Goodwin", ("G.", "M.")),
        ("G.M.", "Goodwin", ("G.", "M.")),
        ("AJ", "Wakefield", ("A.", "J.")),
        ("AL", "GORE", ("AL",)),
        ("Jean-Paul", "Sartre", ("Jean-Paul",)),
        ("Ya", "Li", ("Ya",)),
        ("", "Li", ()),
    ],
)
def test_given_names_and_initials(typed, family, read):
    assert given_names(typed, family) == read


RETRACTED = """
<PubmedArticle><MedlineCitation><PMID Version="1">9500320</PMID>
<Article><Journal><JournalIssue><Volume>351</Volume><Issue>9103</Issue>
<PubDate><Year>1998</Year><Month>Feb</Month><Day>28</Day></PubDate></JournalIssue>
<Title>Lancet (London, England)</Title><ISOAbbreviation>Lancet</ISOAbbreviation></Journal>
<ArticleTitle>Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental disorder
in children.</ArticleTitle><Pagination><MedlinePgn>637-41</MedlinePgn></Pagination>
<AuthorList><Author><LastName>Wakefield</LastName><ForeName>A J</ForeName></Author>
<Author><CollectiveName>The Group</CollectiveName></Author></AuthorList>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
<PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList></Article>
<MedlineJournalInfo><MedlineTA>Lancet</MedlineTA></MedlineJournalInfo>
<CommentsCorrectionsList>
<CommentsCorrections RefType="CommentIn"><RefSource>Lancet. 1998 Feb 28;351(9103):611-2</RefSource>
<PMID>9500313</PMID></CommentsCorrections>
<CommentsCorrections RefType="PartialRetractionIn"><RefSource>Lancet. 2004 Mar 6;363(9411):750</RefSource>
<PMID>15016483</PMID></CommentsCorrections>
<CommentsCorrections RefType="RetractionIn"><RefSource>Lancet. 2010 Feb 6;375(9713):445</RefSource>
<PMID>20137807</PMID></CommentsCorrections>
</CommentsCorrectionsList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">9500320</ArticleId>
<ArticleId IdType="doi">10.1016/s0140-6736(97)11096-0</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
"""


def pubmed_record(text, pmid="9500320"):
    return record_of(etree.fromstring(text), pmid)


def test_a_retracted_work_at_pubmed():
    record = pubmed_record(RETRACTED)
    reference = record.reference
    assert reference.get("title").endswith("disorder in children")
    assert (reference.get("journal"), reference.get("shortjournal")) == ("Lancet (London, England)", "Lancet")
    assert (reference.get("pages"), reference.get("month"), reference.get("day")) == ("637-41", "Feb", "28")
    assert reference.get("doi") == "10.1016/s0140-6736(97)11096-0"
    assert [name.family for name in reference.authors] == ["Wakefield", "The Group"]
    assert reference.authors[1].is_organisation
    assert [(n.kind, n.label, n.date, n.address) for n in in_force(record.notices)] == [
        ("retraction", "Retraction", dt.date(2010, 2, 6), "https://pubmed.ncbi.nlm.nih.gov/20137807/"),
        (
            "partial-retraction",
            "Partial retraction",
            dt.date(2004, 3, 6),
            "https://pubmed.ncbi.nlm.nih.gov/15016483/",
        ),
    ]


def test_a_work_called_retracted_without_a_notice_is_retracted():
    (notice,) = pubmed_record(RETRACTED.replace('RefType="RetractionIn"', 'RefType="CommentIn"')).notices[1:]
    assert (notice.kind, notice.label, notice.date) == ("retraction", "Retracted publication", None)
    assert notice.address == "https://pubmed.ncbi.nlm.nih.gov/9500320/"


def test_the_retraction_itself_is_no_retracted_work():
    text = RETRACTED.replace("Retracted Publication", "Retraction of Publication")
    text = text.replace("PartialRetractionIn", "CommentIn").replace("RetractionIn", "RetractionOf")
    record = pubmed_record(text)
    assert record.notices == ()
    assert record.notice_of == ("20137807",)


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        ("<Year>2020</Year><Month>Nov</Month>", {"year": "2020", "month": "Nov"}),
        ("<Year>2020</Year><Month>11</Month><Day>03</Day>", {"year": "2020", "month": "11", "day": "3"}),
        ("<MedlineDate>2020 Nov-Dec</MedlineDate>", {"year": "2020", "month": "Nov-Dec"}),
        ("<Year>2019</Year><Season>Spring</Season>", {"year": "2019", "month": "Spring"}),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", {"year": "1998", "month": "Dec-1999"}),
        ("<MedlineDate>soon</MedlineDate>", {}),
    ],
)
def test_dates_of_issues(date, fields):
    text = RETRACTED.replace("<Year>1998</Year><Month>Feb</Month><Day>28</Day>", date)
    reference = pubmed_record(text).reference
    found = {name: reference.get(name) for name in ("year", "month", "day") if reference.get(name)}
    assert found == fields


@pytest.mark.parametrize(
    ("titles", "title", "translated"),
    [
        ("<ArticleTitle>Crying.</ArticleTitle>", "Crying", ""),
        ("<ArticleTitle>Why do we cry?</ArticleTitle>", "Why do we cry?", ""),
        ("<ArticleTitle>[Crying].</ArticleTitle>", "Crying", ""),
        (
            "<ArticleTitle>[Crying].</ArticleTitle><VernacularTitle>Weinen.</VernacularTitle>",
            "Weinen",
            "Crying",
        ),
        ("<ArticleTitle>Crying <i>in vitro</i> &lt;b&gt;.</ArticleTitle>", "Crying in vitro", ""),
        ("<ArticleTitle>To be continued...</ArticleTitle>", "To be continued...", ""),
        ("<ArticleTitle/>", "", ""),
    ],
)
def test_titles_as_pubmed_prints_them(titles, title, translated):
    start, end = (
        RETRACTED.index("<ArticleTitle>"),
        RETRACTED.index("</ArticleTitle>") + len("</ArticleTitle>"),
    )
    reference = pubmed_record(RETRACTED[:start] + titles + RETRACTED[end:]).reference
    assert (reference.get("title"), reference.get("translatedtitle")) == (title, translated)


CHAPTER = """
<PubmedBookArticle><BookDocument><PMID Version="1">31613469</PMID>
<ArticleIdList><ArticleId IdType="bookaccession">NBK547689</ArticleId></ArticleIdList>
<Book><Publisher><PublisherName>StatPearls Publishing</PublisherName>
<PublisherLocation>Treasure Island (FL)</PublisherLocation></Publisher>
<BookTitle book="statpearls">StatPearls</BookTitle><PubDate><Year>2023</Year><Month>01</Month></PubDate>
<BeginningDate><Year>2023</Year><Month>01</Month></BeginningDate><Medium>Internet</Medium></Book>
<ArticleTitle book="statpearls" part="article-28970">Sertraline</ArticleTitle>
<AuthorList Type="authors" CompleteYN="Y"><Author ValidYN="Y"><LastName>Singh</LastName>
<ForeName>Harvinder K.</ForeName></Author></AuthorList>
<ContributionDate><Year>2023</Year><Month>02</Month><Day>13</Day></ContributionDate>
</BookDocument><PubmedBookData/></PubmedBookArticle>
"""


def test_a_chapter_of_bookshelf():
    reference = pubmed_record(CHAPTER, "31613469").reference
    assert reference.kind == "incollection"
    assert dict(reference.fields) == {
        "title": "Sertraline",
        "booktitle": "StatPearls",
        "medium": "Internet",
        "address": "Treasure Island (FL)",
        "publisher": "StatPearls Publishing",
        "bookdate": "2023-",
        "year": "2023",
        "month": "02",
        "day": "13",
        "url": "https://www.ncbi.nlm.nih.gov/books/NBK547689/",
        "nbk": "NBK547689",
        "pmid": "31613469",
    }


@pytest.mark.parametrize("value", [None, 7, True, [], {}, "x", [[]], [{}], {"DOI": 1.5}, {"DOI": None}])
@pytest.mark.parametrize("name", [*WAKEFIELD])
def test_no_value_of_crossref_is_too_strange(name, value, stub, client):
    message = {**WAKEFIELD, name: value}
    stub.works = [Work(WAKEFIELD["DOI"])]
    stub.answers = {WAKEFIELD["DOI"]: {"message": message}}
    if name == "DOI":
        with pytest.raises(Exception, match=r"without a DOI|."):
            assert crossref.ask(client, WAKEFIELD["DOI"]).record
        return
    record = crossref.ask(client, WAKEFIELD["DOI"]).record
    assert record.reference.get("doi") == WAKEFIELD["DOI"]


def test_the_stub_speaks_as_recorded():
    """What the other tests ask has the names of what was recorded."""
    stubbed = crossref_answer(Work("10.5555/x", updated_by=[{"DOI": "10.5555/y"}], issue="1"))["message"]
    assert set(WAKEFIELD) <= set(stubbed)
    assert json.dumps(stubbed)
