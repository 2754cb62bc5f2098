"""A picture says how wide and how high it is, so that nothing moves under its reader's finger while it loads.

A reader who wants to call a number and touches another link, because a picture came in above, is not helped
(web.dev, Cumulative Layout Shift).

Fails:
    <img src="figure.svg" alt="Bar chart">

Passes:
    <img src="figure.svg" alt="Bar chart" width="640" height="360">
"""

from collections.abc import Iterator

from citewell.seal.element import Element
from citewell.seal.fault import Fault

ID = "sized-pictures"


def check(element: Element) -> Iterator[Fault]:
    """The size that a start tag lacks, where it is a picture's."""
    if element.name == "img" and not {"width", "height"} <= element.attributes.keys():
        advice = "Add “width” and “height” to <img>, in pixels; the build does so for ![words](file)"
        yield Fault(ID, advice, typed=element.typed())
