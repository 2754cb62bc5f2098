"""Whom to call now: docs/_data/crisis.yml, the only place where a crisis number is written."""

import datetime as dt
import re
from dataclasses import dataclass

from citewell.facts import Fact, data_problems
from citewell.problem import Problem
from citewell.yaml_mapping import read_yaml_mapping

PATH = "docs/_data/crisis.yml"
RULE = "crisis-contacts"
_NUMBER = re.compile(r"\+?[0-9][0-9 ()-]*")
_SEEN = {
    "seen": Fact("the day on which somebody saw the number in an official source", "date", required=True),
    "seen_in": Fact("that source, as it is to be printed", required=True),
    "called": Fact("the day on which somebody called the number, if anybody did", "date"),
}
FILE = {
    "emergency": Fact("the emergency numbers, one entry a country", "records", required=True),
    "helplines": Fact("the helplines, one entry a line", "records", required=True),
}
EMERGENCY_FACTS = {
    "region": Fact("the country", required=True),
    "numbers": Fact("the numbers to call, in quotation marks", "texts", required=True),
    **_SEEN,
}
HELPLINE_FACTS = {
    "region": Fact("the countries it serves", required=True),
    "region_short": Fact("the countries in two or three letters, for the strip on every page"),
    "name": Fact("the helpline's name", required=True),
    "call": Fact("the number to call, grouped as people read it"),
    "text": Fact("the number to send a text message to"),
    "address": Fact("its address on the web", "address"),
    "hours": Fact("when it answers and what it costs"),
    **_SEEN,
}


@dataclass(frozen=True)
class Emergency:
    """A country's emergency numbers, and when and where they were seen."""

    region: str
    numbers: tuple[str, ...]
    seen: dt.date
    seen_in: str
    called: dt.date | None = None


@dataclass(frozen=True)
class Helpline:
    """A line to talk to in a crisis. Empty texts stand for ways that it does not offer."""

    region: str
    name: str
    seen: dt.date
    seen_in: str
    region_short: str = ""
    call: str = ""
    text: str = ""
    address: str = ""
    hours: str = ""
    called: dt.date | None = None


@dataclass(frozen=True)
class CrisisContacts:
    """All numbers, in the order of the file."""

    emergency: tuple[Emergency, ...] = ()
    helplines: tuple[Helpline, ...] = ()


def dialled(number: str) -> str:
    """A number as a `tel:` address holds it: digits, and a plus sign before them."""
    return re.sub(r"[^0-9+]", "", number)


def read_crisis_contacts(text: str) -> tuple[CrisisContacts, list[Problem]]:
    """The file's contacts and its faults."""
    mapping, problems = read_yaml_mapping(PATH, text, rule=RULE)
    if problems and not mapping.values:  # it cannot be read, so nothing else is said of it
        return CrisisContacts(), problems
    problems += data_problems(PATH, RULE, mapping, FILE)
    emergency, helplines = [], []
    for record in mapping.records.get("emergency", ()):
        faults = list(data_problems(PATH, RULE, record, EMERGENCY_FACTS))
        numbers = record.values.get("numbers")
        if not faults and isinstance(numbers, list) and not all(map(_NUMBER.fullmatch, numbers)):
            advice = "Write “numbers” as phone numbers, in quotation marks"
            faults.append(Problem(PATH, *record.place("numbers"), RULE, advice))
        if not faults:
            values = {**record.values, "numbers": tuple(record.values["numbers"])}  # type: ignore[arg-type]
            emergency.append(Emergency(**values))  # type: ignore[arg-type]
        problems += faults
    for record in mapping.records.get("helplines", ()):
        faults = list(data_problems(PATH, RULE, record, HELPLINE_FACTS))
        values = {name: value for name, value in record.values.items() if value is not None}
        line, column = record.place("name")
        if not any(values.get(way) for way in ("call", "text", "address")):
            advice = "Add a way to reach this helpline: call, text or address"
            faults.append(Problem(PATH, line, column, RULE, advice))
        for way in ("call", "text"):
            if not faults and values.get(way) and not _NUMBER.fullmatch(str(values[way])):
                line, column = record.place(way)
                faults.append(Problem(PATH, line, column, RULE, f"Write “{way}” as a phone number"))
        problems += faults
        if not faults:
            helplines.append(Helpline(**values))  # type: ignore[arg-type]
    return CrisisContacts(tuple(emergency), tuple(helplines)), problems
