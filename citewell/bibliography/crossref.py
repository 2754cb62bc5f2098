"""BibTeX's `crossref`: a chapter takes from its book what it does not say itself."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from citewell.bibliography.characters import excerpt
from citewell.bibliography.entry import ReadEntry
from citewell.bibliography.fault import Fault

_INHERITED = frozenset(
    """
    booktitle publisher institution organization school address year month bookdate edition series volume
    number isbn issn journal shortjournal medium language howpublished
    """.split()  # noqa: SIM905 - read as words
)
_PARTS_OF_BOOKS = frozenset({"inbook", "incollection", "inproceedings"})


def inherit(entries: Iterable[ReadEntry]) -> None:
    """Fill in what each entry's `crossref` gives it; one step, as in BibTeX.

    A chapter without `booktitle` takes the `title` of its book, as in BibLaTeX. What belongs to the book
    alone (its identifiers but the ISBN, its findings) is not passed on.
    """
    entries = list(entries)
    by_key = {entry.reference.key.casefold(): entry for entry in reversed(entries)}
    own = [(entry, entry.reference.get("crossref")) for entry in entries if entry.reference.get("crossref")]
    given = [(entry, by_key.get(key.casefold()), key) for entry, key in own]
    for entry, parent, key in given:
        if parent is None or parent is entry:
            typed = next(typed for typed in entry.raw.fields if typed.name == "crossref")
            fault = Fault("unknown-crossref", f"Correct crossref: no other entry has the key {excerpt(key)}")
            entry.problems.append(entry.file.problem(fault, typed.value_at))
        else:
            _inherit_from(parent, entry)


def _inherit_from(parent: ReadEntry, child: ReadEntry) -> None:
    texts = dict(parent.reference.fields)
    if child.reference.kind in _PARTS_OF_BOOKS and "title" in texts:
        texts.setdefault("booktitle", texts["title"])
    gained = {name: texts[name] for name in texts if name in _INHERITED and name not in child.present}
    child.reference = replace(
        child.reference,
        fields=MappingProxyType({**child.reference.fields, **gained}),
        editors=child.reference.editors if "editor" in child.present else parent.reference.editors,
    )
    child.present |= gained.keys()
