# ruff: noqa: RUF001 - look-alike characters are what is tested
"""Kinds of work, names of fields, dates, keys, and the fields for evidence."""

import pytest

from citewell.bibliography import dates, fields
from citewell.bibliography.bibtex import BibFile, read_library
from citewell.bibliography.evidence import canonical_free, canonical_verified, finding_number, read_finding
from citewell.bibliography.fault import Malformed
from citewell.bibliography.keys import is_citable
from citewell.bibliography.kinds import REQUIRED, kind_of, nearest_kind
from citewell.bibliography.reference import Finding
from citewell.citations import grammar


def read_entry(fields_text, entry_type="misc"):
    library, problems = read_library(
        [BibFile("a.bib", f"@{entry_type}{{key, title = {{T}}, {fields_text}}}")]
    )
    return library.get("key"), problems


class TestKinds:
    @pytest.mark.parametrize(
        ("entry_type", "kind"),
        [
            *((kind, kind) for kind in REQUIRED),
            ("conference", "inproceedings"),
            ("report", "techreport"),
            ("www", "online"),
            ("webpage", "online"),
            ("electronic", "online"),
            ("thesis", "phdthesis"),
            ("collection", "book"),
        ],
    )
    def test_names(self, entry_type, kind):
        assert kind_of(entry_type) == kind

    @pytest.mark.parametrize(
        ("type_field", "kind"),
        [
            ("", "phdthesis"),
            ("PhD thesis", "phdthesis"),
            ("phdthesis", "phdthesis"),
            ("Master's thesis", "mastersthesis"),
            ("mathesis", "mastersthesis"),
            ("MSc thesis", "mastersthesis"),
            ("M.Sc. dissertation", "mastersthesis"),
        ],
    )
    def test_a_thesis_says_which(self, type_field, kind):
        assert kind_of("thesis", type_field) == kind

    def test_a_type_that_says_which_is_believed(self):
        assert kind_of("phdthesis", "Master's thesis") == "phdthesis"

    @pytest.mark.parametrize(
        ("typed", "near"),
        [("artcle", "article"), ("incolection", "incollection"), ("zzz", None), ("x" * 9999, None)],
    )
    def test_nearest(self, typed, near):
        assert kind_of(typed) is None
        assert nearest_kind(typed) == near

    def test_every_kind_that_a_reference_may_have(self):
        kinds = """
            article book booklet incollection inbook inproceedings proceedings techreport phdthesis
            mastersthesis manual misc unpublished online dataset guideline
        """
        assert set(REQUIRED) == set(kinds.split())

    def test_what_is_required_is_read(self):
        for requirements in REQUIRED.values():
            for alternatives in requirements:
                assert all(fields.is_read(name) for name in alternatives)


class TestFieldNames:
    @pytest.mark.parametrize(
        ("typed", "advice"),
        [
            ("jounal", "`journal`"),
            ("autor", "`author`"),
            ("authors", "`author`"),
            ("page", "`pages`"),
            ("vol", "`volume`"),
            ("desgin", "`design`"),
            ("findings", "`finding`"),
            ("limit", "`limits`"),
            ("subtitle", "`title`"),
            ("city", "`address`"),
        ],
    )
    def test_a_mistyped_field_is_told(self, typed, advice):
        reference, problems = read_entry(f"{typed} = {{x}}")
        (problem,) = problems
        assert (problem.rule, problem.level, problem.column) == ("unknown-field", "warning", 25)
        assert advice in problem.message
        assert reference.get(typed) == "x"

    @pytest.mark.parametrize(
        "typed", ["abstract", "keywords", "file", "date-added", "bdsk-url-1", "eprint", "x-shelf"]
    )
    def test_a_field_of_another_program_is_kept_in_silence(self, typed):
        reference, problems = read_entry(f"{typed} = {{a {{B}} \\& c}}")
        assert problems == []
        assert reference.get(typed) == "a B & c"

    def test_a_foreign_field_that_is_no_latex_is_kept_as_typed(self):
        reference, problems = read_entry("file = {C:\\papers\\x_y.pdf}")
        assert problems == []
        assert reference.get("file") == "C:\\papers\\x_y.pdf"

    @pytest.mark.parametrize(
        ("typed", "name", "value"),
        [
            ("journaltitle", "journal", "x"),
            ("location", "address", "x"),
            ("organisation", "organization", "x"),
            ("eid", "articlenumber", "e12"),
            ("pubmed", "pmid", "26573114"),
            ("pmc", "pmcid", "PMC3950535"),
        ],
    )
    def test_other_names_of_a_field(self, typed, name, value):
        reference, problems = read_entry(f"{typed} = {{{value}}}")
        assert problems == []
        assert reference.get(name) == value

    def test_an_empty_field_is_none(self):
        reference, problems = read_entry('doi = {}, year = "", pages = { }')
        assert problems == []
        assert dict(reference.fields) == {"title": "T"}

    def test_capitals_make_no_difference(self):
        reference, problems = read_entry("YEAR = {2017}, Pages = {1--2}")
        assert problems == []
        assert (reference.get("year"), reference.get("pages")) == ("2017", "1-2")


