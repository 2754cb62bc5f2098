"""The Python-Markdown extension that turns the blocks about money into boxes."""

from xml.etree import ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from citewell.affiliates import Affiliates
from citewell.blocks.extension import as_typed
from citewell.referral.paid_links import paid_links
from citewell.referral.placement import BLOCK
from citewell.referral.referral import referral

_OFF = "citewell-switched-off"


class ReferralExtension(BlocksExtension):
    """The blocks `referral` and `paid-links`.

    Args:
        affiliates: the programmes, by the name that stands after `|`.
        money_address: of the page that says how the site is paid; empty for none.
    """

    def __init__(self, affiliates: Affiliates, money_address: str = "") -> None:
        super().__init__()
        self._values = {"affiliates": affiliates, "money_address": money_address}

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register the blocks, and what takes out the place of a programme that is switched off."""
        block_mgr.register(ReferralBlock, self._values)
        block_mgr.register(PaidLinksBlock, self._values)
        md.treeprocessors.register(SwitchedOff(md), "referral-off", 25)


class ReferralBlock(Block):
    """`/// referral | programme`."""

    NAME = BLOCK
    ARGUMENT = True

    def on_validate(self, parent: etree.Element) -> bool:
        """Whether the programme is known."""
        del parent
        return self.argument in self.config["affiliates"]

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return the box, or an empty place where the programme is switched off."""
        programme = self.config["affiliates"][self.argument]
        if programme.is_on:
            return as_typed(referral(parent, programme, self.config["money_address"]))
        return etree.SubElement(parent, "div", {"class": _OFF})


class PaidLinksBlock(Block):
    """`/// paid-links`."""

    NAME = "paid-links"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return what is said of all programmes."""
        return as_typed(paid_links(parent, self.config["affiliates"]))


class SwitchedOff(Treeprocessor):
    """Leaves no trace of a programme that is switched off."""

    def run(self, root: etree.Element) -> None:
        """Take the empty places out."""
        for parent in list(root.iter()):
            for child in [child for child in parent if child.get("class") == _OFF]:
                parent.remove(child)
