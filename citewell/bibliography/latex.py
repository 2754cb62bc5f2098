"""The text of a BibTeX field, with its LaTeX, as the plain Unicode that a reader sees."""

import re
from dataclasses import dataclass, field

from citewell.bibliography import latex_symbols
from citewell.bibliography.fault import Fault
from citewell.bibliography.latex_arguments import (
    CHANGES,
    Change,
    accent_over,
    subscript,
    superscript_in_maths,
)
from citewell.bibliography.unicode_text import composed
from citewell.bibliography.verbatim import verbatim

_NEEDS_READING = re.compile(r"[\\{}$~`]|--|''")
_TOKEN = re.compile(
    r"""
      \\(?P<word>[A-Za-z]+)\*?[ \t\n]*
    | \\(?P<sign>[^A-Za-z])
    | (?P<open>\{)
    | (?P<close>\})
    | (?P<dollar>\$\$?)
    | (?P<ligature>---?|``|''|[?!]`)
    | (?P<quote>[`'])
    | (?P<tie>~)
    | (?P<script>[_^])
    | (?P<blank>[ \t\n\u00a0]+)
    | (?P<backslash>\\)
    | (?P<text>[^\\{}$\-`'~_^ \t\n\u00a0?!]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_RUN_OF_TEXT = re.compile(r"[^\\{}$\-`'~^_?!]+")
_ADDRESS_AT_END = re.compile(r"https?://\S*\Z")
_LIGATURES = {"--": "\u2013", "---": "\u2014", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_MATHS = re.compile(r"[^\n]*[\\_^<>=][^\n]*|\s*(?:[A-Za-z]{1,3}'*|'+|[-+]?\d+(?:[.,]\d+)*)\s*", re.DOTALL)
_DEEPEST = 100
_MOST_WAITING = 5
_VERBATIM_WORDS = {"url", "path", "nolinkurl"}
_BRACES = re.compile(r"[{}]")


def plain(typed: str) -> tuple[str, list[Fault]]:
    """A field's text as plain Unicode: accents composed (NFC), blanks joined, braces and commands gone.

    Args:
        typed: the text between the field's delimiters.

    Returns:
        the text, and a warning for every command that is not known; its argument is kept.
    """
    if not _NEEDS_READING.search(typed):
        return composed(typed), []
    reading = _Reading(typed)
    reading.run()
    return composed("".join(reading.out)), reading.faults


@dataclass
class _Group:
    """An open brace: what to do with its text, where that begins, and whether mathematics was on before."""

    changes: list[Change]
    start: int
    in_maths: bool


@dataclass
class _Reading:
    """One pass over a text, token by token; groups lie on a stack, so that no nesting is too deep."""

    typed: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    waiting: list[Change] = field(default_factory=list)
    in_maths: bool = False
    open_quotes: int = 0
    in_address: bool = False
    may_be_balanced: bool = True
    last_apostrophe: int = field(init=False)

    def __post_init__(self) -> None:
        self.last_apostrophe = self.typed.rfind("'")

    def run(self) -> None:
        while self.at < len(self.typed):
            if not self.waiting and (run := _RUN_OF_TEXT.match(self.typed, self.at)):
                self._take_run(run.group())
                continue
            token = _TOKEN.match(self.typed, self.at)
            if token is None:  # the last alternative takes any character
                break
            self.at = token.end()
            kind = token.lastgroup or "text"
            getattr(self, f"_{kind}")(token.group(kind), token.start())

    def _take_run(self, text: str) -> None:
        self.out.append(text)
        self.at += len(text)
        if "://" in text:
            self.in_address = _ADDRESS_AT_END.search(text) is not None
        elif self.in_address:
            self.in_address = not any(character.isspace() for character in text)

    def _emit(self, text: str) -> None:
        while self.waiting:
            text = self.waiting.pop()(text)
        self.out.append(text)

    def _wait(self, change: Change) -> None:
        if len(self.waiting) < _MOST_WAITING:
            self.waiting.append(change)

    def _text(self, text: str, _: int) -> None:
        if self.waiting:
            self._emit(text[0])
            text = text[1:]
        self.out.append(text)

    def _blank(self, _text: str, _: int) -> None:
        if not self.waiting:  # TeX skips blanks before an argument
            self.out.append(" ")

    def _tie(self, text: str, _: int) -> None:
        self._emit(text if self.in_address else " ")

    def _backslash(self, _text: str, at: int) -> None:
        self.faults.append(_unknown("\\", at))

    def _ligature(self, text: str, _: int) -> None:
        if self.in_address:
            self._emit(text)
        elif self.in_maths and text == "''":
            self._emit("\u2033")
        else:
            self._emit(_LIGATURES[text])

    def _quote(self, text: str, _: int) -> None:
        if self.in_maths:
            self._emit("\u2032" if text == "'" else text)
        elif text == "`" and self.at <= self.last_apostrophe:
            self.open_quotes += 1
            self._emit("\u2018")
        elif self.open_quotes and not self.typed[self.at : self.at + 1].isalnum():
            self.open_quotes -= 1
            self._emit("\u2019")
        else:
            self._emit(text)

    def _dollar(self, text: str, _: int) -> None:
        if self.in_maths:
            self.in_maths = False
            return
        end = self.typed.find("$", self.at)
        if end >= 0 and _MATHS.fullmatch(self.typed, self.at, end):
            self.in_maths = True
        else:
            self._emit(text)

    def _script(self, text: str, _: int) -> None:
        if self.in_maths:
            self._wait(superscript_in_maths if text == "^" else subscript)
        else:
            self._emit(text)

    def _open(self, _text: str, _: int) -> None:
        changes = self.waiting if len(self.groups) < _DEEPEST else []
        self.groups.append(_Group(changes, len(self.out), self.in_maths))
        self.waiting = []

    def _close(self, _text: str, _: int) -> None:
        if not self.groups:
            return
        group = self.groups.pop()
        self.waiting = []
        self.in_maths = group.in_maths
        if group.changes:
            inside = "".join(self.out[group.start :])
            del self.out[group.start :]
            while group.changes:
                inside = group.changes.pop()(inside)
            self.out.append(inside)

    def _sign(self, sign: str, at: int) -> None:
        if sign in latex_symbols.SIGN_ACCENTS:
            self._wait(accent_over(latex_symbols.SIGN_ACCENTS[sign]))
        elif sign in "()[]":
            self.in_maths = sign in "(["
        elif sign in latex_symbols.SIGNS:
            self._emit(latex_symbols.SIGNS[sign])
        else:
            self.faults.append(_unknown(f"\\{sign}", at))
            self._emit(sign)

    def _word(self, word: str, at: int) -> None:
        if word in latex_symbols.SYMBOLS:
            self._emit(latex_symbols.SYMBOLS[word])
        elif word in latex_symbols.WORD_ACCENTS:
            self._wait(accent_over(latex_symbols.WORD_ACCENTS[word]))
        elif word in CHANGES:
            self._wait(CHANGES[word])
        elif word in _VERBATIM_WORDS:
            self._address()
        elif word not in latex_symbols.WITHOUT_EFFECT:
            self.faults.append(_unknown(f"\\{word}", at))

    def _address(self) -> None:
        """Take the argument of an address as it is typed."""
        if not (self.may_be_balanced and self.typed.startswith("{", self.at)):
            return
        depth = 0
        for brace in _BRACES.finditer(self.typed, self.at):
            depth += 1 if brace.group() == "{" else -1
            if depth == 0:
                self._emit(verbatim(self.typed[self.at + 1 : brace.start()]))
                self.at = brace.end()
                return
        self.may_be_balanced = False


def _unknown(command: str, at: int) -> Fault:
    return Fault(
        "unknown-latex",
        f"Write the character itself instead of the LaTeX command {command}, which is not known here; "
        "its text is kept",
        at,
        "warning",
    )
