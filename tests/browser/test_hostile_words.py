"""Front matter, navigation, headings and the bibliography print as text, wherever a page shows them."""

import json

import pytest
from playwright.sync_api import expect

ATTACK = "\"'><script>window.ran = 1</script><img src=x onerror='window.ran = 1'>Title"
CONFIG = f"""
site_name: {json.dumps(ATTACK)}
site_url: !ENV [SITE_URL, ""]
nav:
  - index.md
  - {json.dumps("Section " + ATTACK)}:
      - part/one.md
      - part/two.md
      - part/three.md
  - story/index.md
theme:
  name: material
  font: false
  features: [navigation.path, navigation.footer]
plugins:
  - meta
  - citewell: {{bib_file: references.bib}}
markdown_extensions:
  - attr_list
"""
# Front matter with < or > is refused before a page is built, so it comes with all the rest.
QUOTED = "\"' onload='window.ran = 1' R&D &lt;img src=x onerror=window.ran=1&gt; {{ 7 * 7 }} Title"
FRONT_MATTER = f"""---
title: {json.dumps(QUOTED)}
description: {json.dumps(QUOTED)}
author: {json.dumps(QUOTED)}
---
"""
ARTICLE = f"""article: {json.dumps(QUOTED)}
drug: pill
author: {json.dumps(QUOTED)}
review_status: reviewed
reviewed_by: somebody
published: 2026-01-01
last_reviewed: 2026-01-02
next_review: 2026-01-03
changes:
  - date: 2026-01-03
    what: {json.dumps(QUOTED)}
    why: {json.dumps(QUOTED)}
"""
ADDRESS = "https://example.org/?a=\"onload='window.ran=1'"
PEOPLE = f"""somebody:
  name: {json.dumps(QUOTED)}
  credential: {json.dumps(QUOTED)}
  register: {json.dumps(QUOTED)}
  number: {json.dumps(QUOTED)}
  register_address: {json.dumps(ADDRESS)}
  conflicts: {json.dumps(QUOTED)}
"""
DRUGS = f"""classes:
  one:
    name: {json.dumps(QUOTED)}
    full_name: {json.dumps(QUOTED)}
    antidepressant: no
    do_not_stop: {json.dumps(QUOTED)}
    do_not_stop_short: {json.dumps("Stop " + QUOTED[:40])}
    boxed_warning: {json.dumps(QUOTED)}
drugs:
  pill: {{name: {json.dumps(QUOTED)}, class: one, label: hostile, codes: {{atc: {json.dumps(QUOTED)}}}}}
"""
CRISIS = f"""emergency:
  - region: {json.dumps(QUOTED)}
    numbers: ["000"]
    seen: 2026-01-01
    seen_in: {json.dumps(QUOTED)}
helplines:
  - region: {json.dumps(QUOTED)}
    region_short: {json.dumps(QUOTED[:20])}
    name: {json.dumps(QUOTED)}
    call: "1"
    hours: {json.dumps(QUOTED)}
    seen: 2026-01-01
    seen_in: {json.dumps(QUOTED)}
"""
STORY = f"""# An article

/// answer
Yes [@hostile].
///

/// do-not-stop
///

/// boxed-warning
///

/// care | emergency
    heading: {json.dumps(QUOTED)}

- {QUOTED}
///

/// crisis
///

/// unknown
Much.
///

/// claim | one
    certainty: low

It is [@hostile].
///

/// faq | {QUOTED}
{QUOTED}
///

/// question-list | {QUOTED}
- {QUOTED}
///
"""
HEADING = """# Heading of R&D, 1 < 2

## Second { data-toc-label="<img src=x onerror=window.ran=1>" }

Text [@hostile].
"""


PATHS = [
    "",
    "part/one/",
    "part/two/",
    "part/three/",
    "404.html",
    "story/",
    "story/one-page/",
    "story/questions-to-take/",
    "references/",
    "claims/",
]


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory, publish):
    folder = tmp_path_factory.mktemp("hostile")
    files = {
        "mkdocs.yml": CONFIG,
        "references.bib": f"@article{{hostile, title={{{ATTACK}}}, journal={{{ATTACK}}}, year={{2020}},"
        f" design={{{ATTACK}}}, sample={{{ATTACK}}}, limits={{{ATTACK}}},"
        f" finding={{value: {ATTACK} | outcome: {ATTACK} | who: {ATTACK} | medicine: {ATTACK}}}}}",
        "docs/_data/people.yml": PEOPLE,
        "docs/_data/drugs.yml": DRUGS,
        "docs/_data/crisis.yml": CRISIS,
        "docs/story/.meta.yml": ARTICLE,
        "docs/story/index.md": FRONT_MATTER + STORY,
        "docs/index.md": FRONT_MATTER + HEADING,
        "docs/part/one.md": FRONT_MATTER + HEADING,
        "docs/part/two.md": HEADING,
        "docs/part/three.md": FRONT_MATTER + "A text without a heading.\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return publish(folder / "mkdocs.yml")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_typed_runs_or_becomes_markup(new_page, hostile_site, path):
    page = new_page()
    page.goto(hostile_site + path, wait_until="networkidle")
    assert page.evaluate("window.ran") is None
    expect(page.locator("img")).to_have_count(0)


def test_title_prints_as_typed(new_page, hostile_site):
    page = new_page()
    page.goto(hostile_site + "part/one/")
    assert page.title() == f"{QUOTED} - {ATTACK}"
    assert page.locator("meta[name=description]").get_attribute("content") == QUOTED
    assert page.locator("meta[name=author]").get_attribute("content") == QUOTED


def test_title_from_a_heading_is_escaped_once(new_page, hostile_site):
    page = new_page()
    page.goto(hostile_site + "part/two/")
    assert page.title().startswith("Heading of R&D, 1 < 2")
    expect(page.locator(".site-nav [aria-current]")).to_have_text("Heading of R&D, 1 < 2")


def test_reference_prints_as_typed_in_the_list_and_in_the_card(new_page, hostile_site):
    page = new_page()
    page.goto(hostile_site + "part/one/")
    page.locator(".citation a").hover()
    for place in (".references", ".citation-card"):
        expect(page.locator(f"{place} .reference-text")).to_contain_text("<img src=x")
        expect(page.locator(f"{place} :is(img, script)")).to_have_count(0)
    assert page.evaluate("window.ran") is None


def search(page, words):
    page.get_by_role("combobox", name="Search this site").fill(words)
    expect(page.get_by_role("listbox").locator("mark").first).to_be_visible()


def test_search_result_prints_as_typed(new_page, hostile_site):
    page = new_page()
    page.goto(hostile_site)
    search(page, "second")
    expect(page.locator(".search-result :is(img, script)")).to_have_count(0)
    assert page.evaluate("window.ran") is None


def test_search_result_of_a_page_without_a_heading_prints_as_typed(new_page, hostile_site):
    page = new_page()
    page.goto(hostile_site)
    search(page, "title")
    expect(page.locator(".search-result :is(img, script)")).to_have_count(0)
    assert page.evaluate("window.ran") is None
