"""A small site for the tests: three works of the bibliography, cited on pages of an article and elsewhere."""

from citewell.bibliography.reference import Library, Name, Reference
from citewell.ledger.cited_sentences import CitedSentence
from citewell.ledger.cited_works import CitedPage

QUESTION = "Does sertraline make you unable to cry?"
LIBRARY = Library(
    (
        Reference(
            "goodwin2017",
            "article",
            {"title": "Emotional blunting", "journal": "J Affect Disord", "year": "2017", "design": "Survey"},
            tuple(Name(family, ("G.",)) for family in ("Goodwin", "Price", "Laredo")),
        ),
        Reference("nhs", "online", {"title": "Sertraline"}, (Name("NHS", is_organisation=True),)),
        Reference(
            "Ascibasi:2020/1",
            "article",
            {"title": "Follow-up", "journal": "J Clin", "year": "2020", "design": "Follow-up study"},
            (Name("Aşçibaşi", ("K.",)),),
        ),
        Reference("unused", "book", {"title": "A book that nobody cites", "design": "Textbook"}),
    )
)


def sentence(text, *keys, heading="", place=1):
    return CitedSentence(text, f"cite-{keys[0]}-{place}", keys, heading)


def page(title, address, *sentences, article=QUESTION, keys=()):
    cited = dict.fromkeys((*keys, *(key for each in sentences for key in each.keys)))
    return CitedPage(title, address, article, tuple(cited), sentences)


PAGES = [
    page("Home", "./", article=""),
    page(
        QUESTION,
        "crying/",
        sentence("Some lose tears.", "nhs", heading=QUESTION),
        sentence("46 in 100 felt dulled.", "goodwin2017", heading="How common it is"),
    ),
    page(
        "What passes",
        "crying/passes/",
        sentence("It may pass.", "goodwin2017", "Ascibasi:2020/1", heading="What passes"),
    ),
]
