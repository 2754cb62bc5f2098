"""The export of Google Search Console: how often pages were shown and clicked, and for which queries.

The zip that it offers holds a file for each dimension, of which those of queries and of pages are read, and
one that names its filters. Headings and numbers are written in the language of the account.
Source: https://support.google.com/webmasters/answer/7576553
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

HOW_TO_EXPORT = (
    "In Search Console open Performance, Search results, choose Export and Download CSV, "
    "and give the zip as it is"
)

_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "query": "top queries|query|queries|häufigste suchanfragen|suchanfragen|requêtes les plus fréquentes|"
        "consultas principales|上位のクエリ",
        "page": "top pages|page|pages|landing page|url|häufigste seiten|seiten|pages les plus populaires|"
        "páginas principales|上位のページ",
        "clicks": "clicks|klicks|clics|クリック数",
        "impressions": "impressions|impressionen|impresiones|表示回数",
        "ctr": "ctr|klickrate",
        "position": "position|average position|durchschnittliche position|position moyenne|posición|"
        "posición media|掲載順位",
    }
)
"""As exports have them, in small letters: in English, German, French, Spanish and Japanese."""

_WHOLE = re.compile(r"[0-9]{1,3}(?:[.,'’\s][0-9]{3}){1,4}|[0-9]{1,15}")  # noqa: RUF001 - as Swiss exports have it
_DECIMAL = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,9})?")
_SHARE = re.compile(r"<?\s*[0-9]{1,3}(?:[.,][0-9]{1,9})?\s*%?")
_NO_DIGIT = re.compile(r"[^0-9]")
_FILTERS = re.compile(r"filt(?:er|re|ro)s?", re.IGNORECASE)
_DELIMITERS = ",;\t"
_OF_A_FILTER = 2


class SearchExportError(Exception):
    """A file is no export that can be read. The message says where and what to do instead."""


@dataclass(frozen=True, slots=True)
class SearchRow:
    """How a page was found, or for what.

    Args:
        page: its address as exported; empty for all pages together.
        query: what people typed; empty for all queries together.
        clicks: how many.
        impressions: how often it was shown.
        position: among the results, the average, from 1 on; None where it is not told.
    """

    page: str
    query: str
    clicks: int
    impressions: int
    position: float | None


@dataclass(frozen=True)
class SearchExport:
    """What was exported: the rows, and the filters in words, such as `Date: Last 3 months`."""

    rows: tuple[SearchRow, ...]
    filters: tuple[str, ...] = ()


def read_search_export(files: Iterable[tuple[str, str]]) -> SearchExport:
    """Read the files of an export; those of other dimensions are passed over.

    Args:
        files: each with its name, for errors, and its text.

    Raises:
        SearchExportError: a file cannot be read, or none tells of queries or pages.
    """
    rows: list[SearchRow] = []
    filters: list[str] = []
    passed_over: list[str] = []
    is_told = False
    for name, text in files:
        table = _table(name, text)
        _, head = next(table, (1, []))
        columns = _columns(name, head)
        if columns:
            is_told = True
            rows += (_row(name, line, cells, columns) for line, cells in table)
        elif len(head) == _OF_A_FILTER and _FILTERS.fullmatch(head[0].strip()):
            filters += (": ".join(cells) for _, cells in table)
        else:
            passed_over.append(name)
    if not is_told:
        place = f"{passed_over[0]}:1: " if passed_over else ""
        raise SearchExportError(f"{place}{_no_column('Top queries or Top pages')}")
    return SearchExport(tuple(rows), tuple(filters))


def _table(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with its line; all as long as the first."""
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    length = 0
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            length = length or len(cells)
            if len(cells) != length:
                advice = f"This line has {len(cells)} cells and the first has {length}"
                raise SearchExportError(f"{name}:{reader.line_num}: {advice}. {HOW_TO_EXPORT}")
            yield reader.line_num, cells
    except csv.Error as error:
        raise SearchExportError(
            f"{name}:{reader.line_num}: This is no CSV ({error}). {HOW_TO_EXPORT}"
        ) from error


def _columns(name: str, head: Sequence[str]) -> Mapping[str, int]:
    """Which column holds what; empty for a table of another dimension."""
    words = [" ".join(cell.split()).casefold() for cell in head]
    columns = {
        meaning: at
        for meaning, known in _HEADINGS.items()
        for at, cell in enumerate(words)
        if cell in known.split("|")
    }
    if not columns.keys() & {"query", "page"}:
        return {}
    missing = [name.capitalize() for name in ("clicks", "impressions") if name not in columns]
    if not missing:
        return columns
    if any(cell.endswith(" clicks") for cell in words):
        advice = "This export compares two spans of time. Choose one date range without Compare"
        raise SearchExportError(f"{name}:1: {advice}. {HOW_TO_EXPORT}")
    raise SearchExportError(f"{name}:1: {_no_column(' or '.join(missing))}")


def _no_column(names: str) -> str:
    return (
        f"No column is named {names}. Set the language of Search Console to English if it is another. "
        f"{HOW_TO_EXPORT}"
    )


def _row(name: str, line: int, cells: Sequence[str], columns: Mapping[str, int]) -> SearchRow:
    typed = {meaning: cells[at].strip() for meaning, at in columns.items()}
    faults = [
        f"Write {meaning} as {shape}, not “{typed[meaning][:40]}”"
        for meaning, pattern, shape in (
            ("clicks", _WHOLE, "a whole number"),
            ("impressions", _WHOLE, "a whole number"),
            ("ctr", _SHARE, "a share such as 3.5%"),
            ("position", _DECIMAL, "a number such as 8.4"),
        )
        if meaning in typed
        and not pattern.fullmatch(typed[meaning])
        and (typed[meaning] or meaning in ("clicks", "impressions"))
    ]
    faults += [
        f"Name the {meaning} in this line" for meaning in ("page", "query") if typed.get(meaning) == ""
    ]
    if faults:
        raise SearchExportError(f"{name}:{line}: {faults[0]}. {HOW_TO_EXPORT}")
    position = typed.get("position", "").replace(",", ".")
    return SearchRow(
        typed.get("page", ""),
        typed.get("query", ""),
        int(_NO_DIGIT.sub("", typed["clicks"])),
        int(_NO_DIGIT.sub("", typed["impressions"])),
        float(position) if position else None,
    )
