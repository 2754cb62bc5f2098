"""Values: texts in braces or quotation marks, numbers, and shorthands from @string, joined by `#`."""

import re
from collections.abc import Iterator
from typing import Any

from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.scanner import PybtexSyntaxError, Token
from pybtex.utils import CaseInsensitiveDict

from citewell.bibliography.characters import excerpt
from citewell.bibliography.fault import Fault

RULE = "bibtex-syntax"
UNCLOSED = "unclosed-entry"
DEEPEST_BRACES = 100

_BRACES = re.compile(r"[{}]")
_BRACES_AND_QUOTE = re.compile(r"[{}\"]")

# pybtex has no types. Its classes are taken for Any here, and what is used of them is declared below.
_PybtexParser: Any = LowLevelParser
_PybtexSyntaxError: Any = PybtexSyntaxError
_pybtex_token: Any = Token
_pybtex_dict: Any = CaseInsensitiveDict


class NoEndError(_PybtexSyntaxError):  # type: ignore[misc] # see above
    """A value or an entry has no end where it should have one."""


class ValueParser(_PybtexParser):  # type: ignore[misc] # see above
    """pybtex's parser, bound to read no further than `end_pos`, with offsets for lines and faults collected.

    Args:
        text: of the whole file, with line feeds for line ends.
    """

    text: str
    pos: int
    end_pos: int
    macros: dict[str, str]

    def __init__(self, text: str) -> None:
        super().__init__(text, macros=_pybtex_dict(month_names))  # a copy: @string adds to it
        self.found: list[Fault] = []
        self.has_broken_value = False

    def report(self, message: str, at: int, rule: str = RULE) -> None:
        """Keep a fault, with its offset from the file's beginning."""
        self.found.append(Fault(rule, message, at))

    # What pybtex's parser calls.

    def parse_value(self) -> None:
        """Read a value into `current_value`, as a list of its parts.

        Raises:
            NoEndError: a delimiter is not closed before `end_pos`.
            PybtexSyntaxError: what stands here is no value.
        """
        parts = [self.parse_value_part()]
        self.eat_whitespace()
        while self.at_sign("#"):
            self.pos += 1
            parts.append(self.parse_value_part())
            self.eat_whitespace()
        self.current_value = parts

    def parse_string(self, string_end: Any, level: int = 0, max_level: int = DEEPEST_BRACES) -> Iterator[Any]:
        """The text up to the delimiter that closes it, with that delimiter, in one step.

        pybtex searches the whole rest of the file for each kind of delimiter and nests a generator for each
        brace: both take a time that grows with the square of the text.
        """
        start, depth, deepest = self.pos, level, level
        in_quotes = string_end is self.QUOTE
        for match in (_BRACES_AND_QUOTE if in_quotes else _BRACES).finditer(self.text, start, self.end_pos):
            sign = match.group()
            if sign == "{":
                depth += 1
                deepest = max(deepest, depth)
            elif depth and sign == "}":
                depth -= 1
            elif depth == 0:
                if in_quotes and sign == "}":
                    break
                self.pos = match.end()
                if deepest > max_level:
                    self.report(f"Take out braces: more than {max_level} lie inside each other here", start)
                    self.has_broken_value = True
                yield _pybtex_token(self.text[start : self.pos], string_end)
                return
        raise NoEndError("no end", self)

    def substitute_macro(self, name: str) -> str:
        """The text of a shorthand."""
        if name in self.macros:
            return self.macros[name]
        self.report(
            f"Put the text in braces: {{{excerpt(name)}}}. Without them it is a shorthand, and the file has "
            "no @string of that name",
            self.pos - len(name),
            "undefined-macro",
        )
        self.has_broken_value = True
        return name

    def update_lineno(self, value: str) -> None:
        """Lines are counted from offsets."""

    # What this project's parser asks.

    def at_end(self) -> bool:
        """Whether nothing is left to read before the next entry."""
        return self.pos >= self.end_pos

    def at_sign(self, signs: str) -> bool:
        """Whether the next character is one of these."""
        return self.pos < self.end_pos and self.text[self.pos] in signs
