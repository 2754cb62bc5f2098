"""The lists from A to Z and the pages of medicines and topics, and the way to pages that no menu names."""

import pytest
from bs4 import BeautifulSoup

from citewell.hub_lists import Entry, hub_list
from citewell.hubs import Hub, topic_key
from tests.found.conftest import build, own_site
from tests.found.test_related import article
from tests.test_plugin import BIB, built

CONFIG = """site_name: S
site_url: https://a.example/
theme: {name: material, font: false, features: [navigation.path]}
nav: [index.md, {Medicines: medicines/index.md}, {Topics: topics/index.md}]
not_in_nav: /*/
plugins: [meta, citewell: {bib_file: references.bib}]
"""
DRUGS = """classes:
  other: {name: Other, full_name: other medicines, antidepressant: no}
drugs:
  pill: {name: pill, class: other, label: a, brands: [Zeta]}
"""
META = (
    "article: {question}?\nauthor: A\npublished: 2026-01-02\nevidence: basic\ndrug: pill\ntopics: [{topic}]\n"
)
PAGE = """---
title: {question}?
---
# {question}?

/// answer
Yes [@a]. Ask your doctor.
///

/// unknown
Much.
///
"""


@pytest.mark.parametrize(
    ("topic", "key"),
    [("Sleep", "sleep"), ("Side effects", "side-effects"), ("Übelkeit & Co.", "ubelkeit-co"), ("!", "")],
)
def test_a_topic_becomes_a_part_of_an_address(topic, key):
    assert topic_key(topic) == key


def test_a_list_from_a_to_z_stands_under_letters_with_brands_that_say_the_name():
    hubs = [Hub("medicines/index.md", "medicines", "", "", "A to Z", "")]
    hubs += [
        Hub(f"medicines/{name}.md", "medicines", name, name, name, "") for name in ("pill", "ärma", "5-ht")
    ]
    articles = [
        article("one", "pill"),
        article("two", "pill"),
        article("three", "ärma"),
        article("four", "5-ht"),
    ]
    for entry in articles:
        entry.drug.brands = ("Zeta",) if entry.drug.key == "pill" else ()
    values = hub_list(hubs[0], hubs, articles, lambda path: path.replace(".md", "/"))
    assert [(letter, [entry.name for entry in entries]) for letter, entries in values["letters"]] == [
        ("A", ["Ärma"]), ("Other", ["5-ht"]), ("P", ["Pill"]), ("Z", ["Zeta"]),
    ]  # fmt: skip
    assert values["letters"][-1][1] == [Entry("Zeta", "pill", "medicines/pill/", 2)]


def site_in(folder):
    """Three answers about one medicine, two of them about one topic, each with another page."""
    files = {
        "mkdocs.yml": CONFIG,
        "references.bib": BIB,
        "docs/index.md": "# Home\n",
        "docs/_data/drugs.yml": DRUGS,
    }
    for name, topic in (("one", "Sleep"), ("two", "Sleep"), ("three", "Feelings")):
        files[f"docs/{name}/.meta.yml"] = META.format(question=name.capitalize(), topic=topic)
        files[f"docs/{name}/index.md"] = PAGE.format(question=name.capitalize())
        files[f"docs/{name}/more.md"] = f"---\ntitle: More of {name}\n---\n# More of {name}\n"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return built(folder)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return site_in(tmp_path_factory.mktemp("hubs"))


def links(page, selector):
    return [(link.text.strip(), link["href"]) for link in page.select(selector)]


def test_a_hub_lists_its_articles(site):
    assert links(site("topics/sleep/index.html"), ".hub a") == [
        ("One?", "../../one/"),
        ("Two?", "../../two/"),
    ]
    assert links(site("topics/index.html"), ".hub__names a") == [
        ("Feelings", "../topics/feelings/"),
        ("Sleep", "../topics/sleep/"),
    ]
    pill = site("medicines/pill/index.html")
    assert [text for text, _ in links(pill, ".hub a")] == ["One?", "Three?", "Two?"]
    assert (
        "Not yet reviewed by a clinician. Published on 2 January 2026." in pill.select_one(".hub__note").text
    )


def test_the_page_of_the_search_lists_answers_hubs_and_names_but_no_part_of_an_answer(site):
    listed = links(site("search/index.html"), ".search-page__list a")
    assert {
        ("One?", "../one/"),
        ("Pill", "../medicines/pill/"),
        ("Zeta", "../medicines/pill/"),
        ("Pill: questions and answers", "../medicines/pill/"),
        ("Sleep: questions and answers", "../topics/sleep/"),
        ("Topics A to Z", "../topics/"),
    } <= set(listed)
    assert "More of one" not in dict(listed)


def test_where_that_list_would_be_long_it_leads_to_the_lists_of_medicines_and_topics(tmp_path, monkeypatch):
    monkeypatch.setattr("citewell.a_to_z.MOST", 3)
    page = site_in(tmp_path)("search/index.html")
    assert {text for text, _ in links(page, ".search-page__list a")} >= {"Home", "Topics A to Z"}
    assert "One?" not in dict(links(page, ".search-page__list a"))
    lists = page.select_one("#all-pages").find_next_sibling("ul")
    assert links(lists, "a") == [("Medicines A to Z", "../medicines/"), ("Topics A to Z", "../topics/")]


