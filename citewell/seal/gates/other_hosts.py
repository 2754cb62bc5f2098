"""A page asks no other host for anything: not for a picture, a style, a font or a script.

A request tells another host who reads about which illness (FTC v. BetterHelp, 2023; health-publishing rule
M9). Links are asked for when a reader follows them, and are left alone.

Fails:
    <img src="https://example.org/pixel.png" alt="">

Passes:
    <img src="mark.svg" alt="">
"""

from collections.abc import Iterator, Sequence

from citewell.seal.element import Element
from citewell.seal.fault import Fault
from citewell.seal.gates.allowed_addresses import ReadAddress

ID = "other-hosts"


def check(element: Element, addresses: Sequence[ReadAddress]) -> Iterator[Fault]:
    """What a start tag would make a browser ask another host for."""
    for attribute, use, read in addresses:
        if use == "file" and not isinstance(read, str) and read.scheme:
            where = read.host or f"{read.scheme}:"
            needs = f"Put the file that <{element.name}> needs into the site"
            yield Fault(ID, f"{needs}: {where} would learn who reads this", typed=element.typed(attribute))
