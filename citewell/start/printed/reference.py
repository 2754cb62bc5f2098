"""A printed reference → an entry for references.bib, and what of its words the entry does not hold."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from citewell.bibliography.characters import without_hidden
from citewell.bibliography.kinds import REQUIRED
from citewell.bibliography.reference import Name, Reference
from citewell.bibliography.unicode_text import composed
from citewell.start.printed.identifiers import identified
from citewell.start.printed.kinds import Described, described

_WORD = re.compile(r"[^\W_]+")
_SAID_BY_THE_FORM = frozenset(
    """
    accessed al and at available chapter cited date doi ed edition editor editors eds epub et from in internet
    no online p page pages pmid pmcid pp published pubmed retrieved unknown place publisher updated url vol
    """.split()  # noqa: SIM905 - read as words
)


@dataclass(frozen=True)
class PrintedReference:
    """What a line of a printed list says of a work.

    Args:
        reference: with an empty key.
        is_understood: false where the line is in no known form, and stands whole in the title.
        lost: words of the line that no field holds, in their order.
    """

    reference: Reference
    is_understood: bool
    lost: tuple[str, ...] = ()


def read_printed_reference(line: str, addresses: Iterable[str] = ()) -> PrintedReference:
    """Read a line of a printed list, in the style of NLM (Vancouver) or of the AMA.

    Args:
        line: without its number.
        addresses: of the links in it.
    """
    text = composed(without_hidden(line))
    found = identified(text, addresses)
    work = described(found.text, found.fields)
    if work and not _is_complete(work, found.fields):
        work = None
    if work is None:
        title = found.text.rstrip(". ") or text
        whole = Reference("", "misc", MappingProxyType({"title": title, **found.fields}))
        return PrintedReference(whole, is_understood=False)
    fields = {**work.fields, **found.fields}
    reference = Reference("", work.kind, MappingProxyType(fields), authors=work.authors, editors=work.editors)
    return PrintedReference(reference, is_understood=True, lost=_lost(found.text, reference))


def _is_complete(work: Described, found_by: Mapping[str, str]) -> bool:
    """Whether it has what references.bib asks of its kind."""
    present = {*work.fields, *found_by, *(["author"] if work.authors else [])}
    return all(not present.isdisjoint(alternatives) for alternatives in REQUIRED[work.kind])


def _lost(text: str, reference: Reference) -> tuple[str, ...]:
    held = {word for value in reference.fields.values() for word in _words(value)}
    for name in (*reference.authors, *reference.editors):
        held |= {word for part in _parts(name) for word in _words(part)}
        held.add("".join(letter for given in name.given for letter in _words(given)))
    digits = "".join(reference.fields.values())
    return tuple(
        word
        for word in _WORD.findall(text)
        if word.casefold() not in held
        and word.casefold() not in _SAID_BY_THE_FORM
        and not (word.isdecimal() and word in digits)
        and word.casefold() not in digits.casefold()
    )


def _parts(name: Name) -> tuple[str, ...]:
    return (name.family, name.particle, name.suffix, *name.given)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
