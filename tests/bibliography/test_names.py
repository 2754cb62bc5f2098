"""Author and editor fields: people, organisations, and names that cannot be read."""

import pytest

from citewell.bibliography.names import OTHERS, read_names
from citewell.bibliography.reference import Name

READ = {
    "family, given": ("Bell, Vaughan", [Name("Bell", ("Vaughan",))]),
    "given family": ("Vaughan Bell", [Name("Bell", ("Vaughan",))]),
    "two": ("Bell, Vaughan and Price, Jonathan", [Name("Bell", ("Vaughan",)), Name("Price", ("Jonathan",))]),
    "over lines": (
        "Bell, Vaughan and\n    Price,\n   Jonathan",
        [Name("Bell", ("Vaughan",)), Name("Price", ("Jonathan",))],
    ),
    "capitals": ("Bell, V. AND Price, J.", [Name("Bell", ("V.",)), Name("Price", ("J.",))]),
    "accents": (r"Holgu{\'\i}n-Lew, Jorge Carlos", [Name("Holguín-Lew", ("Jorge", "Carlos"))]),
    "accents in UTF-8": ("Holguín-Lew, Jorge Carlos", [Name("Holguín-Lew", ("Jorge", "Carlos"))]),
    "particle": ("van der Veen, Frederik M.", [Name("Veen", ("Frederik", "M."), "van der")]),
    "particle without comma": ("Frederik M. van der Veen", [Name("Veen", ("Frederik", "M."), "van der")]),
    "particle in capitals": ("De Bodinat, C.", [Name("De Bodinat", ("C.",))]),
    "family of two words": ("{De Bodinat}, C.", [Name("De Bodinat", ("C.",))]),
    "a comma in braces": ("{Brand, Anders}, X.", [Name("Brand, Anders", ("X.",))]),
    "suffix": ("DeVita, Jr., Vincent T.", [Name("DeVita", ("Vincent", "T."), suffix="Jr.")]),
    "rank": ("Surname, 3rd, Given", [Name("Surname", ("Given",), suffix="3rd")]),
    "hyphen": ("Dupont, Jean-Paul", [Name("Dupont", ("Jean-Paul",))]),
    "apostrophe": ("O'Brien, T.", [Name("O'Brien", ("T.",))]),
    "tie": ("Bell, V.~J.", [Name("Bell", ("V.", "J."))]),
    "one name": ("Galen", [Name("Galen")]),
    "organisation": (
        "{World Health Organization}",
        [Name("World Health Organization", is_organisation=True)],
    ),
    "organisation with and": (
        "{Centers for Disease Control and Prevention} and Bell, V.",
        [Name("Centers for Disease Control and Prevention", is_organisation=True), Name("Bell", ("V.",))],
    ),
    "organisation with a comma": (
        "{Barnes, Noble, and Co}",
        [Name("Barnes, Noble, and Co", is_organisation=True)],
    ),
    "organisation with an ampersand": (
        r"{Research \& Development}",
        [Name("Research & Development", is_organisation=True)],
    ),
    "organisation with an accent": (r"{{\'E}cole Normale}", [Name("École Normale", is_organisation=True)]),
    "two groups are no organisation": ("{Jean Paul} {De Bodinat}", [Name("De Bodinat", ("Jean Paul",))]),
    "others": ("Bell, V. and others", [Name("Bell", ("V.",)), OTHERS]),
    "a name with and in it": (
        "Anderson, A. and Brand, B.",
        [Name("Anderson", ("A.",)), Name("Brand", ("B.",))],
    ),
    "other scripts": ("王, 小明", [Name("王", ("小明",))]),
    "family name that is a word of organisations": ("Group, Peter", [Name("Group", ("Peter",))]),
    "markup is text": ("{<b>Team</b>}", [Name("<b>Team</b>", is_organisation=True)]),
}

UNREADABLE = {
    # what was typed, the offset of the fault, words of the advice, the names that are read all the same
    "commas between names": ("Bell, V., Price, J.", 0, "`and` between", []),
    "comma before a second name": ("Bell, Vaughan, Price", 0, "`and` between", []),
    "semicolons": ("Bell, V.; Price, J.", 0, "`and`", []),
    "ampersand": (r"Bell, V. \& Price, J.", 0, "`and`", []),
    "et al": ("Bell, V. et al.", 0, "`and others`", []),
    "and twice": (
        "Bell, V. and and Price, J.",
        13,
        "Take out the `and`",
        [Name("Bell", ("V.",)), Name("Price", ("J.",))],
    ),
    "and at the end": ("Bell, V. and", 12, "Take out the `and`", [Name("Bell", ("V.",))]),
    "and at the beginning": ("and Bell, V.", 0, "Take out the `and`", [Name("Bell", ("V.",))]),
    "comma at the end": ("Bell,", 0, "without the comma: Bell", []),
    "comma at the beginning": (", Vaughan", 0, "without the comma: Vaughan", []),
    "as PubMed prints it": ("Price, J. and Goodwin GM", 14, "Goodwin, G. M.", [Name("Price", ("J.",))]),
    "as PubMed prints it, particle": ("De Bodinat C", 0, "De Bodinat, C.", []),
    "organisation without braces": ("World Health Organization", 0, "{{World Health Organization}}", []),
    "organisation beside a person": (
        "Bell, V. and Royal College of Psychiatrists",
        13,
        "{{Royal College",
        [Name("Bell", ("V.",))],
    ),
    "nothing but a dot": ("., J.", 0, "no family name", []),
    "endless": ("x" * 400, 0, "`and`", []),
    "deep braces": ("A " + "{" * 120 + "x" + "}" * 120 + " B", 0, "Family, Given", []),
}


@pytest.mark.parametrize(("typed", "names"), READ.values(), ids=READ)
def test_names_are_read(typed, names):
    assert read_names(typed) == (tuple(names), [])


@pytest.mark.parametrize(("typed", "offset", "advice", "names"), UNREADABLE.values(), ids=UNREADABLE)
def test_names_that_cannot_be_read(typed, offset, advice, names):
    read, faults = read_names(typed)
    (fault,) = faults
    assert (fault.offset, fault.rule) == (offset, "unreadable-name")
    assert advice in fault.message
    assert list(read) == names


def test_a_command_in_a_name_is_reported_at_the_name():
    names, faults = read_names(r"Bell, V. and \sparkle{Price}, J.")
    assert names[1].family == "Price"
    assert [(fault.offset, fault.rule, fault.level) for fault in faults] == [(13, "unknown-latex", "warning")]


@pytest.mark.parametrize(
    "typed", ["{" * 5000, "}" * 5000, "{}" * 5000, "," * 5000, "and " * 5000, "\\" * 250, "{\\" * 100]
)
def test_no_text_raises(typed):
    names, faults = read_names(typed)
    assert names or faults
