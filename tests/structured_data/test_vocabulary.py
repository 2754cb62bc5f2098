"""The checker of tests/schemaorg.py finds each fault that is planted, and nothing in a sound graph."""

import copy

import pytest

from tests.schemaorg import PENDING_AND_USED, problems_of, vocabulary

SOUND = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": ["MedicalWebPage", "Article"],
            "@id": "https://site.example/tears/#page",
            "url": "https://site.example/tears/",
            "headline": "Tears",
            "inLanguage": "en",
            "datePublished": "2026-11-22",
            "dateModified": "2026-11-22T10:00:00+00:00",
            "lastReviewed": "2026-11-22",
            "isAccessibleForFree": True,
            "timeRequired": "PT3M",
            "isPartOf": {"@id": "https://site.example/#website"},
            "about": {"@id": "_:drug"},
            "citation": [
                {"@type": "ScholarlyArticle", "name": "A study", "datePublished": "2013-12"},
                {"@type": "Book", "name": "A book", "datePublished": "2013"},
                "A work as one line of text",
            ],
            "breadcrumb": {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "item": {"@id": "https://site.example/"}}
                ],
            },
        },
        {"@type": "WebSite", "@id": "https://site.example/#website", "name": "Site"},
        {
            "@type": "Drug",
            "@id": "_:drug",
            "name": "sertraline",
            "prescriptionStatus": "https://schema.org/PrescriptionOnly",
        },
    ],
}

PAGE, SITE, DRUG = 0, 1, 2

