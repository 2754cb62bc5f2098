"""Which changes are content alone."""

import pytest

from citewell.comparison.kind_of_change import beyond_content, changes_navigation_alone

CONTENT = [
    "docs/index.md",
    "docs/a/b/c.md",
    "docs/a/.meta.yml",
    "docs/_data/crisis.yml",
    "docs/a/figure.svg",
    "docs/a/photo.JPG".lower(),
    "references.bib",
    "references.lock.json",
]
PRODUCT = [
    "README.md",
    "CONTRIBUTING.md",
    "mkdocs.yml",
    "Makefile",
    "citewell/cli.py",
    "docs/hooks.py",
    "docs/a/script.js",
    "docs/a/style.css",
    "docs/a/page.html",
    "docs/a/other.yml",
    "docs/_data/schemas/x.json",
    "docs/_data/deeper/x.yml",
    "overrides/main.html",
    "tests/example_site/docs/x.md",
    "other/references.bib",
    "references.bib\n",
    ".github/CODEOWNERS",
    "docs",
]


@pytest.mark.parametrize("path", CONTENT)
def test_content(path):
    assert beyond_content([path]) == []


@pytest.mark.parametrize("path", PRODUCT)
def test_more_than_content(path):
    assert beyond_content([*CONTENT, path]) == [path]


def test_a_link_may_lead_to_anything():
    assert beyond_content(CONTENT, {"docs/index.md"}) == ["docs/index.md"]


def test_the_list_of_pages_alone_is_content():
    assert beyond_content(["mkdocs.yml", "docs/new.md"], navigation_alone=True) == []
    assert beyond_content(["Makefile"], navigation_alone=True) == ["Makefile"]


SETTINGS = "site_name: S\nsite_url: !ENV [SITE_URL, '']\nnav:\n  - Home: index.md\nplugins:\n  - search\n"


@pytest.mark.parametrize(
    ("now", "alone"),
    [
        (SETTINGS, True),
        (SETTINGS.replace("  - Home: index.md\n", "  - Home: index.md\n  - New: new.md\n"), True),
        ("# a remark\n" + SETTINGS, True),
        (SETTINGS.replace("nav:\n  - Home: index.md\n", ""), True),
        (SETTINGS.replace("  - search", "  - search\n  - other"), False),
        (SETTINGS + "hooks: [docs/hook.py]\n", False),
        (SETTINGS.replace("!ENV", "!other"), False),
        (SETTINGS.replace("  - Home: index.md\n", "  - &a Home: index.md\n") + "hooks: [*a]\n", False),
        (SETTINGS + "nav: []\n", True),
        (SETTINGS.replace("nav:", "nav: ["), False),
        ("", False),
        ("- a list\n", False),
    ],
)
def test_what_differs_in_the_list_of_pages_alone(now, alone):
    assert changes_navigation_alone(SETTINGS, now) is alone
