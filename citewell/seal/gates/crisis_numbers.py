"""A number to call or text is one of docs/_data/crisis.yml.

Somebody in need dials what the page gives. A number that stands there alone, typed into a page, is looked at
by nobody when the others are checked (health-publishing rule S4).

Fails (a number that is not in the file):
    <a href="tel:123">123</a>

Passes:
    <a href="tel:988">988</a>
"""

from collections.abc import Collection, Iterator

from citewell.crisis import PATH
from citewell.seal.built_page import BuiltPage
from citewell.seal.fault import Fault

ID = "crisis-numbers"


def check(page: BuiltPage, numbers: Collection[str]) -> Iterator[Fault]:
    """The numbers on a page that are not among those of the file, given as `tel:988`."""
    for number, attribute, address in page.reading.outside:
        if address.scheme in ("tel", "sms") and f"{address.scheme}:{address.path}" not in numbers:
            typed = page.element(number).typed(attribute)
            advice = (
                f"Take out {address.path}, or add it to {PATH} with the day and the source it was seen in"
            )
            yield Fault(ID, advice, page.offset(number), typed)