CRISIS = """emergency:
  - {region: Here, numbers: ["000"], seen: 2026-01-02, seen_in: a fixture}
helplines:
  - {region: Here, name: Line, call: "111 222", seen: 2026-01-02, seen_in: a fixture}
"""
SAFE_DRUGS = """classes:
  calm:
    name: Calm
    full_name: calm
    antidepressant: no
    do_not_stop: "Do not stop {medicine} suddenly [@{label}]."
    do_not_stop_short: "Do not stop {medicine} suddenly."
  other: {name: Other, full_name: other medicines, antidepressant: no}
drugs:
  pill: {name: pill, class: calm, label: a}
  drop: {name: drop, class: other, label: b}
"""
BOXES = """
/// do-not-stop
///

/// care | emergency
    heading: Call now if you

- cannot breathe
///

/// crisis
///
"""


@pytest.fixture(scope="module")
def safe_site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("safe")
    files = {
        "mkdocs.yml": CONFIG,
        "references.bib": BIB,
        "docs/index.md": "# Home\n",
        "docs/_data/drugs.yml": SAFE_DRUGS,
        "docs/_data/crisis.yml": CRISIS,
    }
    for name, drug in (("one", "pill"), ("two", "drop"), ("three", "drop")):
        meta = META.format(question=name.capitalize(), topic="Sleep").replace("drug: pill", f"drug: {drug}")
        boxes = BOXES if drug == "pill" else BOXES.partition("///\n\n")[2]
        files[f"docs/{name}/.meta.yml"] = meta
        files[f"docs/{name}/index.md"] = PAGE.format(question=name.capitalize()) + boxes
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return built(folder)


NUMBER, MORE = ("111 222", "tel:111222"), "More numbers"
SIGNS = "Know the signs that need urgent help."


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "medicines/pill/index.html",
            [
                ("Do not stop pill suddenly.", "../../one/#do-not-stop"),
                (SIGNS, "../../one/#care-emergency"),
                NUMBER,
                (MORE, "../../one/#crisis-help"),
            ],
        ),
        ("medicines/drop/index.html", [NUMBER, (MORE, "../../one/#crisis-help")]),
        ("medicines/index.html", [NUMBER, (MORE, "../one/#crisis-help")]),
        ("topics/sleep/index.html", [NUMBER, (MORE, "../../one/#crisis-help")]),
        ("404.html", [NUMBER, (MORE, "/one/#crisis-help")]),
    ],
)
def test_a_page_that_belongs_to_no_article_says_what_not_to_do_and_whom_to_call(safe_site, page, expected):
    assert links(safe_site(page), ".safety-strip a") == expected


def test_a_hub_of_a_site_without_such_data_has_no_empty_box(site):
    assert not site("medicines/pill/index.html").select(".safety-strip")
    assert not site("404.html").select(".safety-strip")


def test_the_menu_may_name_a_hub_and_every_page_links_to_the_lists(site):
    assert ("Medicines", "../medicines/") in links(site("one/index.html"), ".site-nav a")
    assert links(site("one/more/index.html"), ".site-footer__links a")[:2] == [
        ("Medicines A to Z", "../../medicines/"),
        ("Topics A to Z", "../../topics/"),
    ]


@pytest.mark.parametrize(
    ("page", "steps"),
    [
        ("index.html", []),
        ("medicines/index.html", ["Home", "Medicines"]),
        ("topics/sleep/index.html", ["Home", "Topics", "Sleep: questions and answers"]),
        ("one/index.html", ["Home", "Medicines A to Z", "Pill: questions and answers", "One?"]),
        (
            "one/more/index.html",
            ["Home", "Medicines A to Z", "Pill: questions and answers", "One?", "More of one"],
        ),
    ],
)
def test_the_way_to_a_page_that_no_menu_names_leads_through_its_hub(site, page, steps):
    assert [item.text.strip() for item in site(page).select(".md-path__item")] == steps


def test_related_articles_stand_under_every_page_of_an_article_and_nowhere_else(site):
    for page in ("one/index.html", "one/more/index.html"):
        assert [link.text for link in site(page).select(".related a")] == ["Two?", "Three?"]
    assert not site("one/one-page/index.html").select(".related")
    assert not site("topics/sleep/index.html").select(".related")


def test_a_typed_page_takes_the_place_of_a_hub(tmp_path):
    sources = own_site(tmp_path / "sources")
    page = sources / "docs" / "medicines" / "index.md"
    page.parent.mkdir()
    page.write_text(
        "---\ntitle: Our medicines\ndescription: What this site answers about medicines, as its "
        "editors have put it together themselves.\n---\n# Our medicines\n\n[Sertraline](sertraline.md)\n",
        encoding="utf-8",
    )
    settings = sources / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("nav:\n", "nav:\n  - medicines/index.md\n", 1)
    )
    code, said = build(sources, tmp_path / "site", "https://a.example/")
    assert code == 0, said
    page = BeautifulSoup((tmp_path / "site/medicines/index.html").read_text(encoding="utf-8"), "html.parser")
    assert page.h1.contents[0] == "Our medicines"
    assert not page.select(".hub")
