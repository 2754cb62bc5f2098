"""A picture can be read, and is no larger than a reader's phone should have to load.

A photograph straight from a camera weighs more than all pages of an article together. The limits are this
project's own: 200 KB for a file, and 2,000 pixels in width, which no page shows.

Fails:
    docs/a/photo.jpg    # 3,400 KB, 4032 pixels wide

Passes:
    docs/a/photo.jpg    # 120 KB, 1200 pixels wide
"""

from collections.abc import Iterator

from citewell.pictures.picture import Pictures
from citewell.problem import Problem
from citewell.site import PAGES

ID = "picture-files"
KILOBYTES, WIDEST = 200, 2_000


def check(pictures: Pictures) -> Iterator[Problem]:
    """The pictures that are at fault, each at its file."""
    for path, picture in pictures.items():
        kilobytes = picture.size / 1_000
        if not picture.width or not picture.height:
            advice = (
                "Say in the first tag of this drawing how large it is: viewBox, or width and height"
                if picture.kind == "SVG"
                else f"Save this picture anew: it cannot be read as {picture.kind}"
            )
            yield Problem(f"{PAGES}/{path}", 1, 1, ID, advice)
        elif kilobytes > KILOBYTES:
            advice = f"Save this picture smaller: {KILOBYTES} KB at most, it has {kilobytes:,.0f} KB"
            yield Problem(f"{PAGES}/{path}", 1, 1, ID, advice)
        elif picture.width > WIDEST and picture.kind != "SVG":
            advice = f"Save this picture {WIDEST:,} pixels wide at most: it is {picture.width:,} pixels wide"
            yield Problem(f"{PAGES}/{path}", 1, 1, ID, advice)
