"""What the picture of an article says, and in which colours."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

WIDTH, HEIGHT = 1_200, 630
"""In pixels: the size that sites which show links ask for (Open Graph; 1.91 to 1)."""

FOLDER = "assets/cards"
_COLOUR = re.compile(r"--(paper|ink|ink-soft|accent):\s*(#[0-9a-fA-F]{6})\b")
_DEFAULT = {"paper": "#ffffff", "ink": "#20262b", "ink-soft": "#535d66", "accent": "#0b5394"}
_DRAWING = 1
"""Counted up when the same card comes to be drawn otherwise."""


@dataclass(frozen=True)
class Card:
    """A picture's words and colours.

    Args:
        title: the article's question.
        site: its name.
        state: who has reviewed the article, in a sentence.
        colours: of paper, ink, ink-soft and accent, as #rrggbb.
    """

    title: str
    site: str
    state: str
    colours: tuple[tuple[str, str], ...] = tuple(_DEFAULT.items())

    @property
    def digest(self) -> str:
        """What tells it from a card with other words or colours."""
        said = "\n".join([str(_DRAWING), self.title, self.site, self.state, repr(self.colours)])
        return hashlib.sha256(said.encode()).hexdigest()

    @property
    def alt(self) -> str:
        """The same for those who do not see it."""
        return f"{self.title} {self.site}. {self.state}"

    def address(self, article_address: str) -> str:
        """Where it stands, from the site's root. What says something new stands in a new place.

        Args:
            article_address: of the article's first page.
        """
        name = article_address.strip("/").replace("/", "--") or "home"
        return f"{FOLDER}/{name}-{self.digest[:8]}.png"


def colours_of(style_sheets: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The light colours that a site's own style sheets give, the theme's for those that they do not.

    Args:
        style_sheets: the text of each by its path. The first value that stands there is the light one.
    """
    found: dict[str, str] = {}
    for text in style_sheets.values():
        for name, value in _COLOUR.findall(text):
            found.setdefault(name, value.lower())
    return tuple({**_DEFAULT, **found}.items())
