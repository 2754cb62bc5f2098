"""The Python-Markdown extension that turns box blocks into boxes."""

from typing import Any
from xml.etree import ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_ranged_integer, type_string

from citewell.blocks.extension import as_typed
from citewell.blocks.kinds import LEVEL
from citewell.boxes.answer import add_certainty, answer
from citewell.boxes.care import add_calls, care
from citewell.boxes.crisis import crisis
from citewell.boxes.lead import mark_end
from citewell.boxes.question_list import question_list
from citewell.boxes.unknown import unknown
from citewell.boxes.warning import boxed_warning, do_not_stop
from citewell.crisis import CrisisContacts
from citewell.drugs import Drugs

_CERTAINTY: dict[str, tuple[Any, Any]] = {"certainty": ("", type_string)}
_LEVEL: dict[str, tuple[Any, Any]] = {LEVEL: (2, type_ranged_integer(2, 6))}
_HEADING: dict[str, tuple[Any, Any]] = {"heading": ("", type_string)}


class BoxesExtension(BlocksExtension):
    """The boxes.

    Args:
        drugs: the medicines that warnings may be about, by the name that stands after `|`.
        contacts: what the crisis box and the emergency card print.
        certainty_address: of the page that says what the levels of certainty mean; empty for none.
    """

    def __init__(self, drugs: Drugs, contacts: CrisisContacts, certainty_address: str = "") -> None:
        super().__init__()
        self._values = {"drugs": drugs, "contacts": contacts, "certainty_address": certainty_address}

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register the blocks, and what marks the end of the lead when nothing reads the tree any more."""
        for block in BLOCKS:
            block_mgr.register(block, self._values)
        md.treeprocessors.register(LeadMarker(md), "end-of-lead", -10)


class LeadMarker(Treeprocessor):
    """Marks where the lead ends."""

    def run(self, root: etree.Element) -> None:
        """Put the mark in."""
        mark_end(root)


class AnswerBlock(Block):
    """`/// answer`."""

    NAME = "answer"
    OPTIONS = _CERTAINTY

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return the empty answer."""
        return answer(parent)

    def on_end(self, block: etree.Element) -> None:
        """Say how sure the editors are."""
        if self.options["certainty"]:
            add_certainty(block, self.options["certainty"], self.config["certainty_address"])


class DoNotStopBlock(Block):
    """`/// do-not-stop | medicine`."""

    NAME = "do-not-stop"
    ARGUMENT = True

    def on_validate(self, parent: etree.Element) -> bool:
        """Whether the medicine is known."""
        del parent
        return self.argument in self.config["drugs"]

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return the box with the words of the medicine's class."""
        return do_not_stop(parent, self.config["drugs"][self.argument])


class BoxedWarningBlock(DoNotStopBlock):
    """`/// boxed-warning | medicine`."""

    NAME = "boxed-warning"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return the box with the words of the medicine's class."""
        return boxed_warning(parent, self.config["drugs"][self.argument])


class CareBlock(Block):
    """`/// care | level`."""

    NAME = "care"
    ARGUMENT = True
    OPTIONS = _HEADING

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return the empty card."""
        return care(parent, self.argument, self.options["heading"])

    def on_end(self, block: etree.Element) -> None:
        """End the card for emergencies with the numbers to call."""
        if self.argument == "emergency" and self.config["contacts"].emergency:
            as_typed(add_calls(block, self.config["contacts"]))


class CrisisBlock(Block):
    """`/// crisis`."""

    NAME = "crisis"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return the box with all contacts."""
        return as_typed(crisis(parent, self.config["contacts"]))


class UnknownBlock(Block):
    """`/// unknown`."""

    NAME = "unknown"
    OPTIONS = _LEVEL

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return the box with its heading."""
        return unknown(parent, self.options[LEVEL])


class QuestionListBlock(Block):
    """`/// question-list | heading`."""

    NAME = "question-list"
    ARGUMENT = True
    OPTIONS = _LEVEL

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Return the list's frame with its heading."""
        return question_list(parent, self.argument, self.options[LEVEL])


BLOCKS = (
    AnswerBlock,
    DoNotStopBlock,
    BoxedWarningBlock,
    CareBlock,
    CrisisBlock,
    UnknownBlock,
    QuestionListBlock,
)
