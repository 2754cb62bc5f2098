"""Whatever is written into any field of any input is refused, or prints as words and is no element.

Each example builds a whole site, with one drawn text in every field at once. What a reader of the sources
refuses is replaced by harmless words, as an editor would have to.
"""

import json
import logging
import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from citewell.affiliates import read_affiliates
from citewell.bibliography.bibtex import BibFile, read_library
from citewell.crisis import read_crisis_contacts
from citewell.drugs import read_drugs
from citewell.front_matter import read_front_matter
from citewell.people import read_people
from citewell.publisher import read_publisher
from citewell.seal.addresses import read_address
from citewell.seal.content_model import ELEMENTS
from citewell.seal.run import seal
from citewell.seal.settings import Settings
from citewell.seal.vocabulary import allowed_values
from citewell.source import read_source
from tests.seal.test_attacks import OURS, built, report_on

HARMLESS = {
    "title": "Plain words", "description": "Plain words", "page author": "A. Writer",
    "article": "Can it happen?", "author": "A. Writer", "what": "Plain words", "why": "Plain words",
    "publisher": "Publisher", "contact": "a@b.example", "repository": "https://example.org/n",
    "licence": "CC BY 4.0",
    "name": "A. Reviewer", "credential": "MPharm", "register": "Register", "number": "000",
    "register address": "https://example.org/", "conflicts": "None declared",
    "class": "SSRI", "full name": "Plain words", "short": "Do not stop.", "drug": "sertraline",
    "brand": "Brand", "code": "N06AB06",
    "region": "Here", "emergency number": "000", "seen in": "a list", "helpline": "Line",
    "region short": "Here", "call": "111 222", "text": "333", "address": "https://example.org/",
    "hours": "always",
    "partner": "Talks", "sells": "talks", "pays for": "comes", "limit": "It is for adults.",
    "unpaid": "Ask your doctor.", "partner id": "42", "partner address": "https://www.talks.example/",
    "bib title": "A title", "bib author": "Writer, A.", "journal": "A journal", "volume": "1", "issue": "2",
    "pages": "1--2", "note": "A note", "design": "A design", "sample": "A sample", "limits": "A limit",
    "finding": "two", "url": "https://example.org/", "doi": "10.1000/1", "editor": "Editor, E.",
    "site": "A site",
}  # fmt: skip
"""Every field that is printed as it is, with words that nobody objects to."""


def files(words):
    """The sources of a site with these words in its fields. JSON is YAML."""
    seen = {"seen": "2026-01-02", "seen_in": words["seen in"]}
    return {
        "docs/index.md": front_matter(
            title=words["title"], description=words["description"], author=words["page author"]
        )
        + "# Home\n\nText [@label; @work].\n",
        "docs/story/.meta.yml": yaml(
            article=words["article"],
            author=words["author"],
            drug="pill",
            referral="talks",
            published="2026-01-01",
            review_status="reviewed",
            reviewed_by="reviewer",
            last_reviewed="2026-01-02",
            next_review="2099-01-02",
            changes=[{"date": "2026-01-03", "what": words["what"], "why": words["why"]}],
        ),
        "docs/_data/publisher.yml": yaml(
            name=words["publisher"],
            contact=words["contact"],
            repository=words["repository"],
            content_licence=words["licence"],
        ),
        "docs/_data/people.yml": yaml(
            reviewer={
                "name": words["name"],
                "credential": words["credential"],
                "register": words["register"],
                "number": words["number"],
                "register_address": words["register address"],
                "conflicts": words["conflicts"],
            }
        ),
        "docs/_data/drugs.yml": yaml(
            classes={
                "ssri": {
                    "name": words["class"],
                    "full_name": words["full name"],
                    "antidepressant": True,
                    "do_not_stop": "Ask first [@label].",
                    "do_not_stop_short": words["short"],
                    "boxed_warning": "Watch [@label].",
                }
            },
            drugs={
                "pill": {
                    "name": words["drug"],
                    "class": "ssri",
                    "label": "label",
                    "brands": [words["brand"]],
                    "codes": {"atc": words["code"]},
                }
            },
        ),
        "docs/_data/crisis.yml": yaml(
            emergency=[{"region": words["region"], "numbers": [words["emergency number"]], **seen}],
            helplines=[
                {
                    "region": words["region"],
                    "name": words["helpline"],
                    "region_short": words["region short"],
                    "call": words["call"],
                    "text": words["text"],
                    "address": words["address"],
                    "hours": words["hours"],
                    **seen,
                }
            ],
        ),
        "docs/_data/affiliates.yml": yaml(
            talks={
                "name": words["partner"],
                "status": True,
                "host": "www.talks.example",
                "address": words["partner address"],
                "partner_id": words["partner id"],
                "partner_parameter": "from",
                "sells": words["sells"],
                "pays_for": words["pays for"],
                "since": "2026-01-02",
                "limits": [words["limit"]],
                "unpaid": [words["unpaid"]],
            }
        ),
        "references.bib": "@misc{label, title = {Label}, year = {2020}}\n"
        + bibtex(
            year="2020",
            title=words["bib title"],
            author=words["bib author"],
            editor=words["editor"],
            journal=words["journal"],
            volume=words["volume"],
            number=words["issue"],
            pages=words["pages"],
            note=words["note"],
            design=words["design"],
            sample=words["sample"],
            limits=words["limits"],
            url=words["url"],
            doi=words["doi"],
            finding=f"value: {words['finding']} | outcome: it | who: all | medicine: it",
        ),
    }


