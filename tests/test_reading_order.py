import pytest

from citewell.article import Article, Page
from citewell.page_facts import PageFacts
from citewell.reading_order import in_reading_order, reading_order
from citewell.source import Source


@pytest.mark.parametrize(
    ("navigation", "files"),
    [
        (None, []),
        (["a.md"], ["a.md"]),
        (
            [{"A": "a.md"}, {"B": ["b/index.md", {"C": "b/c.md"}]}, "d.md"],
            ["a.md", "b/index.md", "b/c.md", "d.md"],
        ),
    ],
)
def test_a_navigation_is_read_from_its_first_page_to_its_last(navigation, files):
    assert reading_order(navigation) == files


def test_an_article_begins_with_its_index_and_ends_with_what_the_navigation_leaves_out():
    paths = [f"docs/a/{name}.md" for name in ("index", "one", "two", "zero", "x")]
    article = Article("docs/a", tuple(Page(Source(path, ""), PageFacts()) for path in paths))
    ordered = in_reading_order(article, ["a/two.md", "a/index.md", "b/one.md", "a/one.md"])
    assert [page.source.path for page in ordered] == [
        f"docs/a/{name}.md" for name in ("index", "two", "one", "x", "zero")
    ]
