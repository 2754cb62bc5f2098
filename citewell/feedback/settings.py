"""Where the answers to “Was this helpful?” go: docs/_data/feedback.yml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from citewell.facts import Fact, data_problems
from citewell.problem import Problem
from citewell.yaml_mapping import YamlMapping, read_yaml_mapping

PATH = "docs/_data/feedback.yml"
RULE = "feedback"
NONE, COLLECTOR = "none", "collector"
PLAUSIBLE, UMAMI, GOATCOUNTER, MATOMO = "plausible", "umami", "goatcounter", "matomo"
_NEEDS: Mapping[str, tuple[str, ...]] = {
    NONE: (),
    COLLECTOR: ("endpoint",),
    PLAUSIBLE: ("endpoint", "domain"),
    UMAMI: ("endpoint", "website"),
    GOATCOUNTER: ("endpoint",),
    MATOMO: ("endpoint", "site_id"),
}
"""What must be known of each provider."""

FACTS = {
    "provider": Fact("who takes the answers", required=True, choices=tuple(_NEEDS)),
    "endpoint": Fact("the address that an answer is sent to"),
    "domain": Fact("the name of the site in Plausible, such as example.org"),
    "website": Fact("the website's id in Umami, 32 hexadecimal digits in five groups"),
    "site_id": Fact("the number of the site in Matomo"),
}
_EXAMPLES = {
    COLLECTOR: "https://votes.example.org/vote",
    PLAUSIBLE: "https://plausible.io/api/event",
    UMAMI: "https://stats.example.org/api/send",
    GOATCOUNTER: "https://example.goatcounter.com/count",
    MATOMO: "https://stats.example.org/matomo.php",
}
"""An endpoint of each provider as it is written, for advice."""

_ENDPOINT = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?/[\w.~%/-]+", re.ASCII)
_HERE = frozenset({"127.0.0.1", "localhost"})
_FORMS = {
    "domain": re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w.~-]+)*", re.ASCII),
    "website": re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"),
    "site_id": re.compile(r"[1-9][0-9]{0,9}"),
}


@dataclass(frozen=True)
class FeedbackSettings:
    """Where a vote goes. Empty texts stand for what the provider does not need.

    A vote is one request: it is sent when Yes is pressed, or when a reason for No is chosen. A No without a
    reason sends nothing.

    Args:
        provider: a name of the file's choices; with `none`, nothing is ever sent.
        endpoint: the address that a vote is sent to.
        domain: the name of the site in Plausible.
        website: the website's id in Umami.
        site_id: the number of the site in Matomo.
    """

    provider: str = NONE
    endpoint: str = ""
    domain: str = ""
    website: str = ""
    site_id: str = ""

    @property
    def origin(self) -> str:
        """Where a vote goes, as a Content-Security-Policy names it; empty where it goes nowhere."""
        parts = urlsplit(self.endpoint)
        return f"{parts.scheme}://{parts.netloc}" if self.endpoint else ""

    @property
    def takes_forms(self) -> bool:
        """Whether a vote can also be sent by a plain form, without a script."""
        return self.provider == COLLECTOR


def local_collector(port: int) -> FeedbackSettings:
    """The settings for trying the widget out: a collector that runs on this machine."""
    return FeedbackSettings(COLLECTOR, f"http://127.0.0.1:{port}/vote")


def read_feedback_settings(text: str) -> tuple[FeedbackSettings, list[Problem]]:
    """The file's settings and its faults; with faults, no vote goes anywhere."""
    mapping, problems = read_yaml_mapping(PATH, text, rule=RULE)
    if problems and not mapping.values:  # it cannot be read, so nothing else is said of it
        return FeedbackSettings(), problems
    problems += data_problems(PATH, RULE, mapping, FACTS)
    provider = mapping.values.get("provider")
    if isinstance(provider, str) and provider in _NEEDS:
        problems += _provider_problems(provider, mapping)
    if problems or provider == NONE:  # what else is written then waits for the day it is switched on again
        return FeedbackSettings(), problems
    values = {name: str(mapping.values[name]) for name in ("provider", *_NEEDS[str(provider)])}
    return FeedbackSettings(**values), []


def _provider_problems(provider: str, mapping: YamlMapping) -> Iterator[Problem]:
    """What a provider lacks, and what is written for it that is of no use."""
    written = {
        name: value
        for name, value in mapping.values.items()
        if name in FACTS and name != "provider" and value not in (None, "")
    }
    advice = {
        name: f"Add “{name}” for {provider}: {_what(name, provider)}"
        for name in _NEEDS[provider]
        if name not in written
    }
    for name, value in written.items() if provider != NONE else ():
        if name not in _NEEDS[provider]:
            advice[name] = f"Take out “{name}”: {provider} does not need it"
        elif isinstance(value, str) and (words := _advice(name, value, provider)):
            advice[name] = words
    for name, words in advice.items():
        yield Problem(PATH, *mapping.place(name), RULE, words)


def _advice(name: str, value: str, provider: str) -> str:
    """What to write instead of a value; empty where it is sound."""
    if name == "endpoint":
        return _endpoint_advice(provider, value)
    return "" if _FORMS[name].fullmatch(value) else f"Correct “{name}”: it is {_what(name, provider)}"


def _what(name: str, provider: str) -> str:
    example = f", such as {_EXAMPLES[provider]}" if name == "endpoint" else ""
    return f"{FACTS[name].what}{example}"


def _endpoint_advice(provider: str, endpoint: str) -> str:
    """What to write instead of an endpoint; empty where it is sound."""
    parts = urlsplit(endpoint) if _ENDPOINT.fullmatch(endpoint) else None
    if parts is None or not _is_port(parts.netloc.partition(":")[2]):
        return (
            f"Write “endpoint” as a whole address, the host in lower case, without ? and #, "
            f"such as {_EXAMPLES[provider]}"
        )
    if parts.scheme == "http" and parts.hostname not in _HERE:
        return "Begin “endpoint” with https://: with http://, others on the way can read and change an answer"
    if provider == COLLECTOR and not parts.path.endswith("/vote"):
        return f"End “endpoint” in /vote, such as {_EXAMPLES[provider]}"
    return ""


def _is_port(written: str) -> bool:
    return not written or 0 < int(written) <= 65_535  # noqa: PLR2004 (the largest that there is)
