"""What the seal is told of a site besides the files that it reads."""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[\w.~%/-]*)?", re.ASCII)


@dataclass(frozen=True)
class Settings:
    """A site's settings.

    Args:
        address: where the site will stand, absolute; empty where that is not known.
        endpoint: the address that takes the answers to "Was this helpful?"; empty for none.
        scripts: paths, from the site's root, of script files besides those of the theme.
        styles: the same of style sheets.
        inline_scripts: the exact texts of scripts that pages of another theme hold.
        shown: the built site's folder as problems name it.
        processes: how many share the work on many pages; None for as many as help.
        makes_search: whether the search is made when pages are sealed.

    Raises:
        ValueError: for an address or an endpoint that is none.
    """

    address: str = ""
    endpoint: str = ""
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    inline_scripts: tuple[str, ...] = ()
    shown: str = "site"
    processes: int | None = None
    makes_search: bool = True

    def __post_init__(self) -> None:
        for name in ("address", "endpoint"):
            value = getattr(self, name)
            if value and not _ADDRESS.fullmatch(value):
                raise ValueError(f"Write the {name} as a whole address, such as https://example.org/")
        if self.address and not self.address.endswith("/"):
            object.__setattr__(self, "address", f"{self.address}/")

    @property
    def endpoint_origin(self) -> str:
        """The endpoint as a policy names it."""
        return "/".join(self.endpoint.split("/", 3)[:3])

    @property
    def root(self) -> str:
        """The path of the site on its host, begun and ended by a slash."""
        return f"/{self.address.split('/', 3)[3]}" if self.address else "/"
