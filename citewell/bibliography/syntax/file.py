"""A whole file: its entries, its shorthands, its comments, and the text between them."""

import re
from bisect import bisect_right
from typing import Any

from pybtex.database.input.bibtex import SkipEntry
from pybtex.scanner import PybtexSyntaxError

from citewell.bibliography.characters import excerpt
from citewell.bibliography.fault import Fault
from citewell.bibliography.fields import is_read
from citewell.bibliography.syntax.body import BodyParser
from citewell.bibliography.syntax.raw import RawEntry
from citewell.bibliography.syntax.value import UNCLOSED, NoEndError

_ENTRY_START = re.compile(r"^[ \t]*(?P<at>@)[ \t]*[A-Za-z][\w-]*\s*[{(]", re.MULTILINE)
_BETWEEN_ENTRIES = re.compile(
    r"^[ \t]*%.*$"
    r"|^[ \t]*(?P<start>@)"
    r"|(?P<within>@)[ \t]*[A-Za-z][\w-]*[ \t]*[{(]"
    r"|^[ \t]*(?P<stray>[A-Za-z][\w-]*)[ \t]*=[ \t]*[{\"0-9]",
    re.MULTILINE,
)
_COMMENT = re.compile(r"@[ \t]*comment\b\s*(?P<brace>\{)?", re.IGNORECASE)
_BRACES = re.compile(r"[{}]")
_LINE_END_OF_FIELD = re.compile(r"[ \t]*,?[ \t]*\n[ \t]*")
_LONGEST_SHORTHAND = 1000
_MOST_OPEN_COMMENTS = 20


def read_syntax(text: str) -> tuple[list[RawEntry], list[Fault]]:
    """The entries of a file, and its faults of syntax with offsets from its beginning."""
    parser = _FileParser(text)
    parser.read()
    return parser.entries, list(dict.fromkeys(parser.found))


class _FileParser(BodyParser):
    """Reads one file, from one `@` to the next. Lines that begin with % are comments, as Biber reads them."""

    current_field_name: str | None

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.entries: list[RawEntry] = []
        self._file_end = len(text)
        self._starts = [match.start("at") for match in _ENTRY_START.finditer(text)]
        self._entry_end = 0
        self._open_comments = 0
        self._is_broken = False

    def read(self) -> None:
        """Fill `entries` and `found`."""
        while found := _BETWEEN_ENTRIES.search(self.text, self.pos):
            self.pos = found.end()
            if found["stray"]:
                self._read_stray_field(found.start("stray"))
            elif found["start"] or found["within"]:
                self._read_command(found.start("start") if found["start"] else found.start("within"))

    def _read_command(self, at: int) -> None:
        if comment := _COMMENT.match(self.text, at):
            self._skip_comment(comment)
            return
        self._is_broken = False
        self.command_start = at
        self.begin(at + 1, self._next_start(at))
        try:
            command, body = self.parse_command()
        except PybtexSyntaxError:
            advice = "Write the kind of work and a brace after @, as in @article{goodwin2017, title = {…}, …}"
            self.report(advice, at)
            self._is_broken = True
        except SkipEntry:
            pass
        else:
            self._take(command.lower(), body)
        self._go_on()

    def _next_start(self, at: int) -> int:
        following = bisect_right(self._starts, at)
        return self._starts[following] if following < len(self._starts) else self._file_end

    def _go_on(self) -> None:
        """After a command: what is left of a broken one is passed over."""
        if self._is_broken:
            self.pos = self.end_pos

    def _take(self, command: str, body: Any) -> None:
        if command == "string":
            name = self.current_field_name or ""
            # Shorthands made of shorthands could grow without end.
            if name in self.macros and len(self.macros[name]) > _LONGEST_SHORTHAND:
                self.report(f"Shorten this @string to {_LONGEST_SHORTHAND} characters", self.command_start)
                self.macros[name] = ""
        elif command != "preamble":
            key, fields = body
            entry = RawEntry(command, key, self.command_start, self.key_at, fields, not self._is_broken)
            self.entries.append(entry)
            self._entry_end = self.pos

    def handle_error(self, error: PybtexSyntaxError) -> None:
        """Called by pybtex's parser for a command that breaks off."""
        self._is_broken = True
        if isinstance(error, NoEndError) and self.current_entry_key is not None:
            return  # an entry; reported where it happened
        advice = "Write a shorthand as @string{jad = {J Affect Disord}}, and use it as journal = jad"
        if self.text[self.command_start : self.command_start + 9].lower() == "@preamble":
            advice = "Delete this @preamble, which is not used here, or close its text"
        self.report(advice, self.command_start)

    def _skip_comment(self, comment: re.Match[str]) -> None:
        """@comment{…} hides all it holds, entries as well, as Biber and JabRef read it."""
        self.pos = comment.end()
        if not comment["brace"]:
            return
        if self._open_comments < _MOST_OPEN_COMMENTS:
            depth = 1
            for brace in _BRACES.finditer(self.text, self.pos):
                depth += 1 if brace.group() == "{" else -1
                if depth == 0:
                    self.pos = brace.end()
                    return
        self._open_comments += 1
        self.report("Close this @comment with a }", comment.start(), UNCLOSED)

    def _read_stray_field(self, at: int) -> None:
        """A field outside of any entry: the entry above is closed too early, or its own has no beginning."""
        name = self.text[at : self.pos].partition("=")[0].strip()
        if not is_read(name.lower()):
            return
        self._is_broken = False
        self.begin(at, self._next_start(at))
        if self._is_closed_too_early(at):
            entry = self.entries[-1]
            closed = f"closes the entry `{excerpt(entry.key)}` before `{name}`"
            self.report(f"Take out a brace above: one }} too many {closed}", at)
            self.current_fields = entry.fields
            try:
                self.read_fields(entry.at)
                self.pos += 1
            except NoEndError:
                self._is_broken = True
                entry.is_complete = False
            self._entry_end = self.pos
        else:
            self.report(f"Write @article{{goodwin2017, before this: `{name}` belongs to no entry", at)
            self._is_broken = True
        self._go_on()

    def _is_closed_too_early(self, at: int) -> bool:
        """Whether the entry above was closed in the middle of a line, and nothing but its comma follows."""
        if not self.entries or not _LINE_END_OF_FIELD.fullmatch(self.text, self._entry_end, at):
            return False
        line_start = self.text.rfind("\n", 0, self._entry_end) + 1
        return not self.text[line_start : self._entry_end].strip().startswith("}")
