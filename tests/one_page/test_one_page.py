"""Each file of cases/ says what it shows, then the pages of an article and the document that they become."""

import datetime as dt
import posixpath
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import markdown
import pytest
from bs4 import BeautifulSoup

from citewell.article import Page
from citewell.boxes.extension import BoxesExtension
from citewell.citations.extension import CitationsExtension
from citewell.claims.extension import ClaimsExtension
from citewell.crisis import CrisisContacts
from citewell.drugs import Drug, DrugClass
from citewell.faq.extension import FaqExtension
from citewell.one_page import left_out, one_page
from citewell.one_page.anchors import find_anchors
from citewell.one_page.headings import find_headings
from citewell.one_page.left_out import NEVER, ONCE, repeated_blocks
from citewell.page_facts import PageFacts
from citewell.reading_order import in_reading_order
from citewell.site import load_site
from citewell.source import read_source

ROOT = Path(__file__).parents[2]
FOLDER = "docs/article"
CASES = sorted(Path(__file__).with_name("cases").glob("*.md"))
BUILT_IN = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "pymdownx.superfences",
    "tables",
    "toc",
]
SERTRALINE = Drug("sertraline", DrugClass("SSRI", "in full", antidepressant=True), "label")
OTHER_LINKS = {
    "boxes": {("even more", "Even more"), ("link", "Title")},  # boxes that are not repeated
    "code": {("stays", "Title")},  # the engine does not read this link either
    "lists-of-references": {("below", "Sources")},  # the one list stands elsewhere
}
"""The links that do not lead where they led to."""
HEADINGS = re.compile(r"h[1-6]")
NOTHING_LEFT_OUT = [path for path in CASES if path.stem not in {"boxes", "lists-of-references"}]
case = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)


def page(text, path="index.md", **facts):
    source, problems = read_source(f"{FOLDER}/{path}", text)
    assert problems == []
    title = source.metadata.get("title", "")
    return Page(source, PageFacts(**{"title": title, "drug": SERTRALINE, **facts}))


def read_case(path):
    """The pages of a case and the document that they become."""
    _, *parts = re.split(r"(?m)^=== (\S.*\.md)\n", path.read_text(encoding="utf-8"))
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    expected = files.pop("one-page.md")
    return [page(text, name) for name, text in files.items()], expected


def body(document):
    """A document without its front matter."""
    source, problems = read_source("one-page.md", document)
    assert problems == []
    return source.text[source.body_offset :].lstrip("\n")


def render(text, *, drugs=None, contacts=None, library=None):
    drugs = {"sertraline": SERTRALINE} if drugs is None else drugs
    extensions = [*BUILT_IN, BoxesExtension(drugs, contacts or CrisisContacts()), FaqExtension()]
    if library:
        extensions += [CitationsExtension(library=library), ClaimsExtension(library)]
    named = re.sub(r"(?m)^(/// (?:do-not-stop|boxed-warning))$", r"\1 | sertraline", text)
    return BeautifulSoup(markdown.markdown(named, extensions=extensions), "html.parser")


def words(element):
    return " ".join(element.get_text().split())


def dead_links(html):
    ids = {element["id"] for element in html.find_all(id=True)}
    return [link["href"] for link in html.find_all("a", href=True) if is_dead(link["href"], ids)]


def is_dead(href, ids):
    return href.startswith("#") and unquote(href[1:]) not in ids


def doubled_ids(html):
    counted = Counter(element["id"] for element in html.find_all(id=True))
    return [name for name, count in counted.items() if count > 1]


def leads(html, path, documents):
    """Each link to a heading of the article: its words, and the heading's."""
    found = set()
    for link in html.find_all("a", href=True):
        file, _, fragment = unquote(link["href"]).partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        if target in documents and (file or fragment):
            document = documents[target]
            element = document.find(id=fragment) if fragment else document.find("h1")
            if element is not None and HEADINGS.fullmatch(element.name):
                found.add((words(link), words(element)))
    return found


@case
def test_the_pages_become_this_document(path):
    pages, expected = read_case(path)
    assert body(one_page(pages)) == expected


@case
def test_a_link_leads_to_the_heading_that_it_led_to(path):
    """Told by Python-Markdown: each page rendered alone, and the one page."""
    pages, _ = read_case(path)
    alone = {part.source.path: render(part.source.text[part.source.body_offset :]) for part in pages}
    whole = render(body(one_page(pages)))
    before = set().union(*(leads(html, place, alone) for place, html in alone.items()))
    after = leads(whole, f"{FOLDER}/one-page.md", {f"{FOLDER}/one-page.md": whole})
    assert before - after == OTHER_LINKS.get(path.stem, set())


