# ruff: noqa: RUF001 - look-alike characters are what is tested
"""LaTeX as bibliographies spell it → the plain Unicode a reader sees."""

import unicodedata

import pytest
from latexcodec.codec import load_unicode_latex_table

from citewell.bibliography import latex_symbols
from citewell.bibliography.latex import plain
from citewell.bibliography.verbatim import verbatim

# Every spelling of one letter; each row must give the first entry.
SPELLINGS = [
    (
        "í",
        r"{\'\i}",
        r"\'{\i}",
        r"{\'i}",
        r"\'{i}",
        r"\'i",
        r"{\'{\i}}",
        r"\'\i",
        r"\' i",
        "í",
        "i\u0301",
        "\u0131\u0301",
    ),
    ("é", r"\'e", r"\'{e}", r"{\'e}", r"{\'{e}}", "é", "e\u0301"),
    ("ö", r"\"o", r"\"{o}", r"{\"o}", r"{\"{o}}", "ö"),
    ("ï", r"\"\i", r"\"{\i}", r"{\"\i}", r"\"i"),
    ("à", r"\`a", r"\`{a}", r"{\`a}"),
    ("ê", r"\^e", r"\^{e}", r"{\^e}"),
    ("ñ", r"\~n", r"\~{n}", r"{\~n}"),
    ("ç", r"\c{c}", r"\c c", r"{\c c}", r"{\c{c}}"),
    ("ş", r"\c{s}", r"\c s"),
    ("ș", r"\textcommabelow{s}", r"\textcommabelow s"),
    ("š", r"\v{s}", r"\v s", r"{\v s}"),
    ("ğ", r"\u{g}", r"\u g", r"{\u g}"),
    ("ő", r"\H{o}", r"\H o"),
    ("ą", r"\k{a}", r"\k a"),
    ("ā", r"\=a", r"\={a}"),
    ("ż", r"\.z", r"\.{z}"),
    ("İ", r"\.I", r"\.{I}"),
    ("i", r"\.i", r"\.{\i}"),
    ("å", r"\r{a}", r"\r a", r"\aa", r"{\aa}", r"\aa{}"),
    ("ṣ", r"\d{s}", r"\d s"),
    ("ḇ", r"\b{b}"),
    ("o͡o", r"\t{oo}"),
    ("ĵ", r"\^\j", r"\^{\j}", r"\^j"),
    ("ắ", r"\'{\u a}", r"\'{\u{a}}"),
    ("ǻ", r"\'{\aa}", r"\'\aa"),
    ("ß", r"\ss", r"\ss{}", r"{\ss}"),
    ("ø", r"\o", r"{\o}", r"\o{}"),
    ("Ø", r"\O", r"{\O}"),
    ("ł", r"\l", r"{\l}", r"\l{}"),
    ("Ł", r"\L", r"{\L}"),
    ("æ", r"\ae", r"{\ae}"),
    ("Œ", r"\OE", r"{\OE}"),
    ("Å", r"\AA", r"\r A", r"\r{A}"),
    ("ð", r"\dh"),
    ("Þ", r"\TH"),
    ("đ", r"\dj"),
    ("ŋ", r"\ng"),
    ("ı", r"\i", r"{\i}", r"\i{}"),
]