class TestRanges:
    @pytest.mark.parametrize(
        "typed",
        ["304-310", "304--310", "304---310", "304–310", "304 -- 310", "304\\textendash 310", "304‐310"],
    )
    def test_any_dash_is_a_hyphen(self, typed):
        reference, problems = read_entry(f"pages = {{{typed}}}")
        assert problems == []
        assert reference.get("pages") == "304-310"

    def test_titles_keep_their_dashes(self):
        reference, _ = read_entry("booktitle = {a -- b}, bookdate = {2023 Jan--}")
        assert reference.get("booktitle") == "a – b"
        assert reference.get("bookdate") == "2023 Jan-"


class TestDates:
    @pytest.mark.parametrize("typed", ["2013", "1999", "1450"])
    def test_years(self, typed):
        assert dates.canonical_year(typed) == typed

    @pytest.mark.parametrize(
        "typed", ["13", "2013a", "in press", "n.d.", "2013-2014", "0999", "3013", "٢٠١٣", ""]
    )
    def test_malformed_years(self, typed):
        assert isinstance(dates.canonical_year(typed), Malformed)

    @pytest.mark.parametrize(
        ("typed", "canonical"),
        [
            ("Oct", "Oct"),
            ("oct", "oct"),
            ("Oct.", "Oct."),
            ("October", "October"),
            ("Sept", "Sept"),
            ("10", "10"),
            ("07", "07"),
            ("Jan-Feb", "Jan-Feb"),
            ("Nov--Dec", "Nov-Dec"),
            ("Jan/Feb", "Jan-Feb"),
            ("January–February", "January-February"),
            ("Winter", "Winter"),
        ],
    )
    def test_months(self, typed, canonical):
        assert dates.canonical_month(typed) == canonical

    @pytest.mark.parametrize(
        "typed", ["13", "0", "Octember", "15 Oct", "Oct 15", "Jan-Feb-Mar", "-", "oktober"]
    )
    def test_malformed_months(self, typed):
        assert isinstance(dates.canonical_month(typed), Malformed)

    def test_a_month_from_shorthands(self):
        reference, problems = read_entry('year = 2017, month = jan # "--" # feb')
        assert problems == []
        assert reference.get("month") == "January-February"

    @pytest.mark.parametrize(("typed", "canonical"), [("15", "15"), ("05", "5"), ("31", "31")])
    def test_days(self, typed, canonical):
        assert dates.canonical_day(typed) == canonical

    @pytest.mark.parametrize("typed", ["0", "32", "1-3", "15th", ""])
    def test_malformed_days(self, typed):
        assert isinstance(dates.canonical_day(typed), Malformed)

    @pytest.mark.parametrize(
        ("year", "month", "day", "is_real"),
        [
            ("2017", "feb", "28", True),
            ("2017", "feb", "29", False),
            ("2016", "February", "29", True),
            ("2017", "4", "31", False),
            ("2017", "Jan-Feb", "31", True),
            ("", "feb", "31", True),
        ],
    )
    def test_real_days(self, year, month, day, is_real):
        assert dates.is_real_day(year, month, day) is is_real

    @pytest.mark.parametrize("typed", ["2024-03-09", "2024-02-29"])
    def test_whole_dates(self, typed):
        assert dates.canonical_date(typed) == typed

    @pytest.mark.parametrize(
        "typed", ["2024-02-30", "09-03-2024", "2024-3-9", "9 March 2024", "2024-03", "0000-01-01"]
    )
    def test_malformed_whole_dates(self, typed):
        assert isinstance(dates.canonical_date(typed), Malformed)

    @pytest.mark.parametrize("name", ["urldate", "accessed", "epub", "updated"])
    def test_fields_that_hold_a_whole_date(self, name):
        assert read_entry(f"{name} = {{2024-03-09}}")[1] == []
        assert [problem.rule for problem in read_entry(f"{name} = {{March 2024}}")[1]] == [
            f"malformed-{name}"
        ]

    @pytest.mark.parametrize(
        ("typed", "parts"),
        [
            ("2017", {"year": "2017"}),
            ("2017-10", {"year": "2017", "month": "10"}),
            ("2017-10-05", {"year": "2017", "month": "10", "day": "5"}),
        ],
    )
    def test_the_date_of_biblatex(self, typed, parts):
        reference, problems = read_entry(f"date = {{{typed}}}")
        assert problems == []
        assert dict(reference.fields) == {"title": "T", **parts}

    def test_a_date_of_biblatex_that_cannot_be_read(self):
        _, problems = read_entry("date = {Oct 2017}")
        assert [problem.rule for problem in problems] == ["malformed-date"]


