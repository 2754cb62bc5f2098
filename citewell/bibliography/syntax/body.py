"""The body of an entry: its key and its fields, up to the brace that closes it."""

import re
from typing import Any, NoReturn

from pybtex.scanner import PybtexSyntaxError

from citewell.bibliography.characters import excerpt
from citewell.bibliography.fields import is_read
from citewell.bibliography.syntax.raw import RawField
from citewell.bibliography.syntax.value import UNCLOSED, NoEndError, ValueParser

_NAME = r"[A-Za-z_][^\s=,{}()\"#%@\\']*"
_FIELD = re.compile(rf"({_NAME})\s*=\s*")
_FIELD_WITHOUT_EQUALS = re.compile(rf"({_NAME})[ \t]+(?=[{{\"0-9])")
_FIELD_ON_A_LINE = re.compile(r"\n[ \t]*([A-Za-z_][\w-]*)[ \t]*=[ \t]*[{\"\w]")
_RESUME = re.compile(rf"(?:^|,)[ \t]*(?={_NAME}[ \t]*=)|^[ \t]*(?=[}})])", re.MULTILINE)
_KEY = re.compile(r"[^\s,{}()]+")
_REST_OF_LINE = re.compile(r"[^,{}\n]*")
_BARE_VALUE = re.compile(r"[^,{}\"#\n]+")
_SHORTHAND_OR_NUMBER = re.compile(r"[0-9]+|[A-Za-z!$&*+\-./:;<>?\[\]^_`|~][\w!$&*+\-./:;<>?\[\]^_`|~]*")
_CLOSED_BY_NEXT_LINE = re.compile(r"[^\n]+\n[ \t]*")
_MOST_REPAIRS = 20
_ADVICE_ON_COMMENT = "Take this line out of the entry: inside an entry, BibTeX knows no comments"
_ADVICE_ON_FIELD = "Write each field as name = {value}, with a comma after it"


