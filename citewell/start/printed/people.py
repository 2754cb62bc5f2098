"""Authors and editors as NLM and the AMA print them: Goodwin GM, De Bodinat C, DeVita VT Jr, et al."""

import re

from citewell.bibliography.names import OTHERS
from citewell.bibliography.reference import Name

_PERSON = re.compile(
    r"(?P<particle>(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|al|el)[ ])*)"
    r"(?P<family>[^\W\d_][\w'\N{RIGHT SINGLE QUOTATION MARK}.\N{HYPHEN}\N{NON-BREAKING HYPHEN}-]*"
    r"(?:[ ][^\W\d_][\w'\N{RIGHT SINGLE QUOTATION MARK}.-]*){0,5}?)[ ]"
    r"(?P<initials>(?:[^\W\d_a-zß-ÿ][.\N{HYPHEN}-]?){1,4})"
    r"(?:,?[ ](?P<rank>Jr|Sr|2nd|3rd|4th|II|III|IV)\.?)?"
)
_OTHERS = re.compile(r"(?:and |& )?(?:et al|others)\.?", re.IGNORECASE)
_EDITORS = re.compile(r"(?:,\s*|\s+)\(?(?:editors?|eds?)\.?\)?\.?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+")
_RANK_APART = re.compile(r",\s+(?=(?:Jr|Sr|2nd|3rd)\b)")
_ORGANISATION = re.compile(
    r"\b(?:academy|administration|agency|alliance|association|authority|board|bureau|cent(?:er|re)s?|"
    r"collaborati(?:on|ve)|collaborators|college|commission|committee|consortium|council|department|directorate|"
    r"executive|federation|foundation|government|group|health service|hospital|institutes?|investigators|"
    r"library|ministry|network|office|organi[sz]ation|programme|program|service|society|taskforce|team|trust|"
    r"union|university)\b|\(U[KS]\)",
    re.IGNORECASE,
)


def people(element: str) -> tuple[Name, ...]:
    """The names of an element; none where it is no list of names.

    Persons stand with their initials; in a list that has persons, or that is parted by semicolons, anything
    else is an organisation.
    """
    text = _RANK_APART.sub(" ", element.rstrip(". "))
    words = [part for part in _BETWEEN.split(text) if part]
    names: list[Name] = []
    persons = 0
    for position, word in enumerate(words):
        if _OTHERS.fullmatch(word):
            return (*names, OTHERS) if persons and position == len(words) - 1 else ()
        person = _person(word)
        persons += person is not None
        names.append(person or Name(word, is_organisation=True))
    if persons == len(words):
        return tuple(names)
    if ";" in text and persons:
        return tuple(names)
    return ()


def organisation(element: str) -> tuple[Name, ...]:
    """The organisation that an element names; none where its words are no name of one."""
    text = element.rstrip(". ")
    return (Name(text, is_organisation=True),) if text and _ORGANISATION.search(text) else ()


def editors(element: str) -> tuple[Name, ...]:
    """The editors that an element names by the word behind them: "Vogelstein B, Kinzler KW, editors."."""
    words = element.strip()
    behind = _EDITORS.search(words)
    if not behind:
        return ()
    named = words[: behind.start()]
    return people(named) or organisation(named) or ((Name(named, is_organisation=True),) if named else ())


def _person(word: str) -> Name | None:
    found = _PERSON.fullmatch(word)
    if not found:
        return None
    initials = tuple(f"{letter}." for letter in re.sub(r"[^\w]", "", found["initials"]))
    return Name(found["family"], initials, found["particle"].strip(), found["rank"] or "")
