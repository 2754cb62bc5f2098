"""The boxes as Markdown makes them, also of words that mean to be more than words."""

import re

import markdown
import pytest

from citewell.referral.extension import ReferralExtension
from tests.referral.programmes import AFFILIATES, programme

ATTACK = "[here](javascript:alert(1)) *now* ![x](https://evil.example/x.png) &lt;b&gt; `c`"


def rendered(text, affiliates=AFFILIATES, money=""):
    return markdown.markdown(text, extensions=[ReferralExtension(affiliates, money)])


def test_who_pays_is_said_before_the_link():
    html = rendered("/// referral | talks\n///\n", money="money/")
    assert html.index("Talks pays us when a reader signs up there.") < html.index('href="https://www.talks.')
    assert html.index("Ask your doctor.") < html.index('href="https://www.talks.')
    assert 'href="money/"' in html


def test_the_link_tells_nobody_where_the_reader_comes_from():
    (link,) = re.findall(r'<a class="referral__link"[^>]*>', rendered("/// referral | talks\n///\n"))
    assert link == (
        '<a class="referral__link" href="https://www.talks.example/?from=42" referrerpolicy="no-referrer" '
        'rel="sponsored nofollow noopener">'
    )


def test_a_programme_that_is_off_leaves_no_trace():
    assert rendered("Before.\n\n/// referral | rest\n///\n\nAfter.") == "<p>Before.</p>\n<p>After.</p>"


@pytest.mark.parametrize("block", ["referral | talks", "paid-links"])
@pytest.mark.parametrize("fact", ["name", "sells", "pays_for", "limits", "unpaid"])
def test_words_of_the_data_stay_words(block, fact):
    value = (ATTACK,) if fact in {"limits", "unpaid"} else ATTACK
    words = rendered(f"/// {block}\n///\n", {"talks": programme(**{fact: value})})
    assert "javascript:" not in re.sub(r">[^<]*<", "><", words)
    assert not re.search(r"<(em|img|code|b)\b", words)


@pytest.mark.parametrize(
    ("affiliates", "said", "not_said"),
    [
        ({}, "Nobody pays this site", "sells"),
        ({"rest": programme("rest", is_on=False)}, "Nobody pays this site", "It pays us"),
        ({"rest": programme("rest", is_on=False)}, "It is switched off: no page links to it.", "It pays us"),
        ({"talks": programme()}, "It pays us when a reader signs up there.", "Nobody"),
        ({"talks": programme()}, "since 2 January 2026", "Nobody"),
        ({"talks": programme()}, "carries our partner number, the same on every page", "no partner number"),
        ({"talks": programme(has_partner_id=False)}, "we have no partner number there yet", "carries our"),
    ],
)
def test_the_page_about_money_says_what_the_file_says(affiliates, said, not_said):
    html = rendered("/// paid-links\n///\n", affiliates)
    assert said in html
    assert not_said not in html
