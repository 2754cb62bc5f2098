"""An article's folder gets another name: every old address keeps working, or the check says what to write."""

import pytest

from citewell.checking import check_project
from citewell.days import today
from citewell.moved_pages import moves
from citewell.site import load_site
from tests.found.conftest import ON_A_DOMAIN, UNDER_A_PATH, build, own_site
from tests.found.crawler import crawl, sitemap, visit

OLD, NEW = "sertraline-and-crying", "can-sertraline-stop-you-crying"
LIST = "docs/_data/published-addresses.txt"


def renamed(folder):
    """This project's own site with its article in another folder, and all links inside the site mended."""
    sources = own_site(folder)
    (sources / "docs" / OLD).rename(sources / "docs" / NEW)
    for part in ("docs", "overrides", "mkdocs.yml"):
        for path in [sources / part] if (sources / part).is_file() else (sources / part).rglob("*.*"):
            if path.suffix in {".md", ".html", ".yml"}:
                text = path.read_text(encoding="utf-8")
                path.write_text(text.replace(f"{OLD}/", f"{NEW}/"), encoding="utf-8")
    return sources


def listed(sources):
    lines = (sources / LIST).read_text(encoding="utf-8").splitlines()
    return {line.removeprefix("/") for line in lines if not line.startswith("#")}


def say_where_it_stood(sources):
    meta = sources / "docs" / NEW / ".meta.yml"
    meta.write_text(f"redirect_from: [{OLD}/]\n{meta.read_text(encoding='utf-8')}", encoding="utf-8")


def test_without_a_word_the_check_and_the_build_say_on_which_line_to_write_what(tmp_path):
    sources = renamed(tmp_path / "sources")
    errors = [problem for problem in check_project(sources, today()).problems if problem.level == "error"]
    assert [(problem.path, problem.line, problem.rule) for problem in errors] == [
        (f"docs/{NEW}/.meta.yml", 1, "published-addresses")
    ]
    assert f"Write “redirect_from: [{OLD}/]” on this line" in errors[0].message
    before = listed(sources)
    code, said = build(sources, tmp_path / "site", "https://site.example/")
    assert code != 0
    assert errors[0].message in said
    assert not list((tmp_path / "site").rglob("*.html"))
    assert listed(sources) == before, "what was not published is not on the list"


@pytest.mark.parametrize("where", [UNDER_A_PATH, ON_A_DOMAIN])
def test_with_one_line_every_old_address_leads_to_its_page(tmp_path, serve, where):
    sources = renamed(tmp_path / "sources")
    say_where_it_stood(sources)
    olds = {address for address in listed(sources) if address.startswith(f"{OLD}/")}
    assert len(olds) > 5
    address = serve(sources, where)
    for old in olds:
        moved = visit(f"{address}{old}")
        assert moved.status == 200
        assert moved.leads_to == f"{address}{old.replace(OLD, NEW)}"
        assert moved.said("link[rel=canonical]", "href") == [moved.leads_to]
        assert moved.links == {moved.leads_to}
        assert not moved.page.select("script")
        new = visit(moved.leads_to)
        assert new.status == 200
        assert not new.leads_to
        assert new.page.h1
    found = crawl(address)
    assert not [place for place, visited in found.items() if visited.status != 200 or visited.leads_to]
    assert not [place for place in sitemap(address) if f"/{OLD}/" in place]
    assert {*olds, *(old.replace(OLD, NEW) for old in olds)} <= listed(sources)
    assert not [problem for problem in check_project(sources, today()).problems if problem.level == "error"]


def test_a_second_move_keeps_the_first_address_too(tmp_path, serve):
    sources = renamed(tmp_path / "sources")
    say_where_it_stood(sources)
    meta = sources / "docs" / NEW / ".meta.yml"
    text = meta.read_text(encoding="utf-8").replace(f"[{OLD}/]", f"[{OLD}/, crying/]")
    meta.write_text(text, encoding="utf-8")
    page = sources / "docs" / NEW / "does-it-pass.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("---\n", "---\nredirect_from: [passes.html]\n", 1), encoding="utf-8")
    address = serve(sources, UNDER_A_PATH)
    for old in (f"{OLD}/does-it-pass/", "crying/does-it-pass/", "passes.html"):
        assert visit(f"{address}{old}").leads_to == f"{address}{NEW}/does-it-pass/"


def test_a_page_of_the_site_may_not_link_to_the_old_address(tmp_path):
    sources = renamed(tmp_path / "sources")
    say_where_it_stood(sources)
    page = sources / "docs" / "about" / "money.md"
    link = f'<p><a href="../../{OLD}/">Old</a></p>'
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{link}\n", encoding="utf-8")
    code, said = build(sources, tmp_path / "site", "https://site.example/")
    assert code != 0
    assert f"Link to {NEW}/index.html, where the page is now, and not to {OLD}/index.html" in said
    assert "docs/about/money.md:" in said


def test_a_preview_that_goes_on_writes_no_page_over_what_the_build_makes(tmp_path):
    (tmp_path / "docs").mkdir()
    page = "---\nredirect_from: [404.html, feed.xml/, old/]\n---\n# T\n"
    (tmp_path / "docs" / "a.md").write_text(page, encoding="utf-8")
    site, _ = load_site(tmp_path, today())
    assert [(move.old, move.new) for move in moves(site)] == [("old/", "a/")]
