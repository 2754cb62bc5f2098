"""What the built site says of itself to machines, and the files and pages that the build makes."""

import csv
import gzip
import io
import json
import re
from xml.etree import ElementTree as etree  # noqa: N813

import pytest
import rispy
from bs4 import BeautifulSoup

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.days import today
from citewell.site import load_site
from tests.schemaorg import problems_of
from tests.test_site import ADDRESS, REPOSITORY, ROOT, build, pages

ARTICLE = "sertraline-and-crying"
HUBS = ("medicines", "medicines/sertraline", "topics", "topics/antidepressants", "topics/feelings")
MADE_OF_THIS_ONE = {f"{ARTICLE}/one-page/index.html", f"{ARTICLE}/questions-to-take/index.html"}


def made_of_articles(site):
    """The pages that the build makes of articles: each on one page, and its sheet of questions."""
    return {name for name in site if name.endswith(("/one-page/index.html", "/questions-to-take/index.html"))}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return build("mkdocs", tmp_path_factory.mktemp("site"), SITE_URL=ADDRESS, REPO_URL=REPOSITORY)


@pytest.fixture(scope="module")
def site(folder):
    return pages(folder)


@pytest.fixture(scope="module")
def graphs(site):
    found = {}
    for name, page in site.items():
        scripts = page.select("script[type='application/ld+json']")
        if scripts:
            (script,) = scripts
            found[name] = json.loads(script.string)
    return found


def nodes(graph, kind):
    return [node for node in graph["@graph"] if kind in [node["@type"], *node["@type"]]]


def test_each_page_that_somebody_wrote_has_its_graph(site, graphs):
    without = {name for name in site if name not in graphs}
    made = {f"{name}/index.html" for name in ("references", "references-checked", "claims", "search", *HUBS)}
    assert without == {*made_of_articles(site), "404.html", *made}


def test_every_graph_keeps_to_the_vocabulary(graphs):
    for name, graph in graphs.items():
        assert problems_of(graph) == [], name


def test_a_graph_says_what_the_page_shows(site, graphs):
    for name, graph in graphs.items():
        page = site[name]
        (node,) = nodes(graph, "WebPage") or nodes(graph, "MedicalWebPage")
        title = BeautifulSoup(str(page.h1), "html.parser")
        for link in title.select(".headerlink"):
            link.decompose()
        assert node.get("headline", node["name"]) == title.text.strip()
        assert node["description"] == page.select_one("meta[name=description]")["content"]
        assert node["url"] == page.select_one("link[rel=canonical]")["href"]
        listed = page.select(".reference-list > .reference")
        assert len(node.get("citation", [])) == len(listed)
        crumbs = [
            item["name"] for trail in nodes(graph, "BreadcrumbList") for item in trail["itemListElement"]
        ]
        shown = [item.text.strip() for item in page.select(".md-path__item")]
        assert crumbs == shown


def test_no_graph_claims_a_review(graphs):
    assert "reviewedBy" not in json.dumps(graphs)
    assert "lastReviewed" not in json.dumps(graphs)


def test_questions_and_answers_are_those_of_the_page(site, graphs):
    name = f"{ARTICLE}/common-questions/index.html"
    (node,) = nodes(graphs[name], "FAQPage")
    page = BeautifulSoup(str(site[name]), "html.parser")
    for part in page.select(".citation, .faq-link, .headerlink"):
        part.decompose()
    shown = [(words(faq.summary), words(faq.select_one(".faq-answer"))) for faq in page.select("details.faq")]
    assert shown
    assert [(words_of(q["name"]), words_of(q["acceptedAnswer"]["text"])) for q in node["mainEntity"]] == shown


def words(element):
    return words_of(element.text)


def words_of(text):
    return re.findall(r"\w+", text)


def test_a_page_has_its_card_for_links(site):
    for name, page in site.items():
        if name != "404.html":
            said = {tag["property"]: tag["content"] for tag in page.select("meta[property^='og:']")}
            assert said["og:description"] == page.select_one("meta[name=description]")["content"]
            assert said["og:title"]
            assert said["og:url"] == page.select_one("link[rel=canonical]")["href"]


def fragments(folder):
    """What Pagefind keeps of each page that it searches."""
    for file in (folder / "search" / "pagefind" / "fragment").iterdir():
        yield json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))


