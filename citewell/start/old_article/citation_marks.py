"""Citation marks of an old text, (1,2) or [1] or a raised number, become keys: [@goodwin2017; @price2009]."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from citewell.checks.unwritten_text import to_write
from citewell.source import Source
from citewell.start.old_article.numbers import DASH, NUMBERS, numbers_in
from citewell.start.old_article.old_text import Leftover

_PAGES = rf"(?:,\s*(?P<pages>pp?\.\s*\d[\d\s,]*(?:{DASH}\s*\d+)?))?"
_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = f"[{_RAISED_DIGITS}](?:[{_RAISED_DIGITS}⁻\N{EN DASH},-]*[{_RAISED_DIGITS}])?"
_UNITS = r"(?<!\bm)(?<!\bcm)(?<!\bmm)(?<!\bkm)"
_STYLES: Mapping[str, re.Pattern[str]] = {
    "round": re.compile(rf"\\?\((?:\[)?(?P<numbers>{NUMBERS})(?:\](?:\(#[^()\s]*\))?)?{_PAGES}\\?\)"),
    "square": re.compile(
        rf"\\?\[(?:\\?\[)?(?P<numbers>{NUMBERS}){_PAGES}\\?\](?:\\?\])?(?:\(#[^()\s]*\)|(?![(:]))"
        rf"(?P<more>(?:\s?[,;]?\s?\\?\[(?:\\?\[)?{NUMBERS}\\?\](?:\\?\])?(?:\(#[^()\s]*\)|(?![(:])))*)"
    ),
    "raised": re.compile(
        rf"(?<!\d)\^(?:\\?\[)?(?P<numbers>{NUMBERS})(?:\\?\])?(?:\(#[^()\s]*\))?\^|{_UNITS}(?P<digits>(?<![\d\s]){_RAISED})"
    ),
    "footnote": re.compile(r"\[\^(?P<name>[^\[\]\s]+)\](?!:)(?P<more>(?:,?\s?\[\^[^\[\]\s]+\](?!:))*)"),
}
_DIGITS = str.maketrans(_RAISED_DIGITS + "⁻\N{EN DASH}", "0123456789--")
_TO_RAISED = str.maketrans("0123456789-", _RAISED_DIGITS + "⁻")
_STILL_RAISED = re.compile(rf"\^(?P<number>{NUMBERS})\^")
_NAMES = re.compile(r"\[\^([^\[\]\s]+)\]")
_STOP_BEFORE = re.compile(r"(?<![.,;:!?\s])(?P<stop>[.,;:!?])(?P<blank>[ \t]*)$")
_ABBREVIATION = re.compile(r"(?:\b(?:al|vs|cf|approx|ca|Dr|e\.g|i\.e|etc|no|nos|ref|refs))\.$", re.IGNORECASE)
_OPENING_SIGNS = "\"'([\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_YEARS = range(1500, 2200)


@dataclass
class CitationMarks:
    """Replaces the marks of an article's texts.

    Args:
        keys: of each work, by what the text calls it: its number, or a footnote's name with a circumflex.
        style: of the marks, as `prevailing_style` finds it.
        cited: the names that were met.
        leftovers: the marks that could not be placed.
    """

    keys: Mapping[str, str]
    style: str
    cited: set[str] = field(default_factory=set)
    leftovers: list[Leftover] = field(default_factory=list)

    def placed(self, text: str, place: str) -> str:
        """The text with keys in the place of its marks.

        A mark behind a stop comes before it, as this site sets citations; a mark that calls up a work that
        the list does not have stays, and says so.

        Args:
            text: as typed.
            place: where it stands, for what cannot be placed.
        """
        prose = Source("", text).prose
        edits: list[tuple[int, int, str]] = []
        for style in (self.style, "footnote"):
            for mark in _STYLES[style].finditer(text) if style else ():
                if prose[mark.start() : mark.end()].strip():
                    edits += self._edit(text, mark, place)
        for start, end, words in sorted(edits, reverse=True):
            text = f"{text[:start]}{words}{text[end:]}"
        return _STILL_RAISED.sub(lambda found: found["number"].translate(_TO_RAISED), text)

    def _edit(self, text: str, mark: re.Match[str], place: str) -> list[tuple[int, int, str]]:
        names = _names_of(mark)
        around = _line_around(text, mark.start())
        if names is None:
            self._leave(f"“{mark.group()}” names no list of works", place, around)
            return []
        unknown = [name for name in names if name not in self.keys]
        is_footnote = mark.re is _STYLES["footnote"]
        if unknown and not is_footnote and any(int(name) in _YEARS for name in unknown):
            return []
        if is_footnote and len(unknown) == len(names):
            return []
        if not text[text.rfind("\n", 0, mark.start()) + 1 : mark.start()].strip(" \t>*-+"):
            self._leave(f"“{mark.group()}” begins a line, so it was left as it is", place, around)
            return []
        self.cited.update(name for name in names if name in self.keys)
        known = list(dict.fromkeys(self.keys[name] for name in names if name in self.keys))
        pages = mark.groupdict().get("pages")
        written = [f"@{key}" for key in known]
        if pages and written:
            written[-1] += f", {' '.join(pages.split())}"
        start, stop = _place_before_stop(text, mark)
        if not written:
            self._leave(f"The list of references has no number {', '.join(unknown)}", place, around)
            mark_of = f"the source that “{mark.group()}” stands for, or take this away if it is no citation"
            return [(mark.end(), mark.end(), f" {to_write(mark_of)}")]
        words = f" [{'; '.join(written)}]"
        kept = "".join(f"[{name}]" for name in unknown) if is_footnote else ""
        if unknown and not is_footnote:
            numbers = ", ".join(unknown)
            self._leave(f"The list of references has no number {numbers}", place, around)
            words += f" {to_write(f'the source that the old article called number {numbers}')}"
        return [(start, mark.end(), f"{words}{stop}{kept}{_gap(text, mark.end(), stop)}")]

    def _leave(self, what: str, place: str, words: str) -> None:
        self.leftovers.append(Leftover(what, place, words))


def prevailing_style(texts: Iterable[str], keys: Mapping[str, str]) -> str:
    """The style of marks that these texts use most; empty where they have none.

    Only marks with a number that the list has are counted, or all where there is no list; a text that has
    raised numbers may have numbers in brackets that are no marks.
    """
    counted: Counter[str] = Counter()
    for text in texts:
        prose = Source("", text).prose
        for style in ("raised", "square", "round"):
            for mark in _STYLES[style].finditer(text):
                names = _names_of(mark)
                if (
                    names
                    and prose[mark.start() : mark.end()].strip()
                    and (not keys or any(name in keys for name in names))
                ):
                    counted[style] += 1
    return max(("raised", "square", "round"), key=lambda style: counted[style]) if counted else ""


def _names_of(mark: re.Match[str]) -> list[str] | None:
    found = mark.groupdict()
    if found.get("name"):
        return [f"^{name}" for name in _NAMES.findall(mark.group())]
    if found.get("digits"):
        numbers = numbers_in(found["digits"].translate(_DIGITS))
    else:
        more = re.findall(rf"\[({NUMBERS})\\?\]", found.get("more") or "")
        pieces = [numbers_in(piece) for piece in (found["numbers"], *more)]
        numbers = None if None in pieces else [number for piece in pieces for number in piece or ()]
    return None if numbers is None else [str(number) for number in dict.fromkeys(numbers)]


def _place_before_stop(text: str, mark: re.Match[str]) -> tuple[int, str]:
    """Where the citation begins, and the stop that it is put before; empty where it stays where it is."""
    before = text[: mark.start()]
    bare = len(before.rstrip(" \t"))
    stop = _STOP_BEFORE.search(before)
    if not stop or _ABBREVIATION.search(before[:bare]):
        return bare, ""
    after = text[mark.end() : mark.end() + 3].lstrip(" \t*_")
    ends_sentence = not after or after[0] in f"\n{_OPENING_SIGNS}" or after[0].isupper() or after[0].isdigit()
    if stop["blank"] and (stop["stop"] not in ".!?" or not ends_sentence):
        return bare, ""
    if stop["stop"] == "." and not ends_sentence:
        return bare, ""
    return stop.start("stop"), stop["stop"]


def _gap(text: str, end: int, stop: str) -> str:
    """A blank, where the mark stood between two words."""
    following = text[end : end + 1]
    return " " if following and (following.isalnum() or (stop and following in _OPENING_SIGNS)) else ""


def _line_around(text: str, at: int) -> str:
    start, end = max(text.rfind("\n", 0, at) + 1, at - 40), text.find("\n", at)
    return text[start : end if end >= 0 else len(text)]
