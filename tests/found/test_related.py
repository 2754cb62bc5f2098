"""Which articles stand under another one, in which order, and what is said of why."""

from types import SimpleNamespace

import pytest

from citewell.published_articles import PublishedArticle
from citewell.related import related


def article(name, drug="", topics=(), works=()):
    medicine = SimpleNamespace(key=drug, name=drug) if drug else None
    return PublishedArticle(
        f"{name}/index.md", f"{name}?", f"{name}/", "", medicine, topics, frozenset(works), "", ""
    )


ONE = article("one", "sertraline", ("Sleep", "Feelings"), "abcdef")


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([article("two")], []),
        ([ONE], []),
        ([article("two", "sertraline")], [("two?", "Also about sertraline")]),
        ([article("two", "aspirin", ("Sleep",))], [("two?", "In common: Sleep")]),
        ([article("two", works="az")], [("two?", "In common: 1 study")]),
        (
            [article("two", "sertraline", ("Feelings", "Sleep"), "abz")],
            [("two?", "Also about sertraline; in common: Sleep, Feelings, 2 studies")],
        ),
        (
            [
                article("works", works="abcdef"),
                article("topic", topics=("Sleep",)),
                article("drug", "sertraline"),
            ],
            [
                ("works?", "In common: 6 studies"),
                ("drug?", "Also about sertraline"),
                ("topic?", "In common: Sleep"),
            ],
        ),
        (
            [
                article("d", works="a"),
                article("c", works="b"),
                article("b", works="c"),
                article("a", works="d"),
            ],
            [(f"{name}?", "In common: 1 study") for name in "dcb"],
        ),
    ],
    ids=["nothing", "itself", "medicine", "topic", "works", "all", "order", "three-in-the-given-order"],
)
def test_related(others, found):
    assert [(entry.question, entry.why) for entry in related(ONE, others)] == found


def test_a_topic_is_the_same_however_it_is_spelt():
    (entry,) = related(ONE, [article("two", topics=("sleep",))])
    assert entry.why == "In common: Sleep"