@case
def test_no_id_stands_twice(path):
    pages, _ = read_case(path)
    assert doubled_ids(render(body(one_page(pages)))) == []


@pytest.mark.parametrize("path", NOTHING_LEFT_OUT, ids=lambda path: path.stem)
def test_each_heading_stands_one_level_deeper_and_no_code_has_changed(path):
    pages, _ = read_case(path)
    expected = []
    code = []
    for number, part in enumerate(pages):
        html = render(part.source.text[part.source.body_offset :])
        for heading in html.find_all(HEADINGS):
            level = int(heading.name[1]) + (number > 0)
            expected.append((min(level, 6), words(heading)))
        code += [element.get_text() for element in html.find_all("code")]
    whole = render(body(one_page(pages)))
    found = [(int(heading.name[1]), words(heading)) for heading in whole.find_all(HEADINGS)]
    assert Counter(heading for heading in found if heading in expected) == Counter(expected)
    assert Counter(code) == Counter(element.get_text() for element in whole.find_all("code"))


WORDS = [
    "Plain words",
    "*Marks* and **more** and __these__ and a_name_with_lines",
    "`code_with_lines` and `[a](b)`",
    "A [link](x.md) and [another][name] and ![a picture](x.png)",
    "Cited [@key] in the middle and at the end [@key; @other]",
    "A note[^1]",
    "Ångström, café & co. &amp; &lt;",
    "<b>Tags</b> and a <!-- comment -->word",
    "An escaped \\_line\\_ and \\* star",
    "Dashes - and -- and --- many",
    "What is it? It's “this”: (that)",
    "Ω",
    "Twice",
    "Twice",
    "Twice_1",
    "<https://example.org>",
    "A {brace} within",
    "Ends with a hash \\#",
]


def test_headings_have_the_ids_that_python_markdown_gives_them():
    text = "\n\n".join(["[name]: x.md", "[^1]: Note.", *(f"## {line}" for line in WORDS)])
    typed = page(text)
    ids = [anchor.id for anchor in find_anchors(typed, find_headings(typed))]
    cited = re.sub(r" ?\[@[^]]*\]", "", text)  # the citations' numbers are put in when all ids are given
    assert ids == [heading["id"] for heading in render(cited).find_all("h2")]


def test_front_matter_says_what_the_page_is():
    source, problems = read_source("x.md", one_page([page("---\ntitle: Can it?\n---\n# Yes\n")]))
    about = "All pages of the article “Can it?” on one page, to read in one go, to print or to save."
    assert problems == []
    assert source.metadata == {
        "title": "The whole article: Can it?",
        "description": about,
        "search": {"exclude": True},
        "robots": "noindex",
        "made_by_the_build": "one-page",
    }


@pytest.mark.parametrize("title", ["A: b", "'Quoted'", "# Hash", "{brace}", "Café — “x”", "[x", "- y", "&a"])
def test_any_title_is_read_back_from_the_front_matter(title):
    source, problems = read_source("x.md", one_page([page("# x\n", title=title)]))
    assert problems == []
    assert source.metadata["title"] == f"The whole article: {title}"


def test_line_ends_of_windows():
    text = "---\r\ntitle: x\r\n---\r\n# One\r\n\r\nTwo\r\n---\r\n\r\n[a](index.md)\r\n"
    assert body(one_page([page("# Index\r\n"), page(text, "how.md")])) == (
        "# Index {#article}\n\n## One {#how}\n\n### Two\n\n[a](#article)\n"
    )


@pytest.mark.parametrize(
    "above",
    [
        "```\ncode\n```",
        "~~~\ncode\n~~~",
        "<!-- comment -->",
        "<div>\nx\n</div>",
        "/// crisis\n///",
        "",
        "> # x",
    ],
)
def test_a_line_across_the_page_is_no_heading(above):
    text = body(one_page([page("# One\n"), page(f"# Two\n\n{above}\n---\n\nText\n", "two.md")]))
    assert "\n---\n\nText\n" in text


def test_what_is_for_sale_is_left_out(monkeypatch):
    """Told with a kind of block that is known already, in the place of the kind for what is for sale."""
    monkeypatch.setattr(left_out, "NEVER", {"faq" if kind == "referral" else kind for kind in NEVER})
    text = "# One\n\n/// faq | Buy?\n[Here](#buy)\n///\n\nRead on [there](#buy).\n"
    assert body(one_page([page(text)])) == "# One {#article}\n\nRead on [there](#article).\n"


