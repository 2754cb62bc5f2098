"""One entry as typed → a Reference, with the faults of its fields."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType

from citewell.bibliography import dates, evidence, fields, identifiers
from citewell.bibliography.bibfile import BibFile
from citewell.bibliography.characters import HIDDEN, excerpt, hidden_character_fault, without_hidden
from citewell.bibliography.fault import Fault, Malformed
from citewell.bibliography.keys import fault_of_key
from citewell.bibliography.kinds import kind_of, nearest_kind
from citewell.bibliography.latex import plain
from citewell.bibliography.names import read_names
from citewell.bibliography.reference import Finding, Name, Reference
from citewell.bibliography.syntax.raw import RawEntry, RawField
from citewell.bibliography.unicode_text import one_line
from citewell.bibliography.verbatim import verbatim
from citewell.problem import Problem

_MOST_HIDDEN = 10
_RANGE_DASHES = "\u2010\u2011\u2012\u2013\u2014"


@dataclass
class ReadEntry:
    """A Reference on its way, with what is needed to judge it beside the others.

    Args:
        reference: as far as it can be read.
        raw: its entry as typed.
        file: where it stands.
        present: the names of its fields, those left out for a fault as well.
        has_known_type: whether it can be said what the entry must have.
        problems: of this entry alone.
    """

    reference: Reference
    raw: RawEntry
    file: BibFile
    present: set[str]
    has_known_type: bool
    problems: list[Problem]


def read_entry(raw: RawEntry, file: BibFile) -> ReadEntry:
    """Read every field of an entry; one that is malformed is reported and left out."""
    reading = _EntryReading(file)
    for typed in _dates_split(raw.fields):
        reading.take(typed)
    kind = kind_of(raw.entry_type, reading.texts.get("type", ""))
    if kind is None:
        reading.report(_unknown_type(raw.entry_type), raw.at)
    if fault := fault_of_key(raw.key, raw.entry_type):
        reading.report(fault, raw.key_at)
    reading.check_day()
    reading.check_verified()
    reference = Reference(
        key=raw.key,
        kind=kind or nearest_kind(raw.entry_type) or "misc",
        fields=MappingProxyType(reading.texts),
        authors=reading.names.get("author", ()),
        editors=reading.names.get("editor", ()),
        findings=tuple(finding for _, finding in sorted(reading.findings, key=lambda pair: pair[0])),
        verified=tuple(name for name in reading.verified if name in reading.seen),
        path=file.path,
        line=file.place(raw.at)[0],
        places=MappingProxyType({name: file.place(typed.name_at) for name, typed in reading.seen.items()}),
    )
    return ReadEntry(reference, raw, file, set(reading.seen), kind is not None, reading.problems)


def _unknown_type(entry_type: str) -> Fault:
    near = nearest_kind(entry_type)
    advice = (
        f"Write @{near}" if near else "Write one of the types of docs/editors/references.md, such as @misc,"
    )
    return Fault("unknown-entry-type", f"{advice} instead of @{excerpt(entry_type)}, which is not known")


def _dates_split(typed: list[RawField]) -> Iterator[RawField]:
    """The fields, with BibLaTeX's `date` taken apart where the entry has no `year`."""
    has_year = any(raw.name == "year" for raw in typed)
    for raw in typed:
        parts = (
            dates.split_date(verbatim(raw.value)) if raw.name == "date" and not has_year else Malformed("")
        )
        if isinstance(parts, Malformed):
            yield raw
        else:
            for name, value in parts.items():
                yield raw._replace(name=name, value=value, is_in_one_piece=False)


