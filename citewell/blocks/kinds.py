"""Every kind of block: what stands on its first line, under it and inside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from citewell.claims.certainty import CERTAINTIES
from citewell.facts import Fact


@dataclass(frozen=True)
class BlockKind:
    """How a block is written.

    Args:
        name: after the three slashes.
        argument: what stands after `|`, as a phrase; empty where nothing may.
        argument_choices: the only arguments, where there are few.
        argument_required: whether the argument may be left out.
        options: the lines that may stand under the first one, indented by four spaces.
        has_body: whether text stands between the first line and the closing one.
    """

    name: str
    argument: str = ""
    argument_choices: tuple[str, ...] = ()
    argument_required: bool = True
    options: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))
    has_body: bool = True


LEVEL = "level"
"""The option by which the whole article on one page sets the headings of blocks deeper; nobody types it."""

_CERTAINTY = Fact("how sure we are", choices=tuple(CERTAINTIES))
_MEDICINE = "the medicine, as named in docs/_data/drugs.yml"

KINDS = (
    BlockKind("answer", options={"certainty": _CERTAINTY}),
    BlockKind("do-not-stop", _MEDICINE, argument_required=False, has_body=False),
    BlockKind("boxed-warning", _MEDICINE, argument_required=False, has_body=False),
    BlockKind(
        "care",
        "how urgent it is",
        ("non-urgent", "urgent", "emergency"),
        options={"heading": Fact("what to do, ending in “if you” or the like", required=True)},
    ),
    BlockKind("crisis", has_body=False),
    BlockKind("unknown"),
    BlockKind("question-list", "the heading of the list on the sheet to print"),
    BlockKind("faq", "the question"),
    BlockKind(
        "claim",
        "a short name in lower case, such as can-happen",
        options={
            "certainty": Fact(_CERTAINTY.what, required=True, choices=_CERTAINTY.choices),
            "findings": Fact("the findings used, such as [goodwin2017/1]", "texts"),
        },
    ),
    BlockKind("referral", "the programme, as named in docs/_data/affiliates.yml", has_body=False),
    BlockKind("paid-links", has_body=False),
    BlockKind("contact", has_body=False),
    BlockKind("answers-sent", has_body=False),
)
"""In the order in which the page for editors lists them."""

BY_NAME: Mapping[str, BlockKind] = MappingProxyType({kind.name: kind for kind in KINDS})
