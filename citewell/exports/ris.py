"""A reference as a record of RIS, in UTF-8.

Tags and types are those of the specification of 2011 ("RIS Format Specification", with a table of tags for
each type); where that has no editor for a type, `ED` of the specification of 2001.
"""

import re
from collections.abc import Iterator

from citewell.bibliography.names import OTHERS
from citewell.bibliography.reference import Name, Reference
from citewell.exports.dates import When, issued, on_day
from citewell.exports.works import (
    ET_AL,
    Fields,
    clean_line,
    fields_of,
    genre_of,
    kind_of,
    publisher_of,
    volume_and_issue,
)
from citewell.nlm.punctuation import hyphenated

Tags = Iterator[tuple[str, str]]

_TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "booklet": "PAMP",
    "dataset": "DATA",
    "guideline": "RPRT",
    "inbook": "CHAP",
    "incollection": "CHAP",
    "inproceedings": "CPAPER",
    "manual": "RPRT",
    "mastersthesis": "THES",
    "misc": "GEN",
    "online": "ELEC",
    "phdthesis": "THES",
    "proceedings": "CONF",
    "techreport": "RPRT",
    "unpublished": "UNPB",
}
_EDITOR = {"BOOK": "A3", "CHAP": "A2", "CONF": "A2", "CPAPER": "A2"}
_SERIES = {"BOOK": "T2", "ELEC": "T2", "RPRT": "T2", "UNPB": "T2"}
_NUMBER = {"JOUR": "IS", "RPRT": "SN", "CHAP": "SV"}
_SAME_FOR_ALL = {
    "chapter": "SE",
    "language": "LA",
    "doi": "DO",
    "pmid": "AN",
    "translatedtitle": "TT",
}
_PAGES = re.compile(r"([\w.]+)-([\w.]+)")


def as_ris(reference: Reference) -> str:
    """One record, a tag a line, each line closed by CR and LF as the specification asks.

    A value is one line whatever was typed, so that nothing in it can begin a tag or end the record.
    """
    fields, kind = fields_of(reference), kind_of(reference)
    ris_type = _TYPES.get(kind, "GEN")
    lines = [("TY", ris_type), ("ID", clean_line(reference.key))]
    lines += [("AU", _name(name)) for name in reference.authors]
    lines += [(_EDITOR.get(ris_type, "ED"), _name(name)) for name in reference.editors]
    lines.append(("TI", fields.get("title", "")))
    lines += _host(ris_type, fields)
    lines += _dates(fields)
    lines += _numbers(ris_type, fields)
    lines.append(("PB", publisher_of(kind, fields)))
    lines.append(("ET", fields.get("edition") or fields.get("version", "")))
    if ris_type != "JOUR":
        lines.append(("M3", genre_of(kind, fields)))
    lines += [(tag, fields[name]) for name, tag in _SAME_FOR_ALL.items() if name in fields]
    lines += _found_at(ris_type, fields)
    lines += [("N1", fields.get("howpublished", "")), ("N1", fields.get("note", "")), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value or tag == "ER")


def _host(ris_type: str, fields: Fields) -> Tags:
    """What it stands in: journal, book, conference, series."""
    if ris_type == "JOUR":
        yield "T2", fields.get("journal", "")
        yield "J2", fields.get("shortjournal", "")
    elif ris_type in {"CPAPER", "CONF"}:
        yield "T2", fields.get("eventtitle") or fields.get("booktitle", "")
        yield "C3", fields.get("booktitle", "")
        yield "CY", fields.get("venue", "")
        yield "C1", fields.get("address", "")
    else:
        yield "T2", fields.get("booktitle", "")
        yield "CY", fields.get("address", "")
    yield _SERIES.get(ris_type, "T3"), fields.get("series", "")


def _dates(fields: Fields) -> Tags:
    """`PY` is the year, `DA` the whole date; a web page without one has the day of its last change."""
    when = issued(fields) or on_day(fields.get("updated", ""))
    if when:
        yield "PY", str(when.year)
        if when.months or when.words:
            yield "DA", _date(when)
    read_on = on_day(fields.get("urldate", ""))
    if read_on:
        yield "Y2", _date(read_on)


def _date(when: When) -> str:
    """`2017/10/15`, `2013/12`, `2020///Nov-Dec`: the fourth part is for what is no number."""
    if when.words:
        return f"{when.year}///{when.words}"
    day = f"/{when.day:02}" if when.day else ""
    return f"{when.year}/{when.months[0]:02}{day}"


def _numbers(ris_type: str, fields: Fields) -> Tags:
    volume, issue = volume_and_issue(fields)
    standard_number = fields.get("issn" if ris_type == "JOUR" else "isbn", "")
    tag = _NUMBER.get(ris_type, "M1")
    yield "VL", volume
    yield "M1" if tag == "SN" and standard_number else tag, issue
    yield "SN", standard_number
    number, pages = fields.get("articlenumber", ""), hyphenated(fields.get("pages", ""))
    yield "C7", number
    ends = _PAGES.fullmatch(pages)
    if ends:
        yield "SP", ends[1]
        yield "EP", ends[2]
    else:
        yield "SP", pages or number


def _found_at(ris_type: str, fields: Fields) -> Tags:
    if "pmid" in fields:
        yield "DB", "PubMed"
    if pmcid := fields.get("pmcid"):
        yield ("C2", pmcid) if ris_type == "JOUR" else ("N1", f"PMCID: {pmcid}")
    # A semicolon parts two addresses (specification of 2001, tag UR).
    yield "UR", fields.get("url", "").replace(";", "%3B")


def _name(name: Name) -> str:
    """`van der Veen, Frederik M.`, `DeVita, Vincent T., Jr`; `Scottish Government,`.

    The comma behind an organisation says that it is a surname as a whole: EndNote takes the last word of a
    name without comma for the surname.
    """
    if name == OTHERS:
        return f"{ET_AL},"
    surname = clean_line(f"{name.particle} {name.family}")
    given, suffix = clean_line(" ".join(name.given)), clean_line(name.suffix)
    return f"{surname}, {given}, {suffix}" if suffix else f"{surname}, {given}".rstrip()
