"""Draws the picture of an article: the same words give the same bytes, without a network."""

import hashlib
import io
from importlib.resources import as_file, files
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from citewell.link_card.card import HEIGHT, WIDTH, Card
from citewell.pictures.picture_file import keep

_FONTS = files("font_source_sans_pro") / "files"
_BOLD, _REGULAR = "SourceSansPro-Bold.ttf", "SourceSansPro-Regular.ttf"
_MARGIN, _BAR = 80, 16
_TITLE_SIZES = (84, 76, 68, 60, 52, 46, 40)
_SMALL, _SMALLER = 36, 32
_LEADING = 1.18
_TITLE_TOP, _TITLE_BOTTOM = 170, 480
_STATE_LINES = 2
_COLOURS = 32
"""Shades that letters need at their edges. A palette of these keeps the file small."""


def card_png(card: Card, cache: Path | None) -> bytes:
    """The picture as PNG.

    Args:
        card: what it says.
        cache: a folder for what was drawn before; None for none.
    """
    key = hashlib.sha256(f"{PIL.__version__} {card.digest}".encode()).hexdigest()
    kept = cache / f"{key}.png" if cache else None
    if kept and kept.is_file():
        return kept.read_bytes()
    data = _drawn(card)
    keep(kept, data)
    return data


def _drawn(card: Card) -> bytes:
    colours = dict(card.colours)
    image = Image.new("RGB", (WIDTH, HEIGHT), colours["paper"])
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, _BAR, HEIGHT), fill=colours["accent"])
    width = WIDTH - 2 * _MARGIN
    site = _font(_BOLD, _SMALL)
    pen.text((_MARGIN, 70), _fitted(card.site, site, width, 1)[0], font=site, fill=colours["accent"])
    title, lines = _title(card.title, width)
    for number, line in enumerate(lines):
        pen.text(
            (_MARGIN, _TITLE_TOP + number * title.size * _LEADING), line, font=title, fill=colours["ink"]
        )
    state = _font(_REGULAR, _SMALLER)
    pen.line((_MARGIN, 500, WIDTH - _MARGIN, 500), fill=colours["accent"], width=3)
    for number, line in enumerate(_fitted(card.state, state, width, _STATE_LINES)):
        place = (_MARGIN, 522 + number * _SMALLER * _LEADING)
        pen.text(place, line, font=state, fill=colours["ink-soft"])
    out = io.BytesIO()
    few = image.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def _title(words: str, width: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters in which the title fits, and its lines."""
    for size in _TITLE_SIZES:
        font = _font(_BOLD, size)
        most = int((_TITLE_BOTTOM - _TITLE_TOP) // (size * _LEADING))
        lines = _lines(words, font, width)
        if len(lines) <= most and all(font.getlength(line) <= width for line in lines):
            return font, lines
    return font, _fitted(words, font, width, most)


def _lines(words: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitted(words: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
    """The lines of a text, cut with three dots where they are too many or a word is too long."""
    lines = _lines(words, font, width) or [""]
    shown = lines[:most]
    if len(lines) > most:
        shown[-1] += " …"
    for number, line in enumerate(shown):
        cut = line
        while cut and font.getlength(cut) > width:
            cut = cut.removesuffix("…").rstrip()[:-1] + "…"
        shown[number] = cut
    return shown


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    with as_file(_FONTS / name) as path:
        # The basic layout sets letters the same wherever it runs.
        return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
