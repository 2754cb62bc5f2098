"""Where a reference says another thing than a database does."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citewell.bibliography.names import OTHERS
from citewell.bibliography.reference import Name, Reference
from citewell.nlm.pages import printed_pages
from citewell.reference_lock.lock import DATABASES, OPENFDA, Answered

_ANOTHER_WORK = 0.6
"""Titles less alike than this are those of two works: a subtitle left out is still the same work."""

_STATUS = re.compile(
    r"^\W*(?:retracted|withdrawn|removed|expression of concern)(?: article)?\b\W*", re.IGNORECASE
)
_SUBTITLE = re.compile(r"[:.?!] ")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+")
_IDENTIFIERS = ("doi", "pmid", "pmcid", "setid")
_YEARS_APART = 1
"""A work is often online in the year before its issue."""


@dataclass(frozen=True)
class Difference:
    """One fact on which they differ.

    Args:
        field: of the reference.
        typed: what the reference says; empty where it says nothing.
        said: what the database says; empty where it does not know the identifier.
        database: its name in print.
        is_another_work: whether the two are hardly the same work.
        asked: the identifier that the database was asked for.
    """

    field: str
    typed: str
    said: str
    database: str
    is_another_work: bool
    asked: str


def differences(reference: Reference, answers: Sequence[Answered]) -> Iterator[Difference]:
    """What differs, database by database.

    Args:
        reference: as typed.
        answers: to questions about it.
    """
    for answer in answers:
        if not answer.found:
            yield from _unknown(reference, answer)
        elif answer.database != OPENFDA:  # a label's words are another matter than the name it is cited by
            yield from _of_identifiers(reference, answer)
            yield from _of_words(reference, answer)
            yield from _of_place(reference, answer)


def is_same_title(said: str, *titles: str) -> bool:
    """Whether a title is one of others, as far as databases write titles alike."""
    return any(title and _is_likely(_STATUS.sub("", said), _STATUS.sub("", title)) for title in titles)


def _is_likely(one: str, other: str) -> bool:
    if _plain(one) == _plain(other) or _likeness(one, other) >= _ANOTHER_WORK:
        return True
    mains = {_plain(_SUBTITLE.split(title, maxsplit=1)[0]) for title in (one, other)}
    return len(mains) == 1 and bool(mains & {_plain(one), _plain(other)})  # one leaves its subtitle out


def _unknown(reference: Reference, answer: Answered) -> Iterator[Difference]:
    field = next((name for name in _IDENTIFIERS if _same_identifier(reference.get(name), answer.asked)), "")
    if field and not answer.agency:
        yield Difference(field, answer.asked, answer.instead, DATABASES[answer.database], True, answer.asked)


def _of_identifiers(reference: Reference, answer: Answered) -> Iterator[Difference]:
    for name in _IDENTIFIERS:
        typed, said = reference.get(name), answer.said.get(name, "")
        if typed and said and not _same_identifier(typed, said):
            yield _difference(name, typed, said, answer, is_another_work=True)


def _of_words(reference: Reference, answer: Answered) -> Iterator[Difference]:
    said = answer.said.get("title", "")
    titles = [reference.get(name) for name in ("title", "translatedtitle") if reference.get(name)]
    bare = {_plain(_STATUS.sub("", title)) for title in titles}
    if said and titles and _plain(_STATUS.sub("", said)) not in bare:
        yield _difference("title", titles[0], said, answer, is_another_work=not is_same_title(said, *titles))
    author = answer.said.get("author", "")
    if author and reference.authors and not _is_named(reference.authors[0], author):
        name = reference.authors[0]
        typed = f"{name.particle} {name.family}".strip()
        yield _difference("author", typed, author, answer)


def _of_place(reference: Reference, answer: Answered) -> Iterator[Difference]:
    typed, said = reference.get("year"), answer.said.get("year", "")
    if typed and said.isdecimal() and abs(int(typed) - int(said)) > _YEARS_APART:
        yield _difference("year", typed, said, answer)
    journals = [reference.get(name) for name in ("journal", "shortjournal") if reference.get(name)]
    names = [answer.said.get(name, "") for name in ("journal", "shortjournal")]
    told = [name for name in names if name]
    is_article = reference.kind == "article"
    if is_article and journals and told and not any(_is_journal(a, b) for a in journals for b in told):
        yield _difference("journal", journals[0], told[0], answer)
    for name in ("volume", "pages"):
        typed, said = reference.get(name), answer.said.get(name, "")
        if typed and said and not _same_place(typed, said):
            yield _difference(name, typed, said, answer)


def _difference(
    field: str, typed: str, said: str, answer: Answered, *, is_another_work: bool = False
) -> Difference:
    return Difference(field, typed, said, DATABASES[answer.database], is_another_work, answer.asked)


def _same_identifier(typed: str, said: str) -> bool:
    return typed.casefold() == said.casefold()


def _same_place(typed: str, said: str) -> bool:
    """Whether two pages or volumes are the same: `304-310` is `304-10`, and a first page alone is enough."""
    one, other = printed_pages(typed).casefold(), printed_pages(said).casefold()
    return one == other or one.partition("-")[0] == other or other.partition("-")[0] == one


def _is_named(author: Name, said: str) -> bool:
    """Whether a family name is that of an author, with its particle or without."""
    if author == OTHERS:
        return True
    typed = _WORD.findall(_unaccented(f"{author.particle} {author.family}"))
    heard = _WORD.findall(_unaccented(said))
    shorter, longer = sorted((typed, heard), key=len)
    ends_alike = bool(shorter) and longer[-len(shorter) :] == shorter
    return ends_alike or "".join(typed) == "".join(heard)


def _is_journal(typed: str, said: str) -> bool:
    """Whether two names are of one journal: each word of the shorter begins that of the longer, in turn."""
    one, other = _journal_words(typed), _journal_words(said)
    if len(one) != len(other):
        return False
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=True))


def _journal_words(name: str) -> list[str]:
    words = _WORD.findall(_unaccented(_IN_BRACKETS.sub("", name.replace("&amp;", "&"))))
    return [word for word in words if word not in {"the", "of", "and", "in", "for", "a", "de", "et", "und"}]


def _likeness(one: str, other: str) -> float:
    first, second = _WORD.findall(_unaccented(one)), _WORD.findall(_unaccented(other))
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()


def _plain(text: str) -> str:
    """Letters and digits alone: databases write hyphens, quotation marks and blanks each in its own way."""
    return "".join(_WORD.findall(_unaccented(text)))


def _unaccented(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
