"""A link leads to the web, a mail address or a telephone, and its address can be read in one way only.

Any other scheme runs a script or shows what nobody has judged; what browsers mend by themselves (blanks,
backslashes, missing slashes) hides where a link leads.

Fails:
    <a href="javascript:alert(1)">Text</a>

Passes:
    <a href="https://www.nhs.uk/">NHS</a>
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citewell.seal.addresses import Address, read_address
from citewell.seal.element import Element, Use
from citewell.seal.fault import Fault

ID = "allowed-addresses"


class ReadAddress(NamedTuple):
    """An address of a start tag: where it stands, what it is for, and what was read or is to be written."""

    attribute: str
    use: Use
    read: Address | str


def read_addresses(element: Element, site: str) -> list[ReadAddress]:
    """The addresses of a start tag, for a site that stands at an address of its own."""
    return [ReadAddress(name, use, read_address(text, site)) for name, use, text in element.addresses()]


def check(element: Element, addresses: Sequence[ReadAddress]) -> Iterator[Fault]:
    """The addresses of a start tag that are no addresses of a page."""
    for attribute, _, read in addresses:
        if isinstance(read, str):
            yield Fault(ID, f"{read} (“{attribute}” of <{element.name}>)", typed=element.typed(attribute))
