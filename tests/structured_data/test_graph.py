import datetime as dt
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment

from citewell.page_facts import PageFacts, Review
from citewell.publisher import Publisher
from citewell.structured_data import graph
from tests.schemaorg import PENDING_AND_USED, problems_of
from tests.structured_data.pages import (
    CHANGES,
    DRUG,
    EMPTY,
    FACTS,
    HOSTILE,
    PUBLISHER,
    QUESTIONS,
    REVIEW,
    REVIEWER,
    SITE,
    TRAIL,
    WORKS,
    article,
    every,
    home,
    node_of,
    nowhere,
)

REVIEWED = article(replace(FACTS, review=REVIEW, changes=CHANGES), questions=QUESTIONS)
TWO_WORDS = article(replace(FACTS, drug=replace(DRUG, name="ácido valproico")))
PAGES = {
    "article that nobody has reviewed": article(),
    "article in review": article(replace(FACTS, review=Review("in-review"))),
    "reviewed article with questions": REVIEWED,
    "article without facts": article(PageFacts(article="Does it happen?"), works=(), trail=()),
    "article by the publisher": article(replace(FACTS, author=PUBLISHER.name)),
    "home page": home(),
    "home page with questions": home(questions=QUESTIONS),
    "page that cites": home(works=WORKS),
    "publisher without facts": article(publisher=Publisher()),
    "publisher with a name alone": article(publisher=Publisher("Example Health")),
    "no address, article": nowhere(REVIEWED),
    "no address, home page": nowhere(home()),
    "no address, trail as it is": nowhere(REVIEWED, trail=TRAIL),
    "medicine of two words": TWO_WORDS,
    "no address, medicine of two words": nowhere(TWO_WORDS),
    "nothing at all": EMPTY,
    "hostile words": article(
        replace(
            FACTS,
            author=f"The {HOSTILE} team",
            drug=replace(DRUG, name=HOSTILE, brands=(HOSTILE,), codes={"atc": HOSTILE}),
            review=replace(REVIEW, reviewer=replace(REVIEWER, name=HOSTILE, register_address=HOSTILE)),
        ),
        title=HOSTILE,
        description=HOSTILE,
        questions=((HOSTILE, HOSTILE),),
        site_name=HOSTILE,
        publisher=Publisher(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        trail=((HOSTILE, SITE),),
    ),
}


# --------------------------------------------------------------------------------------------- vocabulary


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_graph_is_valid(page):
    assert problems_of(graph(page)) == []


def test_each_excused_term_is_used():
    used = json.dumps(graph(REVIEWED))
    assert [term for term in PENDING_AND_USED if f'"{term}"' not in used] == []


def test_a_whole_graph():
    """The same page as an editor can read it, in reviewed-article.json."""
    expected = Path(__file__).with_name("reviewed-article.json").read_text(encoding="utf-8")
    assert graph(REVIEWED) == json.loads(expected)


# ------------------------------------------------------------------------------------------------- review

NO_REVIEW = {
    "nobody": Review(),
    "in review": Review("in-review"),
    "in review, with what a review has": replace(REVIEW, status="in-review"),
    "not reviewed, with what a review has": replace(REVIEW, status="not-reviewed"),
    "by nobody": replace(REVIEW, reviewer=None),
    "on no day": replace(REVIEW, last=None),
}


@pytest.mark.parametrize("review", NO_REVIEW.values(), ids=NO_REVIEW)
def test_no_review_is_claimed(review):
    made = graph(article(replace(FACTS, review=review)))
    assert list(every("reviewedBy", made)) == []
    assert list(every("lastReviewed", made)) == []
    assert REVIEWER.name not in json.dumps(made)


def test_a_review_is_claimed_with_the_day_and_what_a_reader_can_look_up():
    page = node_of(REVIEWED, "MedicalWebPage")
    assert page["lastReviewed"] == "2026-11-25"
    assert page["reviewedBy"] == {
        "@type": "Person",
        "name": "Example Reviewer",
        "honorificSuffix": "MPharm",
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "GPhC",
            "value": "0000000",
            "url": "https://register.example/0000000",
        },
        "sameAs": "https://orcid.org/0000-0002-1825-0097",
    }


# -------------------------------------------------------------------------------------------------- dates

DAYS = {
    "no change": ((), None),
    "the newest of the changes": (CHANGES, "2026-12-01"),
    "in any order": (CHANGES[::-1], "2026-12-01"),
    "on the day of publication": ((replace(CHANGES[0], date=FACTS.published),), "2026-11-22"),
    "before publication": ((replace(CHANGES[0], date=dt.date(2026, 11, 1)),), None),
}


