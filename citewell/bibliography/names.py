"""The people and organisations of an `author` or `editor` field."""

import re
from collections.abc import Iterator
from typing import Any

from pybtex.database import Person
from pybtex.exceptions import PybtexError

from citewell.bibliography.characters import excerpt
from citewell.bibliography.fault import Fault
from citewell.bibliography.latex import plain
from citewell.bibliography.reference import Name
from citewell.bibliography.unicode_text import one_line

RULE = "unreadable-name"
OTHERS = Name(family="others")
"""Stands last in a list that was typed with "and others"; NLM text prints it as et al."""

_BRACE_OR_AND = re.compile(r"[{}]|(?<=\s)and(?=\s|\Z)|\Aand(?=\s)", re.IGNORECASE)
_BRACE_OR_COMMA = re.compile(r"[{},]")
_SUFFIX = re.compile(r"(?:jr|sr|esq|i{1,3}|iv|v|vi{0,3}|[0-9](?:st|nd|rd|th))\.?", re.IGNORECASE)
_FAMILY_THEN_INITIALS = re.compile(r"(?P<family>\S*[^\W\d_A-Z]\S*(?: \S+)*?) (?P<initials>[A-Z]{1,3})")
_WRONG_SEPARATOR = re.compile(r"[;&]|\bet\.? al\b", re.IGNORECASE)
_WORD_OF_ORGANISATION = re.compile(
    r"\b(?:academy|administration|agency|alliance|association|authority|bureau|centers?|centres?|collaboration|"
    r"collaborators|college|commission|committee|consortium|council|department|executive|federation|foundation|"
    r"group|hospital|institutes?|investigators|ministry|network|office|organi[sz]ation|programme|service|society|"
    r"taskforce|team|trust|union|university)\b",
    re.IGNORECASE,
)
_IN_BRACES = re.compile(r"\{[^{}]*\}")
_LONGEST = 300
_MOST_PARTS = 3
_pybtex_person: Any = Person  # pybtex has no types


def read_names(typed: str) -> tuple[tuple[Name, ...], list[Fault]]:
    """The names of a field, in their order.

    Args:
        typed: the field's text with its LaTeX: names with `and` between them, each as "Family, Given",
            "Family, Jr, Given" or "Given Family"; an organisation in braces of its own.

    Returns:
        the names (one that cannot be read is left out), and the faults.
    """
    names: list[Name] = []
    faults: list[Fault] = []
    for start, text in _split(typed):
        read, found = _read_name(text)
        faults += [Fault(fault.rule, fault.message, start + fault.offset, fault.level) for fault in found]
        if read is not None:
            names.append(read)
    return tuple(names), faults


def _split(typed: str) -> Iterator[tuple[int, str]]:
    """Each name with its offset; "and" inside braces separates nothing."""
    depth = start = 0
    for match in _BRACE_OR_AND.finditer(typed):
        if match.group() == "{":
            depth += 1
        elif match.group() == "}":
            depth -= 1
        elif depth == 0:
            yield _stripped(typed, start, match.start())
            start = match.end()
    yield _stripped(typed, start, len(typed))


def _stripped(typed: str, start: int, end: int) -> tuple[int, str]:
    text = typed[start:end]
    return start + len(text) - len(text.lstrip()), text.strip()


def _read_name(text: str) -> tuple[Name | None, list[Fault]]:
    text = one_line(text)
    if not text:
        return None, [Fault(RULE, "Take out the `and` that has no name beside it")]
    if text.lower() == "others":
        return OTHERS, []
    if _is_whole_in_braces(text):
        organisation, faults = plain(text)
        return (Name(family=organisation, is_organisation=True) if organisation else None), faults
    return _read_person(text)


def _read_person(text: str) -> tuple[Name | None, list[Fault]]:
    if len(text) > _LONGEST:
        return None, [Fault(RULE, "Write `and` between the names: this one is longer than any name")]
    parts = _comma_parts(text)
    advice = _advice_on_list(text, parts) or (_advice_on_order(text) if len(parts) == 1 else None)
    if advice:
        return None, [Fault(RULE, advice)]
    try:
        person = _pybtex_person(text)
    except PybtexError:
        return None, [Fault(RULE, f"Write the name as Family, Given: {_shown(text)}")]
    return _as_name(person, text)


def _is_whole_in_braces(text: str) -> bool:
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for match in re.finditer(r"[{}]", text):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return match.end() == len(text)
    return False


def _comma_parts(text: str) -> list[str]:
    """The text between the commas that stand outside braces."""
    depth = start = 0
    parts = []
    for match in _BRACE_OR_COMMA.finditer(text):
        if match.group() == ",":
            if depth == 0:
                parts.append(text[start : match.start()].strip())
                start = match.end()
        else:
            depth += 1 if match.group() == "{" else -1
    return [*parts, text[start:].strip()]


def _advice_on_list(text: str, parts: list[str]) -> str | None:
    """What to write where this is a list of names, or a name with a comma astray; or None."""
    if _WRONG_SEPARATOR.search(_outside_braces(text)):
        return "Write `and` between two names, and `and others` for the rest: Bell, Vaughan and others"
    if len(parts) > _MOST_PARTS or (len(parts) == _MOST_PARTS and not _SUFFIX.fullmatch(parts[1])):
        return "Write each name as Family, Given with `and` between two: Goodwin, Guy M. and Price, Jonathan"
    if not all(parts):
        return (
            f"Write the name as Family, Given, or without the comma: {_shown(' '.join(filter(None, parts)))}"
        )
    return None


def _advice_on_order(text: str) -> str | None:
    """What to write where a name without comma would be read the wrong way round, or None."""
    if match := _FAMILY_THEN_INITIALS.fullmatch(text):
        initials = " ".join(f"{initial}." for initial in match["initials"])
        return f"Write the family name first, with a comma: {_shown(match['family'])}, {initials}"
    if _WORD_OF_ORGANISATION.search(_outside_braces(text)):
        return f"Put the name of an organisation in braces of its own: {{{{{_shown(text)}}}}}"
    return None


def _outside_braces(text: str) -> str:
    return _IN_BRACES.sub("", text).replace("\\&", "&")


def _shown(text: str) -> str:
    return excerpt(plain(text)[0])


def _as_name(person: Any, text: str) -> tuple[Name | None, list[Fault]]:
    faults: list[Fault] = []

    def words(parts: list[str]) -> list[str]:
        read = []
        for part in parts:
            word, found = plain(part)
            faults.extend(Fault(fault.rule, fault.message, 0, fault.level) for fault in found)
            read.append(word)
        return [word for word in read if word]

    family = " ".join(words(person.last_names))
    if not any(character.isalnum() for character in family):
        return None, [Fault(RULE, f"Write the name as Family, Given: “{_shown(text)}” has no family name")]
    name = Name(
        family=family,
        given=tuple(words([*person.first_names, *person.middle_names])),
        particle=" ".join(words(person.prelast_names)),
        suffix=" ".join(words(person.lineage_names)),
    )
    return name, faults
