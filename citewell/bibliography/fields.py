"""The fields of an entry: which this project reads, how each is typed, and what a mistyped one is near to."""

import difflib
from collections.abc import Mapping

from citewell.bibliography.characters import excerpt
from citewell.bibliography.evidence import IDENTIFIERS, finding_number

NAMES = frozenset({"author", "editor"})
"""Lists of people and organisations."""

VERBATIM = IDENTIFIERS | {"crossref", "date"}
"""Typed letter for letter: no LaTeX but its escapes."""

RANGES = frozenset({"pages", "volume", "number", "articlenumber", "issue", "supplement", "bookdate"})
"""Where any dash between two numbers is a hyphen, so that the printed form can shorten 304-310."""

DATES = frozenset({"urldate", "accessed", "epub", "updated"})
"""Days, typed YYYY-MM-DD."""

PARTS_OF_DATE = ("year", "month", "day")

EVIDENCE: Mapping[str, str] = {
    "design": "how the work was done: case series, survey, systematic review…",
    "sample": "who and how many were studied, in one line",
    "finding": "one result: value, outcome, who was studied, which medicine; more in finding2, finding3…",
    "limits": "what the work cannot show",
    "free": "yes or no: whether the full text is free to read",
    "verified": "the identifiers that a person saw in a source",
}
"""The fields that this project adds → what each says."""

TEXTS = frozenset(
    """
    title journal shortjournal booktitle publisher institution school organization address edition series
    chapter howpublished note type language translatedtitle pubstate medium version eventtitle eventdate venue
    """.split()  # noqa: SIM905 - read as words
)

READ = NAMES | VERBATIM | RANGES | DATES | TEXTS | {*PARTS_OF_DATE} | {*EVIDENCE}
"""Every field that this project prints, checks or counts; `finding` stands for its whole series."""

ALIASES: Mapping[str, str] = {
    "journaltitle": "journal",
    "location": "address",
    "organisation": "organization",
    "eid": "articlenumber",
    "pubmed": "pmid",
    "pmc": "pmcid",
}
"""Names that BibLaTeX and others give to a field that is read here → ours."""

_MISNAMED: Mapping[str, str] = {
    "vol": "volume",
    "no": "number",
    "num": "number",
    "pp": "pages",
    "accessdate": "accessed",
    "access-date": "accessed",
    "limitation": "limits",
    "limitations": "limits",
    "journalabbreviation": "shortjournal",
    "openaccess": "free",
    "place": "address",
    "city": "address",
}

_OF_OTHER_PROGRAMS = frozenset(
    """
    abstract abstractnote affiliation annote annotation archive archiveprefix arxivid author_keywords
    bookauthor bookpagination booksubtitle callnumber category citeulike-article-id collection comment
    copyright correspondence country creationdate date-added date-modified day_of_week editortype
    entrysubtype eprint eprintclass eprinttype file folder gender groups holder id
    interhash intrahash issuetitle journalsubtitle key keyword keywords langid langidopts lccn library
    license link local-url mendeley-groups mendeley-tags mrclass mrnumber multi_contrib numpages origdate
    origlanguage owner pagetotal pagination part paper presort primaryclass priority publicationstatus
    qualityassured rating read readstatus relatedtype review reviewer rights shorthand shorttitle sortkey
    source summary subject tags timestamp titleaddon topic translator unique-id username volumes web
    xdata xref zblnumber
    """.split()  # noqa: SIM905 - read as words
)


def is_read(name: str) -> bool:
    """Whether this project reads the field of this name (in lower case)."""
    return name in READ or name in ALIASES or finding_number(name) is not None


def advice_on_unknown(name: str) -> str | None:
    """What to write instead of a field that is read by nothing here but is near to one that is.

    Returns:
        the advice; or None for a field that belongs to someone else and is kept in silence.
    """
    if name in _OF_OTHER_PROGRAMS:
        return None
    if name == "subtitle":
        return "Write the subtitle at the end of `title`, after a colon: `subtitle` is not printed"
    near = [_MISNAMED[name]] if name in _MISNAMED else difflib.get_close_matches(name, sorted(READ), 1, 0.75)
    return f"Write `{near[0]}` instead of `{excerpt(name)}`, which is not printed" if near else None