def yaml(**values):
    """Names and values as YAML, in which JSON is; a day is no text there."""
    written = json.dumps(values, ensure_ascii=False, indent=1)
    return re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", written) + "\n"


def front_matter(**values):
    return f"---\n{yaml(**values)}---\n"


def bibtex(**values):
    fields = ", ".join(f"{name} = {{{value}}}" for name, value in values.items())
    return f"@article{{work, {fields}}}\n"


STORY = "# Story\n\n" + "\n".join(
    f"/// {block}\n{body}///\n"
    for block, body in [
        ("answer", "Yes [@work].\n"),
        ("do-not-stop", ""),
        ("boxed-warning", ""),
        ("care | emergency", "    heading: Call if you\n\n- faint\n"),
        ("crisis", ""),
        ("claim | one", "    certainty: low\n\nIt is [@work].\n"),
        ("unknown", "Much.\n"),
    ]
)
READERS = {
    "docs/index.md": lambda text: read_source("docs/index.md", text)[1],
    "docs/story/.meta.yml": lambda text: read_front_matter("docs/story/.meta.yml", text)[1],
    "docs/_data/publisher.yml": lambda text: read_publisher(text)[1],
    "docs/_data/people.yml": lambda text: read_people(text)[1],
    "docs/_data/drugs.yml": lambda text: read_drugs(text)[1],
    "docs/_data/crisis.yml": lambda text: read_crisis_contacts(text)[1],
    "docs/_data/affiliates.yml": lambda text: read_affiliates(text)[1],
    "references.bib": lambda text: read_library([BibFile("references.bib", text)])[1],
}
REFUSED_BY_THE_SEAL = re.compile(r"\[@|///|[\x00-\x08\x0b\x0e-\x1f\x7f]")
"""Words that no page may print, wherever they come from: left-in-text, sound-html."""

LINKED = {
    "address": "{}",
    "register address": "{}",
    "repository": "{}",
    "url": "{}",
    "contact": "mailto:{}",
    "emergency number": "tel:{}",
}
"""Fields that become links, and how. The seal refuses what may not be one, whatever the readers take."""

ATTACKS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onload='alert(1)", "</title><b>",
    "<!--", "-->", "javascript:alert(1)", "&lt;b&gt;", "&quot; onload=&quot;", "{{ 7 * 7 }}", "{% raw %}",
    "]]>", "<b>", "</p>", "<svg onload=alert(1)>", "\\textbf{x}", "\\u003cb\\u003e", "*b* `c` [d](e)", '"',
    "'", "&", "<", ">", "&amp;lt;b&amp;gt;", "%3Cb%3E", 'https://e.example/?"onload=a', "$x^2$", "Ü \u202e x",
    "a\nb",
]  # fmt: skip
hostile = st.lists(
    st.sampled_from(ATTACKS) | st.text(st.characters(codec="utf-8"), max_size=6), min_size=1, max_size=3
).map("".join)


