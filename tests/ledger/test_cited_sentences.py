"""The cited sentences of a page: HTML in, sentences out."""

import markdown
import pytest
from bs4 import BeautifulSoup

from benchmarks.corpus import article_text
from benchmarks.references import bibliography
from citewell.bibliography.bibtex import BibFile, read_library
from citewell.bibliography.reference import Library, Reference
from citewell.citations.extension import CitationsExtension
from citewell.ledger.cited_sentences import CitedSentence, cited_sentences
from citewell.sentence_ends import sentence_starts


def cite(*keys, place=1, around="({})"):
    """A citation as the renderer prints it; its first link has the id cite-KEY-PLACE."""
    links = (f'<a aria-label="Reference 1" href="#ref-{key}" id="cite-{key}-{place}">1</a>' for key in keys)
    references = " ".join(f"ref-{key}" for key in keys)
    return f'<span class="citation" data-references="{references}">{around.format(",".join(links))}</span>'


A, B, C = cite("a"), cite("b"), cite("c")
A2 = cite("a", place=2)

SENTENCES = {
    # HTML, then each sentence as (text, keys)
    "before the full stop": (f"<p>Tears may not come {A}.</p>", [("Tears may not come.", "a")]),
    "behind the full stop": (
        f"<p>Tears may not come. {A} You may feel sad. {B}</p>",
        [("Tears may not come.", "a"), ("You may feel sad.", "b")],
    ),
    "close behind the full stop": (
        f"<p>Tears may not come.{A} You may feel sad.</p>",
        [("Tears may not come.", "a")],
    ),
    "behind the full stop, in front of a small letter": (
        f"<p>Tears may not come. {A} you may feel sad.</p>",
        [("Tears may not come. you may feel sad.", "a")],
    ),
    "within a sentence": (
        f"<p>Some {A}, not all, lose tears {B} or feelings.</p>",
        [("Some, not all, lose tears or feelings.", "ab")],
    ),
    "a second one with the same work": (
        f"<p>Some {A} lose tears {cite('b', 'a', place=2)}.</p>",
        [("Some lose tears.", "ab")],
    ),
    "side by side": (f"<p>Some lose tears {A} {B}{C}. Some not.</p>", [("Some lose tears.", "abc")]),
    "at the beginning": (f"<p>{A} Tears may not come. It passes.</p>", [("Tears may not come.", "a")]),
    "only the cited ones": (f"<p>Yes. Tears may not come {A}. No.</p>", [("Tears may not come.", "a")]),
    "in brackets": (f"<p>Some (not all {A}) do.</p>", [("Some (not all) do.", "a")]),
    "in quotation marks": (f"<p>They “cannot cry {A}”. It passes.</p>", [("They “cannot cry”.", "a")]),
    "a question": (f"<p>Can it happen {A}? It can.</p>", [("Can it happen?", "a")]),
    "abbreviations": (
        f"<p>In the U.S. Dr. Bell saw it, e.g. Zoloft, in 2.5 of 10 {A}.</p>",
        [("In the U.S. Dr. Bell saw it, e.g. Zoloft, in 2.5 of 10.", "a")],
    ),
    "words in the citation": (
        f"<p>Some lose tears {cite('a', around='(see {}, p. 33. It is short)')}.</p>",
        [("Some lose tears.", "a")],
    ),
    # what is in the text
    "markup": (
        f"<p>Some <em>lose <strong>tears {A}</strong></em>. <a href='x/'>It passes</a> {B}.</p>",
        [("Some lose tears.", "a"), ("It passes.", "b")],
    ),
    "entities": (
        f"<p>p &lt; 0.05 &amp; more&nbsp;of &#8220;it&#8221; un&shy;seen {A}.</p>",
        [("p < 0.05 & more of “it” unseen.", "a")],
    ),
    "lines": (f"<p>Some\n  lose\ttears\n{A}.</p>", [("Some lose tears.", "a")]),
    "a line break": (f"<p>Some<br>lose<br />tears {A}.</p>", [("Some lose tears.", "a")]),
    "an angle bracket in an attribute": (
        f'<p title="a > b"><abbr title="x > y">SSRI</abbr> {A}.</p>',
        [("SSRI.", "a")],
    ),
    "a sign that links to the section": (
        f'<h2 id="x">Tears {A}<a class="headerlink" href="#x" title="Link to this section"> ¶</a></h2>',
        [("Tears", "a")],
    ),
    "the number of a footnote": (
        f'<p>Some<sup id="fnref:n"><a class="footnote-ref" href="#fn:n">1</a></sup> lose tears {A}.</p>',
        [("Some lose tears.", "a")],
    ),
    "a footnote": (
        f'<li id="fn:n"><p>A note {B}.&#160;<a class="footnote-backref" href="#fnref:n">↩</a></p></li>',
        [("A note.", "b")],
    ),
    "a power": (f"<p>10<sup>9</sup> cells {A}.</p>", [("10⁹ cells.", "a")]),
    "words for screen readers alone": (
        f'<p><span class="visually-hidden">Important: </span>Wait {A}.</p>',
        [("Wait.", "a")],
    ),
    "an icon": (f"<p><svg><title>Pill</title></svg>Some {A}.</p>", [("Some.", "a")]),
    "a comment": (f"<p>Some <!-- lose. Tears. {B} -->may {A}.</p>", [("Some may.", "a")]),
    # where it stands
    "paragraphs": (f"<p>Some lose tears</p><p>and feelings {A}.</p>", [("and feelings.", "a")]),
    "list items": (
        f"<ul><li>dizziness {A}</li><li>bad sleep {B}<ul><li>dreams {C}</li></ul></li></ul>",
        [("dizziness", "a"), ("bad sleep", "b"), ("dreams", "c")],
    ),
    "a loose list item": (f"<ul>\n<li>\n<p>dizziness {A}</p>\n</li>\n</ul>", [("dizziness", "a")]),
    "a definition": (f"<dl><dt>Crying</dt><dd>Shedding tears {A}</dd></dl>", [("Shedding tears", "a")]),
    "a term": (f"<dl><dt>Crying {A}</dt><dd>Shedding tears</dd></dl>", [("Crying", "a")]),
    "a figure's words": (
        f"<figure><p><img alt='A chart'></p><figcaption><p>Dulled feelings {A}.</p></figcaption></figure>",
        [("Dulled feelings.", "a")],
    ),
    "a summary": (
        f"<details><summary>Is it rare {A}?</summary><p>Yes {B}.</p></details>",
        [("Is it rare?", "a"), ("Yes.", "b")],
    ),
    "a table's cell": (
        f"<table><tr><td>Men</td><td>52 in 100 {A}</td></tr></table>",
        [("52 in 100", "a")],
    ),
    "a table's name": (f"<table><caption>Feelings {A}</caption></table>", [("Feelings", "a")]),
    "alone in a cell": (
        f"<tr><th>Who</tr><tr><td>Men {B}</td><td>52 in 100</td><td> {A}\n</td></tr><tr><td>All</td></tr>",
        [("Men", "b"), ("Men; 52 in 100", "a")],
    ),
    "alone in a paragraph": (f"<p>Some lose tears.</p><p>{A}</p>", [("", "a")]),
    "no paragraph at all": (f"Some lose tears {A}.", [("Some lose tears.", "a")]),
    # what is no text of the page
    "the reference list": (
        f"<p>Some {A}.</p><section class='references' data-search-exclude=''><p>Theirs {B}.</p></section>",
        [("Some.", "a")],
    ),
    "a part within it": (
        f"<section data-search-exclude=''><section></section><p>Theirs {B}.</p></section><p>More {C}.</p>",
        [("More.", "c")],
    ),
    "a part that is not searched": (
        f"<div data-search-exclude><p>Some {A}.</p></div><p>{B}</p>",
        [("", "b")],
    ),
    "words that are not searched": (
        f"<p>Some <span data-search-exclude>hidden <span>words</span> {B}</span> lose tears {A}.</p>",
        [("Some lose tears.", "a")],
    ),
    "an element without an end": (
        f"<p>Some <img data-search-exclude src='x'> lose tears {A}.</p>",
        [("Some lose tears.", "a")],
    ),
    "the name of that attribute as a word": (
        f"<p>Write <code>data-search-exclude</code> {A}.</p>",
        [("Write data-search-exclude.", "a")],
    ),
    "a script": (f"<script>'<p>Some {B}.</p>'</script><p>Some {A}.</p>", [("Some.", "a")]),
    "no citation": ("<p>Some lose tears.</p>", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("html", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(html, expected):
    found = [(sentence.text, "".join(sentence.keys)) for sentence in cited_sentences(html)]
    assert found == expected


HEADINGS = {
    "none": (f"<p>Some {A}.</p>", [""]),
    "the title": (f"<h1>Crying</h1><p>Some {A}.</p>", ["Crying"]),
    "the nearest above": (
        f"<h1>Crying</h1><p>Some {A}.</p><h2>Tears</h2><h3 id='x'>How soon</h3><p>More {B}.</p>",
        ["Crying", "How soon"],
    ),
    "not one below": (f"<h2>Tears</h2><p>Some {A}.</p><h2>Feelings</h2>", ["Tears"]),
    "its words alone": (
        f"<h2>Tears &amp; <em>feelings</em> {B}<a class='headerlink' href='#x'>#</a></h2><p>Some {A}.</p>",
        ["Tears & feelings", "Tears & feelings"],
    ),
    "a question that unfolds": (
        f"<details><summary><h2 id='x'>Is it rare?</h2></summary><div><p>Yes {A}.</p></div></details>",
        ["Is it rare?"],
    ),
    "a header is none": (f"<h2>Tears</h2><header>Site</header><hr><p>Some {A}.</p>", ["Tears"]),
    "one that is not searched is none": (
        f"<h2>Tears</h2><h2 data-search-exclude=''>Hidden</h2><p>Some {A}.</p>",
        ["Tears"],
    ),
}


@pytest.mark.parametrize(("html", "headings"), HEADINGS.values(), ids=HEADINGS)
def test_headings(html, headings):
    assert [sentence.heading for sentence in cited_sentences(html)] == headings


def test_the_anchor_is_the_first_citation_of_the_sentence():
    html = f"<p>Some {cite('b', 'a', place=3)} lose tears {A2}. It passes {C}.</p>"
    assert [sentence.anchor for sentence in cited_sentences(html)] == ["cite-b-3", "cite-c-1"]


def test_a_citation_without_a_link_still_counts():
    html = '<p>Some <span class="citation" data-references="ref-a">(?)</span>.</p>'
    assert cited_sentences(html) == [CitedSentence("Some.", "", ("a",), "")]


@pytest.mark.parametrize(
    "html",
    [
        f"<p data-search-exclude>never closed {A}",
        f"<p>{A}" * 300,
        '<p title="' * 300 + A,
        "<!--" * 3000 + A,
        "<a class=headerlink " * 300 + A,
        "<span data-references=" * 300,
        f"<td>{A}" * 100,
        f"<p>{'. A' * 3000} {A}</p>",
        "data-search-exclude <" * 300 + A,
    ],
    ids=lambda html: html[:24],
)
def test_broken_html_raises_nothing(html):
    assert isinstance(cited_sentences(html), list)


EXTENSIONS = ["admonition", "attr_list", "footnotes", "md_in_html", "tables", "toc"]
HARD_KEY = "Ä.x/1:2+3_4-5"


def render(text, library):
    extensions = [*EXTENSIONS, CitationsExtension(library=library)]
    return markdown.markdown(text, extensions=extensions, extension_configs={"toc": {"permalink": " "}})


def test_reads_what_the_renderer_prints():
    works = (Reference(key, "article", {"title": key}) for key in ("a", "b", HARD_KEY))
    text = f"# Crying & *tears*\n\nSome lose tears [@{HARD_KEY}; @a]. It *passes*. [see @b, p. 3]\n"
    assert cited_sentences(render(text, Library(tuple(works)))) == [
        CitedSentence("Some lose tears.", f"cite-{HARD_KEY}-1", (HARD_KEY, "a"), "Crying & tears"),
        CitedSentence("It passes.", "cite-b-1", ("b",), "Crying & tears"),
    ]


@pytest.mark.parametrize("number", range(3))
def test_agrees_with_a_parser_on_a_long_page(number):
    library, _ = read_library([BibFile("references.bib", bibliography())])
    html = render(article_text(number, 100, cited=True), library)
    found = cited_sentences(html)

    page = BeautifulSoup(html, "html.parser")
    anchors = [span.a["id"] for span in page.select(".citation")]
    keys = [key for span in page.select(".citation") for key in span["data-references"].split()]
    first = iter(anchors)
    assert all(sentence.anchor in first for sentence in found), "not in the order of the page"
    ours = [f"ref-{key}" for sentence in found for key in sentence.keys]
    assert list(dict.fromkeys(ours)) == list(dict.fromkeys(keys))

    for mark in page.select(".citation, .headerlink, .references, sup[id^=fnref]"):
        mark.decompose()
    words = " ".join(page.get_text().split())
    for sentence in found:
        assert sentence.text.rstrip(".") in words.replace(" .", ".")
        assert sentence_starts(sentence.text) == [0]
