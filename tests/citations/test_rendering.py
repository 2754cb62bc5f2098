import re
from pathlib import Path

import markdown
import pytest

from citewell.bibliography.reference import Library, Reference
from citewell.citations.error import CitationError
from citewell.citations.extension import CitationsExtension
from citewell.citations.grammar import find_groups
from citewell.source import read_source
from tests.html_tree import assert_same_html

EXTENSIONS = ["admonition", "attr_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"]
CASES = Path(__file__).with_name("rendering.md").read_text(encoding="utf-8").split("\n=== ")[1:]


def work(key, **fields):
    return Reference(key, "article", {"title": f"Work {key}", "journal": "J Test", "year": "2020", **fields})


LIBRARY = Library(tuple(work(key) for key in ["a", "b", "c", "d", "_u_", "Ä.x/1:2+3_4-5"]))


def render(text, **options):
    extension = CitationsExtension(**{"library": LIBRARY, **options})
    return markdown.markdown(text, extensions=[*EXTENSIONS, extension])


def split(case):
    title, body = case.split("\n", 1)
    text, expected = body.split("\n---\n")
    return title, text, expected


TITLES = [split(case)[0] for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=TITLES)
def test_renders(case):
    _, text, expected = split(case)
    assert_same_html(render(text, bib_by_default=False), expected)


@pytest.mark.parametrize("case", CASES, ids=TITLES)
def test_the_check_and_the_renderer_read_the_same_citations(case):
    _, text, _ = split(case)
    source, _ = read_source("x.md", text)
    checked = [citation.key.casefold() for _, group in find_groups(source.prose) for citation in group]
    rendered = re.findall(r'data-references="([^"]*)"', render(text, bib_by_default=False))
    assert {key for key in checked if LIBRARY.get(key)} >= {
        name.removeprefix("ref-").casefold() for names in rendered for name in names.split()
    }
    assert all(LIBRARY.get(key) for key in checked), "the check would stop a page that renders"


LIST = """
<section class="references" aria-labelledby="references" data-search-exclude="">
<h2 id="references" data-search-exclude="">References</h2>
<ol class="reference-list">
<li class="reference" id="ref-b">
<div class="reference-body"><p class="reference-text">Work b. J Test. 2020.</p></div>
<p class="reference-backlinks">Cited under: <a href="#cite-b-1">start of the page</a></p>
</li>
<li class="reference" id="ref-a">
<div class="reference-body"><p class="reference-text">Work a. J Test. 2020.</p></div>
<p class="reference-backlinks">Cited under:
<a href="#cite-a-1" aria-label="One &amp; two, citation 1 of 3">One &amp; two</a>,
<a href="#cite-a-2" aria-label="One &amp; two, citation 2 of 3">2</a>;
<a href="#cite-a-3" aria-label="Three, citation 3 of 3">Three</a></p>
</li>
</ol>
</section>"""


def test_sets_the_list_at_the_end_with_back_links_that_say_where_they_lead():
    html = render("Text [@b].\n\n## One & *two* { #one }\n\nText [@a] and [@a].\n\n## Three [@a]\n")
    assert_same_html(html[html.index("<section") :], LIST)


def test_the_reference_inside_a_range_has_a_back_link_to_the_group():
    html = render("Text [@a; @b; @c].")
    item = html[html.index('id="ref-b"') :]
    assert 'href="#cite-a-1"' in item[: item.index("</li>")]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Text [@a].\n\n\\bibliography\n\nAfter.", ["Text", "<section", "After"]),
        ("Text [@a].\n\\bibliography\nAfter.", ["Text", "<section", "After"]),
        ("Text [@a].\n\nAfter.", ["Text", "After", "<section"]),
        ("\\bibliography\n\nAfter [@a].", ["<section", "After"]),
    ],
)
def test_sets_the_list_where_the_page_says(text, order):
    html = render(text)
    places = [html.index(word) for word in order]
    assert places == sorted(places)
    assert html.count("<section") == 1
    assert "bibliography" not in html


def test_a_list_under_the_page_s_own_heading_gets_no_second_one():
    html = render("Text [@a].\n\n## My sources\n\n\\bibliography\n")
    assert html.count("<h2") == 1
    assert re.search(r'<section [^>]*aria-label="References"', html)