class BodyParser(ValueParser):
    """Reads the bodies of entries; a fault in one field leaves the others readable."""

    current_fields: list[RawField]
    current_value: list[str]
    current_entry_key: str | None
    command_start: int

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.key_at = 0
        self._closing = "}"
        self._repairs = 0

    def begin(self, pos: int, end_pos: int) -> None:
        """Set out to read from `pos`, not beyond `end_pos`."""
        self.pos, self.end_pos = pos, end_pos
        self._closing, self._repairs = "}", 0

    def parse_entry_body(self, body_end: Any) -> None:
        """Read key and fields; called by pybtex's parser, which then asks for the brace `body_end`."""
        self._closing = "}" if body_end is self.RBRACE else ")"
        self.current_entry_key = self._read_key()
        self.read_fields(self.command_start)

    def _read_key(self) -> str:
        self.eat_whitespace()
        self.key_at = self.pos
        key = _KEY.match(self.text, self.pos, self.end_pos)
        if key is None or _FIELD.match(self.text, self.pos, self.end_pos):
            return ""
        self.pos = key.end()
        self.eat_whitespace()
        if self.at_end() or self.at_sign("," + self._closing):
            return key.group()
        if _FIELD.match(self.text, self.pos, self.end_pos):
            self.report(f"Put a comma after the key: {excerpt(key.group())},", key.end(), "missing-comma")
            return key.group()
        rest = _REST_OF_LINE.match(self.text, key.end(), self.end_pos)
        self.pos = rest.end() if rest else self.pos
        return self.text[key.start() : self.pos].strip()

    def read_fields(self, entry_at: int) -> None:
        """Read fields into `current_fields`, up to the brace that closes the entry; that brace is left.

        Args:
            entry_at: where the entry begins, for the fault of its being unclosed.

        Raises:
            NoEndError: there is no such brace; reported.
        """
        while True:
            self.eat_whitespace()
            if self.at_end():
                if not self._reopen_swallowing_field(self.current_fields):
                    self._give_up_unclosed(entry_at)
            elif self.at_sign(self._closing):
                return
            elif self.at_sign(","):
                self.pos += 1
            elif head := _FIELD.match(self.text, self.pos, self.end_pos):
                self.pos = head.end()
                self._read_field(head.group(1), head.start())
            elif head := _FIELD_WITHOUT_EQUALS.match(self.text, self.pos, self.end_pos):
                self.report(f"Write an equals sign: {excerpt(head.group(1))} = {{…}}", self.pos)
                self.pos = head.end()
                self._read_field(head.group(1), head.start())
            else:
                is_comment = self.at_sign("%")
                self.report(_ADVICE_ON_COMMENT if is_comment else _ADVICE_ON_FIELD, self.pos)
                self._resume()

    def _read_field(self, name: str, name_at: int) -> None:
        start = self.pos
        self.has_broken_value = False
        if self.at_end() or self.at_sign("," + self._closing):
            self.report(f"Write a value in braces: {excerpt(name)} = {{…}}", name_at)
            self.current_fields.append(RawField(name.lower(), "", name_at, start, is_broken=True))
            return
        in_delimiters = self.at_sign('{"')
        if not in_delimiters and not self._is_shorthand_or_number():
            self._take_bare_value(name, name_at)
            return
        try:
            self.parse_value()
        except NoEndError:
            self._take_unclosed_value(name, name_at, start)
            return
        except PybtexSyntaxError:
            self.report(f"Put the value in braces: {excerpt(name)} = {{…}}", start)
            self._resume()
            return
        self.current_fields.append(
            RawField(
                name.lower(),
                "".join(self.current_value),
                name_at,
                start + in_delimiters,
                is_in_one_piece=len(self.current_value) == 1,
                is_broken=self.has_broken_value,
            )
        )
        self._end_field(name, in_quotes=self.text[start] == '"')

    def _is_shorthand_or_number(self) -> bool:
        bare = _BARE_VALUE.match(self.text, self.pos, self.end_pos)
        return bare is not None and _SHORTHAND_OR_NUMBER.fullmatch(bare.group().rstrip(" \t)")) is not None

    def _take_bare_value(self, name: str, name_at: int) -> None:
        start = self.pos
        bare = _BARE_VALUE.match(self.text, start, self.end_pos)
        value = bare.group().strip() if bare else ""
        self.report(f"Put the value in braces: {excerpt(name)} = {{{excerpt(value) or '…'}}}", start)
        self.current_fields.append(RawField(name.lower(), value, name_at, start, is_broken=not value))
        self.pos = bare.end() if bare else start
        if bare is None or not (self.at_end() or self.at_sign(",\n" + self._closing)):
            self._resume()

    def _end_field(self, name: str, *, in_quotes: bool) -> None:
        """After a value stands a comma or the end of the entry."""
        end = self.pos
        while self.text[end - 1].isspace():
            end -= 1
        self.eat_whitespace()
        if self.at_end() or self.at_sign("," + self._closing):
            return
        if in_quotes and self._reopen_swallowing_field(self.current_fields[-1:]):
            return
        if _FIELD.match(self.text, self.pos, self.end_pos):
            self.report(f"Put a comma after the value of `{excerpt(name)}`", end, "missing-comma")
            return
        advice = f"Take this out, or put the whole value in braces: {excerpt(name)} = {{…}}"
        if in_quotes:
            advice = (
                f"Put the value in braces: {excerpt(name)} = {{…}}. The quotation mark before this ends it"
            )
        elif "\n" in self.text[end : self.pos]:
            advice = _ADVICE_ON_COMMENT if self.at_sign("%") else _ADVICE_ON_FIELD
        self.report(advice, self.pos)
        self._resume()

    # Going on after a fault.

    def _reopen_swallowing_field(self, suspects: list[RawField]) -> bool:
        """Whether the value of one of these holds a line that is a field itself: then it ends before it."""
        if self._repairs >= _MOST_REPAIRS:
            return False
        for suspect in suspects:
            if suspect.is_in_one_piece and not suspect.is_broken:
                line = self._swallowed_line(suspect.value_at, suspect.value_at + len(suspect.value) + 1)
                if line is not None:
                    del self.current_fields[self.current_fields.index(suspect) :]
                    self._cut_value(suspect.name, suspect.name_at, suspect.value_at - 1, line)
                    return True
        return False

    def _give_up_unclosed(self, entry_at: int) -> NoReturn:
        last = self.current_fields[-1] if self.current_fields else None
        if last and not last.is_broken and _CLOSED_BY_NEXT_LINE.fullmatch(last.value):
            self._give_up(self._advice_on_closing(last.name, last.value_at - 1), last.value_at - 1)
        self._give_up("Close this entry with a } before the next one begins", entry_at)

    def _take_unclosed_value(self, name: str, name_at: int, start: int) -> None:
        line = self._swallowed_line(start, self.end_pos) if self._repairs < _MOST_REPAIRS else None
        if line is not None:
            self._cut_value(name.lower(), name_at, start, line)
            return
        first_line = self.text[start + 1 : self.end_pos].partition("\n")[0].rstrip(" \t,}")
        self.current_fields.append(RawField(name.lower(), first_line, name_at, start + 1, is_broken=True))
        self._give_up(self._advice_on_closing(name, start), start)

    def _cut_value(self, name: str, name_at: int, delimiter_at: int, end: int) -> None:
        self._repairs += 1
        value = self.text[delimiter_at + 1 : end].rstrip(" \t\n,")
        self.current_fields.append(RawField(name, value, name_at, delimiter_at + 1, is_broken=True))
        self.report(self._advice_on_closing(name, delimiter_at), delimiter_at, UNCLOSED)
        self.pos = end

    def _advice_on_closing(self, name: str, delimiter_at: int) -> str:
        closing = '"' if self.text[delimiter_at] == '"' else "}"
        return f"Close the value of `{excerpt(name)}` with a {closing}"

    def _swallowed_line(self, start: int, end: int) -> int | None:
        for match in _FIELD_ON_A_LINE.finditer(self.text, start, end):
            if is_read(match.group(1).lower()):
                return match.start()
        return None

    def _resume(self) -> None:
        """Go on with the next field of this entry, or give the entry up; the fault is reported."""
        found = _RESUME.search(self.text, self.pos + 1, self.end_pos)
        if found is None:
            raise NoEndError("nothing left", self)
        self.pos = found.end()

    def _give_up(self, advice: str, at: int) -> NoReturn:
        self.report(advice, at, UNCLOSED)
        raise NoEndError(advice, self)
