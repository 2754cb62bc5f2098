"""What keeps a reader safe on pages of no article: of medicines, of topics, and where no page is found."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from citewell.boxes.care import care_anchor
from citewell.boxes.crisis import ANCHOR as CRISIS_ANCHOR
from citewell.boxes.warning import DO_NOT_STOP_ANCHOR
from citewell.hubs import Hub
from citewell.page_facts import PageFacts
from citewell.published_page import Around
from citewell.publishing import Publishing
from citewell.safety_strip import SafetyStrip, safety_strip
from citewell.site_data import SiteData


def strip_of_hub(hub: Hub | None, data: SiteData) -> SafetyStrip | None:
    """The strip of a hub, or of no page at all; None where the data have nothing to say in it.

    Args:
        hub: of a medicine, of a topic, or a list from A to Z.
        data: the site's.
    """
    drug = data.drugs.get(hub.key) if hub and hub.kind == "medicines" else None
    strip = safety_strip(drug, data.crisis)
    return strip if strip.calls or strip.do_not_stop else None


class SafetyOfHubs:
    """What stands around the text of a hub.

    Args:
        publishing: the site, all of whose pages are rendered when this is asked.
    """

    def __init__(self, publishing: Publishing) -> None:
        self._publishing = publishing

    def around(self, facts: PageFacts, hub: Hub | None) -> Around:
        """The strip, with links to the boxes of the articles that the hub lists.

        The signs of an emergency are those of one article: a hub of several cannot lead to all of them.

        Args:
            facts: of the page.
            hub: None for the page that answers for wrong addresses.
        """
        drug = hub.key if hub and hub.kind == "medicines" else ""
        own = self._indexes.get(drug, ()) if drug else ()
        signs = self._boxes(own, care_anchor("emergency"))
        return Around(
            facts,
            strip=strip_of_hub(hub, self._publishing.data),
            do_not_stop=next(iter(self._boxes(own, DO_NOT_STOP_ANCHOR)), ""),
            signs=signs[0] if len(own) == 1 and signs else "",
            crisis=self._crisis,
        )

    def _boxes(self, indexes: Sequence[str], anchor: str) -> Sequence[str]:
        """The addresses of a box on the first pages of articles, where it stands there."""
        publishing = self._publishing
        return [
            f"{publishing.address(index)}#{anchor}"
            for index in indexes
            if anchor in publishing.box_anchors(index) and publishing.address(index)
        ]

    @cached_property
    def _crisis(self) -> str:
        """Where all numbers stand: the same on every page of an article."""
        return next(
            iter(self._boxes([index for own in self._indexes.values() for index in own], CRISIS_ANCHOR)), ""
        )

    @cached_property
    def _indexes(self) -> Mapping[str, Sequence[str]]:
        """The first pages of articles by their medicine; under an empty name those about none."""
        found: dict[str, list[str]] = {}
        for index in self._publishing.indexes:
            drug = self._publishing.facts(index).drug
            found.setdefault(drug.key if drug else "", []).append(index)
        return found
