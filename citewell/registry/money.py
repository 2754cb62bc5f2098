"""The rules about money, and about what a page asks of its reader. None of them can be silenced."""

from citewell.checks import money_page, paid_links, public_issue, referral_placement
from citewell.page_text.readers import is_for_readers
from citewell.rule import Family, Rule, rule

RULES: tuple[Rule, ...] = (
    rule(
        Family.MONEY,
        money_page,
        of_site=lambda site: money_page.check(site.data.affiliates, site.pages),
        stops_the_build=True,
    ),
    rule(
        Family.MONEY,
        paid_links,
        of_page=lambda page, site: paid_links.check(page, site.data.affiliates),
        of_site=lambda site: paid_links.check_references(site.library, site.data.affiliates),
        stops_the_build=True,
    ),
    rule(
        Family.MONEY,
        referral_placement,
        of_page=lambda page, site: referral_placement.check(page, site.data.affiliates),
        stops_the_build=True,
    ),
    rule(
        Family.MONEY,
        public_issue,
        of_page=lambda page, _: public_issue.check(page) if is_for_readers(page) else (),
    ),
)
