"""The Python-Markdown extension that says how large each picture is, and offers a smaller copy of it.

Without a width and a height a page jumps under its reader's finger while its pictures come in.
"""

import posixpath
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from citewell.pictures.modern_copies import ModernCopies
from citewell.pictures.picture import Picture

_ENGINES_ADDRESSES = "relpath"
"""The processor by which MkDocs turns the paths of files into addresses; it knows which page is at hand."""
_AFTER_THE_ENGINE_S = -10


class PicturesExtension(Extension):
    """Sizes and copies.

    Args:
        copies: of the site's pictures.
    """

    def __init__(self, copies: ModernCopies) -> None:
        super().__init__()
        self._copies = copies

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that Python-Markdown calls)
        """Register what looks at pictures when their addresses are final."""
        md.treeprocessors.register(SizedPictures(md, self._copies), "sized-pictures", _AFTER_THE_ENGINE_S)


class SizedPictures(Treeprocessor):
    """Gives pictures their sizes.

    Args:
        md: that converts the page.
        copies: of the site's pictures.
    """

    def __init__(self, md: Markdown, copies: ModernCopies) -> None:
        super().__init__(md)
        self._copies = copies

    def run(self, root: etree.Element) -> None:
        """Look at every picture of the page; one of another site is left, and later refused."""
        page = self._page()
        parents = {child: parent for parent in root.iter() for child in parent}
        for image in [element for element in root.iter("img") if page is not None]:
            path = self._path(page, image.get("src", ""))
            picture = self._copies.picture(path)
            if picture and picture.width and picture.height:
                _size(image, picture)
                if (copy := self._copies.address_of_copy(path)) and parents[image].tag != "picture":
                    _offer(image, parents[image], image.get("src", "") + copy.removeprefix(path))

    def _page(self) -> Any:
        """The file of the page at hand, as the engine knows it; None without an engine."""
        if _ENGINES_ADDRESSES not in self.md.treeprocessors:
            return None
        return getattr(self.md.treeprocessors[_ENGINES_ADDRESSES], "file", None)

    def _path(self, page: Any, address: str) -> str:
        """The path below the folder of all pages that an address on the page leads to."""
        folder = posixpath.dirname(page.dest_uri)
        return posixpath.normpath(posixpath.join(folder, unquote(urlsplit(address).path)))


def _size(image: etree.Element, picture: Picture) -> None:
    """Width and height in pixels; where an editor gives one of them, the other keeps the proportion."""
    width, height = image.get("width", ""), image.get("height", "")
    if not width and not height:
        image.set("width", str(picture.width))
        image.set("height", str(picture.height))
    elif width.isdecimal() and not height:
        image.set("height", str(max(1, round(int(width) * picture.height / picture.width))))
    elif height.isdecimal() and not width:
        image.set("width", str(max(1, round(int(height) * picture.width / picture.height))))


def _offer(image: etree.Element, parent: etree.Element, address: str) -> None:
    """Put a picture into an element that offers its copy first."""
    place = list(parent).index(image)
    offer = etree.Element("picture")
    etree.SubElement(offer, "source", srcset=address, type="image/webp")
    offer.tail, image.tail = image.tail, None
    parent[place] = offer
    offer.append(image)
