"""Files in, a Library and every fault with its place out."""

import random
import re
from pathlib import Path

import pytest

from citewell.bibliography.bibtex import BibFile, read_bib_files, read_library
from citewell.bibliography.reference import Name
from tests.bibliography.expectations import read_fixture

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FIXTURES = sorted(HERE.glob("*.bib"))

THREE_ENTRIES = """@string{jad = {J Affect Disord}}

@article{before,
  title = {Before},
  journal = jad,
  year = 2016,
}

@article{between,
  author = {Goodwin, Guy M. and {World Health Organization}},
  title = {Between {SSRI} and others},
  journal = jad # { (Suppl)},
  year = {2017},
  month = oct,
  pages = "31--35",
}

@article{after,
  title = {After},
  journal = jad,
  year = 2018,
}
"""


def read(text, path="references.bib"):
    return read_library([BibFile(path, text)])


def rules(problems):
    return [problem.rule for problem in problems]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
class TestFixture:
    def test_every_fault_is_found_at_its_place_and_nothing_else(self, path):
        fixture = read_fixture(path)
        _, problems = read(fixture.text)
        found = sorted((problem.line, problem.column, problem.rule) for problem in problems)
        # Equal faults at one place (two fields missing from one entry) differ in their message alone.
        assert tuple(found) == fixture.faults

    def test_every_entry_is_read(self, path):
        fixture = read_fixture(path)
        library, _ = read(fixture.text)
        assert [key for key in fixture.keys if library.get(key) is None] == []

    def test_line_ends_make_no_difference(self, path):
        fixture = read_fixture(path)
        for line_end in ("\r\n", "\r"):
            assert read(fixture.text.replace("\n", line_end)) == read(fixture.text)

    def test_every_message_is_short_and_printable(self, path):
        _, problems = read(read_fixture(path).text)
        assert problems
        for problem in problems:
            assert problem.message.isprintable()
            assert len(problem.message) < 250

    def test_reading_twice_gives_the_same(self, path):
        text = read_fixture(path).text
        assert read(text) == read(text)


def test_the_fixtures_are_there():
    assert {path.stem for path in FIXTURES} == {
        "broken-syntax",
        "hostile",
        "malformed-fields",
        "missing-fields",
    }


def test_an_entry_is_read_with_everything_in_it():
    library, problems = read(THREE_ENTRIES)
    assert problems == []
    reference = library.get("between")
    assert reference.kind == "article"
    assert reference.line == 9
    assert reference.path == "references.bib"
    assert reference.authors == (
        Name("Goodwin", ("Guy", "M.")),
        Name("World Health Organization", is_organisation=True),
    )
    assert dict(reference.fields) == {
        "title": "Between SSRI and others",
        "journal": "J Affect Disord (Suppl)",
        "year": "2017",
        "month": "October",
        "pages": "31-35",
    }


def test_the_site_s_own_bibliography_has_no_problem():
    library, problems = read_bib_files([ROOT / "references.bib"], ROOT)
    assert problems == []
    assert len(library) > 5


def test_hostile_text_comes_out_as_text():
    library, _ = read(read_fixture(HERE / "hostile.bib").text)
    assert library.get("html").get("title") == '<img src=x onerror="alert(1)"> & "quotes"'
    assert library.get("html").authors[0].family == "<script>alert(1)</script>"
    assert library.get("markdown").get("title") == "[link](javascript:alert(1)) **bold** `code` [@html]"
    assert library.get("attributes").get("title") == 'Title: onclick="alert(1)"'
    assert library.get("jinja").get("title") == "config.extra % raw % {{ 7*7 }}"
    assert library.get("link").get("title") == "click here javascript:alert(2)"
    for reference in library:
        assert reference.get("url") == ""
        assert reference.get("doi") == ""


class TestOneFaultHarmsOneEntry:
    """Whatever a single character does to the middle entry, its neighbours are read as before."""

    begin, end = THREE_ENTRIES.index("@article{between"), THREE_ENTRIES.index("@article{after")
    signs = tuple(offset for offset in range(begin, end) if THREE_ENTRIES[offset] in '@{}=,"#')

    def check(self, text, *, harmless=False):
        untouched, _ = read(THREE_ENTRIES)
        library, problems = read(text)
        assert library.get("before") == untouched.get("before")
        after = library.get("after")
        assert (after.fields, after.authors) == (
            untouched.get("after").fields,
            untouched.get("after").authors,
        )
        assert problems or harmless
        first, last = (THREE_ENTRIES.count("\n", 0, offset) + 1 for offset in (self.begin, self.end))
        assert all(first <= problem.line <= last for problem in problems)

    @pytest.mark.parametrize("offset", signs)
    def test_a_sign_is_missing(self, offset):
        text = THREE_ENTRIES[:offset] + THREE_ENTRIES[offset + 1 :]
        untouched, _ = read(THREE_ENTRIES)
        library, _ = read(text)
        between = library.get("between")
        is_last_comma = between is not None and between.fields == untouched.get("between").fields
        self.check(text, harmless=is_last_comma)

    @pytest.mark.parametrize("sign", list('{}",=#@%'))
    @pytest.mark.parametrize("offset", signs)
    def test_a_sign_is_too_many(self, offset, sign):
        self.check(THREE_ENTRIES[:offset] + sign + THREE_ENTRIES[offset:], harmless=True)

    @pytest.mark.parametrize("line", range(9, 17))
    def test_a_line_is_missing(self, line):
        lines = THREE_ENTRIES.splitlines(keepends=True)
        del lines[line - 1]
        self.check("".join(lines), harmless=True)


