"""The files of a built site, and which of them an address leads to."""

import posixpath
from collections.abc import Callable, Iterable, Mapping

from citewell.seal.addresses import Address

INDEX = "index.html"


class _Targets(dict[str, str]):
    """Finds a file the first time that it is asked for."""

    def __init__(self, find: Callable[[str], str]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, typed: str) -> str:
        self[typed] = found = self._find(typed)
        return found


class SiteFiles:
    """The files.

    Args:
        paths: of all, from the site's root, with forward slashes.
        root: the path of the site on its host, begun and ended by a slash.
    """

    def __init__(self, paths: Iterable[str], root: str) -> None:
        self.paths = frozenset(paths)
        self._root = root
        self._found: dict[str, _Targets] = {}
        self._spelt_otherwise = {path.casefold(): path for path in self.paths}

    def target(self, page: str, address: Address) -> str:
        """The file that an address inside the site leads to; empty where there is none.

        Args:
            page: the path of the page or file that the address stands in.
            address: without scheme.
        """
        return self.targets(page)[address.path] if address.path else page

    def targets(self, page: str) -> Mapping[str, str]:
        """The files that the addresses in a page lead to, by the address's path: all paths are keys."""
        folder = page.rpartition("/")[0]
        if folder not in self._found:
            self._found[folder] = _Targets(lambda typed: self._file_at(self._path(folder, typed)))
        return self._found[folder]

    def advice(self, page: str, address: Address) -> str:
        """What to do about an address that leads nowhere."""
        path = self._path(page.rpartition("/")[0], address.path)
        if path is None:
            return f"Let this address lead to a place inside the site: {address.path} is outside"
        near = self._spelt_otherwise.get(path.casefold()) or self._spelt_otherwise.get(
            f"{path}{INDEX}".casefold()
        )
        if near:
            return f"Spell this address as the file is spelt: {near}"
        if f"{path}/{INDEX}" in self.paths:
            return f"End this address with a slash: {address.path}/"
        return f"Correct this address: there is no {path or INDEX} in the site"

    def _path(self, folder: str, typed: str) -> str | None:
        """The path that an address names, ended by a slash for a folder; None for one outside the site."""
        if typed.startswith("/"):
            if not f"{typed}/".startswith(self._root):
                return None
            typed, folder = typed[len(self._root) :], ""
        is_folder = typed.endswith("/") or posixpath.basename(typed) in ("", ".", "..")
        path = posixpath.normpath(posixpath.join(folder, typed))
        if path == ".." or path.startswith("../"):
            return None
        if path == ".":
            return ""
        return f"{path}/" if is_folder else path

    def _file_at(self, path: str | None) -> str:
        if path is None:
            return ""
        file = f"{path}{INDEX}" if not path or path.endswith("/") else path
        return file if file in self.paths else ""