def test_a_page_without_citations_has_no_list():
    assert render("Text.\n\n\\bibliography") == "<p>Text.</p>"


def test_lists_the_whole_bibliography_with_ids_of_its_own():
    html = render("Text [@b].\n\n\\full_bibliography\n")
    assert re.findall(r'id="(work-[^"]+)"', html) == [
        f"work-{key}" for key in ["_u_", "a", "b", "c", "d", "Ä.x/1:2+3_4-5"]
    ]
    assert len(re.findall(r'id="([^"]+)"', html)) == len(set(re.findall(r'id="([^"]+)"', html)))


def test_shows_the_evidence_of_a_work():
    library = Library(
        (work("a", design="case series", sample="7 people taking an SSRI", free="yes", pmid="26573114"),)
    )
    html = render("Text [@a].", library=library)
    start, end = html.index('<div class="reference-body"'), html.index("</div>")
    assert_same_html(
        html[start : end + 6],
        '<div class="reference-body"><p class="reference-text">Work a. J Test. 2020. PMID: '
        '<a href="https://pubmed.ncbi.nlm.nih.gov/26573114/">26573114</a>.</p>'
        '<p class="reference-evidence"><span class="reference-free">Free to read</span> '
        '<span class="reference-design">Study design: case series</span> '
        '<span class="reference-sample">Who was studied: 7 people taking an SSRI</span> </p></div>',
    )


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "{: onclick=alert(1)}",
    "**bold** `code` &lt;b&gt; \\bibliography [@b]",
    "' onmouseover='alert(1)",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("field", ["title", "journal", "design", "sample", "volume", "note"])
def test_a_hostile_field_is_printed_as_text(field, words):
    html = render("Text [@a].", library=Library((work("a", **{field: words, "doi": "10.1/x"}),)))
    without_ours = re.sub(r"</?(p|span|a|section|h2|ol|li|div)( [a-z-]+=\"[^\"<>]*\")*>", "", html)
    assert "<" not in without_ours
    assert not re.search(r"<[^>]*\s(on\w+|style)=", html)
    assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', html))


def test_each_problem_of_a_text_has_its_place():
    with pytest.raises(CitationError) as caught:
        render("# Title\n\n```\n[@x]\n```\n\nOne [@aa] and\ntwo [@b, @c].\n")
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [(7, 7), (8, 10)]
    assert "Did you mean @a?" in str(caught.value)
    assert "[@b; @c]" in str(caught.value)


@pytest.mark.parametrize("words", ["`x`", "<b>x</b>", "[x](y)", "<x@y.org>", r"1\*"])
def test_markup_in_a_citation_is_a_problem(words):
    with pytest.raises(CitationError, match="outside the brackets"):
        render(f"Text [see {words} @a].")


def test_reads_a_bibliography_by_its_path(tmp_path):
    path = tmp_path / "references.bib"
    path.write_text("@article{a, title={T}, journal={J}, year={2020}, author={Bell, V}}", encoding="utf-8")
    html = markdown.markdown(
        "Text [@a].",
        extensions=["citewell.citations"],
        extension_configs={"citewell.citations": {"bib_file": str(path)}},
    )
    assert "Bell V. T. J. 2020." in html


def test_a_missing_bibliography_is_an_error_with_a_name():
    with pytest.raises(CitationError, match="bib_file"):
        markdown.markdown("Text [@a].", extensions=["citewell.citations"])


def test_one_markdown_instance_numbers_each_text_anew():
    md = markdown.Markdown(extensions=[CitationsExtension(library=LIBRARY)])
    first = md.convert("One [@a].")
    assert md.reset().convert("One [@b].") == first.replace("a-1", "b-1").replace("ref-a", "ref-b").replace(
        "Work a", "Work b"
    )


def test_a_snippet_is_read(tmp_path):
    (tmp_path / "part.md").write_text("Included [@b].", encoding="utf-8")
    html = markdown.markdown(
        'Text [@a].\n\n--8<-- "part.md"\n',
        extensions=["pymdownx.snippets", CitationsExtension(library=LIBRARY)],
        extension_configs={"pymdownx.snippets": {"base_path": [str(tmp_path)]}},
    )
    assert 'Included <span class="citation" data-references="ref-b">' in html
