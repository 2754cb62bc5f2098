"""An article on an antidepressant warns against stopping suddenly and carries the boxed warning.

Stopping suddenly can make people ill (Royal College of Psychiatrists, NICE), and the US label of every
antidepressant carries a boxed warning (health-publishing rules S1 and S2). The words stand in
docs/_data/drugs.yml.

Fails:
    # Can it happen?

    Yes [@goodwin2017].

Passes:
    # Can it happen?

    Yes [@goodwin2017].

    /// do-not-stop
    ///

    /// boxed-warning
    ///

    /// crisis
    ///
"""

from collections.abc import Iterator

from citewell.article import Article, Page
from citewell.page_facts import STOPPING
from citewell.problem import Problem

ID = "antidepressant-warnings"
_WHAT = {
    "do-not-stop": "why nobody should stop suddenly",
    "boxed-warning": "the boxed warning of its label",
    "crisis": "whom to call",
}


def check(article: Article) -> Iterator[Problem]:
    """The warnings that an article lacks, each at the page where it belongs."""
    for page in article.pages:
        drug = page.facts.drug
        if drug is None or not drug.drug_class.antidepressant:
            continue
        if page is article.index:
            yield from (_missing(page, name) for name in _WHAT if not page.blocks(name))
        else:
            if STOPPING in page.facts.about and not page.blocks("do-not-stop"):
                yield _missing(page, "do-not-stop")
            if page.blocks("boxed-warning") and not page.blocks("crisis"):
                yield _missing(page, "crisis")


def _missing(page: Page, name: str) -> Problem:
    line, column = page.source.place(page.source.body_offset)
    advice = f"Add the block “{name}”, which says {_WHAT[name]}: a line /// {name} and a line ///"
    return Problem(page.source.path, line, column, ID, advice)
