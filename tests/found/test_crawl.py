"""A crawler that starts at the first page finds every public page, once, and nothing that leads nowhere."""

import io
import json
from collections import Counter

import pytest
from PIL import Image

from citewell.checks.page_description import FEWEST, MOST
from citewell.checks.page_title import CHARACTERS
from citewell.days import today
from citewell.site import load_site
from citewell.site_addresses import site_addresses
from tests.found.conftest import ON_A_DOMAIN, UNDER_A_PATH, build, new_site, own_site
from tests.found.crawler import crawl, get, sitemap, visit

SITES = {"own": own_site, "new": new_site}
CASES = [(site, where) for site in SITES for where in (UNDER_A_PATH, ON_A_DOMAIN)]
MOST_OF_A_CARD = 60_000


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def site(request, serve, tmp_path_factory):
    """The sources of a site, its address, and all that a crawler finds there."""
    name, where = request.param
    sources = SITES[name](tmp_path_factory.mktemp(name) / "sources")
    address = serve(sources, where)
    return sources, address, crawl(address)


def public(found):
    return {
        address: visited for address, visited in found.items() if visited.is_public and visited.page.title
    }


def test_every_public_page_is_found_and_is_in_the_sitemap_once(site):
    _, address, found = site
    assert public(found).keys() == sitemap(address).keys()
    assert address in public(found)


def test_every_address_of_the_sources_is_a_page(site):
    sources, address, found = site
    project, _ = load_site(sources, today())
    wanted = {f"{address}{path}" for path in (*site_addresses(project), "search/")}
    assert wanted <= found.keys()
    assert {place for place, visited in found.items() if visited.page.title} == wanted


def test_no_link_leads_nowhere_or_to_a_page_that_leads_on(site):
    _, _, found = site
    assert {place: visited.status for place, visited in found.items() if visited.status != 200} == {}
    assert [place for place, visited in found.items() if visited.leads_to] == []


def test_every_public_page_has_one_canonical_address_its_own(site):
    _, _, found = site
    for place, visited in public(found).items():
        assert visited.said("link[rel=canonical]", "href") == [place]
        assert visited.said("meta[property='og:url']") == [place]


def test_what_is_not_public_stands_in_no_sitemap_and_says_so(site):
    _, address, found = site
    hidden = {place for place, visited in found.items() if visited.page.title and not visited.is_public}
    assert not hidden & sitemap(address).keys()
    assert f"{address}404.html" not in sitemap(address)
    assert not visit(f"{address}404.html").is_public
    assert any(place.endswith("/one-page/") for place in hidden)


def test_titles_and_descriptions_are_there_once_and_of_the_right_length(site):
    _, _, found = site
    titles, descriptions = Counter(), Counter()
    for place, visited in public(found).items():
        (description,) = visited.said("meta[name=description]")
        assert FEWEST <= len(description) <= MOST, place
        (title,) = visited.said("meta[property='og:title']")
        assert len(title) <= CHARACTERS, place
        titles[visited.page.title.text] += 1
        descriptions[description] += 1
    assert {*titles.values(), *descriptions.values()} == {1}


def test_the_sitemap_says_the_days_that_the_pages_say(site):
    _, address, found = site
    dated = 0
    for place, day in sitemap(address).items():
        graphs = found[place].page.select("script[type='application/ld+json']")
        nodes = [node for graph in graphs for node in json.loads(graph.string)["@graph"]]
        names = ("dateModified", "datePublished", "lastReviewed")
        days = [node[name] for node in nodes for name in names if node.get(name)]
        assert day == max(days, default=None), place
        dated += bool(days)
    assert dated


def test_the_trail_is_the_one_of_the_structured_data(site):
    _, address, found = site
    for place, visited in public(found).items():
        shown = [item.text.strip() for item in visited.page.select(".md-path__item")]
        linked = visited.said(".md-path__item a", "href")
        assert bool(shown) == (place != address)
        assert len(linked) == max(0, len(shown) - 1), "every step but the last is a link"
        for graph in visited.page.select("script[type='application/ld+json']"):
            trails = [
                node for node in json.loads(graph.string)["@graph"] if node["@type"] == "BreadcrumbList"
            ]
            said = [item["name"] for trail in trails for item in trail["itemListElement"]]
            assert said == shown, place


def test_every_page_of_an_article_has_a_picture_for_links(site):
    _, address, found = site
    pictured = 0
    for place, visited in found.items():
        if "article" in visited.said("meta[property='og:type']"):
            (picture,) = visited.said("meta[property='og:image']")
            assert picture.startswith(address)
            data = get(picture).data
            assert len(data) < MOST_OF_A_CARD
            size = [int(visited.said(f"meta[property='og:image:{side}']")[0]) for side in ("width", "height")]
            assert list(Image.open(io.BytesIO(data)).size) == size
            assert visited.said("meta[property='og:image:alt']")[0]
            pictured += 1
        else:
            assert not visited.said("meta[property='og:image']"), place
    assert pictured


def test_every_picture_says_its_size(site):
    _, _, found = site
    for place, visited in found.items():
        for picture in visited.page.select("img"):
            assert int(picture["width"]), place
            assert int(picture["height"]), place


def test_search_engines_are_told_where_the_sitemap_is(site):
    _, address, _ = site
    said = get(f"{address}robots.txt").data.decode()
    assert f"Sitemap: {address}sitemap.xml" in said
    assert "User-agent: *\nDisallow:\n" in said
    assert ("# " in said) == (address.count("/") > 3), "under a path, a comment says that nobody reads it"


def test_the_day_of_the_build_is_nowhere_in_the_sitemap_and_a_change_dates_its_article_alone(tmp_path):
    sources = own_site(tmp_path / "sources")
    texts = []
    for number, epoch in enumerate(("1700000000", "1800000000")):
        code, said = build(sources, tmp_path / str(number), "https://site.example/", SOURCE_DATE_EPOCH=epoch)
        assert code == 0, said
        texts.append((tmp_path / str(number) / "sitemap.xml").read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    meta = sources / "docs" / "sertraline-and-crying" / ".meta.yml"
    entry = "changes:\n  - {date: 2026-11-26, what: A word was mended., why: It was misspelt.}\n"
    meta.write_text(meta.read_text(encoding="utf-8").replace("changes:\n", entry), encoding="utf-8")
    assert build(sources, tmp_path / "changed", "https://site.example/")[0] == 0
    now = (tmp_path / "changed" / "sitemap.xml").read_text(encoding="utf-8")
    before, after = (text.replace("</url>", "\n").split("<url>") for text in (texts[0], now))
    changed = [other for one, other in zip(before, after, strict=True) if one != other]
    assert changed
    assert all("/sertraline-and-crying/" in entry and "2026-11-26" in entry for entry in changed)
