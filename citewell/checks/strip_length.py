"""The safety strip stays short enough to be read.

It stands on every page of an article, before the text: forty words fit on a phone beside the answer.

Fails:
    do_not_stop_short: a sentence that goes on and on until nobody reads it any more…

Passes:
    do_not_stop_short: "Do not stop {medicine} suddenly: talk to your doctor first."
"""

from collections.abc import Iterator

from citewell.drugs import PATH
from citewell.problem import Problem
from citewell.safety_strip import WORDS, safety_strip
from citewell.site_data import SiteData

ID = "strip-length"


def check(data: SiteData) -> Iterator[Problem]:
    """The medicines whose strip is too long."""
    for name, drug in data.drugs.items():
        words = safety_strip(drug, data.crisis).words
        if words > WORDS:
            advice = (
                f"Shorten “do_not_stop_short” of {drug.drug_class.name}: with the crisis lines, the strip on "
                f"pages about {name} has {words} words, and {WORDS} are the most that is read"
            )
            yield Problem(PATH, 1, 1, ID, advice)
