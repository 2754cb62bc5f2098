"""What passes has one reading: a browser builds nothing of it but what was judged."""

import re

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from citewell.seal.content_model import ELEMENTS
from citewell.seal.element import element_of
from citewell.seal.judged_page import Expected, PageJudge
from citewell.seal.judged_tag import Judge, Need, Shape
from citewell.seal.reading import Reading
from citewell.seal.settings import Settings
from citewell.seal.strict_html import read_tag, tokens
from citewell.seal.vocabulary import allowed_values
from tests.seal.test_gates import AFTER, BEFORE

SAME_EVERY_TIME = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=1000,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
SIGNS = [
    "<",
    ">",
    '"',
    "'",
    "/",
    "=",
    " ",
    "\n",
    "\t",
    "-",
    "!",
    "--",
    "&",
    ";",
    "&lt;",
    "&#9;",
    "\0",
    "`",
    "\\",
    ":",
]
NAMES = [
    "p",
    "a",
    "b",
    "img",
    "svg",
    "path",
    "title",
    "script",
    "style",
    "table",
    "tr",
    "td",
    "div",
    "form",
    "br",
    "li",
]
NAMES += [
    "iframe",
    "math",
    "template",
    "noscript",
    "select",
    "option",
    "ul",
    "details",
    "summary",
    "SCRIPT",
    "plaintext",
]
ATTRIBUTES = [
    "href",
    "id",
    "class",
    "title",
    "onclick",
    "style",
    "src",
    "alt",
    "data-a",
    "aria-label",
    "HREF",
    "name",
]
VALUES = [
    "x",
    "#",
    "javascript:alert(1)",
    "java&#10;script:x",
    "//e.example",
    "https://e.example/",
    "a b",
    "<b>",
    "[@a]",
]
words = st.text(alphabet="ab []@/&;", max_size=6)
attributes = st.builds(
    "".join,
    st.tuples(
        st.sampled_from([" ", " ", " ", "", "\n", "/"]),
        st.sampled_from(ATTRIBUTES),
        st.sampled_from(['="', "='", "=", "", ' = "']),
        st.sampled_from(VALUES) | words,
        st.sampled_from(['"', '"', "'", "", '""']),
    ),
)
sound_attributes = st.builds(' {}="{}"'.format, st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES) | words)
tags = st.builds(
    "{}{}{}".format,
    st.sampled_from(NAMES),
    st.lists(attributes | sound_attributes, max_size=3).map("".join),
    st.sampled_from(["", "", "", "/", " "]),
)
sound_tags = st.builds(
    "{}{}".format,
    st.sampled_from(["p", "a", "li", "h2", "br", "img", "path"]),
    st.lists(
        st.builds(
            ' {}="{}"'.format,
            st.sampled_from(["href", "id", "class", "title", "data-a", "aria-label"]),
            st.sampled_from(["#", "x/", "a b", "[@a]", "https://e.example/", ""]) | words,
        ),
        max_size=3,
    ).map("".join),
)
harmless = st.sampled_from(["", "", "", ' class="a b"', ' href="#"', ' title="/"', ' aria-label="&lt;"'])
elements = st.recursive(
    words,
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format,
        st.sampled_from(
            ["div", "p", "b", "section", "a", "span", "table", "tr", "td", "ul", "li", "svg", "form"]
        ),
        harmless,
        st.lists(inner, max_size=3).map("".join),
    ),
    max_leaves=6,
)
broken = st.lists(
    st.sampled_from(SIGNS) | tags.map("<{}>".format) | st.sampled_from(NAMES).map("</{}>".format) | words,
    max_size=8,
).map("".join)
pieces = st.lists(elements | broken, min_size=1, max_size=4).map("".join)


@SAME_EVERY_TIME
@given(st.text() | pieces)
def test_no_character_is_lost_between_tags(text):
    pieces = text.split("<")
    found = [token for _, token in tokens(pieces)]
    read = pieces[0] + "".join(f"<{token.tag}>{token.text}" for token in found)
    last = found[-1].last if found else 0
    assert "<".join([read, *pieces[last + 1 :]]) == text