def outlines(folder):
    """Every page's elements with the names of their attributes, in order."""
    found = {
        page.relative_to(folder / "site").as_posix(): [
            (node.tag, sorted(node.attributes)) for node in LexborHTMLParser(page.read_bytes()).css("*")
        ]
        for page in (folder / "site").rglob("*.html")
    }
    found["references/index.html"].sort()  # by their authors: a page whose order the words may change
    # From A to Z: two names may stand under one letter or under two.
    for listed in ("medicines/index.html", "search/index.html"):
        found[listed] = sorted({str(element) for element in found[listed]})
    return found


def accepted(drawn):
    """The words with what nobody refuses of those that were drawn."""
    words, before = dict(HARMLESS), files(HARMLESS)
    for name, value in drawn.items():
        written = files({**HARMLESS, name: value})
        is_refused = (
            not value.strip()
            or REFUSED_BY_THE_SEAL.search(value)
            or (name in LINKED and isinstance(read_address(LINKED[name].format(value)), str))
            or (name == "site" and read_front_matter("mkdocs.yml", yaml(site_name=value))[1])
            or any(READERS[path](text) for path, text in written.items() if text != before[path])
        )
        if not is_refused:
            words[name] = value
    return words


@pytest.fixture(scope="module")
def harmless(tmp_path_factory):
    logging.disable()
    yield outlines(sealed(tmp_path_factory.mktemp("harmless"), HARMLESS))
    logging.disable(logging.NOTSET)


def sealed(folder, words):
    built(folder, {**files(words), "docs/story/index.md": STORY}, *OURS, site_name=words["site"])
    report = report_on(folder)
    assert report.problems == ()
    assert report.is_sealed
    return folder


def test_no_hostile_word_in_any_field_reaches_a_page_as_markup(harmless, tmp_path_factory):
    kept = set()

    @settings(
        derandomize=True,
        deadline=None,
        database=None,
        max_examples=25,
        phases=[Phase.explicit, Phase.generate],  # each step of making a failure smaller would be a build
        suppress_health_check=list(HealthCheck),
    )
    @given(st.fixed_dictionaries(dict.fromkeys(HARMLESS, hostile)))
    def build_and_compare(drawn):
        words = accepted(drawn)
        kept.update(name for name in words if words[name] != HARMLESS[name])
        assert outlines(sealed(tmp_path_factory.mktemp("hostile"), words)) == harmless

    build_and_compare()
    assert len(kept) > 40


MARKDOWN = [
    "# Title\n\n", "## A { #a onclick=alert(1) }\n\n", "[a](javascript:alert(1))", "`a`", "**a**", "[a]",
    "![a](x){ onerror=alert(1) }", "<div markdown>\n", "</div>\n", '!!! note "<b>"\n    a\n\n', "- a\n",
    "| a |\n|---|\n| b |\n\n", "> b\n", "\n\n", "[^1]", "[^1]: a\n", "*[b]: <i>\n", "<p>a</p>", "    a\n",
    "<a href='x' title=\"a\">", "```\na\n```\n", "<!-- a -->", "[a]: <data:text/html,b>\n", "word ",
    "<details><summary>a</summary>b</details>\n",
]  # fmt: skip
typed = st.lists(st.sampled_from(MARKDOWN + ATTACKS), min_size=1, max_size=6).map("".join)


def test_what_is_typed_as_markdown_is_refused_or_holds_what_a_page_may_hold(tmp_path_factory):
    outcomes = []

    @settings(
        derandomize=True,
        deadline=None,
        database=None,
        max_examples=4,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(typed, min_size=30, max_size=30))
    def build_and_judge(texts):
        logging.disable()
        pages = {f"docs/{number}.md": text for number, text in enumerate(texts)}
        folder = built(tmp_path_factory.mktemp("typed"), pages, nav=["index.md"], not_in_nav="/*")
        logging.disable(logging.NOTSET)
        report = seal(folder / "site", Settings(), writes=False)
        refused = {problem.path.removeprefix("site/") for problem in report.problems}
        for number in range(len(texts)):
            page = f"{number}/index.html"
            outcomes.append(page in refused)
            if page not in refused:
                for node in LexborHTMLParser((folder / "site" / page).read_bytes()).css("*"):
                    assert node.tag.lower() in ELEMENTS
                    for name in node.attributes:
                        assert allowed_values(node.tag.lower(), name.lower()) is not None
                        assert not name.lower().startswith("on")

    build_and_judge()
    assert {*outcomes} == {True, False}
