"""Every entry is read again by this project's own reader and by plain pybtex."""

import random
import re

import pytest
from pybtex.database import parse_string
from pybtex.richtext import Text

from citewell.bibliography.bibtex import BibFile, read_library
from citewell.bibliography.dates import month_number
from citewell.bibliography.reference import Name, Reference
from citewell.exports.bibtex import as_bibtex
from citewell.exports.works import clean_line

from .works import (
    HOSTILE,
    HOSTILE_TEXTS,
    ODD,
    ODD_NAMES,
    OWN,
    PRIVATE,
    SAMPLES,
    clean,
    expected,
    hostile_work,
    samples_with,
)

NOT_EXPORTED = re.compile(r"design|sample|finding\d*|limits|free|verified|crossref|date")
RENAMED = {"accessed": "urldate", "issue": "number"}
# What an entry says besides, or under another name, for the readers who look for it there.
ADDED = {
    "scotgov2024": {"type": "Guideline"},
    "nice-ng222": {"institution": "NICE"},
    "oliveira2017": {"pages": "17"},
    "no-journal-name": {"journal": "J Affect Disord"},
    "article-number": {"pages": "17"},
    "online-first": {"year": "2014", "month": "12", "day": "10"},
    "growing-book": {"year": "2007", "url": "https://www.ncbi.nlm.nih.gov/books/NBK7256/"},
    "series": {"publisher": "O"},
    "address": {"url": "https://example.org/a"},
    "guideline-of-nobody": {"type": "Guideline"},
    "two-publishers": {"institution": "Research and Education"},
}
GONE = {
    "nice-ng222": {"publisher"},
    "series": {"organization"},
    "address": {"howpublished"},
    "two-publishers": {"publisher"},
}
READ_AS = {
    "nice-ng222": "techreport",
    "guideline-in-journal": "article",
    "guideline-of-nobody": "misc",
    "scotgov2024": "misc",
}


def read_again(*entries):
    library, problems = read_library([BibFile("export.bib", "\n".join(entries))])
    return list(library), problems


def told(reference):
    """What an entry must say of a work: each field that is exported, a month as its number."""
    fields = {RENAMED.get(name, name): clean_line(text) for name, text in reference.fields.items()}
    kept = {name: text for name, text in fields.items() if not NOT_EXPORTED.fullmatch(name)}
    kept = {**kept, **ADDED.get(reference.key, {})}
    return {
        name: _month(text) if name == "month" else text
        for name, text in kept.items()
        if name not in GONE.get(reference.key, ())
    }


def _month(text):
    number = month_number(text)
    return text if number is None else str(number)


@pytest.mark.parametrize(("reference", "expected"), samples_with(expected("expected.bib").split("\n\n")))
def test_exactly(reference, expected):
    assert as_bibtex(reference) == f"{expected.rstrip()}\n"


@pytest.mark.parametrize("reference", [*OWN, *SAMPLES, *ODD, *HOSTILE], ids=lambda work: work.key)
def test_this_project_reads_the_same_again(reference):
    (back,), problems = read_again(as_bibtex(reference))
    syntax = [problem for problem in problems if problem.rule not in {"missing-field", "malformed-url"}]
    assert syntax == []
    assert (back.key, back.kind) == (reference.key, READ_AS.get(reference.key, reference.kind))
    assert back.authors == tuple(_clean(name) for name in reference.authors)
    assert back.editors == tuple(_clean(name) for name in reference.editors)
    found = {name: _month(text) if name == "month" else text for name, text in back.fields.items()}
    assert found == told(reference)


def _clean(name):
    return Name(clean_line(name.family), name.given, name.particle, name.suffix, name.is_organisation)


def test_the_whole_bibliography_has_no_fault_as_an_export():
    back, problems = read_again(*map(as_bibtex, (*OWN, *SAMPLES[1:])))
    assert problems == []
    assert [work.key for work in back] == [work.key for work in (*OWN, *SAMPLES[1:])]


@pytest.mark.parametrize("reference", [*OWN, *SAMPLES], ids=lambda work: work.key)
def test_pybtex_reads_titles_and_people(reference):
    entry = parse_string(as_bibtex(reference), "bibtex").entries[reference.key]
    assert str(Text.from_latex(entry.fields["title"])) == reference.get("title")
    for role, names in (("author", reference.authors), ("editor", reference.editors)):
        assert [_as_pybtex(person) for person in entry.persons.get(role, [])] == [
            _parts(name) for name in names
        ]


@pytest.mark.parametrize("reference", [*ODD, *HOSTILE], ids=lambda work: work.key)
def test_pybtex_reads_one_entry_and_no_field_too_many(reference):
    library = parse_string(as_bibtex(reference), "bibtex")
    (entry,) = library.entries.values()
    assert entry.key == reference.key
    fields = {{"articlenumber": "eid"}.get(name, name) for name in told(reference)}
    assert {name.lower() for name in entry.fields} == fields
    assert len(entry.persons.get("author", [])) == len(reference.authors)
    assert not library.preamble


def test_pybtex_parts_odd_names_rightly():
    entry = parse_string(as_bibtex(ODD[0]), "bibtex").entries["names"]
    read = [_as_pybtex(person) for person in entry.persons["author"]]
    assert read == [_parts(name) for name in ODD_NAMES]


def _as_pybtex(person):
    def text(words):
        return str(Text.from_latex(" ".join(words)))

    given = text([*person.first_names, *person.middle_names])
    return text(person.prelast_names), text(person.last_names), text(person.lineage_names), given