class TestFindings:
    WHOLE = (
        "value: 46% (310 of 669) | outcome: emotional blunting | who: people on treatment | "
        "medicine: any antidepressant"
    )

    def test_one(self):
        assert read_finding(self.WHOLE) == (
            Finding("46% (310 of 669)", "emotional blunting", "people on treatment", "any antidepressant"),
            [],
        )

    def test_order_and_capitals_make_no_difference(self):
        assert read_finding("Medicine: m|WHO: w |value:v| outcome : a: b") == (
            Finding("v", "a: b", "w", "m"),
            [],
        )

    @pytest.mark.parametrize(
        ("typed", "advice"),
        [
            ("46%", ["Begin “46%” with", "Add “value:” and “outcome:” and “who:” and “medicine:”"]),
            ("value: v | outcome: o | who: w", ["Add “medicine:”"]),
            ("value: v | outcom: o | who: w | medicine: m", ["Write “outcome:” instead of “outcom:”"]),
            ("value: v | outcome: | who: w | medicine: m", ["Write something after “outcome:”"]),
            ("value: v | value: x | outcome: o | who: w | medicine: m", ["Write “value:” once"]),
            ("value: v | outcome: o | who: w | medicine: m |", ["Take out the bar"]),
            ("value: v | outcome: o | who: w | medicine: m | dose: 20 mg", ["Begin “dose: 20 mg” with"]),
            ("value; v | outcome: o | who: w | medicine: m", ["Begin “value; v” with", "Add “value:”"]),
        ],
    )
    def test_faults(self, typed, advice):
        finding, faults = read_finding(typed)
        assert finding is None
        assert len(faults) == len(advice)
        for fault, words in zip(faults, advice, strict=True):
            assert fault.message.startswith(words)

    def test_several_stand_in_the_order_of_their_numbers(self):
        text = ", ".join(
            f"finding{number} = {{value: {number or 1} | outcome: o | who: w | medicine: m}}"
            for number in (10, "", 2)
        )
        reference, problems = read_entry(text)
        assert problems == []
        assert [finding.value for finding in reference.findings] == ["1", "2", "10"]

    @pytest.mark.parametrize(
        ("name", "number"),
        [
            ("finding", 1),
            ("finding1", 1),
            ("finding2", 2),
            ("finding12", 12),
            ("findings", None),
            ("finding2a", None),
            ("afinding", None),
        ],
    )
    def test_numbers(self, name, number):
        assert finding_number(name) == number

    def test_a_percent_sign_may_be_escaped(self):
        reference, _ = read_entry("finding = {value: 46\\% | outcome: o | who: w | medicine: m}")
        assert reference.findings[0].value == "46%"


