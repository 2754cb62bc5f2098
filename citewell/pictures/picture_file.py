"""Reads the pictures that lie beside the pages, and makes the smaller copy of one."""

import hashlib
import io
import os
import re
from pathlib import Path
from types import MappingProxyType

import PIL
from PIL import Image, ImageOps

from citewell.pictures.picture import KINDS, Picture, Pictures

_DATA = "_data"
_SVG_HEAD = 4_096
"""Bytes in which the first tag of a drawing stands."""
_SVG = re.compile(r"<svg\b([^>]*)>")
_LENGTH = re.compile(r"\s(width|height)=[\"'](\d+(?:\.\d+)?)(?:px)?[\"']")
_VIEW_BOX = re.compile(r"\sviewBox=[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*[\"']")
_QUALITY = 82
_ORIENTATION, _ON_THEIR_SIDE = 0x0112, (5, 6, 7, 8)
"""How a camera was held, which browsers make up for (Exif 2.32, tag 274)."""
_WORTH_IT = 0.9
"""A copy that is not a tenth smaller is not worth a second file."""


def read_pictures(pages: Path) -> Pictures:
    """The pictures below the folder of all pages."""
    found = {}
    for folder, folders, names in os.walk(pages):
        folders[:] = sorted(name for name in folders if not (name == _DATA and Path(folder) == pages))
        for name in sorted(names):
            if (kind := KINDS.get(Path(name).suffix.lower())) is not None:
                path = Path(folder) / name
                found[path.relative_to(pages).as_posix()] = _picture(path, kind)
    return MappingProxyType(found)


def webp_of(path: Path, picture: Picture, cache: Path | None) -> bytes | None:
    """A copy of a photograph or a drawing in pixels as WebP; None where that is not clearly smaller.

    Nothing is lost of a PNG; of a JPEG, nothing that anybody sees.

    Args:
        path: of the file.
        picture: that it holds.
        cache: a folder for what was made before; None for none.
    """
    if picture.kind not in ("PNG", "JPEG") or not picture.width:
        return None
    data = path.read_bytes()
    key = hashlib.sha256(f"{PIL.__version__} {_QUALITY} ".encode() + data).hexdigest()
    kept = cache / f"{key}.webp" if cache else None
    if kept and kept.is_file():
        copy = kept.read_bytes()
    else:
        with Image.open(io.BytesIO(data)) as image:
            out = io.BytesIO()
            upright = ImageOps.exif_transpose(image)
            upright.save(out, "WEBP", lossless=picture.kind == "PNG", quality=_QUALITY, method=6, exif=b"")
            copy = out.getvalue()
        keep(kept, copy)
    return copy if len(copy) < _WORTH_IT * len(data) else None


def keep(path: Path | None, data: bytes) -> None:
    """Put what was made where the next build finds it; a folder that cannot be written holds nothing up."""
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError:
        return


def _picture(path: Path, kind: str) -> Picture:
    size = path.stat().st_size
    width, height = _size_of_drawing(path) if kind == "SVG" else _size_in_pixels(path, kind)
    return Picture(width, height, size, kind)


def _size_in_pixels(path: Path, kind: str) -> tuple[int, int]:
    try:
        with Image.open(path, formats=[kind]) as image:
            width, height = image.size
            turned = image.getexif().get(_ORIENTATION, 1) in _ON_THEIR_SIDE
            return (height, width) if turned else (width, height)
    except (OSError, ValueError, Image.DecompressionBombError):
        return 0, 0


def _size_of_drawing(path: Path) -> tuple[int, int]:
    """What the first tag of a drawing says: its width and height, or those of its view box."""
    with path.open("rb") as file:
        head = file.read(_SVG_HEAD).decode("utf-8", "replace")
    found = _SVG.search(head)
    if found is None:
        return 0, 0
    lengths = {name: float(value) for name, value in _LENGTH.findall(found[1])}
    box = _VIEW_BOX.search(found[1])
    if lengths.keys() == {"width", "height"}:
        return round(lengths["width"]), round(lengths["height"])
    return (round(float(box[1])), round(float(box[2]))) if box else (0, 0)
