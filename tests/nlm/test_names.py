import pytest

from citewell.bibliography.reference import Name
from citewell.nlm.names import editors, initials, people, printed_name, printed_rank

from .works import names


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        (("Vaughan",), "V"),
        (("Jorge", "Carlos"), "JC"),
        (("J.", "C."), "JC"),
        (("J.C.",), "JC"),
        (("JC",), "JC"),
        (("jorge",), "J"),
        (("e.", "e."), "EE"),
        (("Jean-Paul",), "JP"),
        (("J.-P.",), "JP"),
        (("Jean\N{NON-BREAKING HYPHEN}Paul",), "JP"),
        (("Hans-J\N{COMBINING DIAERESIS}org",), "HJ"),
        # Citing Medicine, ch. 1: "a maximum of two initials"
        (("Ad", "J.", "J.", "M."), "AJ"),
        (("Jean-Paul", "Marie"), "JP"),
        (("María", "del", "Carmen"), "MC"),
        (("D'Arcy",), "D"),
        (("'Abd", "al-Rahman"), "AR"),
        (("W.", "St.", "John"), "WS"),
        (("G.", "Th."), "GTh"),
        (("Yu.", "A."), "YuA"),
        (("Łukasz",), "Ł"),
        (("Özge", "İpek"), "Öİ"),
        (("Сергей", "Иванович"), "СИ"),
        (("Θεόδωρος",), "Θ"),
        (("小明",), "小明"),
        (("太", "郎"), "太 郎"),
        (("محمد",), "محمد"),
        (("3", "."), ""),
        ((), ""),
    ],
)
def test_initials(given, printed):
    assert initials(given) == printed


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        (Name("Holguín-Lew", ("Jorge", "Carlos")), "Holguín-Lew JC"),
        (Name("Veen", ("Frederik", "M."), particle="van der"), "van der Veen FM"),
        (Name("Bodinat", ("C.",), particle="De"), "De Bodinat C"),
        (Name("DeVita", ("V.", "T."), suffix="Jr."), "DeVita VT Jr"),
        (Name("Plato"), "Plato"),
        (Name("李", ("小龙",)), "李 小龙"),
        # Citing Medicine, ch. 2, "Other surname rules"
        (Name("Al Bassit", ("Lama",)), "Al Bassit L"),
        (Name("Kamp", ("Jiddeke", "M."), particle="van de"), "van de Kamp JM"),
        (Name("Pouvourville", ("Gerard",), particle="de"), "de Pouvourville G"),
        (Name("Lopez Moreno", ("Sergio",)), "Lopez Moreno S"),
        (Name("Mier y Teran", ("Jaime",)), "Mier y Teran J"),
        (Name("Halley des Fontaines", ("Virginie",)), "Halley des Fontaines V"),
        # Citing Medicine, ch. 6, "Surnames with hyphens and other punctuation in them"
        (Name("Palmer-Canton", ("Estelle",)), "Palmer-Canton E"),
        (Name("El-Assmy", ("Ahmed",)), "El-Assmy A"),
        # Citing Medicine, ch. 1, "Organizations as author"
        (Name("The American Cancer Society", is_organisation=True), "American Cancer Society"),
        (
            Name("American Medical Association, Committee on Ethics", is_organisation=True),
            "American Medical Association, Committee on Ethics",
        ),
        (
            Name("Royal Marsden Hospital Bone-Marrow Transplantation Team (GB)", is_organisation=True),
            "Royal Marsden Hospital Bone-Marrow Transplantation Team (GB)",
        ),
    ],
    ids=str,
)
def test_name(name, printed):
    assert printed_name(name) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Jr", "Jr"),
        ("Jr.", "Jr"),
        ("Sr.", "Sr"),
        ("II", "2nd"),
        ("III", "3rd"),
        ("3rd", "3rd"),
        ("IV", "4th"),
        ("Ph.D.", ""),
        ("MD", ""),
        ("", ""),
    ],
)
def test_rank(typed, printed):
    assert printed_rank(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Halpern, S. D. and Ubel, P. A. and Caplan, A. L.", "Halpern SD, Ubel PA, Caplan AL"),
        ("A, A and B, B and C, C and D, D and E, E and F, F", "A A, B B, C C, D D, E E, F F"),
        (
            "A, A and B, B and C, C and D, D and E, E and F, F and G, G",
            "A A, B B, C C, D D, E E, F F, et al.",
        ),
        ("Halpern, S. D. and others", "Halpern SD, et al."),
        ("Halpern, S. D. and Ubel, P. A. and others", "Halpern SD, Ubel PA, et al."),
        ("others", ""),
        ("", ""),
        # Citing Medicine, ch. 1, "Organizations as author"
        (
            "{Canadian Association of Orthodontists} and {Canadian Dental Association}",
            "Canadian Association of Orthodontists; Canadian Dental Association",
        ),
        (
            "Sugarman, J. and Getz, K. and {Consortium to Evaluate Clinical Research Ethics}",
            "Sugarman J, Getz K; Consortium to Evaluate Clinical Research Ethics",
        ),
        (
            "Margulies, E. H. and {NISC Comparative Sequencing Program} and Maduro, V. V. and Thomas, P. J.",
            "Margulies EH; NISC Comparative Sequencing Program; Maduro VV, Thomas PJ",
        ),
    ],
)
def test_people(typed, printed):
    assert people(names(typed)) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Wendling, Daniel L.", "Wendling DL, editor"),
        ("Vogelstein, B. and Kinzler, K. W.", "Vogelstein B, Kinzler KW, editors"),
        ("Vogelstein, B. and others", "Vogelstein B, et al., editors"),
        (
            "A, A and B, B and C, C and D, D and E, E and F, F and G, G",
            "A A, B B, C C, D D, E E, F F, et al., editors",
        ),
        ("", ""),
    ],
)
def test_editors(typed, printed):
    assert editors(names(typed)) == printed


def test_the_mark_of_further_names_may_stand_as_an_organisation():
    assert people((*names("Halpern, S. D."), Name("et al", is_organisation=True))) == "Halpern SD, et al."
    assert people((Name("Others", is_organisation=True),)) == "Others"
