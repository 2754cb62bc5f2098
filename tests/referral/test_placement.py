"""Which paid link a page has."""

import pytest

from citewell.article import Page
from citewell.page_facts import PageFacts
from citewell.referral.placement import foot_referral, referral_of, with_referral
from citewell.source import read_source
from tests.referral.programmes import AFFILIATES

BOX = "/// referral | {}\n///\n"


def page(text="Words.\n", **facts):
    return Page(read_source("docs/x.md", text)[0], PageFacts(**facts))


PLACES = {
    "an article's, at the foot": (page(article="A", referral="talks"), "talks", "talks"),
    "typed on a page": (page(BOX.format("talks")), "talks", ""),
    "typed on a page of an article": (page(BOX.format("talks"), article="A", referral="talks"), "talks", ""),
    "typed instead of the article's": (page(BOX.format("talks"), article="A", referral="rest"), "talks", ""),
    "none": (page(article="A"), None, ""),
    "none on this page": (page(article="A", referral="none"), None, "none"),
    "not in an article": (page(referral="talks"), None, ""),
    "about self-harm": (page(article="A", referral="talks", about=frozenset({"self-harm"})), None, ""),
    "about stopping": (page(article="A", referral="talks", about=frozenset({"stopping"})), "talks", "talks"),
    "switched off": (page(article="A", referral="rest"), None, "rest"),
    "typed and switched off": (page(BOX.format("rest"), article="A"), None, ""),
    "unknown": (page(BOX.format("nobody")), None, ""),
    "shown in code": (page(f"~~~\n{BOX.format('talks')}~~~\n"), None, ""),
}


@pytest.mark.parametrize(("page", "programme", "at_the_foot"), PLACES.values(), ids=PLACES)
def test_a_page_has_the_paid_link_that_it_may_have(page, programme, at_the_foot):
    found = referral_of(page, AFFILIATES)
    assert (found.key if found else None) == programme
    assert foot_referral(page) == at_the_foot


def test_the_box_is_put_after_the_text():
    assert with_referral("# T\n\nWords.\n\n\n", "talks") == "# T\n\nWords.\n\n/// referral | talks\n///\n"
    assert with_referral("# T\n", "") == "# T\n"