def test_the_commands_that_place_a_list_can_have_other_names():
    pages = [page("# One\n\n\\list\n\n\\bibliography\n")]
    assert body(one_page(pages, list_commands=["\\list"])) == "# One {#article}\n\n\\bibliography\n\n\\list\n"


HOSTILE = [
    "[" * 20_000,
    "](" * 10_000,
    "[x](" * 10_000,
    "#" * 20_000,
    "# a {" * 4_000,
    "> " * 10_000 + "# x",
    "`" * 10_000,
    "a\n=\n" * 2_000,
    "[a]: b\n" * 2_000,
    "[^a]: b\n" * 2_000,
    "# _" + "_ a" * 5_000,
    "# " + "`a" * 5_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_hostile_text_is_read_in_the_end(text):
    assert one_page([page("# One\n"), page(text, "two.md", title="Two")]).startswith("---\n")


@pytest.fixture(scope="module")
def site():
    loaded, _ = load_site(ROOT, dt.date(2026, 12, 1))
    return loaded


@pytest.fixture(scope="module")
def article(site):
    return next(article for article in site.articles if article.folder.endswith("/sertraline-and-crying"))


@pytest.fixture(scope="module")
def document(article):
    return one_page(in_reading_order(article, []))


@pytest.fixture(scope="module")
def rendered(site, document):
    return render(body(document), drugs=site.data.drugs, contacts=site.data.crisis, library=site.library)


def test_the_article_has_one_title_and_a_section_for_each_page(article, rendered):
    assert len(rendered.find_all("h1")) == 1
    for part in article.pages[1:]:
        stem = Path(part.source.path).stem
        assert rendered.find("h2", id=stem) is not None


def test_every_link_inside_the_article_has_its_target(rendered):
    assert dead_links(rendered) == []
    assert doubled_ids(rendered) == []


def test_no_link_leads_to_another_page_of_the_article(article, rendered):
    files = {Path(part.source.path).name for part in article.pages}
    hrefs = [link["href"].partition("#")[0] for link in rendered.find_all("a", href=True)]
    assert [href for href in hrefs if posixpath.basename(href) in files] == []


def test_links_of_the_article_lead_to_the_headings_that_they_led_to(article, site, rendered):
    data = {"drugs": site.data.drugs, "contacts": site.data.crisis, "library": site.library}
    alone = {path: render(text, **data) for path, text in without_repeated_boxes(article).items()}
    before = set().union(*(leads(html, place, alone) for place, html in alone.items()))
    after = leads(rendered, "one-page.md", {"one-page.md": rendered})
    typed = {pair for pair in before if not pair[1].startswith("References")}
    assert typed
    assert typed - {pair for pair in typed if pair[0] in back_links(alone)} <= after


def without_repeated_boxes(article):
    """The text of each page, by its path."""
    texts, seen = {}, set()
    for part in in_reading_order(article, []):
        text = part.source.text
        for cut in reversed(list(repeated_blocks(part, seen))):
            text = f"{text[: cut.start]}\n{text[cut.end :]}"
        texts[part.source.path] = text[part.source.body_offset :]
    return texts


def without_targets(text):
    return re.sub(r"\]\([^()\n]*\)|\]\[[^][\n]*\]|\[\^[^][\n]*\]", "]", text)


def back_links(documents):
    """The words of the links that are made, not typed."""
    return {
        words(link)
        for html in documents.values()
        for link in html.select(".reference-backlinks a, .headerlink, .faq-link a, .evidence-note a")
    }


def test_no_warning_of_the_article_stands_twice(article, document):
    text = body(document)
    kinds = Counter(re.findall(r"(?m)^/// ([\w-]+)", text))
    on_pages = Counter(block.kind.name for part in article.pages for block in part.read_blocks[0])
    assert {kind: kinds[kind] for kind in ONCE if on_pages[kind]} == {
        kind: 1 for kind in ONCE if on_pages[kind]
    }
    levels = re.findall(r"(?m)^/// care \| (\S+)", text)
    assert len(levels) == len(set(levels))


def test_each_page_of_the_article_keeps_all_else(article, document):
    """Every line outside the boxes that stand once is there, but for headings and the targets of links."""
    whole = without_targets(document)
    for text in without_repeated_boxes(article).values():
        for line in without_targets(text).splitlines():
            assert line in whole or line.startswith(("#", "\\bibliography"))
