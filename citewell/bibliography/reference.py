"""What a bibliography holds once it is read: frozen, plain Unicode, ready to print."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from citewell.cache.canonical import fingerprint


@dataclass(frozen=True)
class Name:
    """A person, or an organisation when only `family` is set and `is_organisation` is true.

    Args:
        family: the surname, or the organisation's whole name.
        given: given names and initials in order, as typed: ("Vaughan",) or ("J.", "C.").
        particle: "van der", "De": printed before the surname.
        suffix: "Jr", "3rd": printed after the initials.
        is_organisation: the name was typed in double braces, as one whole.
    """

    family: str
    given: tuple[str, ...] = ()
    particle: str = ""
    suffix: str = ""
    is_organisation: bool = False


@dataclass(frozen=True)
class Finding:
    """One result of a work, as an editor typed it in a `finding` field.

    Args:
        value: the number or the words of the result: "46% (310 of 669)".
        outcome: what was measured: "emotional blunting".
        who: who was studied: "people with depression on treatment".
        medicine: which medicine it speaks of: "any antidepressant".
    """

    value: str
    outcome: str
    who: str
    medicine: str


@dataclass(frozen=True)
class Reference:
    """One work of the bibliography.

    Args:
        key: as typed in the file.
        kind: the entry type in lower case: "article", "book", "incollection"…
        fields: every field but the names, in plain Unicode, under lower-case names. Identifiers stand
            here in their canonical form (`doi` without a resolver, `pmcid` with its "PMC").
        authors: in printed order; empty where the work names none.
        editors: in printed order.
        findings: of the fields `finding`, `finding2`, `finding3`…, in that order.
        verified: the identifiers (field names) that a person saw in a source.
        path: of the file it stands in.
        line: where its entry begins, counted from 1.
        places: line and column of each field's name.
    """

    key: str
    kind: str
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    findings: tuple[Finding, ...] = ()
    verified: tuple[str, ...] = ()
    path: str = ""
    line: int = 1
    places: Mapping[str, tuple[int, int]] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )

    @cached_property
    def fingerprint(self) -> str:
        """What tells the work from all others, wherever in whatever file it stands."""
        return fingerprint(replace(self, path="", line=1, places={}))

    def __getstate__(self) -> dict[str, Any]:
        """Itself as it is kept for another process: a view of a mapping cannot be sent to one."""
        return {**vars(self), "fields": dict(self.fields), "places": dict(self.places)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Itself as it was kept."""
        views = {name: MappingProxyType(state[name]) for name in ("fields", "places")}
        vars(self).update(state | views)

    def place(self, name: str) -> tuple[int, int]:
        """Line and column of a field, or of the entry where it has no such field of its own."""
        return self.places.get(name, (self.line, 1))

    def get(self, name: str) -> str:
        """The field's text, or an empty text where it is not set."""
        return self.fields.get(name, "")


@dataclass(frozen=True)
class Library:
    """All references, in the order of the files, found by key without regard to case."""

    references: tuple[Reference, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """What tells these references from all others, and where they stand."""
        return fingerprint(self.references)

    @cached_property
    def _by_key(self) -> Mapping[str, Reference]:
        return {reference.key.casefold(): reference for reference in self.references}

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references)

    def __len__(self) -> int:
        return len(self.references)

    def get(self, key: str) -> Reference | None:
        """The reference with this key, or None."""
        return self._by_key.get(key.casefold())

    def nearest(self, key: str) -> str | None:
        """The existing key most like a mistyped one, or None where none is near."""
        near = difflib.get_close_matches(key.casefold(), self._by_key, n=1, cutoff=0.6)
        return self._by_key[near[0]].key if near else None
