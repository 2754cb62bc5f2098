# ruff: noqa: RUF001 - the characters themselves are the data
"""What the LaTeX commands that bibliographies use stand for.

Sources: the LaTeX2e encodings T1 and TS1 (fntguide, utf8ienc), and Knuth, The TeXbook, chapter 9 (accents)
and appendix F (mathematics).
"""

SIGN_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    '"': "\u0308",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
}
"""Accents written with a sign, as in \\'e → their combining character."""

WORD_ACCENTS = {
    "c": "\u0327",
    "v": "\u030c",
    "u": "\u0306",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
    "t": "\u0361",
    "textcommabelow": "\u0326",
}
"""Accents written with a letter, as in \\c{c} → their combining character."""

ACCENTS_ALONE = {
    "\u0301": "´",
    "\u0300": "`",
    "\u0308": "¨",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "¯",
    "\u0307": "˙",
    "\u0327": "¸",
    "\u030c": "ˇ",
    "\u0306": "˘",
    "\u030b": "˝",
    "\u0328": "˛",
    "\u030a": "˚",
}
"""An accent over nothing, as in \\~{} → the character that shows it."""

SIGNS = {
    **{sign: sign for sign in "&%$#_{}"},
    **dict.fromkeys(" \t\n,;:>\\", " "),
    **dict.fromkeys("!/-@+", ""),
}
"""Commands of one sign: escaped characters, spaces, and hints on breaking lines."""

SYMBOLS = {
    # letters
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    # punctuation and signs in text
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'", "textquotedbl": '"',
    "quotesinglbase": "‚", "quotedblbase": "„", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘",
    "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«",
    "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "lq": "‘", "rq": "’",
    "textexclamdown": "¡", "textquestiondown": "¿", "ldots": "…", "dots": "…", "textellipsis": "…",
    "cdots": "⋯", "slash": "/", "textbackslash": "\\", "backslash": "\\", "textasciitilde": "~",
    "texttildelow": "˷", "textasciicircum": "^", "textasciigrave": "`", "textunderscore": "_",
    "textless": "<", "textgreater": ">", "textbar": "|", "textbraceleft": "{", "textbraceright": "}",
    "lbrace": "{", "rbrace": "}", "textdollar": "$", "textpercent": "%", "textperthousand": "‰",
    "textnumero": "№", "textasteriskcentered": "*", "dag": "†", "ddag": "‡", "textdagger": "†",
    "textdaggerdbl": "‡", "S": "§", "textsection": "§", "P": "¶", "textparagraph": "¶", "copyright": "©",
    "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£", "textsterling": "£",
    "euro": "€", "texteuro": "€", "yen": "¥", "textyen": "¥", "textcent": "¢", "textdegree": "°",
    "degree": "°", "textcelsius": "℃", "textmu": "µ", "micro": "µ", "textperiodcentered": "·",
    "textbullet": "•", "bullet": "•", "textordfeminine": "ª", "textordmasculine": "º",
    "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³", "textonehalf": "½",
    "textonequarter": "¼", "textthreequarters": "¾", "textpm": "±", "texttimes": "×", "textdiv": "÷",
    "textminus": "−", "textsurd": "√", "textrightarrow": "→", "textleftarrow": "←", "texttheta": "θ",
    "textalpha": "α", "textbeta": "β", "textgamma": "γ", "textdelta": "δ", "textkappa": "κ", "TeX": "TeX",
    "LaTeX": "LaTeX", "BibTeX": "BibTeX",
    # spaces
    **dict.fromkeys(
        ("par", "quad", "qquad", "enspace", "enskip", "thinspace", "space", "newline", "linebreak"), " "
    ),
    # Greek
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π", "rho": "ρ", "sigma": "σ", "varsigma": "ς", "tau": "τ",
    "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
    "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "Alpha": "Α", "Beta": "Β", "Epsilon": "Ε", "Zeta": "Ζ", "Eta": "Η", "Iota": "Ι", "Kappa": "Κ",
    "Mu": "Μ", "Nu": "Ν", "Omicron": "Ο", "Rho": "Ρ", "Tau": "Τ", "Chi": "Χ",
    # mathematics
    "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cdot": "·", "ast": "*", "star": "⋆", "circ": "∘",
    "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "ne": "≠", "neq": "≠",
    "lt": "<", "gt": ">", "ll": "≪", "gg": "≫", "approx": "≈", "sim": "∼", "simeq": "≃", "cong": "≅",
    "equiv": "≡", "propto": "∝", "infty": "∞", "sqrt": "√", "surd": "√", "sum": "∑", "prod": "∏",
    "int": "∫", "partial": "∂", "nabla": "∇", "prime": "′", "to": "→", "rightarrow": "→", "leftarrow": "←",
    "uparrow": "↑", "downarrow": "↓", "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐",
    "in": "∈", "notin": "∉", "ni": "∋", "cup": "∪", "cap": "∩", "subset": "⊂", "supset": "⊃",
    "subseteq": "⊆", "supseteq": "⊇", "emptyset": "∅", "forall": "∀", "exists": "∃", "neg": "¬",
    "wedge": "∧", "vee": "∨", "ell": "ℓ", "mid": "|", "vert": "|", "dagger": "†", "ddagger": "‡",
    "langle": "⟨", "rangle": "⟩",
}  # fmt: skip
"""Commands of letters that stand for a text by themselves."""

WITHOUT_EFFECT = frozenset(
    """
    emph textit textbf texttt textsc textrm textsf textsl textup textmd textnormal textmainlatin text mbox
    hbox fbox underline uline ul NoCaseChange protect relax ensuremath mathrm mathit mathbf mathsf mathtt
    mathnormal mathcal mathbb mathfrak boldsymbol bm operatorname left right big Big bigl bigr limits
    nolimits displaystyle textstyle em it bf rm sf tt sc sl itshape bfseries scshape upshape slshape
    rmfamily sffamily ttfamily mdseries normalfont tiny scriptsize footnotesize small normalsize large Large
    allowbreak nobreak noindent centering ignorespaces unskip null leavevmode
    """.split()  # noqa: SIM905 - read as words
)
"""Commands that change only the look: their argument is printed as it is."""

SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
