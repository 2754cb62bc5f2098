"""status.json and feed.xml: what stands in them, in which order, and that nobody's words break them."""

import datetime as dt
import json
from xml.etree import ElementTree as etree  # noqa: N813

import pytest

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.feeds.atom import MOST_ENTRIES, FeedSite, feed
from citewell.feeds.status import status
from citewell.feeds.told_page import ToldPage
from citewell.page_facts import Change, PageFacts
from citewell.reference_lock.lock import Answered, ReferenceLock
from citewell.reference_lock.notice import Notice

BIB = """
@article{one2013, title={One}, author={One, A.}, journal={J}, year={2013}, doi={10.5555/one}}
@article{two2017, title={Two}, author={Two, B.}, journal={J}, year={2017}, doi={10.5555/two}}
@online{page, title={A page}, author={{Maker}}, url={https://example.org/}}
@online{uncited, title={Uncited}, author={{Maker}}, url={https://example.org/}}
"""
LIBRARY, _ = read_library([BibFile("references.bib", BIB)])
DAY = dt.date(2026, 5, 1)
RETRACTION = Notice(
    "retraction", "Retraction", dt.date(2026, 4, 1), "https://doi.org/10.5555/n", ("Crossref",)
)
LOCK = ReferenceLock(
    {
        "one2013": (Answered("crossref", "10.5555/one", DAY),),
        "two2017": (Answered("crossref", "10.5555/two", DAY, notices=(RETRACTION,)),),
    }
)
EMPTY = ReferenceLock()
SITE = FeedSite("S & <b>", "https://example.org/s/", "references-checked/")


def page(address="a/", title="A", keys=("one2013",), *, article="", published=None, changes=()):  # noqa: PLR0913
    facts = PageFacts(
        article=article, published=published, changes=tuple(Change(*change) for change in changes)
    )
    return ToldPage(title, address, facts, keys)


def entries(pages, lock=EMPTY, site=SITE):
    root = etree.fromstring(feed(site, pages, LIBRARY, lock))
    name = "{http://www.w3.org/2005/Atom}"
    return [
        (
            entry.findtext(f"{name}updated")[:10],
            entry.findtext(f"{name}title"),
            entry.findtext(f"{name}summary"),
            entry.find(f"{name}link").get("href"),
        )
        for entry in root.iter(f"{name}entry")
    ]


def test_the_newest_change_stands_first_with_its_reason():
    changes = [(dt.date(2026, 1, 2), "A was mended.", "It was wrong."), (dt.date(2026, 3, 4), "B.", "C.")]
    assert entries([page(published=dt.date(2026, 1, 1), changes=changes)]) == [
        ("2026-03-04", "A", "B. Why: C.", "https://example.org/s/a/"),
        ("2026-01-02", "A", "A was mended. Why: It was wrong.", "https://example.org/s/a/"),
        ("2026-01-01", "A", "Published.", "https://example.org/s/a/"),
    ]


def test_a_change_that_all_pages_of_an_article_tell_is_told_once():
    changes = [(DAY, "A.", "B.")]
    pages = [
        page(f"x/{name}", name, article="Can it?", changes=changes) for name in ("second/", "", "third/")
    ]
    assert entries(pages) == [("2026-05-01", "Can it?", "A. Why: B.", "https://example.org/s/x/")]


def test_a_notice_is_told_on_its_day_with_the_pages_that_cite_the_work():
    told = entries([page(keys=("two2017",)), page("b/", "B", ("two2017", "one2013"))], LOCK)
    assert told == [
        (
            "2026-04-01",
            "Retraction: Two 2017",
            "Retraction of 1 April 2026 on a work that this site cites: Two. It is cited on: A; B.",
            "https://example.org/s/references-checked/#checked-two2017",
        )
    ]


def test_a_notice_on_a_work_that_no_page_cites_is_no_news():
    assert entries([page()], LOCK) == []


def test_without_an_address_links_are_relative():
    assert entries([page(published=DAY)], site=FeedSite("S"))[0][-1] == "a/"


def test_an_entry_keeps_its_id_when_the_site_moves_and_when_another_comes():
    def ids(site, pages):
        root = etree.fromstring(feed(site, pages, LIBRARY, ReferenceLock()))
        return {element.text for element in root.iter("{http://www.w3.org/2005/Atom}id")}

    before = ids(FeedSite("S", "https://a.example/"), [page(published=DAY)])
    after = ids(FeedSite("S", "https://b.example/"), [page(published=DAY), page("b/", "B", published=DAY)])
    assert before < after


def test_a_feed_does_not_grow_without_end():
    pages = [page(f"{number}/", str(number), published=DAY) for number in range(MOST_ENTRIES + 20)]
    assert len(entries(pages)) == MOST_ENTRIES


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "a & b", "]]>", "\x00\x0b\ufffe", "&lt;", "抗うつ薬 \u202e"]
)
def test_nobody_s_words_break_the_feed(words):
    told = entries([page(title=words, published=DAY, changes=[(DAY, words, words)])])
    assert len(told) == 2
    assert told[0][1] == words.replace("\x00\x0b\ufffe", "").replace("\u202e", "")


def test_the_status_counts_works_that_are_cited_and_says_how_each_stands():
    pages = [page(keys=("one2013", "page")), page("b/", "B", ("two2017",), published=DAY)]
    found = json.loads(status(pages, LIBRARY, LOCK))
    assert found["references"] == {"checked and clear": 1, "flagged": 1, "unchecked": 1}
    one, two, web = found["works"]
    assert (one["state"], one["checked_on"], one["pages"]) == ("checked and clear", "2026-05-01", ["a/"])
    assert two["notices"] == [
        {
            "kind": "retraction",
            "label": "Retraction",
            "date": "2026-04-01",
            "address": "https://doi.org/10.5555/n",
            "told_by": ["Crossref"],
        }
    ]
    assert (web["state"], web["checked_on"]) == ("unchecked", None)
    assert web["why"] == "It has no number by which a database could be asked"
    assert found["pages"][1] == {
        "address": "b/",
        "title": "B",
        "review": "not-reviewed",
        "last_reviewed": None,
        "next_review": None,
        "published": "2026-05-01",
        "changed": "2026-05-01",
    }
