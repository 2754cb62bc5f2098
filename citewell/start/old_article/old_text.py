"""What the readers of the formats hand over."""

from dataclasses import dataclass

from citewell.bibliography.characters import excerpt


class UnreadableArticleError(ValueError):
    """A file that cannot be brought in; its text says why and what to do instead."""


@dataclass(frozen=True)
class Leftover:
    """Something that has no place in the draft, or none that a program can know.

    Args:
        what: what it is and what the writer may do, in a sentence.
        place: where it stood in the old article: "line 12", "under “How common it is”".
        words: what stood there, whole.
    """

    what: str
    place: str
    words: str = ""

    def line(self) -> str:
        """It in one line: what, where, and the words as far as they are needed to find them."""
        words = f": {excerpt(self.words)}" if self.words.strip() else ""
        return f"{self.what} ({self.place}){words}"


@dataclass(frozen=True)
class OldText:
    """An article as Markdown.

    Args:
        markdown: with `#` headings; a superscript number stands between circumflexes, as in `cry^1,2^`.
        title: empty where the file names none.
        leftovers: in the order of the file.
    """

    markdown: str
    title: str = ""
    leftovers: tuple[Leftover, ...] = ()
