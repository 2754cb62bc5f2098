"""Where a reference and a database differ, and where they only write one thing in two ways."""

import datetime as dt

import pytest

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.bibliography.names import read_names
from citewell.bibliography.reference import Reference
from citewell.reference_lock.differences import Difference, differences, is_same_title
from citewell.reference_lock.lock import Answered

DAY = dt.date(2026, 5, 1)


def answer(database="pubmed", asked="1", **said):
    return Answered(database, asked, DAY, said=said)


def differ(reference, *answers):
    return [(found.field, found.is_another_work) for found in differences(reference, answers)]


def field_differs(name, typed, said, **more):
    reference = Reference("one", "article", {"pmid": "1", name: typed, **more})
    return name in {found for found, _ in differ(reference, answer(**{name: said}))}


ONE_WORK, ANOTHER = "one work", "another work"
TITLES = {
    "the same": ("Crying and antidepressants", "Crying and antidepressants", ""),
    "capitals": ("Crying and antidepressants", "Crying and Antidepressants", ""),
    "a stop": ("Crying and antidepressants", "Crying and antidepressants.", ""),
    "a hyphen": ("Re-uptake of serotonin", "Reuptake of serotonin", ""),
    "dashes and quotation marks": ("“No tears” \N{EN DASH} a report", '"No tears" - a report', ""),
    "a colon": ("Tears: a report", "Tears. A report", ""),
    "accents": ("Llanto patológico y ansiedad", "Llanto patologico y ansiedad", ""),
    "accents in a short title": ("Lágrimas y depresión", "Lagrimas y depresion", ""),
    "composed and not": ("Llanto patol\u00f3gico", "Llanto patolo\u0301gico", ""),
    "a small two": ("CO₂ and tears", "CO2 and tears", ""),
    "sharp s": ("Große Trauer", "Grosse Trauer", ""),
    "an ampersand alone": ("Tears & sorrow", "Tears / sorrow", ""),
    "RETRACTED": ("Crying and antidepressants", "RETRACTED: Crying and antidepressants", ""),
    "Retracted article": ("Crying and antidepressants", "[Retracted Article] Crying and antidepressants", ""),
    "RETRACTED ARTICLE": ("Crying and antidepressants", "RETRACTED ARTICLE: Crying and antidepressants", ""),
    "WITHDRAWN": ("Crying and antidepressants", "WITHDRAWN: Crying and antidepressants", ""),
    "REMOVED": ("Crying and antidepressants", "REMOVED: Crying and antidepressants", ""),
    "EXPRESSION OF CONCERN": (
        "Crying and antidepressants",
        "EXPRESSION OF CONCERN: Crying and antidepressants",
        "",
    ),
    "RETRACTED, as typed": (
        "RETRACTED: Crying and antidepressants",
        "RETRACTED: Crying and antidepressants",
        "",
    ),
    "RETRACTED, as typed alone": ("RETRACTED: Crying and antidepressants", "Crying and antidepressants", ""),
    "a title that begins with such a word": (
        "Withdrawn, sad and silent: a report",
        "Withdrawn, sad and silent: a report",
        "",
    ),
    "a word more": ("Crying and antidepressants", "Crying and antidepressants: reports", ONE_WORK),
    "another number": ("Tears in 12 people on sertraline", "Tears in 13 people on sertraline", ONE_WORK),
    "a subtitle left out": (
        "Emotional blunting with antidepressant treatments",
        "Emotional blunting with antidepressant treatments: a survey among patients",
        ONE_WORK,
    ),
    "a long subtitle left out": (
        "Why we cry",
        "Why we cry: the psychology of human tears from birth to old age",
        ONE_WORK,
    ),
    "a long subtitle added": (
        "Why we cry: the psychology of human tears from birth to old age",
        "Why we cry",
        ONE_WORK,
    ),
    "another work": ("Crying and antidepressants", "Oranges and lemons in scurvy", ANOTHER),
    "another work, retracted": (
        "Crying and antidepressants",
        "RETRACTED: Oranges and lemons in scurvy",
        ANOTHER,
    ),
    "another work that shares a word or two": (
        "Crying and antidepressants",
        "Antidepressants and falls in older people",
        ANOTHER,
    ),
    "another script": ("Crying and antidepressants", "哭泣与抗抑郁药", ANOTHER),
    "the same in another script": ("哭泣与抗抑郁药", "哭泣与抗抑郁药。", ""),
}


