"""The Python-Markdown extension that turns the blocks about the publisher into words."""

from xml.etree import ElementTree as etree  # noqa: N813

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from citewell.about.answers_sent import answers_sent
from citewell.about.contact import contact
from citewell.blocks.extension import as_typed
from citewell.feedback.settings import FeedbackSettings
from citewell.publisher import Publisher


class AboutExtension(BlocksExtension):
    """The blocks `contact` and `answers-sent`.

    Args:
        publisher: whose addresses are printed.
        feedback: where answers to "Was this helpful?" go.
    """

    def __init__(self, publisher: Publisher, feedback: FeedbackSettings) -> None:
        super().__init__()
        self._values = {"publisher": publisher, "feedback": feedback}

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register the blocks."""
        del md
        for block in (ContactBlock, AnswersSentBlock):
            block_mgr.register(block, self._values)


class ContactBlock(Block):
    """`/// contact`."""

    NAME = "contact"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return how to reach the editors."""
        return as_typed(contact(parent, self.config["publisher"]))


class AnswersSentBlock(Block):
    """`/// answers-sent`."""

    NAME = "answers-sent"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return what an answer sends, and to whom."""
        return as_typed(answers_sent(parent, self.config["feedback"]))