TEXTS = {
    "a name with an accent": (r"Holgu{\'\i}n-Lew", "Holguín-Lew"),
    "a name with its accent in braces": (r"Holgu\'{\i}n-Lew", "Holguín-Lew"),
    "an accent inside braces for capitals": (r"{S{\o}ndergaard}", "Søndergaard"),
    "a command eats the blank after it": (r"Stra\ss e", "Straße"),
    "empty braces keep the blank": (r"Stra\ss{} e", "Straß e"),
    "control space": (r"\O\ resund", "Ø resund"),
    "braces for capitals": (
        r"Effects of {SSRI}s: {A {CPIC} guideline}",
        "Effects of SSRIs: A CPIC guideline",
    ),
    "double braces": (r"{Kept As Typed}", "Kept As Typed"),
    "escapes": (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
    "signs as they are": ("46% of R&D #1 <b>x</b>", "46% of R&D #1 <b>x</b>"),
    "under score and circumflex outside mathematics": ("H_2O a^b", "H_2O a^b"),
    "dashes": ("a -- b --- c - d", "a – b — c - d"),
    "tie": ("Vol.~2", "Vol. 2"),
    "no-break space": ("Vol.\u00a02", "Vol. 2"),
    "blanks": ("  two\n   words\t here ", "two words here"),
    "double quotes": ("``so'' they say", "“so” they say"),
    "single quotes": ("`so' they say", "‘so’ they say"),
    "an apostrophe inside quotes": ("`it's so'", "‘it's so’"),
    "apostrophes alone": ("O'Brien can't", "O'Brien can't"),
    "backticks alone": ("the `code` here", "the `code` here"),
    "named quotes": (r"\textquotedblleft so\textquotedblright", "“so”"),
    "enquote": (r"\enquote{so}", "“so”"),
    "inverted marks": ("?`Por qu\\'e? !`Ay!", "¿Por qué? ¡Ay!"),
    "named dashes": (r"1\textendash 2\textemdash{}3", "1–2—3"),
    "emphasis": (r"\emph{in vitro} \textit{x} \textbf{y} {\em z} {\it w}", "in vitro x y z w"),
    "nested emphasis": (r"\textbf{\emph{a} b}", "a b"),
    "subscript in text": (r"CO\textsubscript{2}", "CO₂"),
    "superscript in text": (r"m\textsuperscript{2}", "m²"),
    "subscript that Unicode has not": (r"5-HT\textsubscript{1A}", "5-HT1A"),
    "subscript in mathematics": ("H$_2$O, CYP2C$_{19}$", "H₂O, CYP2C₁₉"),
    "superscript in mathematics": ("10$^{-3}$, Ca$^{2+}$", "10⁻³, Ca²⁺"),
    "power that Unicode has not": ("10$^x$ 10$^{x+y}$", "10^x 10^(x+y)"),
    "ordinal": ("19$^{th}$", "19th"),
    "degree": (r"37$^\circ$C 37\textdegree C", "37°C 37°C"),
    "less than": (r"$<$ \textless{} $p<0.05$ $\leq$", "< < p<0.05 ≤"),
    "Greek": (r"$\alpha$/$\beta$-blocker \(\gamma\) \textmu g", "α/β-blocker γ µg"),
    "one letter in mathematics": ("$n$ = 12, $P$ value", "n = 12, P value"),
    "prime": ("5$'$ end", "5′ end"),
    "fraction": (r"$\frac{1}{2}$", "1/2"),
    "dollars that are money": ("from $5 to $10", "from $5 to $10"),
    "one dollar": ("US$5", "US$5"),
    "escaped dollars": (r"\$5 and \$6", "$5 and $6"),
    "address": (r"\url{https://a.example/~me/x_y--z%20}", "https://a.example/~me/x_y--z%20"),
    "address without a command": ("https://a.example/~me/x--y and a~b", "https://a.example/~me/x--y and a b"),
    "link": (r"see \href{https://a.example/x_y}{the page}", "see the page"),
    "line break": (r"a\\b", "a b"),
    "thin space": (r"1\,000", "1 000"),
    "breaking hints": (r"hy\-phen\/ation", "hyphenation"),
    "accents alone": (r"\~{} \^{} \'{}", "~ ^ ´"),
    "unbalanced": ("a } b { c", "a b c"),
    "nothing": ("", ""),
    "other scripts": ("Ελληνικά 中文 עברית", "Ελληνικά 中文 עברית"),
}


@pytest.mark.parametrize("row", SPELLINGS, ids=lambda row: row[0])
def test_every_spelling_gives_the_same_letter(row):
    letter, *spellings = row
    letter = unicodedata.normalize("NFC", letter)
    assert {spelling: plain(spelling) for spelling in spellings} == {
        spelling: (letter, []) for spelling in spellings
    }


@pytest.mark.parametrize("row", SPELLINGS, ids=lambda row: row[0])
def test_every_spelling_holds_inside_a_word(row):
    letter, *spellings = row
    for spelling in spellings:
        braced = spelling if spelling.endswith("}") or not spelling[-1:].isalpha() else f"{{{spelling}}}"
        assert plain(f"x{braced}y")[0] == unicodedata.normalize("NFC", f"x{letter}y")


@pytest.mark.parametrize(("typed", "text"), TEXTS.values(), ids=TEXTS)
def test_text(typed, text):
    assert plain(typed) == (text, [])


@pytest.mark.parametrize(
    ("typed", "text", "named"),
    [
        (r"A \sparkle{word} here", "A word here", [(2, r"\sparkle")]),
        (r"\cite{x} and \foo", "x and", [(0, r"\cite"), (13, r"\foo")]),
        ("a \\", "a", [(2, "\\")]),
        (r"a\;b\|c", "a b|c", [(4, r"\|")]),
    ],
    ids=["argument", "two", "backslash at the end", "sign"],
)
def test_an_unknown_command_is_named_and_its_text_kept(typed, text, named):
    read, faults = plain(typed)
    assert read == text
    assert [(fault.offset, fault.level) for fault in faults] == [(offset, "warning") for offset, _ in named]
    assert all(
        f"command {command}," in fault.message for fault, (_, command) in zip(faults, named, strict=True)
    )


def test_a_letter_carries_no_more_marks_than_unicode_asks_a_reader_to_take():
    text, _ = plain("a" + "\u0323\u0301" * 100)
    assert len(text) < 32


def test_no_known_command_leaves_a_backslash():
    for name in {*latex_symbols.SYMBOLS, *latex_symbols.WITHOUT_EFFECT} - {"textbackslash", "backslash"}:
        text, faults = plain(f"\\{name}{{x}}")
        assert "\\" not in text
        assert "{" not in text or name in ("textbraceleft", "lbrace")
        assert faults == []


# Where latexcodec, which pybtex brings, reads a command otherwise: command → what is printed here.
OTHERWISE = {
    "mu": "μ",  # the Greek letter; latexcodec gives the micro sign
    "varphi": "φ",  # a shape of the letter; latexcodec gives the mathematical symbol
    "ast": "*",  # latexcodec gives the mathematical operator
    "quad": " ",  # latexcodec gives a wide space
}
NOT_IN_TITLES = {
    "complement",
    "nexists",
    "notni",
    "blacksquare",
    "coprod",
    "nsubseteq",
    "nsupseteq",
    "subsetneq",
    "supsetneq",
}
COMMANDS_OF_LATEXCODEC = [
    (row.latex[1:], row.unicode)
    for row in load_unicode_latex_table()
    if row.decode and row.latex[0] == "\\" and row.latex[1:].isalpha() and row.latex[1:] not in NOT_IN_TITLES
]


@pytest.mark.parametrize(("name", "character"), COMMANDS_OF_LATEXCODEC)
def test_the_commands_of_latexcodec_are_known_and_mean_the_same(name, character):
    assert plain(f"a${{\\{name}}}$b") == (f"a{OTHERWISE.get(name, character)}b", [])


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (
            r"10.1002/(SICI)1097-4679(1997)53:5$<$453::AID$>$3.0.CO;2-B",
            "10.1002/(SICI)1097-4679(1997)53:5<453::AID>3.0.CO;2-B",
        ),
        (r"10.1002/53:5{\textless}453::AID{\textgreater}3", "10.1002/53:5<453::AID>3"),
        (r"10.1007/978-3-540\_12", "10.1007/978-3-540_12"),
        (r"{10.1000/a{\_}b}", "10.1000/a_b"),
        (r"https://a.example/\~{}me/x\%20y\&z\#w", "https://a.example/~me/x%20y&z#w"),
        (r"https://a.example/{\textasciitilde}me", "https://a.example/~me"),
        (r"https://a.example/$\sim$me", "https://a.example/~me"),
        (r"\url{https://a.example/a--b~c'd''e}", "https://a.example/a--b~c'd''e"),
        (r"\url{https://a.example/\{x\}}", "https://a.example/{x}"),
        ("https://a.example/--~%20_&``", "https://a.example/--~%20_&``"),
        (r"10.1000/\foo", r"10.1000/\foo"),
        ("  10.1000/x\n", "10.1000/x"),
    ],
)
def test_addresses_and_identifiers_keep_their_letters(typed, text):
    assert verbatim(typed) == text


@pytest.mark.parametrize(
    "typed",
    [
        "{" * 100_000,
        "{" * 50_000 + "}" * 50_000,
        r"\emph{a" * 30_000 + "}" * 30_000,
        r"\textsubscript{a" * 30_000 + "}" * 30_000,
        r"\'{" * 30_000 + "e" + "}" * 30_000,
        r"\'" * 100_000 + "e",
        "$" * 100_000,
        "$^" * 50_000,
        "`" * 100_000,
        "''" * 100_000,
        r"\url{" * 30_000,
        "http://" * 30_000 + "~" * 30_000,
        "a" + "\u0301\u0323" * 100_000,
        "\\" * 100_001,
    ],
    ids=lambda typed: repr(typed[:6]),
)
def test_length_and_depth_do_no_harm(typed):
    text, _ = plain(typed)
    assert len(text) <= len(typed)
