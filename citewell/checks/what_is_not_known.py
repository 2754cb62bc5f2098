"""An article says what is not known.

Readers can judge a page only when it shows where knowledge ends (DISCERN item 8, CDC Clear Communication
Index item 11).

Fails:
    # Can it happen?

    Yes [@goodwin2017].

Passes:
    # Can it happen?

    Yes [@goodwin2017].

    /// unknown
    Nobody has counted how often.
    ///
"""

from collections.abc import Iterator

from citewell.article import Article
from citewell.problem import Problem

ID = "what-is-not-known"


def check(article: Article) -> Iterator[Problem]:
    """The missing block, at the article's index; a second one, where it stands."""
    found = [(page, block) for page in article.pages for block in page.blocks("unknown")]
    index = article.index.source
    if not found:
        advice = "Add what nobody knows yet, on any page of this article: /// unknown, the text, ///"
        yield Problem(index.path, *index.place(index.body_offset), ID, advice)
    for page, block in found[1:]:
        advice = (
            f"Move this into the block in {found[0][0].source.path}: an article says once what is not known"
        )
        yield Problem(page.source.path, *page.source.place(block.start), ID, advice)
