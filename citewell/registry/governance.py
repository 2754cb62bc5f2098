"""The rules about who stands behind a page, and about its dates."""

from citewell.checks import (
    ai_assistance,
    article_facts,
    badges,
    publisher_facts,
    required_pages,
    review_overdue,
    review_period,
)
from citewell.page_text.page_text import page_text
from citewell.page_text.readers import is_for_readers
from citewell.rule import Family, OfPage, Rule, rule


def _for_readers(check: OfPage) -> OfPage:
    return lambda page, site: check(page, site) if is_for_readers(page) else ()


RULES: tuple[Rule, ...] = (
    rule(
        Family.GOVERNANCE,
        publisher_facts,
        of_site=lambda site: publisher_facts.check(site.data.publisher),
    ),
    rule(
        Family.GOVERNANCE,
        required_pages,
        of_site=lambda site: required_pages.check(site.pages, site.articles),
    ),
    rule(Family.GOVERNANCE, article_facts, of_page=_for_readers(lambda page, _: article_facts.check(page))),
    rule(Family.GOVERNANCE, review_period, of_page=_for_readers(lambda page, _: review_period.check(page))),
    rule(
        Family.GOVERNANCE,
        review_overdue,
        of_page=_for_readers(lambda page, site: review_overdue.check(page, site.today)),
    ),
    rule(Family.GOVERNANCE, ai_assistance, of_page=_for_readers(lambda page, _: ai_assistance.check(page))),
    rule(
        Family.GOVERNANCE,
        badges,
        of_page=_for_readers(lambda page, site: badges.check(page_text(page), site.data.wording)),
    ),
)