@dataclass
class _EntryReading:
    """The fields of one entry, taken one by one."""

    file: BibFile
    texts: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    findings: list[tuple[int, Finding]] = field(default_factory=list)
    verified: tuple[str, ...] = ()
    seen: dict[str, RawField] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(self, fault: Fault, start: int) -> None:
        self.problems.append(self.file.problem(fault, start))

    def _report_in(self, typed: RawField, fault: Fault) -> None:
        """Report a fault at its character, or at the value's beginning where no more is known.

        Where the syntax of the field is at fault already, its text may be cut short: nothing is said of it.
        """
        if typed.is_broken:
            return
        offset = fault.offset if typed.is_in_one_piece else 0
        self.report(Fault(fault.rule, fault.message, offset, fault.level), typed.value_at)

    def take(self, typed: RawField) -> None:
        name = fields.ALIASES.get(typed.name, typed.name)
        if not (typed.value.strip() or typed.is_broken):
            return
        if name in self.seen:
            self._report_duplicate(typed, name)
            return
        self.seen[name] = typed
        if not fields.is_read(name):
            self._take_unknown(typed, name)
            return
        if HIDDEN.search(typed.value):
            for hidden in islice(HIDDEN.finditer(typed.value), _MOST_HIDDEN):
                self._report_in(typed, hidden_character_fault(hidden.group(), hidden.start()))
            typed = typed._replace(value=without_hidden(typed.value), is_in_one_piece=False)
        if name in fields.NAMES:
            self._take_names(typed, name)
        elif name in _CANONICAL:
            self._take_canonical(typed, name)
        elif name in fields.VERBATIM:
            self.texts[name] = verbatim(typed.value)
        else:
            self._take_text(typed, name)

    def _report_duplicate(self, typed: RawField, name: str) -> None:
        line, _ = self.file.place(self.seen[name].name_at)
        also = f" (`{typed.name}` is another name for it)" if typed.name != self.seen[name].name else ""
        self.report(
            Fault("duplicate-field", f"Keep one `{name}`: line {line} has it already{also}"), typed.name_at
        )

    def _take_unknown(self, typed: RawField, name: str) -> None:
        if advice := fields.advice_on_unknown(name):
            self.report(Fault("unknown-field", advice, level="warning"), typed.name_at)
        text, faults = plain(typed.value)
        self.texts[name] = without_hidden(one_line(typed.value) if faults else text)

    def _take_names(self, typed: RawField, name: str) -> None:
        self.names[name], faults = read_names(typed.value)
        for fault in faults:
            self._report_in(typed, fault)

    def _take_canonical(self, typed: RawField, name: str) -> None:
        canonical = _CANONICAL[name](verbatim(one_line(typed.value)))
        if isinstance(canonical, Malformed):
            self._report_in(typed, Fault(f"malformed-{name}", canonical.advice))
        else:
            self.texts[name] = canonical
        if name == "verified" and not isinstance(canonical, Malformed):
            self.verified = tuple(canonical.split(", "))

    def _take_text(self, typed: RawField, name: str) -> None:
        text, faults = plain(typed.value)
        for fault in faults:
            self._report_in(typed, fault)
        if name in fields.RANGES:
            text = _with_hyphens(text)
        self.texts[name] = text
        number = evidence.finding_number(name)
        if number is not None:
            finding, faults = evidence.read_finding(text)
            for fault in faults:
                self._report_in(typed, fault)
            if finding:
                self.findings.append((number, finding))

    def check_day(self) -> None:
        day, month, year = (self.texts.get(name, "") for name in ("day", "month", "year"))
        if not day:
            return
        if not month:
            if "month" not in self.seen:
                self._report_in(
                    self.seen["day"], Fault("malformed-day", "Add the month: a day alone is not printed")
                )
        elif not dates.is_real_day(year, month, day):
            self._report_in(
                self.seen["day"], Fault("malformed-day", f"Correct the day: {month} {year} has no {day}")
            )

    def check_verified(self) -> None:
        for name in self.verified:
            if name not in self.seen:
                advice = f"Add the field {name}, or take {name} out of `verified`: the entry has none"
                self._report_in(self.seen["verified"], Fault("malformed-verified", advice))


def _with_hyphens(text: str) -> str:
    for dash in _RANGE_DASHES:
        text = text.replace(dash, "-")
    return text.replace(" - ", "-")


_CANONICAL: Mapping[str, Callable[[str], str | Malformed]] = {
    **identifiers.IDENTIFIERS,
    **dict.fromkeys(fields.DATES, dates.canonical_date),
    "year": dates.canonical_year,
    "month": dates.canonical_month,
    "day": dates.canonical_day,
    "date": dates.canonical_partial_date,
    "free": evidence.canonical_free,
    "verified": evidence.canonical_verified,
}
