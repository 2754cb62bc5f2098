"""What search engines are told beside the pages, and by what they know the owner."""

import pytest

from citewell.search_engines import robots_txt, stands_under_a_path
from tests.test_plugin import BIB, CONFIG, built

GOOGLE, BING = "abcDEF_-0123456789abcdefXYZ", "0123456789abcdef0123456789ABCDEF"


@pytest.mark.parametrize(
    ("address", "under_a_path"),
    [
        ("", False),
        ("https://a.example/", False),
        ("https://a.example", False),
        ("https://a.example/health/", True),
    ],
)
def test_robots_txt_lets_all_in_and_says_where_nobody_reads_it(address, under_a_path):
    said = robots_txt(address)
    assert "User-agent: *\nDisallow:\n" in said
    assert stands_under_a_path(address) == under_a_path == said.startswith("# Search engines read this file")
    assert (f"Sitemap: {address}sitemap.xml\n" in said) == bool(address)


def site(folder, **files):
    texts = {
        "mkdocs.yml": f"{CONFIG}site_url: https://a.example/health/\n",
        "references.bib": BIB,
        "docs/index.md": "# Home\n\n[A](a.md)\n",
        "docs/a.md": "# A\n",
        **files,
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_owner_is_known_by_the_first_page_and_by_bing_s_file(tmp_path):
    facts = f"name: N\ngoogle_site_verification: {GOOGLE}\nbing_site_verification: '{BING}'\n"
    folder = site(tmp_path, **{"docs/_data/publisher.yml": facts})
    page = built(folder)
    head = page("index.html")
    assert head.select_one("meta[name='google-site-verification']")["content"] == GOOGLE
    assert head.select_one("meta[name='msvalidate.01']")["content"] == BING.upper()
    assert not page("a/index.html").select(
        "meta[name='google-site-verification'], meta[name='msvalidate.01']"
    )
    auth = (folder / "site/BingSiteAuth.xml").read_text(encoding="utf-8")
    assert auth == f'<?xml version="1.0"?>\n<users><user>{BING.upper()}</user></users>\n'


def test_without_codes_there_is_nothing_of_it(tmp_path):
    folder = site(tmp_path, **{"docs/_data/publisher.yml": "name: N\n"})
    assert not built(folder)("index.html").select("meta[name='google-site-verification']")
    assert not (folder / "site/BingSiteAuth.xml").exists()


def test_an_editor_s_own_robots_txt_stays(tmp_path):
    folder = site(tmp_path, **{"docs/robots.txt": "User-agent: *\nDisallow: /a/\n"})
    built(folder)
    assert (folder / "site/robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /a/\n"


def test_the_build_says_that_nobody_reads_robots_txt_under_a_path(tmp_path, caplog):
    with caplog.at_level("INFO"):
        built(site(tmp_path))
    assert "no search engine reads robots.txt" in caplog.text


def test_pages_for_editors_and_the_page_for_wrong_addresses_are_not_listed(tmp_path):
    folder = site(tmp_path, **{"docs/editors/x.md": "# X\n", "docs/b.md": "---\nrobots: noindex\n---\n# B\n"})
    page = built(folder)
    listed = (folder / "site/sitemap.xml").read_text(encoding="utf-8")
    assert "https://a.example/health/a/" in listed
    for name, address in (("editors/x/index.html", "editors"), ("404.html", "404"), ("b/index.html", "/b/")):
        assert page(name).select_one("meta[name=robots]")["content"] == "noindex"
        assert address not in listed
