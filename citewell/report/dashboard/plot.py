"""Draws bars as SVG, with a table of the same numbers beside them.

Everything is an element: no value can become markup. Colours and sizes come from the style sheet of the page,
through classes, so that the page's policy needs no inline style.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as etree  # noqa: N813

_WIDTH = 320
"""Of a drawing, in its own units: about the pixels of a phone, so that its letters can be read there."""
_LABELS, _DIGIT = 128, 7
"""The room for the words before a bar, and for each sign of the number behind it."""
_ROW = 22
_COLUMNS, _ABOVE, _BELOW = 110, 30, 22
_NUMBERED = 20
"""How wide a column must be to have its number above it."""


@dataclass(frozen=True)
class Bar:
    """One bar.

    Args:
        label: what it counts, in full.
        value: how many.
        tick: what stands under a column; empty for nothing.
        is_late: whether it is something to mend.
    """

    label: str
    value: int
    tick: str = ""
    is_late: bool = False


@dataclass(frozen=True)
class Goal:
    """A line after some of the columns, with its words."""

    columns: int
    words: str


@dataclass(frozen=True)
class Plot:
    """Bars of one kind.

    Args:
        name: the beginning of its ids.
        title: what it shows.
        bars: in their order.
        heads: of the two columns of its table.
        shape: rows, each with its label in full, or columns with ticks.
        goal: in columns; None for none.
        note: what must be known to read it; empty for nothing.
    """

    name: str
    title: str
    bars: tuple[Bar, ...]
    heads: tuple[str, str]
    shape: Literal["rows", "columns"] = "rows"
    goal: Goal | None = None
    note: str = ""


def plot_element(plot: Plot) -> etree.Element:
    """The plot with its table; a sentence in their place where all its bars are empty."""
    figure = etree.Element("figure", {"class": "plot"})
    caption = etree.SubElement(figure, "figcaption")
    etree.SubElement(caption, "h3", {"id": f"{plot.name}-title"}).text = plot.title
    if plot.note:
        etree.SubElement(caption, "p").text = plot.note
    if not any(bar.value for bar in plot.bars):
        etree.SubElement(figure, "p", {"class": "nothing"}).text = "There is nothing to count yet."
        return figure
    figure.append(_rows(plot) if plot.shape == "rows" else _columns(plot))
    figure.append(_table(plot))
    return figure


def _table(plot: Plot) -> etree.Element:
    table = etree.Element("table", {"aria-labelledby": f"{plot.name}-title", "class": "numbers"})
    head = etree.SubElement(etree.SubElement(table, "thead"), "tr")
    etree.SubElement(head, "th", {"scope": "col"}).text = plot.heads[0]
    etree.SubElement(head, "th", {"scope": "col", "class": "number"}).text = plot.heads[1]
    body = etree.SubElement(table, "tbody")
    for bar in plot.bars:
        if not bar.value and plot.shape == "columns":
            continue  # a scale goes over many values that do not occur
        row = etree.SubElement(body, "tr")
        etree.SubElement(row, "th", {"scope": "row"}).text = bar.label
        etree.SubElement(row, "td", {"class": "number"}).text = f"{bar.value:,}"
    return table


def _drawing(plot: Plot, height: int) -> etree.Element:
    """An empty drawing. Its numbers stand in the table, so that it needs no words but its name."""
    size = {"viewBox": f"0 0 {_WIDTH} {height}", "preserveAspectRatio": "xMidYMid meet"}
    return etree.Element("svg", {"role": "img", "aria-labelledby": f"{plot.name}-title", **size})


def _rows(plot: Plot) -> etree.Element:
    svg = _drawing(plot, _ROW * len(plot.bars))
    most = max(bar.value for bar in plot.bars)
    scale = (_WIDTH - _LABELS - _DIGIT * (len(f"{most:,}") + 1)) / most
    for number, bar in enumerate(plot.bars):
        top = number * _ROW
        _text(svg, 0, top + 15, bar.label)
        _rectangle(svg, bar, (_LABELS, top + 4, bar.value * scale, _ROW - 8))
        _text(svg, _LABELS + bar.value * scale + 5, top + 15, f"{bar.value:,}", "value")
    _line(svg, (_LABELS, 0), (_LABELS, _ROW * len(plot.bars)), "axis")
    return svg


def _columns(plot: Plot) -> etree.Element:
    svg = _drawing(plot, _ABOVE + _COLUMNS + _BELOW)
    most = max(bar.value for bar in plot.bars)
    step = _WIDTH / len(plot.bars)
    ground = _ABOVE + _COLUMNS
    for number, bar in enumerate(plot.bars):
        height = bar.value * _COLUMNS / most
        middle = (number + 0.5) * step
        _rectangle(svg, bar, (middle - step * 0.36, ground - height, step * 0.72, height))
        if bar.tick:
            _text(svg, middle, ground + 15, bar.tick, "tick")
        if bar.value and step >= _NUMBERED:
            _text(svg, middle, ground - height - 4, f"{bar.value:,}", "tick")
    if step < _NUMBERED:
        _line(svg, (0, _ABOVE), (_WIDTH, _ABOVE), "grid")
        _text(svg, 0, _ABOVE - 4, f"{most:,}", "value")
    _line(svg, (0, ground), (_WIDTH, ground), "axis")
    if plot.goal:
        at = plot.goal.columns * step
        _line(svg, (at, 12), (at, ground), "goal")
        _text(svg, at + 4, 10, plot.goal.words, "value")
    return svg


def _rectangle(svg: etree.Element, bar: Bar, place: Sequence[float]) -> None:
    size = dict(zip(("x", "y", "width", "height"), map(_number, place), strict=True))
    etree.SubElement(svg, "rect", {**size, "class": "late" if bar.is_late else "bar"})


def _line(svg: etree.Element, start: tuple[float, float], end: tuple[float, float], kind: str) -> None:
    places = dict(zip(("x1", "y1", "x2", "y2"), map(_number, (*start, *end)), strict=True))
    etree.SubElement(svg, "line", {**places, "class": kind})


def _text(svg: etree.Element, left: float, base: float, words: str, kind: str = "label") -> None:
    etree.SubElement(svg, "text", {"x": _number(left), "y": _number(base), "class": kind}).text = words


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
