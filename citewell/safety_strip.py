"""The strip under the answer of every page of an article: what not to do, when to get help, whom to call."""

from dataclasses import dataclass

from citewell.crisis import CrisisContacts, dialled
from citewell.drugs import Drug

WORDS = 40


@dataclass(frozen=True)
class Call:
    """A number in the strip.

    Args:
        number: as printed.
        address: that a phone dials.
        region: where it answers, in a word or two.
    """

    number: str
    address: str
    region: str


@dataclass(frozen=True)
class SafetyStrip:
    """The strip's parts.

    Args:
        do_not_stop: in a few words; empty for a medicine that may be stopped, or for none.
        calls: the crisis lines that have a number.
    """

    do_not_stop: str
    calls: tuple[Call, ...]

    SIGNS = "Know the signs that need urgent help."
    CRISIS = "In a crisis, call"
    MORE = "More numbers"

    @property
    def words(self) -> int:
        """How many words a reader meets in it."""
        calls = [f"{call.number} {call.region}" for call in self.calls]
        return len(" ".join([self.do_not_stop, self.SIGNS, self.CRISIS, *calls, self.MORE]).split())


def safety_strip(drug: Drug | None, contacts: CrisisContacts) -> SafetyStrip:
    """The strip for pages about a medicine."""
    calls = tuple(
        Call(line.call, f"tel:{dialled(line.call)}", line.region_short or line.region)
        for line in contacts.helplines
        if line.call
    )
    return SafetyStrip(drug.do_not_stop_short if drug else "", calls)
