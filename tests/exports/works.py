# ruff: noqa: RUF001 - the characters themselves are the data
"""The works that every export is tried with: the site's own, one of each main kind, odd and hostile ones."""

from pathlib import Path

import pytest

from citewell.bibliography.bibtex import read_bib_files
from citewell.bibliography.names import OTHERS
from citewell.bibliography.reference import Name, Reference

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def works_of(path):
    library, problems = read_bib_files([path], ROOT)
    assert [problem for problem in problems if problem.level == "error"] == []
    return tuple(library)


OWN = works_of(ROOT / "references.bib")
SAMPLES = works_of(HERE / "samples.bib")


def expected(name):
    """The file that holds the exports of `samples.bib`, in the same order."""
    return (HERE / name).read_text(encoding="utf-8")


def samples_with(exports):
    return [pytest.param(work, export, id=work.key) for work, export in zip(SAMPLES, exports, strict=True)]


HOSTILE_TEXTS = {
    "quotes": """He said "why?" and 'no', ``so'', `then' and ''there''""",
    "braces": "a {b} {{c}} d",
    "open-brace": "a { b",
    "closing-brace": "a } b",
    "braces-astray": "} a {",
    "backslashes": "\\alpha \\\\ \\input{/etc/passwd} \\",
    "latex-signs": "5% of $10 & #1_a ~ x^2 < 3 > 2 | 4",
    "dashes": "a -- b --- c – d — e",
    "end-of-record": "a\nER  - \nTY  - JOUR\nTI  - b",
    "end-of-entry": "a},\n}\n@article{b, title = {c}",
    "comment": "@comment{a} % b",
    "html": "<script>alert('1')</script> &amp; <i>b</i>",
    "control-characters": "a\x00b\x1b[31m c\x85d\u2028e",
    "invisible": "a\u200bb\u202ec\ufeffd",
    "blanks": " a \t b\r\nc\u00a0d\u3000e ",
    "other-scripts": "Ψυχή психика 心 🙂 ﬁ ₂ İ",
    "names-astray": "a and b, c; d et al.",
    "json": '{"a": [1, null]} \\u0041 \\n',
}
"""What a field may hold at its worst."""

CLEAN = {
    "end-of-record": "a ER - TY - JOUR TI - b",
    "end-of-entry": "a}, } @article{b, title = {c}",
    "control-characters": "ab[31m c d e",
    "invisible": "abcd",
    "blanks": "a b c d e",
}
"""What is left of a text on its one line, where that is not the text itself."""

_TEXT_FIELDS = """
    title journal shortjournal booktitle publisher address edition series chapter howpublished note type
    language translatedtitle pubstate medium version eventtitle venue
    """.split()  # noqa: SIM905 - read as words


def clean(name):
    return CLEAN.get(name, " ".join(HOSTILE_TEXTS[name].split()))


def hostile_work(name, kind="article"):
    text = HOSTILE_TEXTS[name]
    fields = {
        **dict.fromkeys(_TEXT_FIELDS, text),
        "year": "2020",
        "url": "https://example.org/a;b?c=%20&d=_#e~f",
    }
    return Reference(name, kind, fields, (Name(text, is_organisation=True), Name("Doe", ("A.",))))


HOSTILE = tuple(hostile_work(name) for name in HOSTILE_TEXTS)

ODD_NAMES = (
    Name("Veen", ("Frederik", "M."), "van der"),
    Name("De Bodinat", ("C.",)),
    Name("DeVita", ("Vincent", "T."), suffix="Jr"),
    Name("King", suffix="3rd"),
    Name("de la Cruz", ("María",)),
    Name("García y Vega", ("Ana",)),
    Name("Plato of Athens"),
    Name("Madonna"),
    Name("And", ("Metin",)),
    Name("O'Brien-Smith", ("Jean-Paul", "J.-P.")),
    Name("'t Hooft", ("G.",)),
    Name("Hooft", ("G.",), "'t"),
    Name("Smith, Jones", ("A;B",)),
    Name("Çökmüş", ("F.", "P.")),
    Name("Rock and Roll Society", is_organisation=True),
    Name("Smith & Co.", is_organisation=True),
    Name("World Health Organization, Geneva", is_organisation=True),
    OTHERS,
)
"""People and organisations whose names a format could part in the wrong place."""

ODD = (
    Reference("names", "misc", {"title": "Names"}, ODD_NAMES, ODD_NAMES[:3]),
    Reference("nothing", "book"),
    Reference("title-alone", "unpublished", {"title": "A title"}),
    Reference(
        "no-journal-name", "article", {"title": "T", "shortjournal": "J Affect Disord", "year": "2017"}
    ),
    Reference(
        "article-number", "article", {"title": "T", "journal": "J", "year": "2017", "articlenumber": "17"}
    ),
    Reference(
        "number-and-pages", "article", {"journal": "J", "year": "2017", "articlenumber": "17", "pages": "1-9"}
    ),
    Reference("online-first", "article", {"title": "T", "journal": "J", "epub": "2014-12-10"}),
    Reference(
        "issue", "article", {"title": "T", "journal": "J", "year": "2009", "issue": "12", "supplement": "7"}
    ),
    Reference("season", "article", {"title": "T", "journal": "J", "year": "2009", "month": "Spring"}),
    Reference("two-months", "article", {"title": "T", "journal": "J", "year": "2009", "month": "Nov-Dec"}),
    Reference("turn-of-year", "article", {"title": "T", "journal": "J", "year": "2009", "month": "Dec-Jan"}),
    Reference(
        "number-of-month", "article", {"title": "T", "journal": "J", "year": "2009", "month": "9", "day": "3"}
    ),
    Reference(
        "growing-book", "book", {"title": "T", "publisher": "P", "bookdate": "2007-", "nbk": "NBK7256"}
    ),
    Reference("series", "book", {"title": "T", "series": "S", "volume": "288", "organization": "O"}),
    Reference("part-of-book", "inbook", {"title": "T", "chapter": "29", "publisher": "P", "year": "2002"}),
    Reference("address", "misc", {"title": "T", "howpublished": "https://example.org/a"}),
    Reference("read-twice", "online", {"title": "T", "urldate": "2020-01-01", "accessed": "2021-02-03"}),
    Reference("changed", "online", {"title": "T", "updated": "2023-02-13", "url": "https://example.org/"}),
    Reference("guideline-in-journal", "guideline", {"title": "T", "journal": "J", "year": "2023"}),
    Reference("guideline-of-nobody", "guideline", {"title": "T", "year": "2023"}, (Name("Doe", ("A.",)),)),
    Reference(
        "two-publishers", "techreport", {"title": "T", "publisher": "Research and Education", "year": "2020"}
    ),
    Reference(
        "translated",
        "article",
        {"title": "Angst", "translatedtitle": "Anxiety", "journal": "J", "year": "2020"},
    ),
)

PRIVATE = Reference(
    "private",
    "article",
    {
        "title": "T",
        "journal": "J",
        "year": "2020",
        **dict.fromkeys(
            (
                "abstract",
                "file",
                "keywords",
                "crossref",
                "date",
                "design",
                "sample",
                "finding",
                "finding2",
                "limits",
            ),
            "secret",
        ),
        "free": "yes",
        "verified": "doi",
    },
)
"""A work with fields that are nobody's but ours."""
