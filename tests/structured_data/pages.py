"""Pages as they are published, each for a table of tests. Nobody in here is a person of the world."""

import datetime as dt
from types import MappingProxyType

from citewell.bibliography.reference import Name, Reference
from citewell.drugs import Drug, DrugClass
from citewell.page_facts import Change, PageFacts, Review
from citewell.people import Person
from citewell.publisher import Publisher
from citewell.structured_data import Published, graph

SITE = "https://site.example/health/"
HOSTILE = "</script><script>alert(1)</script> & \"quoted\" 'single' <!-- \u2028 {{ config }} {% raw %}"

DRUG = Drug(
    "sertraline",
    DrugClass("SSRI", "selective serotonin reuptake inhibitor", antidepressant=True),
    label="label2023",
    brands=("Zoloft", "Lustral"),
    codes=MappingProxyType({"rxcui": "36437", "atc": "N06AB06", "unii": "QUC7NX6WMB", "drugbank": "DB01104"}),
)
REVIEWER = Person(
    name="Example Reviewer",
    credential="MPharm",
    conflicts="None declared",
    register="GPhC",
    number="0000000",
    register_address="https://register.example/0000000",
    orcid="0000-0002-1825-0097",
)
REVIEW = Review("reviewed", REVIEWER, dt.date(2026, 11, 25), dt.date(2027, 11, 25))
FACTS = PageFacts(
    title="Can it pass?",
    description="Whether it passes.",
    article="Does it happen?",
    drug=DRUG,
    author="The example team",
    published=dt.date(2026, 11, 22),
)
CHANGES = (
    Change(dt.date(2026, 12, 1), "A number was corrected.", "It was wrong."),
    Change(dt.date(2026, 11, 30), "A source was added.", "A reader asked."),
)
WORKS = (
    Reference(
        "study",
        "article",
        {
            "title": "A study of examples",
            "journal": "Journal of Examples",
            "shortjournal": "J Ex",
            "year": "2017",
            "month": "oct",
            "day": "15",
            "doi": "10.1000/example.1",
            "pmid": "1",
            "pmcid": "PMC1",
        },
        authors=(
            Name("Veen", ("Ada", "B."), particle="van der"),
            Name("Example Group", is_organisation=True),
        ),
    ),
    Reference(
        "chapter",
        "incollection",
        {"title": "A chapter", "booktitle": "A book", "publisher": "P", "year": "2023", "month": "Feb"},
    ),
    Reference("page", "online", {"title": "A web page", "url": "https://official.example/page"}),
)
PUBLISHER = Publisher(
    "Example Health", "editors@site.example", "https://forge.example/site", "https://licence.example/by/4.0/"
)
TRAIL = (("Home", SITE), ("Does it happen?", f"{SITE}it/"), ("Can it pass?", f"{SITE}it/pass/"))
QUESTIONS = (
    ("Can it pass?", "It may. Nobody knows how soon."),
    ("Can I stop?", "Talk to your doctor first."),
)


def article(facts=FACTS, **others):
    """A page of an article, on which nobody has asked a question."""
    values = {
        "address": f"{SITE}it/pass/",
        "title": facts.title,
        "description": facts.description,
        "facts": facts,
        "works": WORKS,
        "questions": (),
        "trail": TRAIL,
        "site_name": "Example Health",
        "site_address": SITE,
        "publisher": PUBLISHER,
    }
    return Published(**values | others)


def home(**others):
    facts = PageFacts("Answers", "Answers with sources.")
    return article(facts, **{"address": SITE, "works": (), "trail": ()} | others)


def nowhere(page, **others):
    """The same page on a site whose address is not set."""
    trail = tuple((name, "") for name, _ in page.trail)
    return Published(**vars(page) | {"address": "", "site_address": "", "trail": trail} | others)


EMPTY = Published("", "", "", PageFacts(), (), (), (), "", "", Publisher())


def every(name, value):
    """Every value of a property (or of @id, @type), however deep."""
    if isinstance(value, dict):
        if name in value:
            yield value[name]
        for inner in value.values():
            yield from every(name, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from every(name, inner)


def node_of(page, kind):
    """The node of this type among those of the page's graph, or None."""
    return next((node for node in graph(page)["@graph"] if kind in node["@type"]), None)