class TestFreeAndVerified:
    @pytest.mark.parametrize(
        ("typed", "canonical"),
        [("yes", "yes"), ("Yes", "yes"), ("no", "no"), ("true", "yes"), ("false", "no")],
    )
    def test_free(self, typed, canonical):
        assert canonical_free(typed) == canonical

    def test_free_that_is_neither(self):
        assert isinstance(canonical_free("maybe"), Malformed)

    @pytest.mark.parametrize(("typed", "canonical"), [("doi", "doi"), ("DOI,pmid , doi", "doi, pmid")])
    def test_verified(self, typed, canonical):
        assert canonical_verified(typed) == canonical

    def test_verified_names_identifiers_alone(self):
        assert isinstance(canonical_verified("doi, title"), Malformed)

    def test_verified_stands_in_the_reference(self):
        reference, problems = read_entry("doi = {10.1016/x}, pmid = {1}, verified = {pmid, doi}")
        assert problems == []
        assert reference.verified == ("pmid", "doi")

    def test_an_identifier_that_is_not_there_is_not_verified(self):
        reference, problems = read_entry("doi = {10.1016/x}, verified = {doi, pmid}")
        assert [problem.rule for problem in problems] == ["malformed-verified"]
        assert reference.verified == ("doi",)

    def test_other_evidence_is_text(self):
        reference, problems = read_entry("design = {case series}, sample = {7 people}, limits = {small}")
        assert problems == []
        assert [reference.get(name) for name in ("design", "sample", "limits")] == [
            "case series",
            "7 people",
            "small",
        ]


class TestKeys:
    @pytest.mark.parametrize(
        "key",
        [
            "a",
            "Doe:2012",
            "a.b_c-d+e/f",
            "_x",
            "2017x",
            "é",
            "a-",
            "-a",
            "a.",
            "a:",
            ".a",
            "a b",
            "a'b",
            "a@b",
            "",
            "a,b",
            "[a]",
            "a;b",
        ],
    )
    def test_the_renderer_reads_the_same_keys(self, key):
        group = grammar.parse_group(f"@{key}")
        is_read_whole = isinstance(group, tuple) and [citation.key for citation in group] == [key]
        assert is_read_whole == is_citable(key)

    @pytest.mark.parametrize("key", ["a", "Doe:2012", "a.b_c-d+e/f", "_x", "2017x"])
    def test_citable(self, key):
        assert is_citable(key)

    @pytest.mark.parametrize(
        ("key", "form"),
        [("a'b", "a-b"), ("müller@2012", "müller-2012"), ("a.", "a"), ("a;b", "a-b"), ("?", "goodwin2017")],
    )
    def test_what_cannot_be_cited_is_told_with_a_form_that_can(self, key, form):
        _, problems = read_library([BibFile("a.bib", f"@misc{{{key}, title = {{T}}}}")])
        (problem,) = problems
        assert problem.rule == "uncitable-key"
        assert f"`{form}`" in problem.message
        assert is_citable(form)


class TestHiddenCharacters:
    @pytest.mark.parametrize(
        "character", ["\u202e", "\u2066", "\u200b", "\u00ad", "\x00", "\x1b", "\x85", "\ufeff", "\u2028"]
    )
    def test_each_is_told_and_taken_out(self, character):
        library, problems = read_library([BibFile("a.bib", f"@misc{{key,\n  title = {{a{character}b}}}}")])
        (problem,) = problems
        assert (problem.rule, problem.line, problem.column) == ("hidden-character", 2, 13)
        assert f"U+{ord(character):04X}" in problem.message
        assert library.get("key").get("title") == "ab"

    def test_tabs_and_line_feeds_are_blanks(self):
        library, problems = read_library([BibFile("a.bib", "@misc{key,\ttitle = {a\t\n b}}")])
        assert problems == []
        assert library.get("key").get("title") == "a b"