def test_a_file_cut_off_anywhere_is_read_up_to_there():
    for end in range(len(THREE_ENTRIES)):
        library, problems = read(THREE_ENTRIES[:end])
        complete = THREE_ENTRIES[:end].count("\n}\n")
        assert len(library) >= complete
        assert {"before", "between", "after"} >= {
            reference.key for reference in library if reference.get("title")
        }
        assert all(problem.line <= THREE_ENTRIES.count("\n", 0, end) + 1 for problem in problems)


def test_no_text_whatever_raises():
    chance = random.Random(2026)  # the same texts every time
    pieces = [
        *'{}"(),=#%@\\$~_^|:\n\n\n ',
        *"ab1é\u202e\x00",
        "@article{",
        "title = ",
        "author",
        " and ",
        "\\'",
        "doi=",
    ]
    for _ in range(2000):
        text = "".join(chance.choices(pieces, k=chance.randrange(1, 120)))
        library, problems = read(text)
        lines = text.count("\n") + 1
        assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in problems)
        assert all(reference.key for reference in library)


class TestFieldOutsideOfAnyEntry:
    ABOVE = "@misc{above,\n  title = {Above}\n}\n"

    @pytest.mark.parametrize("between", ["", "\n", "article{lost,\n", "Some words.\n"])
    def test_it_is_not_given_to_an_entry_that_is_closed_in_its_own_line(self, between):
        library, problems = read(
            f"{self.ABOVE}{between}  year = {{2017}},\n}}\n@misc{{below, title = {{B}}}}"
        )
        assert dict(library.get("above").fields) == {"title": "Above"}
        assert library.get("below") is not None
        assert [problem.line for problem in problems] == [4 + between.count("\n")]
        assert "belongs to no entry" in problems[0].message

    def test_it_is_not_given_to_an_entry_with_words_behind_it(self):
        library, _ = read("@misc{above, title = {Above}} and words\n  year = {2017},\n")
        assert dict(library.get("above").fields) == {"title": "Above"}

    def test_it_goes_on_with_an_entry_that_a_brace_too_many_has_closed(self):
        library, problems = read("@misc{above,\n  title = {Above}},\n  year = {2017},\n}\n")
        assert dict(library.get("above").fields) == {"title": "Above", "year": "2017"}
        assert [problem.line for problem in problems] == [3]
        assert "`above`" in problems[0].message

    @pytest.mark.parametrize("text", ["n = 5 in all", "weight = {heavy}"])
    def test_other_words_between_entries_are_words(self, text):
        assert read(f"{self.ABOVE}{text}\n")[1] == []


class TestShorthands:
    def test_a_shorthand_holds_in_its_own_file_alone(self):
        first = BibFile("a.bib", "@string{jad = {J Affect Disord}}\n@misc{a, title = jad}")
        second = BibFile("b.bib", "@misc{b, title = jad}")
        _, problems = read_library([first, second])
        assert [(problem.path, problem.rule) for problem in problems] == [("b.bib", "undefined-macro")]

    def test_pybtex_s_own_months_are_left_alone(self):
        read("@string{oct = {Weinmonat}}\n@misc{a, title = {T}, month = {Oct}}")
        library, _ = read("@misc{a, title = {T}, month = oct}")
        assert library.get("a").get("month") == "October"

    def test_a_shorthand_cannot_grow_without_end(self):
        library, problems = read(
            "@string{a = {" + "x" * 900 + "}}\n" + "@string{a = a # a}\n" * 40 + "@misc{k, title = a}"
        )
        assert "bibtex-syntax" in rules(problems)
        assert len(library.get("k").get("title")) <= 1000