PLANTED = {
    "unknown type": (SITE, {"publisher": {"@type": "Organisation", "name": "P"}},
        "@graph[1].publisher.@type: schema.org has no type Organisation"),
    "no type": (SITE, {"publisher": {"name": "P"}}, "@graph[1].publisher: has no @type"),
    "data type as a type": (PAGE, {"citation": {"@type": "Text"}},
        "@graph[0].citation.@type: Text is a value, not a type of things"),
    "value as a type": (DRUG, {"prescriptionStatus": {"@type": "PrescriptionOnly"}},
        "@graph[2].prescriptionStatus.@type: PrescriptionOnly is a value, not a type of things"),
    "superseded type": (PAGE, {"citation": {"@type": "Code", "name": "C"}},
        "@graph[0].citation.@type: Code is superseded by SoftwareSourceCode"),
    "pending type": (PAGE, {"about": {"@type": "HealthTopicContent", "name": "T"}},
        "@graph[0].about.@type: HealthTopicContent is not settled yet (pending.schema.org)"),
    "unknown property": (PAGE, {"reviewdBy": {"@type": "Person", "name": "A"}},
        "@graph[0].reviewdBy: schema.org has no property reviewdBy"),
    "unknown keyword": (PAGE, {"@language": "en"},
        "@graph[0].@language: schema.org has no property @language"),
    "misplaced property": (DRUG, {"specialty": "https://schema.org/Psychiatric"},
        "@graph[2].specialty: specialty is no property of Drug"),
    "evidence level of a page": (PAGE, {"evidenceLevel": "https://schema.org/EvidenceLevelA"},
        "@graph[0].evidenceLevel: evidenceLevel is no property of MedicalWebPage and Article"),
    "superseded property": (PAGE, {"aspect": "Side effects"},
        "@graph[0].aspect: aspect is superseded by mainContentOfPage"),
    "pending property": (DRUG, {"rxcui": "36437"},
        "@graph[2].rxcui: rxcui is not settled yet (pending.schema.org)"),
    "text for a person": (PAGE, {"reviewedBy": "A. Person"},
        "@graph[0].reviewedBy: 'A. Person' is no Organization or Person"),
    "medicine for a person": (PAGE, {"reviewedBy": {"@id": "_:drug"}},
        "@graph[0].reviewedBy: Drug is no Organization or Person"),
    "person for a date": (PAGE, {"lastReviewed": {"@type": "Person", "name": "A"}},
        "@graph[0].lastReviewed: Person is no Date"),
    "node for a text": (PAGE, {"headline": {"@id": "https://site.example/"}},
        "@graph[0].headline: a node is no Text"),
    "guideline as a work": (PAGE, {"citation": {"@type": "MedicalGuideline", "name": "G"}},
        "@graph[0].citation: MedicalGuideline is no CreativeWork or Text"),
    "fault deep inside": (PAGE, {"citation": [{"@type": "Book", "author": {"@type": "Person", "nmae": "A"}}]},
        "@graph[0].citation[0].author.nmae: schema.org has no property nmae"),
    "date in words": (PAGE, {"datePublished": "22 November 2026"},
        "@graph[0].datePublished: '22 November 2026' is no Date or DateTime"),
    "day that does not exist": (PAGE, {"lastReviewed": "2026-02-30"},
        "@graph[0].lastReviewed: '2026-02-30' is no Date"),
    "month that does not exist": (PAGE, {"lastReviewed": "2026-13"},
        "@graph[0].lastReviewed: '2026-13' is no Date"),
    "date without hyphens": (PAGE, {"lastReviewed": "20261122"},
        "@graph[0].lastReviewed: '20261122' is no Date"),
    "words for an address": (PAGE, {"url": "tears/index.html"},
        "@graph[0].url: 'tears/index.html' is no URL"),
    "address that runs": (PAGE, {"url": "javascript:alert(1)"},
        "@graph[0].url: 'javascript:alert(1)' is no URL"),
    "words for a licence": (PAGE, {"license": "CC BY 4.0"},
        "@graph[0].license: 'CC BY 4.0' is no CreativeWork or URL"),
    "word for yes or no": (PAGE, {"isAccessibleForFree": "true"},
        "@graph[0].isAccessibleForFree: 'true' is no Boolean"),
    "number for a text": (PAGE, {"headline": 7}, "@graph[0].headline: 7 is no Text"),
    "yes for a number": (PAGE, {"breadcrumb": {"@type": "BreadcrumbList", "numberOfItems": True}},
        "@graph[0].breadcrumb.numberOfItems: True is no Integer"),
    "value of another list": (PAGE, {"audience": "https://schema.org/PrescriptionOnly"},
        "@graph[0].audience: 'https://schema.org/PrescriptionOnly' is no Audience"),
    "duration in words": (PAGE, {"timeRequired": "three minutes"},
        "@graph[0].timeRequired: 'three minutes' is no Duration"),
    "empty text": (PAGE, {"headline": ""}, "@graph[0].headline: is empty"),
    "blank text": (PAGE, {"headline": " "}, "@graph[0].headline: ' ' is no Text"),
    "empty list": (PAGE, {"citation": []}, "@graph[0].citation: is empty"),
    "nothing": (PAGE, {"lastReviewed": None}, "@graph[0].lastReviewed: is empty"),
    "node that is not there": (PAGE, {"about": {"@id": "_:durg"}},
        "@graph[0].about: nothing in the graph is called _:durg"),
    "part of a site that is not there": (PAGE, {"isPartOf": {"@id": "https://site.example/#site"}},
        "@graph[0].isPartOf: nothing in the graph is called https://site.example/#site"),
    "name that is no address": (SITE, {"publisher": {"@type": "Person", "@id": "#someone", "name": "A"}},
        "@graph[1].publisher.@id: '#someone' is neither an address nor the name of a blank node"),
    "two nodes of one name": (SITE, {"publisher": {"@type": "Organization", "@id": "_:drug", "name": "P"}},
        "@graph[2]: _:drug is described twice"),
    "price of a medicine": (DRUG, {"offers": {"@type": "Offer", "price": "7"}},
        "@graph[2].offers: does not belong to a medicine"),
    "rating of a medicine": (DRUG, {"aggregateRating": {"@type": "AggregateRating", "ratingValue": 5}},
        "@graph[2].aggregateRating: does not belong to a medicine"),
}  # fmt: skip

BROKEN = {
    "another context": ({"@context": "https://schema.example"}, "@context: is not https://schema.org"),
    "a property beside the graph": ({"name": "Tears"}, "name: stands outside @graph"),
    "no graph": ({"@graph": []}, "@graph: is no list of nodes"),
    "a text in the graph": ({"@graph": ["Tears"]}, "@graph[0]: 'Tears' is no node"),
}


def test_a_sound_graph_has_no_problem():
    assert problems_of(SOUND) == []


@pytest.mark.parametrize(("where", "fault", "problem"), PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_found_and_no_other(where, fault, problem):
    graph = copy.deepcopy(SOUND)
    graph["@graph"][where].update(fault)
    assert problems_of(graph) == [problem]


@pytest.mark.parametrize(("fault", "problem"), BROKEN.values(), ids=BROKEN)
def test_a_document_that_is_no_graph(fault, problem):
    assert problems_of(SOUND | fault) == [problem]


def test_a_pending_term_passes_only_by_name():
    graph = copy.deepcopy(SOUND)
    graph["@graph"][DRUG]["rxcui"] = "36437"
    assert problems_of(graph, pending={"rxcui"}) == []


@pytest.mark.parametrize("term", PENDING_AND_USED)
def test_a_term_is_excused_only_while_it_is_pending(term):
    types, properties = vocabulary()
    assert (types | properties)[term].vocabulary == "https://pending.schema.org"