@pytest.mark.parametrize(("typed", "said", "expected"), TITLES.values(), ids=TITLES)
def test_titles_are_alike_or_differ_or_are_those_of_two_works(typed, said, expected):
    reference = Reference("one", "article", {"pmid": "1", "title": typed})
    found = differ(reference, answer(title=said))
    assert found == ([("title", expected == ANOTHER)] if expected else [])
    assert is_same_title(said, typed) == (expected != ANOTHER)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (r"\textit{In vivo} effects of {SSRIs} \& others", "In vivo effects of SSRIs & others"),
        (r"Serotonin 5-HT\textsubscript{2A} receptors", "Serotonin 5-HT2A receptors"),
        (r"Holgu{\'i}n's tears --- a report", "Holguín’s tears—a report"),  # noqa: RUF001 - as it is printed
    ],
)
def test_a_title_is_compared_without_its_marks(typed, said):
    bib = f"@article{{one, title = {{{typed}}}, journal = {{J}}, year = {{2013}}, pmid = {{1}}}}"
    library, problems = read_library([BibFile("x.bib", bib)])
    assert problems == []
    assert differ(library.get("one"), answer(title=said)) == []


def test_the_translation_of_a_title_counts_as_well():
    fields = {
        "pmid": "1",
        "title": "Llanto y antidepresivos",
        "translatedtitle": "Crying and antidepressants",
    }
    reference = Reference("one", "article", fields)
    assert differ(reference, answer(title="Crying and antidepressants")) == []
    assert differ(reference, answer(title="Llanto y antidepresivos")) == []
    assert differ(reference, answer(title="Crying and many antidepressants")) == [("title", False)]
    assert is_same_title(
        "Crying and antidepressants", "Llanto y antidepresivos", "", "Crying and antidepressants"
    )
    assert not is_same_title("Crying and antidepressants")


JOURNALS = {
    "the same": ("Appetite", "Appetite", False),
    "Psychopharmacology (Berl)": ("Psychopharmacology", "Psychopharmacology (Berl)", False),
    "Psychopharmacology (Berl), typed": ("Psychopharmacology (Berl)", "Psychopharmacology", False),
    "J Affect Disord": ("J Affect Disord", "Journal of Affective Disorders", False),
    "J Affect Disord, said": ("Journal of affective disorders", "J Affect Disord", False),
    "with stops": ("J. Affect. Disord.", "Journal of Affective Disorders", False),
    "BMJ": ("BMJ", "BMJ (Clinical research ed.)", False),
    "Lancet": ("The Lancet", "Lancet (London, England)", False),
    "N Engl J Med": ("N Engl J Med", "The New England journal of medicine", False),
    "Cochrane": ("Cochrane Database Syst Rev", "Cochrane Database of Systematic Reviews", False),
    "Rev Colomb Psiquiatr": ("Revista Colombiana de Psiquiatría", "Rev Colomb Psiquiatr", False),
    "accents": ("Revista Colombiana de Psiquiatría", "Revista Colombiana de Psiquiatria", False),
    "an ampersand": ("Depression and Anxiety", "Depression & Anxiety", False),
    "an escaped ampersand": ("Depression and Anxiety", "Depression &amp; Anxiety", False),
    "hyphens": ("Meta-Psychology", "Meta Psychology", False),
    "PLoS": ("PLoS One", "PLOS ONE", False),
    "another": ("J Affect Disord", "Appetite", True),
    "another of as many words": ("J Clin Psychiatry", "Journal of Clinical Psychology", True),
    "a part of it": ("Psychiatry", "Psychiatry Research", True),
    "BMJ and one of its sisters": ("BMJ", "BMJ Open", True),
}


@pytest.mark.parametrize(("typed", "said", "differs"), JOURNALS.values(), ids=JOURNALS)
def test_a_journal_has_many_names(typed, said, differs):
    assert field_differs("journal", typed, said) == differs


def test_one_of_the_names_of_a_journal_is_enough():
    said = answer(journal="Deutsches Ärzteblatt international", shortjournal="Dtsch Arztebl Int")
    for fields in (
        {"journal": "Dtsch Arztebl Int"},
        {"journal": "Deutsches Ärzteblatt International"},
        {"shortjournal": "Dtsch Arztebl Int"},
        {"journal": "The German paper", "shortjournal": "Dtsch Arztebl Int"},
    ):
        assert differ(Reference("one", "article", {"pmid": "1", **fields}), said) == []
    other = Reference("one", "article", {"pmid": "1", "journal": "Appetite"})
    assert differ(other, said) == [("journal", False)]