class TestDuplicates:
    def test_the_first_is_kept_and_named(self):
        library, problems = read("@misc{a, title = {One}}\n@misc{A, title = {Two}}\n")
        assert library.get("a").get("title") == "One"
        (problem,) = problems
        assert (problem.rule, problem.line, problem.column) == ("duplicate-key", 2, 7)
        assert "references.bib:1" in problem.message

    def test_across_files(self):
        files = [
            BibFile("bib/a.bib", "\n@misc{a, title = {One}}"),
            BibFile("bib/b.bib", "@misc{a, title = {Two}}"),
        ]
        library, problems = read_library(files)
        assert len(library) == 1
        (problem,) = problems
        assert (problem.path, problem.line) == ("bib/b.bib", 1)
        assert "bib/a.bib:2" in problem.message


class TestCrossref:
    BOOK = "@book{book, title = {Book}, publisher = {P}, year = 2017, editor = {A, B}, doi = {10.1000/b}}"

    @pytest.mark.parametrize("order", ["before", "after"])
    def test_a_chapter_takes_what_it_lacks_from_its_book(self, order):
        chapter = "@incollection{chapter, title = {Chapter}, year = 2018, crossref = {BOOK}}"
        library, problems = read(
            f"{self.BOOK}\n{chapter}" if order == "before" else f"{chapter}\n{self.BOOK}"
        )
        assert problems == []
        read_chapter = library.get("chapter")
        assert read_chapter.get("booktitle") == "Book"
        assert read_chapter.get("title") == "Chapter"
        assert read_chapter.get("year") == "2018"
        assert read_chapter.get("publisher") == "P"
        assert read_chapter.get("doi") == ""
        assert read_chapter.editors == (Name("A", ("B",)),)

    def test_a_circle_ends(self):
        library, problems = read(
            "@misc{a, title = {A}, crossref = {b}}\n@misc{b, title = {B}, crossref = {a}}"
        )
        assert len(library) == 2
        assert problems == []


class TestFiles:
    def test_paths_are_shown_from_the_root(self, tmp_path):
        path = tmp_path / "bib" / "a.bib"
        path.parent.mkdir()
        path.write_text("@misc{a}", encoding="utf-8")
        _, problems = read_bib_files([path], tmp_path)
        assert [str(problem.path) for problem in problems] == ["bib/a.bib"]

    def test_a_byte_order_mark_is_no_part_of_the_text(self, tmp_path):
        path = tmp_path / "a.bib"
        path.write_bytes("\ufeff@misc{a, title = {É}}".encode())
        library, problems = read_bib_files([path], tmp_path)
        assert problems == []
        assert library.get("a").get("title") == "É"

    def test_bytes_that_are_not_utf_8_are_reported_one_a_line_and_the_rest_is_read(self, tmp_path):
        path = tmp_path / "a.bib"
        text = "@misc{a, title = {Holguín}}\n@misc{b, title = {Bell}, year = {13}}\n@misc{c, title = {é}}"
        path.write_bytes(text.encode("latin-1"))
        library, problems = read_bib_files([path], tmp_path)
        assert [(problem.line, problem.column, problem.rule) for problem in problems] == [
            (1, 24, "unreadable-file"),
            (2, 34, "malformed-year"),
            (3, 19, "unreadable-file"),
        ]
        assert len(library) == 3

    def test_utf_16_is_reported_once(self, tmp_path):
        path = tmp_path / "a.bib"
        path.write_bytes("@misc{a, title = {A}}\n@misc{b, title = {B}}\n".encode("utf-16"))
        _, problems = read_bib_files([path], tmp_path)
        assert rules(problems).count("unreadable-file") == 1

    @pytest.mark.parametrize("kind", ["missing", "directory"])
    def test_what_is_no_file_is_a_problem(self, tmp_path, kind):
        path = tmp_path / "a.bib"
        if kind == "directory":
            path.mkdir()
        library, problems = read_bib_files([path], tmp_path)
        assert len(library) == 0
        assert [(problem.path, problem.line, problem.rule) for problem in problems] == [
            ("a.bib", 1, "unreadable-file")
        ]

    @pytest.mark.parametrize(
        "text", ["", "\n", "% only a comment", "<!doctype html><title>Not found</title>"]
    )
    def test_a_file_without_an_entry_is_a_problem(self, text):
        library, problems = read(text)
        assert len(library) == 0
        assert rules(problems) == ["no-entries"]


