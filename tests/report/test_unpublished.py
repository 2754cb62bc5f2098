import pytest

from citewell.report.unpublished import PublishedPlaceError, refuse_published_place


@pytest.fixture
def project(tmp_path):
    """A project in a folder that is called site, beside the built site of another one."""
    root = tmp_path / "site" / "project"
    for folder in ("docs/a", "site/a", "reports"):
        (root / folder).mkdir(parents=True)
    (tmp_path / "public/a").mkdir(parents=True)
    (tmp_path / "public/sitemap.xml").write_text("", encoding="utf-8")
    (root / "link").symlink_to(root / "docs/a", target_is_directory=True)
    return root


@pytest.mark.parametrize(
    "place",
    [
        "docs/x.html",
        "docs/a/x.html",
        "site/x.html",
        "site/a/x.HTML",
        "reports/../docs/x.html",
        "link/x.html",
        "../../public/x.html",
        "../../public/a/x.htm",
    ],
)
def test_no_file_is_written_where_it_would_be_published(project, place):
    with pytest.raises(PublishedPlaceError, match=r"lies in \w+/, which is published\. The dashboard is not"):
        refuse_published_place(project / place, project)


@pytest.mark.parametrize("place", ["x.html", "reports/x.html", "../x.html", "../../x.htm"])
def test_everywhere_else_it_may_be_written(project, place):
    refuse_published_place(project / place, project)


def test_a_link_to_a_published_file_is_refused(project):
    (project / "x.html").symlink_to(project / "docs/x.html")
    with pytest.raises(PublishedPlaceError, match="lies in docs/"):
        refuse_published_place(project / "x.html", project)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("README.md", "Name one that ends in .html"),
        ("reports", "Name one that ends in .html"),
        ("gone/x.html", "There is no folder"),
    ],
)
def test_what_is_no_place_for_a_page_is_told(project, place, said):
    with pytest.raises(PublishedPlaceError, match=said):
        refuse_published_place(project / place, project)


def test_a_folder_that_is_named_like_a_page_is_none(project):
    (project / "x.html").mkdir()
    with pytest.raises(PublishedPlaceError, match=r"Name one that ends in \.html"):
        refuse_published_place(project / "x.html", project)
