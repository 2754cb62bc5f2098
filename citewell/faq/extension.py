"""The Python-Markdown extension that turns `/// faq | Question` into a question that unfolds."""

from xml.etree import ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from citewell.faq.question import add_own_link, question, set_heading_levels


class FaqExtension(BlocksExtension):
    """The questions."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register the block, and what tells the questions from the page's own headings.

        | class         | registry       | name       | priority | runs                             |
        |---------------|----------------|------------|----------|----------------------------------|
        | HeadingLevels | treeprocessors | faq-levels | 25       | before toc reads the headings    |
        | OwnLinks      | treeprocessors | faq-links  | 1        | when toc has given them their ids |
        """
        questions: list[etree.Element] = []
        block_mgr.register(FaqBlock, {"questions": questions})
        md.treeprocessors.register(HeadingLevels(md, questions), "faq-levels", 25)
        md.treeprocessors.register(OwnLinks(md, questions), "faq-links", 1)


class FaqBlock(Block):
    """`/// faq | question`."""

    NAME = "faq"
    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return the closed question."""
        element = question(parent, self.argument)
        self.config["questions"].append(element)
        return element

    def on_add(self, block: etree.Element) -> etree.Element:
        """Return where the answer's text goes."""
        return block[-1]


class HeadingLevels(Treeprocessor):
    """Sets questions one level below the heading over them."""

    def __init__(self, md: Markdown, questions: list[etree.Element]) -> None:
        super().__init__(md)
        self.questions = questions

    def run(self, root: etree.Element) -> None:
        """Set the levels, where the page has questions."""
        if self.questions:
            set_heading_levels(root)


class OwnLinks(Treeprocessor):
    """Gives each answer a link to itself."""

    def __init__(self, md: Markdown, questions: list[etree.Element]) -> None:
        super().__init__(md)
        self.questions = questions

    def run(self, root: etree.Element) -> None:
        """Add the links, and forget the questions of this page."""
        del root
        for element in self.questions:
            add_own_link(element)
        self.questions.clear()
