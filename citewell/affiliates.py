"""Who pays this site for referring readers: docs/_data/affiliates.yml, the only place where it is said.

The link of a programme is made here and nowhere else, so that nothing can slip into it: no title, no page, no
click id (health-publishing rule M4; California v. Healthline, 2025).
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlencode, urlsplit

from citewell.facts import Fact, data_problems
from citewell.problem import Problem
from citewell.yaml_mapping import YamlMapping, read_yaml_mapping

PATH = "docs/_data/affiliates.yml"
RULE = "affiliates"
FACTS = {
    "name": Fact("the partner's name, as readers know it", required=True),
    "status": Fact("whether its boxes and notices are shown", "on or off", required=True),
    "address": Fact(
        "the public address that the link leads to, such as https://www.example.org/",
        "address",
        required=True,
    ),
    "host": Fact("the host of that address, the only one that the link may lead to", required=True),
    "partner_id": Fact("the number by which the partner knows this site; empty as long as there is none"),
    "partner_parameter": Fact("the name under which the link carries that number"),
    "sells": Fact("what it sells, to end “It sells”", required=True),
    "pays_for": Fact("what it pays for, to end “It pays us when a reader”", required=True),
    "since": Fact("the day since which this site links to it", "date", required=True),
    "limits": Fact("what readers must know before they go there, a sentence each", "texts", required=True),
    "unpaid": Fact("help that nobody pays this site for, a sentence each", "texts", required=True),
}
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_PARTNER_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_PARAMETER = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,31}")
_THERAPY = re.compile(r"therap|counsel", re.IGNORECASE)
_LIMITS_OF_THERAPY = {
    "that it is not for emergencies": re.compile(r"\bemergenc", re.IGNORECASE),
    "from which age on it takes people, such as 18": re.compile(r"\b\d\d\b"),
    "that the therapists there do not change a medicine": re.compile(r"\bmedicine", re.IGNORECASE),
}
"""What the limits of a programme that sells therapy must speak of (health-publishing rule M6)."""
_MEDICINES = re.compile(r"prescription|pharmac\w*|medicines?|medications?|drugs?\b", re.IGNORECASE)
"""What no paid link may sell (rule M14; the UK's Human Medicines Regulations 2012, regulation 284)."""
_PROMISES = re.compile(
    r"#1|\b(?:private|privacy|secure|confidential(?:ity)?|hipaa|"
    r"proven|best|number one|trusted|safe|effective|cures?)\b",
    re.IGNORECASE,
)
"""Words that sell (rule M6; promises of privacy: the FTC's complaint against BetterHelp, 2023)."""


@dataclass(frozen=True)
class Programme:
    """A partner that pays for readers.

    Args:
        key: as pages name it.
        name: as readers know it.
        is_on: whether anything of it is shown.
        link: where readers are sent, whichever page they come from.
        host: of the link.
        has_partner_id: whether the partner can tell that a reader came from this site.
        sells: ends "It sells".
        pays_for: ends "It pays us when a reader".
        since: the day since which this site links to it.
        limits: what readers must know before they go there.
        unpaid: help that nobody pays this site for.
        place: line and column of its status in the file.
    """

    key: str
    name: str
    is_on: bool
    link: str
    host: str
    has_partner_id: bool
    sells: str
    pays_for: str
    since: dt.date
    limits: tuple[str, ...]
    unpaid: tuple[str, ...]
    place: tuple[int, int] = (1, 1)

    @property
    def disclosure(self) -> str:
        """Who pays for what, in words that nobody can miss (16 CFR 255.0(f))."""
        return f"This is a paid link. {self.name} pays us when a reader {self.pays_for}."


Affiliates = Mapping[str, Programme]
"""Every programme by the name that pages give it, those that are switched off among them."""


def read_affiliates(text: str) -> tuple[Affiliates, list[Problem]]:
    """The file's programmes and its faults."""
    mapping, problems = read_yaml_mapping(PATH, text, rule=RULE)
    programmes = {}
    for key in mapping.values:
        if key == "none":
            advice = (
                "Name this programme otherwise: on a page, “referral: none” means that it has no paid link"
            )
            problems.append(Problem(PATH, *mapping.place(key), RULE, advice))
            continue
        if not mapping.records[key]:
            advice = f"Write the facts of “{key}” under it: {', '.join(FACTS)}"
            problems.append(Problem(PATH, *mapping.place(key), RULE, advice))
            continue
        record = mapping.records[key][0]
        faults = list(data_problems(PATH, RULE, record, FACTS)) or list(_faults(record))
        problems += faults
        if not faults:
            programmes[key] = _programme(key, record)
    return MappingProxyType(programmes), problems


def paid_hosts(affiliates: Affiliates) -> frozenset[str]:
    """The hosts that only a referral box may link to, also of programmes that are switched off."""
    return frozenset(programme.host for programme in affiliates.values())


def is_paid(host: str, hosts: frozenset[str]) -> bool:
    """Whether a host is one of the paid ones, or belongs to the same site (example.org, go.example.org)."""
    host = host.lower().rstrip(".")
    return any(host == site or host.endswith(f".{site}") for site in map(_site, hosts))


def _site(host: str) -> str:
    return host.removeprefix("www.")


def _faults(record: YamlMapping) -> Iterator[Problem]:
    def problem(name: str, advice: str) -> Problem:
        return Problem(PATH, *record.place(name), RULE, advice)

    values = record.values
    host, parts = str(values["host"]), urlsplit(str(values["address"]))
    if not _HOST.fullmatch(host):
        yield problem(
            "host", "Write “host” in lower case without https:// and without a path, such as www.example.org"
        )
    elif parts.netloc != host:
        yield problem(
            "address", f"Let “address” lead to {host}: it is the only host that the link may lead to"
        )
    if parts.query or parts.fragment:
        advice = "Take out all from ? or # on: the link carries the partner's number and nothing else"
        yield problem("address", advice)
    partner_id, parameter = values.get("partner_id"), values.get("partner_parameter")
    if partner_id and not _PARTNER_ID.fullmatch(str(partner_id)):
        yield problem("partner_id", "Write “partner_id” in letters, digits, - and _ alone, 64 at most")
    if parameter and not _PARAMETER.fullmatch(str(parameter)):
        yield problem("partner_parameter", "Write “partner_parameter” in letters, digits, - and _ alone")
    if partner_id and not parameter:
        yield problem(
            "partner_id", "Add “partner_parameter”: without it the link cannot carry the partner's number"
        )
    yield from _wording_faults(record)
    if found := _MEDICINES.search(" ".join(_texts(record, "sells"))):
        advice = f"Take this programme out: a paid link to “{found.group()}” is not allowed on this site"
        yield problem("sells", advice)


def _wording_faults(record: YamlMapping) -> Iterator[Problem]:
    """What the words about a partner leave out, and what they promise."""
    texts = {name: _texts(record, name) for name in ("sells", "pays_for", "limits", "unpaid")}
    if _THERAPY.search(" ".join(texts["sells"])):
        for what, words in _LIMITS_OF_THERAPY.items():
            if not words.search(" ".join(texts["limits"])):
                yield Problem(PATH, *record.place("limits"), RULE, f"Say in “limits” {what}")
    for name in ("sells", "pays_for", "limits"):
        if found := _PROMISES.search(" ".join(texts[name])):
            advice = f"Take out “{found.group()}”: what is said of a partner promises nothing"
            yield Problem(PATH, *record.place(name), RULE, advice)


def _texts(record: YamlMapping, name: str) -> tuple[str, ...]:
    value = record.values.get(name)
    return tuple(map(str, value)) if isinstance(value, list) else (str(value or ""),)


def _programme(key: str, record: YamlMapping) -> Programme:
    values = record.values
    address = str(values["address"])
    partner_id = str(values.get("partner_id") or "")
    query = urlencode({str(values["partner_parameter"]): partner_id}) if partner_id else ""
    return Programme(
        key=key,
        name=str(values["name"]),
        is_on=values["status"] is True,
        link=f"{address}?{query}" if query else address,
        host=str(values["host"]),
        has_partner_id=bool(partner_id),
        sells=str(values["sells"]),
        pays_for=str(values["pays_for"]),
        since=values["since"],  # type: ignore[arg-type]  # the facts say that it is a date
        limits=_texts(record, "limits"),
        unpaid=_texts(record, "unpaid"),
        place=record.place("status"),
    )
