"""An article's first page sends the reader to a person: a doctor, a pharmacist.

A reader must know at once what to do and whom to ask; a service that is sold is nobody to ask about a
medicine (CDC Clear Communication Index items 5 and 14; health-publishing rule L10).

Fails:
    /// answer
    Yes. Think about it.
    ///

Passes:
    /// answer
    Yes. Talk to your doctor about what to do.
    ///
"""

from collections.abc import Iterator

from citewell.article import Article
from citewell.page_text.asking_first import names_a_person
from citewell.problem import Problem

ID = "call-to-action"


def check(article: Article) -> Iterator[Problem]:
    """The first page whose answer and cards name nobody."""
    page = article.index
    source = page.source
    for block in page.blocks("answer", "care"):
        heading = str(block.options.values.get("heading") or "")
        if names_a_person(f"{heading} {source.text[block.body_start : block.body_end]}"):
            return
    for block in page.blocks("answer"):
        advice = (
            "Say in the answer, or in a care card on this page, whom to talk to: a doctor or a pharmacist"
        )
        yield Problem(source.path, *source.place(block.start), ID, advice)
