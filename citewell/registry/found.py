"""The rules about being found: what a search shows of a page, and links that last."""

from citewell.checks import (
    page_address,
    page_description,
    page_links,
    page_title,
    picture_files,
    published_addresses,
    redirects,
    shown_pictures,
    topics,
    unlisted_addresses,
)
from citewell.hubs import hubs
from citewell.rule import Family, Rule, rule

RULES: tuple[Rule, ...] = (
    rule(Family.FOUND, page_title, of_site=lambda site: page_title.check(site.pages, hubs(site))),
    rule(Family.FOUND, page_description, of_site=lambda site: page_description.check(site.pages)),
    rule(Family.FOUND, page_address, of_site=lambda site: page_address.check(site.pages)),
    rule(
        Family.FOUND,
        topics,
        of_site=lambda site: topics.check(site.articles, site.folders),
        stops_the_build=True,
    ),
    rule(Family.FOUND, page_links, of_site=page_links.check),
    rule(Family.FOUND, redirects, of_site=redirects.check, stops_the_build=True),
    rule(Family.FOUND, published_addresses, of_site=published_addresses.check, stops_the_build=True),
    rule(Family.FOUND, unlisted_addresses, of_site=unlisted_addresses.check),
    rule(Family.FOUND, picture_files, of_site=lambda site: picture_files.check(site.pictures)),
    rule(Family.FOUND, shown_pictures, of_site=shown_pictures.check, stops_the_build=True),
)