def test_only_an_article_is_held_against_a_journal():
    reference = Reference("one", "incollection", {"pmid": "1", "journal": "A series of books"})
    assert differ(reference, answer(journal="Appetite")) == []


PAGES = {
    "the same": ("284-287", "284-287", False),
    "short": ("284-287", "284-7", False),
    "short, typed": ("284-7", "284-287", False),
    "two dashes": ("284--287", "284-7", False),
    "an en dash": ("284\N{EN DASH}287", "284-7", False),
    "the first alone": ("284", "284-7", False),
    "the first alone, said": ("284-287", "284", False),
    "one page twice": ("284", "284-284", False),
    "e123": ("e123", "e123", False),
    "E123": ("e123", "E123", False),
    "e123-e130": ("e123", "e123-e130", False),
    "S93-S99": ("S93-S99", "S93-9", False),
    "roman": ("xi-xiv", "xi-xiv", False),
    "another beginning": ("284-287", "384-7", True),
    "another end": ("284-287", "284-90", True),
    "a part of the first": ("28", "284-7", True),
    "e124": ("e123", "e124", True),
    "a number without its letter": ("123", "e123", True),
}


@pytest.mark.parametrize(("typed", "said", "differs"), PAGES.values(), ids=PAGES)
def test_pages_have_two_forms(typed, said, differs):
    assert field_differs("pages", typed, said) == differs


@pytest.mark.parametrize(
    ("typed", "said", "differs"),
    [
        ("221", "221", False),
        ("221", "222", True),
        ("52-53", "52", False),
        ("A12", "a12", False),
        ("2", "22", True),
    ],
)
def test_volumes(typed, said, differs):
    assert field_differs("volume", typed, said) == differs


@pytest.mark.parametrize(
    ("typed", "said", "differs"),
    [
        ("2017", "2017", False),
        ("2017", "2016", False),
        ("2017", "2018", False),
        ("2017", "2015", True),
        ("2017", "2019", True),
        ("2017", "Spring", False),
        ("2017", "²017", False),
    ],
)
def test_a_year_may_be_one_off(typed, said, differs):
    assert field_differs("year", typed, said) == differs


AUTHORS = {
    "the same": ("Goodwin, G. M.", "Goodwin", False),
    "capitals": ("Goodwin, G. M.", "GOODWIN", False),
    "accents": ("Holguín-Lew, J. C.", "Holguin-Lew", False),
    "a hyphen": ("Holguín-Lew, J. C.", "Holguín Lew", False),
    "an apostrophe": ("O'Brien, A.", "O’Brien", False),  # noqa: RUF001 - as it is printed
    "a particle": ("van der Veen, F. M.", "van der Veen", False),
    "a particle with capitals": ("van der Veen, F. M.", "Van der Veen", False),
    "a particle left out": ("van der Veen, F. M.", "Veen", False),
    "a particle in the family name": ("Van der Veen, F. M.", "Veen", False),
    "a particle added": ("Veen, F. M.", "van der Veen", False),
    "De Bodinat": ("De Bodinat, C.", "de Bodinat", False),
    "an organisation": ("{Health Service}", "Health Service", False),
    "nobody": ("", "Goodwin", False),
    "others": ("others", "Goodwin", False),
    "the first of several": ("Goodwin, G. M. and Price, J.", "Goodwin", False),
    "the second of several": ("Goodwin, G. M. and Price, J.", "Price", True),
    "another": ("Goodwin, G. M.", "Price", True),
    "a name that another begins with": ("Good, A.", "Goodwin", True),
    "a name that another ends with": ("Ng, A.", "Wang", True),
    "a name that ends with another": ("Wang, A.", "Ng", True),
    "Son and Johnson": ("Johnson, A.", "Son", True),
}


@pytest.mark.parametrize(("typed", "said", "differs"), AUTHORS.values(), ids=AUTHORS)
def test_the_first_author_has_a_family_name_and_perhaps_a_particle(typed, said, differs):
    authors = read_names(typed)[0] if typed else ()
    reference = Reference("one", "article", {"pmid": "1"}, authors)
    assert differ(reference, answer(author=said)) == ([("author", False)] if differs else [])


