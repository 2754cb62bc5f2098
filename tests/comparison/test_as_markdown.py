"""A comparison as GitHub shows it: nothing of a page is a mark, a tag or a command there."""

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from citewell.comparison.address_changes import AddressChange, Kind
from citewell.comparison.as_markdown import MOST_LINES, as_markdown, code, shown
from citewell.comparison.comparison import Comparison
from citewell.comparison.data_changes import DataChange
from citewell.comparison.text_changes import TextChange

MONEY, CRISIS = "docs/_data/affiliates.yml", "docs/_data/crisis.yml"


def test_no_change_is_said_in_a_line():
    said = as_markdown(Comparison())
    assert "No page reads differently after this change." in said
    assert "Look at these first" not in said


@pytest.mark.parametrize(
    ("comparison", "line"),
    [
        (
            Comparison(data=(DataChange(MONEY, ("p", "partner_id"), "", "x7"),)),
            f"- **Who pays this site** (`{MONEY}`): `p: partner_id` was empty and is now `x7`",
        ),
        (
            Comparison(data=(DataChange(CRISIS, ("helplines", "L", "call"), "988", None),)),
            f"- **Whom to call in a crisis** (`{CRISIS}`): `helplines: L: call` is gone: `988`",
        ),
        (
            Comparison(data=(DataChange(CRISIS, ("helplines", "L", "call"), None, "988"),)),
            f"- **Whom to call in a crisis** (`{CRISIS}`): `helplines: L: call` is new: `988`",
        ),
        (
            Comparison(data=(DataChange(MONEY, ("p", "sells"), None, "x" * 601),)),
            f"- **Who pays this site** (`{MONEY}`): `p: sells` is new: `{'x' * 600}…`",
        ),
        (
            Comparison(addresses=(AddressChange(Kind.PAID_NEW, "https://p.example/", ("/a/", "/b/")),)),
            "- **New paid link**: `https://p.example/` on `/a/`, `/b/`",
        ),
        (
            Comparison(
                addresses=(
                    AddressChange(
                        Kind.OUTSIDE_NEW,
                        "http://o.example/",
                        ("/1/", "/2/", "/3/", "/4/", "/5/"),
                        is_new_host=True,
                        is_open=True,
                    ),
                )
            ),
            (
                "- **New link to another site**: `http://o.example/` (no page linked to this host before; "
                "not encrypted: use https) on `/1/`, `/2/`, `/3/` and 2 more"
            ),
        ),
    ],
)
def test_what_must_not_pass_unseen_has_a_line_of_its_own(comparison, line):
    assert line in as_markdown(comparison).splitlines()


def test_the_words_stand_page_by_page():
    change = TextChange("/a/", "changed", (("  b", "- c", "+ d"), ("+ e",)), repeated=1)
    said = as_markdown(Comparison(text=(change,)))
    assert "##### `/a/`: changed\n\n```diff\n  b\n- c\n+ d\n\n+ e\n```\n" in said
    assert "What else changed here is shown above" in said


def test_pages_that_only_repeat_a_change_are_named_together():
    changes = [TextChange("/a/", "changed", (("- c", "+ d"),))]
    changes += [TextChange(f"/{number}/", "changed", (), repeated=1) for number in range(5)]
    said = as_markdown(Comparison(text=tuple(changes)))
    assert said.count("##### ") == 1
    assert "What changed on `/0/`, `/1/`, `/2/` and 2 more is shown above, on another page." in said


def test_a_long_page_is_cut_and_says_so():
    change = TextChange("/a/", "new", (tuple(f"+ {number}" for number in range(MOST_LINES + 7)),))
    said = as_markdown(Comparison(text=(change,)))
    assert f"+ {MOST_LINES - 1}\n```" in said
    assert "And 7 more lines of this page." in said


def test_what_does_not_fit_is_counted_and_what_must_be_seen_stays():
    pages = tuple(TextChange(f"/{number}/", "new", (("+ é" * 100,),)) for number in range(100))
    called_out = (AddressChange(Kind.PAID_NEW, "https://p.example/", ("/a/",)),)
    said = as_markdown(Comparison(addresses=called_out, text=pages), most_bytes=5000)
    assert len(said.encode()) < 5200
    assert "https://p.example/" in said
    shown_pages = said.count("##### ")
    assert 0 < shown_pages < 100
    assert f"The words of {100 - shown_pages} more pages do not fit here" in said


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain", "plain"),
        ("turned \u202e back", "turned <U+202E> back"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("two\nlines", "two<U+000A>lines"),
        ("##[error]x", "## [error]x"),
        ("é ü 漢", "é ü 漢"),
    ],
)
def test_nothing_hides(text, seen):
    assert shown(text) == seen


def seen_as(markdown_text):
    return BeautifulSoup(markdown.markdown(markdown_text, extensions=["fenced_code"]), "html.parser")


@given(st.text(alphabet="`<>*_[]()#@| \n\\a-+é\u202e", min_size=1, max_size=40))
def test_code_stays_code(text):
    tree = seen_as(f"x {code(text)} y")
    (found,) = tree.find_all("code")
    assert found.text.strip() == shown(text).strip()
    assert [tag.name for tag in tree.find_all(True)] == ["p", "code"]


LINE = st.tuples(
    st.sampled_from(["+ ", "- ", "  "]),
    st.text(alphabet="`~<>*_[]()#@| \\a-+", max_size=30).filter(str.strip),
)


@given(st.lists(LINE.map("".join), min_size=1, max_size=4))
@example(["  ```", "  # A heading"])
def test_the_words_of_a_page_cannot_leave_their_frame(lines):
    hunk = tuple(lines)
    tree = seen_as(as_markdown(Comparison(text=(TextChange("/a/", "new", (hunk,)),))))
    (frame,) = tree.find_all("pre")
    assert [line.rstrip() for line in frame.text.rstrip("\n").split("\n")] == [
        shown(line).rstrip() for line in hunk
    ]


def test_the_frame_is_longer_than_what_would_end_it():
    said = as_markdown(Comparison(text=(TextChange("/a/", "changed", (("  ```", "+ x ````"),)),)))
    frames = [line for line in said.splitlines() if line.startswith("```")]
    assert frames == ["`````diff", "`````"]


def test_no_line_of_the_words_begins_with_what_a_runner_obeys():
    change = TextChange("::error::x", "new", (("+ ::error::x", "+ ##[error]x"),))
    said = as_markdown(Comparison(text=(change,)))
    assert not [line for line in said.splitlines() if line.lstrip().startswith("::") or "##[" in line]
