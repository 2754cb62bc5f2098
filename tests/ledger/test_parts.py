import pytest

from citewell.ledger.parts import LARGEST, folder_of, listed_in, part_path, parts


@pytest.mark.parametrize(
    ("citations", "folders"),
    [
        ({}, []),
        ({"a/x.md": LARGEST}, []),
        ({"index.md": 1, "a/x.md": LARGEST, "a/y.md": 5, "b/c/z.md": 1, "d/w.md": 0}, ["", "a", "b/c"]),
    ],
)
def test_a_ledger_is_divided_when_one_page_would_be_too_long(citations, folders):
    assert parts(citations) == folders


def test_each_page_is_listed_in_one_part():
    paths = ["index.md", "a/x.md", "a/b/y.md"]
    assert [listed_in(folder, paths) for folder in ("", "a", "a/b")] == [[path] for path in paths]
    assert folder_of("a/b/y.md") == "a/b"


def test_parts_of_different_folders_have_different_paths():
    assert part_path("claims.md", "a/b") == "claims/a--b.md"
    assert part_path("claims.md", "") == "claims/first-pages.md"