IDENTIFIERS = {
    "the same": ({"doi": "10.1000/one", "pmid": "1"}, {"doi": "10.1000/one", "pmid": "1"}, []),
    "capitals": ({"doi": "10.1000/one", "pmid": "1"}, {"doi": "10.1000/ONE"}, []),
    "a DOI that is not typed": ({"pmid": "1"}, {"doi": "10.1000/one"}, []),
    "a DOI that PubMed does not know": ({"doi": "10.1000/one", "pmid": "1"}, {"pmid": "1"}, []),
    "a PMID of another DOI": (
        {"doi": "10.1000/one", "pmid": "1"},
        {"doi": "10.1000/two", "pmid": "1"},
        [("doi", True)],
    ),
    "a PMID of another DOI and PMCID": (
        {"doi": "10.1000/one", "pmid": "1", "pmcid": "PMC1"},
        {"doi": "10.1000/two", "pmid": "1", "pmcid": "PMC2"},
        [("doi", True), ("pmcid", True)],
    ),
}


@pytest.mark.parametrize(("fields", "said", "expected"), IDENTIFIERS.values(), ids=IDENTIFIERS)
def test_the_numbers_of_a_work_are_those_of_one_work(fields, said, expected):
    assert differ(Reference("one", "article", fields), answer(**said)) == expected


def test_a_difference_says_what_was_typed_and_what_who_says():
    authors = read_names("van der Veen, F. M.")[0]
    fields = {"doi": "10.1000/one", "title": "Crying and antidepressants", "year": "2011"}
    said = {"title": "Oranges and lemons", "author": "Price", "year": "1991"}
    reference = Reference("one", "article", fields, authors)
    assert list(differences(reference, [answer("crossref", "10.1000/one", **said)])) == [
        Difference(
            "title", "Crying and antidepressants", "Oranges and lemons", "Crossref", True, "10.1000/one"
        ),
        Difference("author", "van der Veen", "Price", "Crossref", False, "10.1000/one"),
        Difference("year", "2011", "1991", "Crossref", False, "10.1000/one"),
    ]


NOT_FOUND = {
    "a DOI": (Answered("crossref", "10.1000/one", DAY, found=False), [("doi", "10.1000/one", "")]),
    "a DOI with other capitals": (
        Answered("crossref", "10.1000/ONE", DAY, found=False),
        [("doi", "10.1000/ONE", "")],
    ),
    "a PMID": (Answered("pubmed", "1", DAY, found=False), [("pmid", "1", "")]),
    "a PMCID": (Answered("pmc", "PMC1", DAY, found=False), [("pmcid", "PMC1", "")]),
    "a label": (Answered("openfda", "s-1", DAY, found=False), [("setid", "s-1", "")]),
    "another work instead": (
        Answered("crossref", "10.1000/one", DAY, found=False, instead="10.1000/two"),
        [("doi", "10.1000/one", "10.1000/two")],
    ),
    "a DOI that somebody else registers": (
        Answered("crossref", "10.1000/one", DAY, found=False, agency="DataCite"),
        [],
    ),
    "a number that it has no longer": (Answered("pubmed", "2", DAY, found=False), []),
}


@pytest.mark.parametrize(("given", "expected"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_a_number_that_leads_nowhere_is_told(given, expected):
    fields = {"doi": "10.1000/one", "pmid": "1", "pmcid": "PMC1", "setid": "s-1"}
    found = list(differences(Reference("one", "article", fields), [given]))
    assert [(one.field, one.typed, one.said) for one in found] == expected
    assert all(one.is_another_work for one in found)


def test_the_words_of_a_label_are_not_compared():
    reference = Reference(
        "one", "online", {"setid": "s-1", "title": "Label", "year": "2023", "version": "30"}
    )
    said = answer("openfda", "s-1", title="ZOLOFT", author="Maker", year="1991", version="31")
    assert differ(reference, said) == []


def test_nothing_differs_without_answers_or_facts():
    reference = Reference("one", "article", {"pmid": "1", "title": "T", "year": "2013"})
    assert differ(reference) == []
    assert differ(reference, answer()) == []
    assert (
        differ(Reference("one", "article", {"pmid": "1"}), answer(title="T", author="A", year="1991")) == []
    )
