"""A picture that a page shows lies beside the pages, and is known to be as wide and as high as it is.

A picture of another host tells that host who reads about which illness (health-publishing rule M9). Without a
width and a height the page jumps under its reader's finger while the picture comes in (web.dev, Cumulative
Layout Shift). The build writes both for ![words](file); it cannot for a file that it cannot read.

Fails:
    ![A capsule](https://example.org/capsule.png)
    ![A capsule](gone.png)
    <img src="capsule.png" alt="A capsule">

Passes:
    ![A capsule](capsule.png)
    <img src="capsule.png" alt="A capsule" width="120" height="60">
"""

import posixpath
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from citewell.facts import nearest
from citewell.pictures.picture import KINDS, Picture, Pictures
from citewell.problem import Problem
from citewell.site import PAGES, Site
from citewell.site_addresses import below_pages
from citewell.typed_pictures import TypedPicture, typed_pictures

ID = "shown-pictures"
_SIDES = ("width", "height")
_NEAR = 0.75
"""More than the ending of two names has to be alike."""


def check(site: Site) -> Iterator[Problem]:
    """The pictures that a built page could not show as it has to, each where it is typed."""
    for page in site.pages:
        source = page.source
        pictures = typed_pictures(source)
        for picture in pictures:
            if advice := _advice(picture, posixpath.dirname(below_pages(source.path)), site.pictures):
                yield Problem(source.path, *source.place(picture.offset), ID, advice)
        if pictures:
            source.forget()


def _advice(picture: TypedPicture, folder: str, pictures: Pictures) -> str:
    address = _split(picture.address)
    if address is None or address.scheme or address.netloc:
        learns = f": {address.netloc} would learn who reads this page" if address and address.netloc else ""
        return f"Save this picture beside the page, and write its file's name instead of its address{learns}"
    return _of_a_file(picture, posixpath.join(folder, unquote(address.path)), pictures)


def _of_a_file(picture: TypedPicture, path: str, pictures: Pictures) -> str:
    sides = {side: picture.attributes[side] for side in _SIDES if picture.attributes.get(side)}
    if len(sides) == len(_SIDES):
        return ""
    if picture.is_tag:
        return "Add “width” and “height” to <img>, in pixels; the build does so for ![words](file)"
    path = posixpath.normpath(path)
    if path.startswith(("/", "..")):
        return "Write the way to this picture from the folder of this page, without / before it"
    if path not in pictures:
        return _missing(path, pictures)
    wrong = next((side for side, value in sides.items() if not value.isdecimal()), "")
    pixels = f"Write “{wrong}” in pixels, as a number alone; the build adds the other side" if wrong else ""
    return _unreadable(path, pictures[path]) or pixels


def _unreadable(path: str, picture: Picture) -> str:
    if picture.width and picture.height:
        return ""
    if picture.kind == "SVG":
        return f"Say in the first tag of {PAGES}/{path} how large it is: viewBox, or width and height"
    return f"Save {PAGES}/{path} anew: it cannot be read as {picture.kind}"


def _missing(path: str, pictures: Pictures) -> str:
    if posixpath.splitext(path)[1].lower() not in KINDS:
        kinds = ", ".join(sorted(set(KINDS.values())))
        return f"Save this picture as one of {kinds}, and write its file's name here, with its ending"
    folder, name = posixpath.split(path)
    near = nearest(name, map(posixpath.basename, _beside(folder, pictures)), _NEAR)
    return f"Put a picture at {PAGES}/{path}, or correct its name here. {near}".strip()


def _beside(folder: str, pictures: Pictures) -> Iterator[str]:
    return (path for path in pictures if posixpath.dirname(path) == folder)


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:  # “https://[” is none
        return None
