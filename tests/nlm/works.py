"""Builds references for the tables: in a line each, or from the cases of a file in `printed/`."""

import re
from pathlib import Path

from citewell.bibliography.reference import Name, Reference

PRINTED = Path(__file__).parent / "printed"


def names(typed=""):
    """Names as BibTeX types them: "Halpern, S. D. and {Alf-One Study Group} and van der Veen, F."."""
    return tuple(_name(each) for each in re.split(r" and (?![^{]*\})", typed)) if typed else ()


def work(kind, authors="", editors="", **fields):
    return Reference("key", kind, fields, names(authors), names(editors))


def cases(path):
    """Each case of a file: its name, the reference, the text it prints as."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("%")]
        if lines:
            named, kind, *typed, printed = lines
            fields = dict(line.split(" = ", 1) for line in typed)
            yield named.removeprefix("# "), work(kind.removeprefix("@"), **fields), printed.removeprefix("> ")


def _name(typed):
    if typed.startswith("{"):
        return Name(typed[1:-1], is_organisation=True)
    family, *others = (each.strip() for each in typed.split(","))
    particle, family = re.fullmatch(r"((?:[a-z]+ )*)(.*)", family).groups()
    given = tuple(others[-1].split()) if others else ()
    return Name(family, given, particle.strip(), "".join(others[:-1]))
