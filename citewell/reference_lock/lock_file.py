"""The lock as a file: JSON that a person can read in a pull request, the same bytes for the same answers."""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from citewell.bibliography.characters import excerpt, without_hidden
from citewell.bibliography.unicode_text import one_line
from citewell.problem import Problem
from citewell.reference_lock.lock import DATABASES, SAID, Answered, ReferenceLock
from citewell.reference_lock.notice import KINDS, Notice

FILE = "references.lock.json"
RULE = "reference-lock"
_FORMAT = 1
_WRITTEN_BY = "citewell references verify"
_LONGEST = 2_000
_EARLIEST = dt.date(1850, 1, 1)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ADDRESS = re.compile(r"https://(?:doi\.org/10\.|pubmed\.ncbi\.nlm\.nih\.gov/)[!#-;=?-\[\]_a-z~]+")
"""What answers are turned into, percent-encoded: a link that is typed into the lock is none of theirs."""

_OTHERWISE = ("instead", "agency")


class _UnreadableError(Exception):
    """A value is not what it has to be; the message says which."""


def as_json(lock: ReferenceLock) -> str:
    """The file of a lock."""
    works = {
        key: [_as_values(answer) for answer in answers]
        for key, answers in sorted(lock.works.items())
        if answers
    }
    values = {"format": _FORMAT, "written_by": _WRITTEN_BY, "works": works}
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def read_lock(text: str, path: str = FILE) -> tuple[ReferenceLock, list[Problem]]:
    """The lock of a file, and what is wrong with the file. One that cannot be read holds no answers.

    Args:
        text: of the file.
        path: of it, for the problems.
    """
    try:
        values = json.loads(text, object_pairs_hook=_Pairs)
    except json.JSONDecodeError as error:
        return ReferenceLock(), [_problem(path, error.lineno, error.colno, "this is no JSON")]
    except (ValueError, RecursionError):  # a number without end, or brackets without end
        return ReferenceLock(), [_problem(path, 1, 1, "this is no JSON that can be read")]
    named = values.get("format") if isinstance(values, dict) else None
    entries = values.get("works") if isinstance(values, dict) else None
    if isinstance(named, bool) or named != _FORMAT or not isinstance(entries, _Pairs):
        return ReferenceLock(), [_problem(path, 1, 1, f"it is not of the format {_FORMAT}")]
    works: dict[str, tuple[Answered, ...]] = {}
    problems = []
    for key, answers in entries.items():
        try:
            if key in entries.twice:
                raise _UnreadableError("it stands there twice")  # noqa: TRY301 (as what is wrong in it)
            works[key] = tuple(_answers(answers))
        except _UnreadableError as error:
            problems.append(_problem(path, _line_of(text, key), 1, f"{excerpt(key)}: {error}"))
    return ReferenceLock(MappingProxyType(works)), problems


class _Pairs(dict[str, Any]):
    """An object, and which of its names stand twice: of two answers none may win in silence."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counted = Counter(name for name, _ in pairs)
        self.twice = {name for name, number in counted.items() if number > 1}


def _as_values(answer: Answered) -> dict[str, Any]:
    values: dict[str, Any] = {
        "database": answer.database,
        "asked": answer.asked,
        "on": answer.on.isoformat(),
        "found": answer.found,
    }
    values |= {name: value for name in _OTHERWISE if (value := getattr(answer, name))}
    if answer.said:
        values["said"] = {name: answer.said[name] for name in SAID if answer.said.get(name)}
    if answer.notices:
        values["notices"] = [
            {
                "kind": notice.kind,
                "label": notice.label,
                "date": notice.date.isoformat() if notice.date else None,
                "address": notice.address,
            }
            for notice in answer.notices
        ]
    return values


def _answers(values: object) -> Iterator[Answered]:
    for value in _list(values, "the answers"):
        database = _text(value, "database")
        if database not in DATABASES:
            raise _UnreadableError(f"no database “{excerpt(database)}” is known")
        said = value.get("said", {})
        if not isinstance(said, dict):
            raise _UnreadableError("“said” holds no facts")
        if "effective" in said:
            _date(said["effective"])
        yield Answered(
            database,
            _text(value, "asked"),
            _date(value.get("on")),
            _truth(value.get("found")),
            MappingProxyType({name: _text(said, name) for name in SAID if name in said}),
            tuple(_notices(value.get("notices", []), DATABASES[database])),
            *(_text(value, name) if name in value else "" for name in _OTHERWISE),
        )


def _notices(values: object, told_by: str) -> Iterator[Notice]:
    for value in _list(values, "the notices"):
        kind, address = _text(value, "kind"), _text(value, "address")
        if kind not in KINDS:
            raise _UnreadableError(f"no notice “{excerpt(kind)}” is known")
        if address and not _ADDRESS.fullmatch(address):
            raise _UnreadableError("the address of a notice is none of doi.org or PubMed")
        label, date = _text(value, "label"), value.get("date")
        if not label:
            raise _UnreadableError("a notice has no label")
        yield Notice(kind, label, None if date is None else _date(date), address, (told_by,))


def _list(values: object, what: str) -> list[Mapping[str, Any]]:
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise _UnreadableError(f"{what} are no list")
    return values


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise _UnreadableError(f"“{name}” is no text")
    return without_hidden(one_line(value))


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise _UnreadableError("“found” is neither true nor false")
    return value


def _date(value: object) -> dt.date:
    typed = value if isinstance(value, str) and _DATE.fullmatch(value) else ""
    try:
        date = dt.date.fromisoformat(typed)
    except ValueError:
        raise _UnreadableError("a date is not written as 2027-08-31") from None
    if date < _EARLIEST:
        raise _UnreadableError(f"nothing is known of the year {date.year}")
    return date


def _line_of(text: str, key: str) -> int:
    at = text.find(f"{json.dumps(key, ensure_ascii=False)}:")
    return text.count("\n", 0, max(at, 0)) + 1


def _problem(path: str, line: int, column: int, what: str) -> Problem:
    advice = (
        f"Take this file back from git, or delete it and run `{_WRITTEN_BY}`, which writes it anew: {what}"
    )
    return Problem(path, line, column, RULE, advice)
