"""What holds for a page: its front matter, and below it the `.meta.yml` of the folders it lies in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from citewell.yaml_mapping import YamlMapping


@dataclass(frozen=True)
class Metadata:
    """The files that describe a page, nearest first, each with its path.

    A name that the page itself gives hides the folder's, as Material's meta plugin has it.
    """

    layers: tuple[tuple[str, YamlMapping], ...]

    def get(self, name: str) -> object:
        """The value that holds for the page, or None."""
        return next((layer.values[name] for _, layer in self.layers if name in layer.values), None)

    def record(self, name: str) -> tuple[YamlMapping, ...]:
        """The mappings inside the value that holds for the page."""
        found = next((layer.records.get(name, ()) for _, layer in self.layers if name in layer.values), ())
        return tuple(found)

    def place(self, name: str) -> tuple[str, int, int]:
        """Path, line and column of a name; where none gives it, the beginning of the file farthest up."""
        for path, layer in self.layers:
            if name in layer.values:
                return (path, *layer.place(name))
        return (self.layers[-1][0], 1, 1)


def metadata_of(
    path: str, front_matter: YamlMapping, folders: Mapping[str, tuple[str, YamlMapping]]
) -> Metadata:
    """What holds for a page.

    Args:
        path: of the page, with forward slashes.
        front_matter: its own.
        folders: each folder's own file by the folder's path: the file's path and what it says.
    """
    above = (folders.get(str(folder)) for folder in PurePosixPath(path).parents)
    return Metadata(((path, front_matter), *(found for found in above if found)))