class Thorough(Judge):
    """Looks at every tag as a whole."""

    def shape(self, _):
        return Shape()


def read(text, judge):
    """All that a reading holds."""
    reading = Reading(text, judge)
    return {name: value for name, value in vars(reading).items() if not name.startswith("_")}


@SAME_EVERY_TIME
@given(st.lists(tags | sound_tags, min_size=1, max_size=12))
@example(['p class="a"', 'p class="a""onclick=alert(1)', 'p class="a" "'])
@example(["p class=\"a\" title='b'", 'p class="a" title=\'"\' id="', "p class=\"a\" title='b'"])
@example(["p title='=\"\"'", "p title='=\"' onclick=alert(1) id='\"'"])
@example(['br class="a"', 'path class="a"/', "br class='a'"])
@example(
    ['a href="#" id="b"', 'a href="#" id=""', 'a href="javascript:b"', 'a href="&#106;avascript:b" id="b"']
)
@example(['a href="#b"', 'a href="#a b"', 'a href="https://e.example/"', 'a href="//e.example/" id="c d"'])
@example(['p title="a"', 'p title="[@a]"', 'p class="[@a]"'])
@example(['p class="a', 'b"', 'p class="a"b="c"', 'p class=a"b"'])
def test_what_is_known_of_a_shape_is_what_is_found_of_the_whole_tag(same_page):
    text = "".join(f"<{tag}>text" for tag in same_page)
    judge = Judge(Settings())
    found = read(text, judge)
    assert found == read(text, Thorough(Settings()))
    assert found == read(text, judge), "the second time all is known"
    needs = {shape.need for shape in judge.shapes.values()}
    event("long" if needs == {Need.WHOLE} else "short")


def browser_reads(address):
    """An address without what browsers leave out before they read its scheme (WHATWG URL standard)."""
    return re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))


@SAME_EVERY_TIME
@given(pieces)
@example("<p>Text</p>")
@example('<p title="<!--"><img src="x" alt=""><p title="-->">')
@example("<svg><style><img src=x onerror=alert(1)></style></svg>")
@example("<table><a href='javascript:alert(1)'><tr></a></table>")
@example("<title><!-- </title><script>alert(1)</script> --></title>")
@example("<select><option><b></select>")
@example("<b><p></b>Text</p>")
def test_what_passes_is_built_by_a_browser_as_it_was_judged(piece):
    page = f"{BEFORE}{piece}{AFTER}"
    found = PageJudge(Expected(Settings(), frozenset(["index.html"]), frozenset()))(
        "index.html", page.encode()
    )
    event("passes" if not found.faults else "is stopped")
    if found.faults:
        return
    built = [(node.tag.lower(), node.attributes) for node in LexborHTMLParser(page).css("*")]
    read = [
        element_of(written)
        for _, token in tokens(page.split("<"))
        if (written := read_tag(token.tag)) and written.name[0] not in "!/"
    ]
    added = {"tbody", "colgroup"}
    assert [name for name, _ in built if name not in added] == [
        tag.name for tag in read if tag.name not in added
    ]
    for name, said in built:
        assert name in ELEMENTS
        assert name not in ("script", "style", "iframe", "template")
        for attribute, value in said.items():
            assert allowed_values(name, attribute.lower()) is not None
            assert not attribute.lower().startswith("on")
            if attribute in ("href", "src"):
                scheme = re.match(r"[a-z][a-z0-9+.-]*(?=:)", browser_reads(value or ""), re.IGNORECASE)
                assert scheme is None or scheme.group().lower() in ("https", "http", "mailto", "tel", "sms")


@pytest.mark.parametrize("strategy", [elements, broken])
def test_the_pages_that_are_made_up_pass_and_are_stopped(strategy):
    outcomes = set()

    @settings(SAME_EVERY_TIME, max_examples=150)
    @given(strategy)
    def judge(piece):
        page = f"{BEFORE}{piece}{AFTER}".encode()
        found = PageJudge(Expected(Settings(), frozenset(["index.html"]), frozenset()))("index.html", page)
        outcomes.add(bool(found.faults))

    judge()
    assert outcomes == {True, False}
