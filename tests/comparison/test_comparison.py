"""Two states of a site, held against each other as a whole."""

import pytest

from citewell.affiliates import PATH, read_affiliates
from citewell.comparison.address_changes import Kind
from citewell.comparison.built_site import BuiltSite
from citewell.comparison.comparison import Comparison, compare
from citewell.comparison.text_changes import TextChange
from tests.comparison.pages import page
from tests.github.workflow_files import ROOT

PARTNERS = (ROOT / "tests/example_site" / PATH).read_text(encoding="utf-8")


def site(text, affiliates=""):
    return BuiltSite({"/": page(text)}, frozenset({"/"}), {PATH: affiliates}, read_affiliates(affiliates)[0])


@pytest.mark.parametrize(("before", "now"), [(PARTNERS, PARTNERS), ("", PARTNERS), (PARTNERS, "")])
def test_a_partner_is_one_before_the_change_or_after_it(before, now):
    changes = compare(site("x", before), site("<a href='https://www.talks.example/'>x</a>", now)).addresses
    assert [change.kind for change in changes] == [Kind.PAID_NEW]


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ((), "No page reads differently after this change."),
        (("changed",), "Pages that read differently after this change: 1 changed."),
        (("gone", "new", "new"), "Pages that read differently after this change: 2 new, 1 gone."),
    ],
)
def test_it_is_told_in_a_line(kinds, said):
    changes = tuple(TextChange(f"/{number}/", kind, ()) for number, kind in enumerate(kinds))
    assert Comparison(text=changes).in_short == said
