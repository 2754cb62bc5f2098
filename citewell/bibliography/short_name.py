"""What a work is called in a line of text: its first author and its year, as in Goodwin and others 2017."""

import re
from collections.abc import Sequence

from citewell.bibliography.names import OTHERS
from citewell.bibliography.reference import Name, Reference

LONGEST_TITLE = 60
"""Of the words of a title, in characters: about a line on a phone."""

_YEARS = re.compile(r"[0-9]{4}(?:-[0-9]{4})?")
_SUBTITLE = re.compile(r"(?:: |\. |(?<=[?!]) | - | [\N{EN DASH}\N{EM DASH}] )")


def short_name(reference: Reference) -> str:
    """The short name of a work, in plain text.

    One author or two are named, of more the first "and others"; an organisation has its whole name. The
    editors stand for authors that are not named, and the title, shortened, for a work without either. The
    year stands last where it is known; two works can have the same short name.
    """
    name = _people(reference.authors) or _people(reference.editors) or _title(reference)
    return f"{name} {_year(reference)}".rstrip()


def _people(names: Sequence[Name]) -> str:
    named = [words for name in names if name != OTHERS and (words := _name(name))]
    if not named:
        return ""
    first, *others = named
    if OTHERS in names or len(others) > 1:
        return f"{first} and others"
    return " and ".join(named)


def _name(name: Name) -> str:
    return " ".join(f"{name.particle} {name.family}".split())


def _title(reference: Reference) -> str:
    title = " ".join((reference.get("title") or reference.get("translatedtitle")).split()).rstrip(" .,;:")
    if not title:
        return "Untitled work"
    if len(title) <= LONGEST_TITLE:
        return title
    main = _SUBTITLE.split(title, maxsplit=1)[0]
    if len(main) <= LONGEST_TITLE:
        return main
    # One character is for the ellipsis; a title in a script without spaces is cut where it has to be.
    cut = main[:LONGEST_TITLE].rpartition(" ")[0] or main[: LONGEST_TITLE - 1]
    return f"{cut.rstrip(' .,;:')}…"


def _year(reference: Reference) -> str:
    """The year it came out, ahead of print or in an issue; of a work in parts, the years that it took."""
    typed = (reference.get(field) for field in ("year", "bookdate", "epub"))
    return next((found.group() for words in typed if (found := _YEARS.match(words))), "")
