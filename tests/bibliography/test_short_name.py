"""The short name of a work: its authors and its year, in a line of text."""

import pytest

from citewell.bibliography.names import OTHERS, read_names
from citewell.bibliography.reference import Name, Reference
from citewell.bibliography.short_name import LONGEST_TITLE, short_name


def work(author="", editor="", **fields):
    return Reference(
        "key", "article", fields, *(read_names(typed)[0] if typed else () for typed in (author, editor))
    )


NAMED = {
    "one author": (work("Alomar, Muaed Jamal", year="2014"), "Alomar 2014"),
    "two authors": (
        work("Holguín-Lew, Jorge Carlos and Bell, Vaughan", year="2013"),
        "Holguín-Lew and Bell 2013",
    ),
    "three authors": (
        work("Read, John and Cartwright, Claire and Gibson, Kerry", year="2014"),
        "Read and others 2014",
    ),
    "one and others": (work("Bell, V. and others", year="2013"), "Bell and others 2013"),
    "two and others": (work("Bell, V. and Price, J. and others", year="2013"), "Bell and others 2013"),
    "particle": (work("van der Veen, Frederik M.", year="2011"), "van der Veen 2011"),
    "particle in capitals": (work("De Bodinat, C.", year="2017"), "De Bodinat 2017"),
    "suffix": (work("DeVita, Jr., Vincent T.", year="2019"), "DeVita 2019"),
    "other script": (work("王, 小明", year="2019"), "王 2019"),
    "organisation": (
        work("{Centers for Disease Control and Prevention}", year="2024"),
        "Centers for Disease Control and Prevention 2024",
    ),
    "organisation beside a person": (
        work("{Royal College of Psychiatrists} and Bell, V.", year="2020"),
        "Royal College of Psychiatrists and Bell 2020",
    ),
    "a long name of an organisation stays whole": (
        work("{" + "Committee on the safety of very many medicines of all kinds and uses" + "}", year="2020"),
        "Committee on the safety of very many medicines of all kinds and uses 2020",
    ),
    "no year": (work("{National Health Service (UK)}", title="Sertraline"), "National Health Service (UK)"),
    "ahead of print": (work("Bell, V.", epub="2024-03-09"), "Bell 2024"),
    "the issue's year, not that of the copy ahead of print": (
        work("Bell, V.", year="2025", epub="2024-12-09"),
        "Bell 2025",
    ),
    "years of a work in parts": (work("Bell, V.", bookdate="2019-2021"), "Bell 2019-2021"),
    "years of a work that goes on": (work("Bell, V.", bookdate="2023 Jan-"), "Bell 2023"),
    "editors for authors": (
        work(editor="Vogelstein, B. and Kinzler, K. W.", year="2002"),
        "Vogelstein and Kinzler 2002",
    ),
    "authors before editors": (work("Meltzer, P.", "Vogelstein, B.", year="2002"), "Meltzer 2002"),
    "nobody named but others": (
        Reference("key", "article", {"title": "Crying", "year": "2002"}, (OTHERS,)),
        "Crying 2002",
    ),
    "a name without words": (
        Reference("key", "article", {"title": "Crying", "year": "2002"}, (Name(" "),)),
        "Crying 2002",
    ),
    "title for authors": (
        work(title="EU core safety profile: sertraline hydrochloride", year="2012"),
        "EU core safety profile: sertraline hydrochloride 2012",
    ),
    "title with a stop": (
        work(title="Stopping antidepressants.", year="2020"),
        "Stopping antidepressants 2020",
    ),
    "title with a question mark": (work(title="Why cry?"), "Why cry?"),
    "title over lines": (
        work(title="Stopping\n  antidepressants", year="2020"),
        "Stopping antidepressants 2020",
    ),
    "long title with a subtitle": (
        work(
            title="Quality prescribing for antidepressants: guide for improvement 2024 to 2027", year="2024"
        ),
        "Quality prescribing for antidepressants 2024",
    ),
    "long title that opens with a question": (
        work(
            title="Why do some people stop crying? An answer from all the studies that there are", year="2024"
        ),
        "Why do some people stop crying? 2024",
    ),
    "long title": (
        work(
            title="Adverse emotional and interpersonal effects reported by 1829 New Zealanders", year="2014"
        ),
        "Adverse emotional and interpersonal effects reported by… 2014",
    ),
    "long title without spaces": (work(title="字" * 90), "字" * (LONGEST_TITLE - 1) + "…"),
    "translated title alone": (work(translatedtitle="Health anxiety", year="2010"), "Health anxiety 2010"),
    "markup is text": (work("{<b>Team</b>}", year="2010"), "<b>Team</b> 2010"),
    "nothing known": (work(), "Untitled work"),
    "nothing but a year": (work(year="2010"), "Untitled work 2010"),
}


@pytest.mark.parametrize(("reference", "name"), NAMED.values(), ids=NAMED)
def test_short_name(reference, name):
    assert short_name(reference) == name


@pytest.mark.parametrize("words", [5, 11, 12, 13, 40])
def test_a_shortened_title_is_no_longer_than_a_line(words):
    assert len(short_name(work(title=" ".join(["words"] * words)))) <= LONGEST_TITLE
