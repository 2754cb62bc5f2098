import pytest

from citewell.bibliography.keys import is_citable
from citewell.citations.grammar import Citation, MalformedCitation, find_groups, parse_group


def read(text):
    """A group in short: (prefix, key, locator) for each citation."""
    group = parse_group(text)
    assert isinstance(group, tuple), group
    return [(citation.prefix, citation.key, citation.locator) for citation in group]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("@a", [("", "a", "")]),
        ("@a; @b", [("", "a", ""), ("", "b", "")]),
        ("@a;@b", [("", "a", ""), ("", "b", "")]),
        ("@a, p. 33", [("", "a", "p. 33")]),
        ("@a p. 33", [("", "a", "p. 33")]),
        ("see @a; @b, fig. 2", [("see", "a", ""), ("", "b", "fig. 2")]),
        (
            "see also @a, pp. 3-4, 9; for a critique @b",
            [("see also", "a", "pp. 3-4, 9"), ("for a critique", "b", "")],
        ),
        ("@a;\n@b", [("", "a", ""), ("", "b", "")]),
        ("see\n  @a,\n p. 3", [("see", "a", "p. 3")]),
        ("-@a", [("", "a", "")]),
        ("@a.", [("", "a", "")]),
        ("@doi:10.1016/S0034-7450", [("", "doi:10.1016/S0034-7450", "")]),
        ("@a_b.c:d/e+f-g", [("", "a_b.c:d/e+f-g", "")]),
        ("@_a", [("", "_a", "")]),
        ("@2013holguin", [("", "2013holguin", "")]),
        ("@müller2020", [("", "müller2020", "")]),
        ("mail team@clinic.org or see @a", [("mail team@clinic.org or see", "a", "")]),
    ],
)
def test_reads_a_group(text, citations):
    assert read(text) == citations


@pytest.mark.parametrize(
    "text",
    [
        "team@clinic.org",
        "Write to us: team@clinic.org",
        "a @ b",
        "@",
        "@ key",
        "^note",
        "x",
        "",
        "@;",
        "user@",
        "(@)",
    ],
)
def test_leaves_what_is_no_citation(text):
    assert parse_group(text) is None


@pytest.mark.parametrize(
    ("text", "offset", "advice"),
    [
        ("@a @b", 3, "Put a semicolon between two references: [@a; @b]"),
        ("@a, @b", 4, "Put a semicolon between two references: [@a; @b]"),
        ("see x; @b", 0, "Name a reference after “see x”, as in [see x @key]"),
        ("@a; ", 3, "Take out the semicolon that stands alone"),
        ("; @a", 0, "Take out the semicolon that stands alone"),
        ("@a's", 2, "Put a comma or a closing bracket after the key: [@a, 's]"),
    ],
)
def test_says_what_to_write_instead(text, offset, advice):
    assert parse_group(text) == MalformedCitation(offset, advice)


def test_offsets_point_at_the_keys():
    text = "see @first, p. 3;\n @second"
    assert [text[found.offset :].partition(",")[0].strip() for found in parse_group(text)] == [
        "first",
        "second",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One [@a] and [@b].", [5, 14]),
        (r"An escaped \[@a].", []),
        ("A link [@a](x).", []),
        ("As in [@a]: two.", [7]),
        ("[x] [y@z.org] [@a]", [15]),
        ("[[@a]]", [2]),
    ],
)
def test_finds_groups_in_a_text(text, found):
    assert [offset for offset, _ in find_groups(text)] == found


@pytest.mark.parametrize(
    ("key", "citable"),
    [
        ("goodwin2017", True),
        ("a:b.c/d+e-f_g", True),
        ("_x", True),
        ("a.", False),
        ("a b", False),
        ("-a", False),
        ("", False),
        ("ä1", True),
        ("a@b", False),
    ],
)
def test_knows_which_keys_can_be_cited(key, citable):
    assert is_citable(key) is citable
    if citable:
        assert parse_group(f"@{key}") == (Citation(key, 1),)
