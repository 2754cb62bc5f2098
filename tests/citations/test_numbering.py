import pytest

from citewell.citations.grammar import parse_group
from citewell.citations.numbering import Mark, Numbering, printed


def as_text(groups):
    """The groups of one page as a reader sees them, separated by a space."""
    numbering = Numbering()
    shown = []
    for text in groups:
        group = parse_group(text)
        numbers = [numbering.number(citation.key) for citation in group]
        tokens = printed(group, numbers)
        shown.append("".join(str(token.number) if isinstance(token, Mark) else token for token in tokens))
    return " ".join(shown)


@pytest.mark.parametrize(
    ("groups", "shown"),
    [
        (["@a"], "(1)"),
        (["@a; @b"], "(1,2)"),
        (["@a; @b; @c"], "(1-3)"),
        (["@a", "@b", "@a"], "(1) (2) (1)"),
        (["@a", "@b", "@c", "@c; @a; @b"], "(1) (2) (3) (1-3)"),
        (["@a; @b; @c", "@d; @a; @b; @e"], "(1-3) (1,2,4,5)"),
        (["@a; @b; @c; @d", "@f; @g", "@a; @b; @c; @e; @f; @g"], "(1-4) (5,6) (1-3,5-7)"),
        (["@a; @a"], "(1)"),
        (["@b; @a", "@a; @b"], "(1,2) (1,2)"),
        (["@a, p. 33"], "(1, p. 33)"),
        (["see @a; @b, fig. 2"], "(see 1; 2, fig. 2)"),
        (["@a", "see @b; @a; @c"], "(1) (see 2; 1; 3)"),
    ],
)
def test_prints_numbers_in_order_of_first_citation(groups, shown):
    assert as_text(groups) == shown


def test_keeps_the_keys_in_the_order_of_their_numbers():
    numbering = Numbering()
    for key in ["b", "a", "b", "c"]:
        numbering.number(key)
    assert numbering.keys == ("b", "a", "c")
