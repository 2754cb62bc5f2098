"""The files of MkDocs' site, with what a page asks of them."""

from mkdocs.structure.files import File, Files


class AskedFiles(Files):
    """The files of a site, with what a page asks of them."""

    def __init__(self, files: Files) -> None:
        super().__init__(())
        self._src_uris = files._src_uris  # noqa: SLF001  # the same, with all that comes later
        self.start()

    def start(self) -> None:
        """Forget what was asked."""
        self.asked: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file with a path, if there is one."""
        self.asked[path] = self.address(path)
        return super().get_file_from_path(path)

    def address(self, path: str) -> str | None:
        """Where a file will stand; None where there is no such file."""
        file = super().get_file_from_path(path)
        return None if file is None else f"{file.url} {file.inclusion.is_excluded()}"
