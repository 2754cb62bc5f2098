"""The smaller copies of pictures that pages show: each is made once, when the first page asks for it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from citewell.pictures.picture import Picture
from citewell.pictures.picture_file import webp_of


class ModernCopies:
    """The pictures of a site, and their copies.

    Args:
        pages: the folder of all pages.
        pictures: by the path below it.
        cache: a folder for copies that were made before; None for none.

    Attributes:
        asked: the paths that a page has asked for, pictures or not.
        pictures: all of them.
    """

    def __init__(self, pages: Path, pictures: Mapping[str, Picture], cache: Path | None) -> None:
        self.asked: set[str] = set()
        self.pictures = pictures
        self._pages = pages
        self._cache = cache
        self._copies: dict[str, bytes | None] = {}

    def picture(self, path: str) -> Picture | None:
        """A picture of the site; None where there is none at a path below the folder of all pages."""
        self.asked.add(path)
        return self.pictures.get(path)

    def told(self, path: str) -> str:
        """All that a page can print of a picture, in one text; empty where there is none."""
        picture = self.pictures.get(path)
        return f"{picture.width} {picture.height} {self.address_of_copy(path)}" if picture else ""

    def address_of_copy(self, path: str) -> str:
        """Where the copy of a picture stands, from the site's root; empty where none is worth it.

        Args:
            path: of the picture below the folder of all pages.
        """
        copy = f"{path}.webp"
        if path not in self.pictures or copy in self.pictures:
            return ""
        if copy not in self._copies:
            self._copies[copy] = webp_of(self._pages / path, self.pictures[path], self._cache)
        return copy if self._copies[copy] else ""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The copies that pages show, each with its address from the site's root."""
        for address, data in self._copies.items():
            if data:
                yield address, data
