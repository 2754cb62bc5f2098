"""What an answer to "Was this helpful?" sends, and to whom: made of docs/_data/feedback.yml."""

from collections.abc import Mapping
from types import MappingProxyType
from xml.etree import ElementTree as etree  # noqa: N813

from citewell.feedback.settings import COLLECTOR, GOATCOUNTER, MATOMO, PLAUSIBLE, UMAMI, FeedbackSettings

NOTHING = (
    "Articles ask at their foot whether the page was helpful. This site does not count the answers. Your "
    "browser shows you what may help next, and nothing is sent."
)
_PROGRAMS: Mapping[str, str] = MappingProxyType(
    {PLAUSIBLE: "Plausible", UMAMI: "Umami", GOATCOUNTER: "GoatCounter", MATOMO: "Matomo"}
)


def answers_sent(parent: etree.Element, settings: FeedbackSettings) -> etree.Element:
    """What is sent, when, to whom, and what is kept there."""
    section = etree.SubElement(parent, "div", {"class": "answers-sent"})
    for words in _paragraphs(settings):
        etree.SubElement(section, "p").text = words
    return section


def _paragraphs(settings: FeedbackSettings) -> tuple[str, ...]:
    host = settings.origin.partition("://")[2]
    if not host:
        return (NOTHING,)
    sent = (
        f"Articles ask at their foot whether the page was helpful. When you press Yes, or choose a reason "
        f"after No, your browser sends one message to {host}. It names the page, the version of its text and "
        f"your answer. Nothing is sent before you press."
    )
    seen = f"As with every message on the internet, {host} learns the address that it comes from"
    if settings.provider == COLLECTOR:
        kept = (
            "It is used for one thing: that nobody can answer too often. It is kept in memory in a scrambled "
            "form for a day at most and is never written down. What is written down is how many answers of "
            "each kind a page had on a day."
        )
        return sent, f"{seen}. {kept}"
    program = _PROGRAMS[settings.provider]
    return (
        sent,
        f"{seen}, and which browser you use. {program} runs there and counts the answers by its own rules.",
    )