def test_pages_made_of_an_article_are_not_to_be_found(site, folder):
    sitemap = etree.parse(folder / "sitemap.xml")
    found = {loc.text for loc in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    named = json.loads((folder / "search" / "names.json").read_text(encoding="utf-8"))["pages"]
    searched = {address for address, *_ in named} | {page["url"].lstrip("/") for page in fragments(folder)}
    assert f"{ARTICLE}/does-it-pass/" in searched
    for name in MADE_OF_THIS_ONE:
        address = name.removesuffix("index.html")
        assert ADDRESS + address not in found
        assert address not in searched
        assert site[name].select_one("meta[name=robots]")["content"] == "noindex"
        assert site[name].select_one("link[rel=canonical]")["href"] == f"{ADDRESS}{ARTICLE}/"
        assert site[f"{ARTICLE}/index.html"].select_one(f"a[href='{address.split('/')[1]}/']")
    assert f"{ADDRESS}{ARTICLE}/does-it-pass/" in found


def test_the_whole_article_stands_on_one_page(site):
    page = site[f"{ARTICLE}/one-page/index.html"]
    text = page.select_one(".md-content__inner").text
    for name, section in site.items():
        if name.startswith(f"{ARTICLE}/") and name not in MADE_OF_THIS_ONE:
            for heading in section.select(".md-content__inner :is(h1, h2, h3)"):
                assert heading.text.strip() in text, f"{name}: {heading}"
    keys = [entry["id"] for entry in page.select(".reference-list > li")]
    cited = {
        entry["id"]
        for name, section in site.items()
        if name.startswith(f"{ARTICLE}/") and name not in MADE_OF_THIS_ONE
        for entry in section.select(".reference-list > li")
    }
    assert len(keys) == len(set(keys))
    assert set(keys) == cited
    assert not page.select("a[href*='how-it-might-happen/']")
    assert page.select("a[href='#how-it-might-happen']")


def test_the_sheet_has_the_questions_of_the_article(site):
    items = [
        item.text.strip()
        for item in site[f"{ARTICLE}/questions-to-take/index.html"].select(".question-sheet li")
    ]
    for question in site[f"{ARTICLE}/what-can-be-done/index.html"].select(".question-list li"):
        assert question.text.strip() in items


def test_each_page_s_references_come_as_files(site, folder):
    library = load_site(ROOT, today())[0].library
    for name, page in site.items():
        keys = [item["id"].removeprefix("ref-") for item in page.select(".reference-list > li[id^=ref-]")]
        links = {link.text: link["href"] for link in page.select(".about-page__downloads a")}
        assert bool(keys) == bool(links), name
        if keys:
            beside = (folder / name).parent
            read, problems = read_library(
                [BibFile("x.bib", (beside / links["BibTeX"]).read_text(encoding="utf-8"))]
            )
            assert [problem for problem in problems if problem.level == "error"] == []
            assert [reference.key for reference in read] == keys
            assert [reference.get("title") for reference in read] == [
                library.get(key).get("title") for key in keys
            ]
            records = rispy.loads((beside / links["RIS"]).read_text(encoding="utf-8"))
            assert len(records) == len(keys)
            items = json.loads((beside / links["CSL-JSON"]).read_text(encoding="utf-8"))
            assert [item["id"] for item in items] == keys


def test_the_ledger_holds_every_cited_sentence(site, folder):
    rows = list(
        csv.DictReader(
            io.StringIO((folder / "claims" / "cited-statements.csv").read_text(encoding="utf-8-sig"))
        )
    )
    shown = site["claims/index.html"].select(".claim-ledger__statement")
    assert len(rows) == len(shown) > 100
    for link in site["claims/index.html"].select(".claim-ledger__words a"):
        address, _, anchor = link["href"].removeprefix("../").partition("#")
        assert site[f"{address}index.html"].find(id=anchor), link


def test_every_work_stands_once_in_the_index_with_every_page_that_cites_it(site):
    works = {
        item["id"].removeprefix("work-"): item for item in site["references/index.html"].select("[id^=work-]")
    }
    cited = {
        item["id"].removeprefix("ref-") for page in site.values() for item in page.select("li[id^=ref-]")
    }
    assert set(works) == cited
    for key, item in works.items():
        linked = {link["href"].removeprefix("../") for link in item.select(".reference-index__pages a")}
        citing = {
            name.removesuffix("index.html")
            for name, page in site.items()
            if page.find(id=f"ref-{key}") and name not in made_of_articles(site)
        }
        assert linked == citing
