"""Which paid link a page has: the one that an editor typed, or the one that its article puts at its foot."""

from citewell.affiliates import Affiliates, Programme
from citewell.article import Page
from citewell.page_facts import SELF_HARM

BLOCK = "referral"


def referral_of(page: Page, affiliates: Affiliates) -> Programme | None:
    """The programme whose box stands on a page; None where none stands, or where it is switched off."""
    typed = page.blocks(BLOCK)
    programme = affiliates.get(typed[0].argument if typed else foot_referral(page))
    return programme if programme and programme.is_on else None


def foot_referral(page: Page) -> str:
    """The programme that is put at the foot of a page, by its name; empty for none.

    A page that is about self-harm never has one (health-publishing rule S3), nor does a page that has the box
    in its text already.
    """
    facts = page.facts
    has_one = bool(page.blocks(BLOCK))
    return "" if has_one or not facts.article or SELF_HARM in facts.about else facts.referral


def with_referral(markdown: str, programme: str) -> str:
    """A page's text with the box of a programme at its foot.

    Args:
        markdown: as typed.
        programme: its name; empty for none.
    """
    return f"{markdown.rstrip()}\n\n/// {BLOCK} | {programme}\n///\n" if programme else markdown
