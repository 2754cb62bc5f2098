"""The Markdown extensions of a site that MkDocs builds, each with what it needs to know of the site."""

from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig

from citewell.about.extension import AboutExtension
from citewell.about.pages import MONEY
from citewell.bibliography.reference import Library
from citewell.boxes.extension import BoxesExtension
from citewell.citations.extension import CitationsExtension
from citewell.citations.reference_list import Notices
from citewell.claims.extension import ClaimsExtension
from citewell.faq.extension import FaqExtension
from citewell.markdown_signs.extension import SignsExtension
from citewell.mkdocs_page_link import page_link
from citewell.pictures.extension import PicturesExtension
from citewell.pictures.modern_copies import ModernCopies
from citewell.referral.extension import ReferralExtension
from citewell.site_data import SiteData
from citewell.tables.extension import TablesExtension


@dataclass(frozen=True)
class SiteOfExtensions:
    """What the extensions know of the site.

    Args:
        library: the references.
        notices: on them.
        data: of the site's data files.
        copies: of its pictures.
        certainty_page: the path of the page that says what the levels of certainty mean.
    """

    library: Library
    notices: Notices
    data: SiteData
    copies: ModernCopies
    certainty_page: str


def our_extensions(
    site: SiteOfExtensions, citations: CitationsExtension, config: MkDocsConfig
) -> list[object]:
    """All of our extensions, in the order in which they are registered."""
    certainty, money = page_link(config, site.certainty_page), page_link(config, MONEY)
    data = site.data
    return [
        citations,
        BoxesExtension(data.drugs, data.crisis, certainty),
        ClaimsExtension(site.library, certainty, site.notices),
        FaqExtension(),
        AboutExtension(data.publisher, data.feedback),
        ReferralExtension(data.affiliates, money),
        TablesExtension(),
        PicturesExtension(site.copies),
        SignsExtension(),
    ]


def linked_pages(site: SiteOfExtensions, config: MkDocsConfig) -> tuple[str, ...]:
    """The links to pages of the site that the extensions print; an empty one where there is no such page."""
    return tuple(page_link(config, page) for page in (site.certainty_page, MONEY))