HOSTILE_LENGTHS = {
    "open braces": "@misc{k, title = {" + "{" * 100_000,
    "nested braces": "@misc{k, title = {" + "{" * 50_000 + "}" * 50_000 + "}}",
    "quotation marks": '@misc{k, title = "' + '"' * 100_000,
    "unclosed entries": "@misc{k, title = {x\n" * 5_000,
    "unclosed fields": "@misc{k, " + "title = {\n" * 20_000,
    "stray fields": "@misc{k}\n" + "title = {x}}\n" * 5_000,
    "open comments": "@comment{\n" * 20_000,
    "at signs": "@" * 100_000,
    "one long line": "@misc{k, title = {" + "x" * 5_000_000 + "}}",
    "long key": "@misc{" + "k" * 1_000_000 + ", title = {x}}",
    "long type": "@" + "m" * 1_000_000 + "{k, title = {x}}",
    "names": "@misc{k, title = {x}, author = {" + " and ".join(["Bell, V."] * 10_000) + "}}",
    "braces in a name": "@misc{k, title = {x}, author = {" + "{}" * 50_000 + "}}",
    "accents": "@misc{k, title = {" + "\\'" * 50_000 + "e}}",
    "combining marks": "@misc{k, title = {a" + "\u0301\u0323" * 100_000 + "}}",
    "dollars": "@misc{k, title = {" + "$" * 100_000 + "}}",
    "bars": "@misc{k, title = {x}, finding = {" + "|" * 20_000 + "}}",
    "dots in a DOI": "@misc{k, title = {x}, doi = {10.1000" + ".1" * 50_000 + "}}",
    "blanks": "@misc{k, title = {x}" + " \n" * 200_000 + "}",
    "concatenation": "@misc{k, title = {x}" + " # {x}" * 20_000 + "}",
}


@pytest.mark.parametrize("text", HOSTILE_LENGTHS.values(), ids=HOSTILE_LENGTHS)
def test_length_alone_does_no_harm(text):
    """These texts take well under a second each; with a step whose time grows with the square, minutes."""
    _, problems = read(text)
    assert all(len(problem.message) < 400 for problem in problems)


def test_keys_are_kept_as_typed_and_found_in_any_case():
    library, problems = read("@misc{Doe:2012/a.b_c+d-1, title = {T}}")
    assert problems == []
    assert library.get("doe:2012/A.B_C+D-1").key == "Doe:2012/a.b_c+d-1"


def test_an_unknown_type_suggests_a_known_one():
    (problem,) = read("@artcile{a, title = {T}}")[1]
    assert "@article" in problem.message


ADVICE = {
    "bare text": ("@misc{a, title = A title, year = 2017}", "Put the value in braces: title = {A title}"),
    "shorthand": ("@misc{a, title = jad}", "Put the text in braces: {jad}."),
    "no equals sign": ("@misc{a, title {T}}", "Write an equals sign: title = {…}"),
    "no value": ("@misc{a, title = }", "Write a value in braces: title = {…}"),
    "no comma": ("@misc{a, title = {T} year = 2017}", "Put a comma after the value of `title`"),
    "no comma after the key": ("@misc{a title = {T}}", "Put a comma after the key: a,"),
    "remark": ("@misc{a, title = {T},\n% remark\n}", "Take this line out of the entry"),
    "remark after a field without comma": (
        "@misc{a, title = {T}\n% remark\n}",
        "Take this line out of the entry",
    ),
    "words": ("@misc{a, title = {T},\n words }", "Write each field as name = {value}"),
    "words after a field without comma": (
        "@misc{a, title = {T}\n words }",
        "Write each field as name = {value}",
    ),
    "words after a value": (
        "@misc{a, title = {T} words }",
        "Take this out, or put the whole value in braces",
    ),
    "quotation marks": (
        '@misc{a, title = "A "title""}',
        "Put the value in braces: title = {…}. The quotation mark",
    ),
    "open quotation mark": ('@misc{a, title = "T,\n year = 2017}', 'Close the value of `title` with a "'),
    "open value": ("@misc{a, title = {T,\n year = 2017}", "Close the value of `title` with a }"),
    "open entry": ("@misc{a, title = {T}", "Close this entry with a }"),
    "open preamble": ("@preamble{ {x", "Delete this @preamble"),
    "open shorthand": ("@string{jad = {x", "Write a shorthand as @string"),
    "open comment": ("@comment{x", "Close this @comment with a }"),
    "type": ("@artcle{a, title = {T}}", "Write @article instead of @artcle"),
    "field": ("@misc{a, title = {T}, yaer = {2017}}", "Write `year` instead of `yaer`"),
    "key": ("@misc{my key, title = {T}}", "Write `my-key` as the key instead of `my key`"),
    "missing": ("@misc{a, year = 2017}", "Add `title` to this @misc"),
}


@pytest.mark.parametrize(("text", "advice"), ADVICE.values(), ids=ADVICE)
def test_advice(text, advice):
    (problem,) = read(text)[1]
    assert problem.message.startswith(advice)


def test_each_message_says_what_to_write():
    """No message only complains: each begins with a verb that asks for something."""
    begin = re.compile(
        r"(Add|Close|Compare|Copy|Correct|Delete|Give|Keep|Leave|Move|Put|Save|Shorten|Take|Type|Write|Begin)\b"
    )
    for path in FIXTURES:
        for problem in read(read_fixture(path).text)[1]:
            assert begin.match(problem.message), problem