@pytest.mark.parametrize(("changes", "day"), DAYS.values(), ids=DAYS)
def test_only_a_visible_change_dates_the_page(changes, day):
    page = node_of(article(replace(FACTS, changes=changes)), "MedicalWebPage")
    assert page["datePublished"] == "2026-11-22"
    assert page.get("dateModified") == day


def test_a_page_of_no_article_claims_no_author_no_date_no_review_and_no_medicine():
    page = node_of(article(replace(FACTS, article="", review=REVIEW, changes=CHANGES)), "WebPage")
    assert page["@type"] == "WebPage"
    claims = {"author", "datePublished", "dateModified", "lastReviewed", "reviewedBy", "about", "headline"}
    assert claims & page.keys() == set()
    assert node_of(article(replace(FACTS, article="")), "Drug") is None


# ---------------------------------------------------------------------------------- questions, trail, drug


def test_questions_and_answers_stand_as_they_are_seen():
    page = node_of(REVIEWED, "FAQPage")
    assert page["@type"] == ["MedicalWebPage", "Article", "FAQPage"]
    said = [(question["name"], question["acceptedAnswer"]["text"]) for question in page["mainEntity"]]
    assert tuple(said) == QUESTIONS


@pytest.mark.parametrize("page", [article(), home()], ids=["article", "home page"])
def test_without_questions_it_is_no_page_of_questions(page):
    assert node_of(page, "FAQPage") is None
    assert list(every("mainEntity", graph(page))) == []


def test_the_trail_is_the_one_that_is_seen():
    steps = node_of(article(), "BreadcrumbList")["itemListElement"]
    assert tuple((step["name"], step["item"]["@id"]) for step in steps) == TRAIL
    assert [step["position"] for step in steps] == [1, 2, 3]


@pytest.mark.parametrize("page", [home(), EMPTY], ids=["home page", "nothing"])
def test_without_a_trail_there_is_no_list(page):
    assert node_of(page, "BreadcrumbList") is None
    assert list(every("breadcrumb", graph(page))) == []


def test_the_medicine_is_named_and_not_sold():
    assert node_of(article(), "Drug") == {
        "@type": "Drug",
        "@id": f"{SITE}#drug-sertraline",
        "name": "sertraline",
        "nonProprietaryName": "sertraline",
        "alternateName": ["Zoloft", "Lustral"],
        "drugClass": {
            "@type": "DrugClass",
            "name": "selective serotonin reuptake inhibitor",
            "alternateName": "SSRI",
        },
        "code": [
            {"@type": "MedicalCode", "codeValue": "36437", "codingSystem": "RxNorm"},
            {"@type": "MedicalCode", "codeValue": "N06AB06", "codingSystem": "ATC"},
            {"@type": "MedicalCode", "codeValue": "QUC7NX6WMB", "codingSystem": "UNII"},
        ],
    }


# ---------------------------------------------------------------------------------------------- addresses


def test_the_site_the_publisher_and_the_medicine_are_the_same_on_every_page():
    first, second = article(), article(address=f"{SITE}other/", title="Another", questions=QUESTIONS)
    for kind in ("WebSite", "Organization", "Drug"):
        assert node_of(first, kind) == node_of(second, kind)
    assert node_of(first, "MedicalWebPage")["@id"] == f"{SITE}it/pass/#page"
    assert node_of(second, "MedicalWebPage")["@id"] == f"{SITE}other/#page"


@pytest.mark.parametrize("page", [REVIEWED, home()], ids=["article", "home page"])
def test_without_an_address_none_is_made_up(page):
    made = graph(nowhere(page, works=(), publisher=Publisher("Example Health")))
    told = {node["@type"] if isinstance(node["@type"], str) else "page": node for node in made["@graph"]}
    assert [name for name, node in told.items() if "url" in node or "item" in node] == []
    assert [name for name in every("@id", made) if not name.startswith("_:")] == []
    assert SITE not in json.dumps(made)


# ---------------------------------------------------------------------------------------------- hostile words


class Scripts(HTMLParser):
    """What a browser takes for the text of each script element."""

    def __init__(self):
        super().__init__()
        self.texts = []

    def handle_starttag(self, tag, attrs):
        del attrs
        if tag == "script":
            self.texts.append("")

    def handle_data(self, data):
        if self.lasttag == "script":
            self.texts[-1] += data


def test_hostile_words_stay_as_typed_and_inside_their_script():
    made = graph(PAGES["hostile words"])
    page = node_of(PAGES["hostile words"], "MedicalWebPage")
    assert page["headline"] == page["description"] == HOSTILE
    assert page["author"]["name"] == f"The {HOSTILE} team"
    template = Environment(autoescape=True).from_string(
        '<script type="application/ld+json">{{ graph | tojson }}</script>'
    )
    scripts = Scripts()
    scripts.feed(template.render(graph=made))
    assert [json.loads(text) for text in scripts.texts] == [made]