def _parts(name):
    return name.particle, name.family, name.suffix, " ".join(name.given)


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Emotional blunting: a survey", "Emotional blunting: a survey"),
        ("SSRI-induced indifference", "{SSRI-induced} indifference"),
        (
            "A study of SSRIs, SNRIs and the CYP2D6*4 gene",
            "A study of {SSRIs}, {SNRIs} and the {CYP2D6}*4 gene",
        ),
        ("Crying in Alzheimer's disease", "Crying in {Alzheimer's} disease"),
        ("Do SSRIs help? A review", "Do {SSRIs} help? {A} review"),
        ("pH and McDonald (US)", "{pH} and {McDonald} ({US})"),
        ('"When I cry"', '"{When} {I} cry"'),
        ("R&D in Århus", r"R\&{D} in {Århus}"),
        ("Психика и Мозг", "Психика и {Мозг}"),
        ("1829 New Zealanders", "1829 {New} {Zealanders}"),
    ],
)
def test_only_capitals_at_risk_are_in_braces(title, typed):
    assert f"  title        = {{{typed}}},\n" in as_bibtex(Reference("key", "misc", {"title": title}))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        (Name("Veen", ("Frederik", "M."), "van der"), "van der Veen, Frederik M."),
        (Name("De Bodinat", ("C.",)), "De Bodinat, C."),
        (Name("DeVita", ("Vincent", "T."), suffix="Jr"), "DeVita, Jr, Vincent T."),
        (Name("King", suffix="3rd"), "King, 3rd, {}"),
        (Name("de la Cruz", ("María",)), "{de la Cruz}, María"),
        (Name("Plato of Athens"), "{Plato of Athens}, {}"),
        (Name("Madonna"), "Madonna"),
        (Name("And", ("Metin",)), "{And}, Metin"),
        (Name("Smith, Jones", ("A;B",)), "{Smith, Jones}, {A;B}"),
        (Name("Scottish Government", is_organisation=True), "{Scottish Government}"),
        (Name("Smith & Co.", is_organisation=True), r"{Smith \& Co.}"),
        (Name("others"), "others"),
    ],
)
def test_names(name, typed):
    reference = Reference("key", "misc", authors=(Name("Doe", ("A.",)), name))
    assert f"  author       = {{Doe, A. and {typed}}},\n" in as_bibtex(reference)


@pytest.mark.parametrize(
    ("field", "text", "typed"),
    [
        ("note", "5% of $10 & #1_a", r"{5\% of \$10 \& \#1\_a}"),
        (
            "note",
            r"~ ^ \ ` < >",
            r"{{\textasciitilde} {\textasciicircum} {\textbackslash} \`{} {\textless} {\textgreater}}",
        ),
        ("note", "a {b} c", r"{a \{b\} c}"),
        ("note", "a { b", r"{a {\textbraceleft} b}"),
        ("note", "b -- c --- d ''", "{b -{}- c -{}-{}- d '{}'}"),
        ("pages", "304-310", "{304--310}"),
        ("volume", "58-59", "{58-59}"),
        ("month", "September", "sep"),
        ("month", "9", "sep"),
        ("month", "Nov-Dec", "{Nov-Dec}"),
        ("doi", "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2_%", None),
        ("url", "https://example.org/a_b?c=%20&d=1#e~f", None),
        ("url", "https://example.org/{a b}\\", "{https://example.org/%7Ba%20b%7D%5C}"),
        # BibLaTeX parts these fields at "and".
        (
            "publisher",
            "Centers for Disease Control and Prevention",
            "{{Centers for Disease Control and Prevention}}",
        ),
    ],
)
def test_fields(field, text, typed):
    line = f"  {field:<12} = {typed or f'{{{text}}}'},\n"
    assert line in as_bibtex(Reference("key", "misc", {field: text}))


def test_what_is_not_the_reference_stays_at_home():
    exported = as_bibtex(PRIVATE)
    assert "secret" not in exported
    assert list(parse_string(exported, "bibtex").entries["private"].fields) == ["title", "journal", "year"]


def test_a_hostile_library_reads_as_so_many_entries():
    library = parse_string("\n".join(map(as_bibtex, HOSTILE)), "bibtex")
    assert list(library.entries) == list(HOSTILE_TEXTS)


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_hostile_text_is_text_again(name):
    (back,), _ = read_again(as_bibtex(hostile_work(name)))
    assert back.get("title") == back.get("note") == back.authors[0].family == clean(name)


def test_any_text_is_text_again():
    """Of all signs that mean something to TeX, BibTeX or a name."""
    chance = random.Random(20261123)
    signs = [
        *"{}\\%&$#_~^<>|`'\"-,;.:@=()/ ",
        "and",
        "Jr",
        "a",
        "B",
        "é",
        "\\textbf",
        "\n@misc{x,",
        "%\n",
        "''",
    ]
    for _ in range(300):
        text = clean_line("".join(chance.choices(signs, k=chance.randrange(1, 15))))
        # To this project's reader & and ; are a fault in a person's name, and so is a very long one.
        name = clean_line(re.sub(r"[&;]", "", text)[:10])
        if not any(map(str.isalnum, name)):
            continue
        fields = {"title": text, "publisher": text}
        organisation, person = Name(text, is_organisation=True), Name(name, (name,))
        (back,), problems = read_again(as_bibtex(Reference("key", "misc", fields, (organisation, person))))
        assert [problem.rule for problem in problems] == [], text
        assert back.fields == fields
        assert back.authors == (organisation, person)
