"""The widget as a build prints it: on which pages, where, with which steps; and the files made for votes."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config

from citewell.feedback.form import revision

CONFIG = """site_name: S
site_url: https://example.org/health/
theme: {name: material, font: false}
plugins:
  - meta
  - search
  - citewell: {bib_file: references.bib}
nav:
  - index.md
  - Tears:
      - tears/index.md
      - tears/why.md
      - tears/other.md
  - about.md
"""
ANSWER = "/// answer\nYes [@a].\n///"
UNKNOWN = "/// unknown\nHow often.\n///"
CLAIM = "/// claim | can\n    certainty: low\n\nIt can [@a].\n///"
INDEX = f"# Can it?\n\n{ANSWER}\n\n{UNKNOWN}\n\n{CLAIM}\n"
FILES = {
    "mkdocs.yml": CONFIG,
    "references.bib": "@article{a, title={A}, journal={J}, year={2020}}\n",
    "docs/index.md": "# Home\n",
    "docs/about.md": "# About\n\nText [@a].\n",
    "docs/tears/.meta.yml": "article: Can it?\npublished: 2026-01-02\n",
    "docs/tears/index.md": INDEX,
    "docs/tears/why.md": "---\ntitle: Why & “how”\n---\n# Why\n\nLead.\n\nText [@a].\n\nThe end.\n",
    "docs/tears/other.md": "# Other\n\nLead.\n\nNo source.\n",
    "docs/_data/publisher.yml": "contact: a@b.example\n",
}
COLLECTOR = "provider: collector\nendpoint: https://v.example/vote\n"


@pytest.fixture
def site(tmp_path):
    """Builds a small site; its published folder."""

    def site(files=None):
        for name, text in {**FILES, **(files or {})}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        folder = tmp_path / "site"
        build(load_config(str(tmp_path / "mkdocs.yml"), strict=True, site_dir=str(folder)))
        return folder

    return site


def page(folder: Path, path: str):
    return BeautifulSoup((folder / path / "index.html").read_text(encoding="utf-8"), "html.parser")


def step(widget, answer):
    return widget.select_one(f"[data-when={answer}]")


def words(element):
    return " ".join(element.get_text(" ").split())


@pytest.mark.parametrize("settings", ["provider: none", COLLECTOR])
def test_the_widget_stands_on_the_pages_that_somebody_wrote_for_an_article(site, settings):
    folder = site({"docs/_data/feedback.yml": settings})
    asking = {
        path.parent.relative_to(folder).as_posix()
        for path in folder.rglob("index.html")
        if 'class="feedback"' in path.read_text(encoding="utf-8")
    }
    assert asking == {"tears", "tears/why", "tears/other"}


def test_it_stands_between_the_text_and_its_references(site):
    content = page(site(), "tears/why").select_one(".md-content__inner")
    order = [
        content.find(string="The end."),
        content.select_one(".feedback"),
        content.select_one(".references"),
    ]
    places = [list(content.descendants).index(element) for element in order]
    assert places == sorted(places)


@pytest.mark.parametrize(("path", "text"), [("tears", INDEX), ("tears/other", FILES["docs/tears/other.md"])])
def test_a_form_names_the_page_and_its_revision(site, path, text):
    widget = page(site({"docs/_data/feedback.yml": COLLECTOR}), path).select_one(".feedback")
    fields = {field["name"]: field["value"] for field in widget.select("input[type=hidden]")}
    assert fields == {"page": f"{path}/", "revision": revision(text)}
    assert (widget["method"], widget["action"]) == ("post", "https://v.example/vote")
    assert not widget.fieldset.has_attr("hidden")
    requests = [json.loads(button["data-request"]) for button in widget.select("fieldset button")]
    assert len({request["body"] for request in requests}) == 5


def test_the_page_s_canonical_address_is_what_an_engine_gets(site):
    settings = "provider: plausible\nendpoint: https://p.example/api/event\ndomain: example.org\n"
    widget = page(site({"docs/_data/feedback.yml": settings}), "tears/why").select_one(".feedback")
    event = json.loads(json.loads(widget.select_one("button")["data-request"])["body"])
    assert event["u"] == "https://example.org/health/tears/why/"
    assert event["p"]["page"] == "tears/why/"


def test_pages_json_lists_each_page_with_the_revision_of_its_text_alone(site):
    folder = site()
    listed = json.loads((folder / "pages.json").read_text(encoding="utf-8"))["pages"]
    assert [entry["id"] for entry in listed] == ["tears/", "tears/other/", "tears/why/"]
    text = FILES["docs/tears/why.md"].split("---\n")[2]
    assert listed[2] == {
        "id": "tears/why/",
        "revision": revision(text),
        "title": "Why & “how”",
        "changed": "2026-01-02",
    }


def test_front_matter_changes_no_revision(site):
    before = (site() / "pages.json").read_text(encoding="utf-8")
    after = (
        site({"docs/tears/other.md": "---\nauthor: A\n---\n# Other\n\nLead.\n\nNo source.\n"}) / "pages.json"
    ).read_text(encoding="utf-8")
    assert after == before


def test_a_site_without_an_article_has_no_list_of_pages(site):
    folder = site({"docs/tears/.meta.yml": "published: 2026-01-02\n"})
    assert not (folder / "pages.json").exists()


def test_who_finds_it_hard_is_led_to_the_short_answer(site):
    folder = site()
    assert step(page(folder, "tears"), "hard-to-understand").a["href"] == "#short-answer"
    assert step(page(folder, "tears/why"), "hard-to-understand").a["href"] == "../#short-answer"


def test_who_looks_for_something_else_gets_the_pages_of_the_article_in_their_order_and_the_search(site):
    found = step(page(site(), "tears/why"), "not-what-i-looked-for")
    assert [(words(item), item.a and item.a["href"]) for item in found.select("li")] == [
        ("Can it?", "../"),
        ("Why & “how”", None),
        ("Other", "../other/"),
    ]
    assert found.select_one("a[data-search-open]")


def test_only_pages_of_the_article_are_listed_where_the_menu_groups_more(site):
    wide = CONFIG.replace("      - tears/other.md\n  - about.md", "      - tears/other.md\n      - about.md")
    found = step(page(site({"mkdocs.yml": wide}), "tears/why"), "not-what-i-looked-for")
    assert [words(item) for item in found.select("li")] == ["Can it?", "Why & “how”", "Other"]


def test_a_page_outside_the_menu_leads_to_the_first_page_of_its_article(site):
    short = CONFIG.replace("      - tears/other.md\n", "") + "not_in_nav: tears/other.md\n"
    found = step(page(site({"mkdocs.yml": short}), "tears/other"), "not-what-i-looked-for")
    assert found.a["href"] == "../"


def test_who_finds_a_fault_is_led_to_the_editors(site):
    widget = page(site(), "tears/why").select_one(".feedback")
    assert step(widget, "seems-wrong").a["href"] == "mailto:a@b.example"
    assert step(widget, "something-else").a["href"] == "mailto:a@b.example"
    assert widget.select_one(".feedback__without-scripts a")["href"] == "mailto:a@b.example"


def test_the_page_that_says_how_to_reach_the_editors_comes_first(site):
    widget = page(
        site({"docs/about/contact.md": "# Contact\n", "mkdocs.yml": CONFIG + "  - about/contact.md\n"}),
        "tears/why",
    ).select_one(".feedback")
    assert step(widget, "seems-wrong").a["href"] == "mailto:a@b.example"
    assert step(widget, "something-else").a["href"] == "../../about/contact/"


def test_without_an_address_that_is_said(site):
    widget = page(site({"docs/_data/publisher.yml": "contact:\n"}), "tears/why").select_one(".feedback")
    for part in (step(widget, "something-else"), widget.select_one(".feedback__without-scripts")):
        assert "The publisher has not named an address to write to yet." in words(part)
        assert not part.a
    assert words(step(widget, "seems-wrong")) == "The publisher has not named an address for corrections yet."


@pytest.mark.parametrize(("settings", "is_there"), [("provider: none", False), (COLLECTOR, True)])
def test_the_page_that_says_thank_you_is_made_for_the_collector(site, settings, is_there):
    folder = site({"docs/_data/feedback.yml": settings})
    assert (folder / "thank-you").exists() == is_there


def test_the_page_that_says_thank_you_is_found_by_nobody_else(site):
    folder = site({"docs/_data/feedback.yml": COLLECTOR})
    thanks = page(folder, "thank-you")
    assert "Your answer was counted." in words(thanks.select_one("article"))
    assert thanks.select_one("article a[href='..'], article a[href='../']")
    assert thanks.select_one("meta[name=robots]")["content"] == "noindex"
    assert "thank-you" not in (folder / "sitemap.xml").read_text(encoding="utf-8")
    assert "thank-you" not in (folder / "search" / "search_index.json").read_text(encoding="utf-8")
    assert not page(folder, ".").select("a[href*='thank-you']")


def test_a_site_may_write_that_page_itself(site):
    folder = site(
        {
            "docs/_data/feedback.yml": COLLECTOR,
            "docs/thank-you.md": "# Thanks!\n",
            "mkdocs.yml": CONFIG + "  - thank-you.md\n",
        }
    )
    assert words(page(folder, "thank-you").h1) == "Thanks!"
