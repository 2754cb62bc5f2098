"""A number to call in a crisis stands in docs/_data/crisis.yml alone.

A number that is typed on a page is forgotten when it changes. The box and the strip print the file's, with
links that a phone dials (health-publishing rules S3 and S4).

Fails:
    In a crisis, call 988.

Passes:
    /// crisis
    ///
"""

import re
from collections.abc import Iterable, Iterator

from citewell.crisis import PATH, CrisisContacts
from citewell.page_text.page_text import PageText
from citewell.problem import Problem

ID = "crisis-numbers"
_LINK = re.compile(r"(?:\]\(|href=[\"']?)\s*<?(?P<scheme>tel|sms):", re.IGNORECASE)
_GROUP = 3
"""A number to call has a group of so many digits."""
_DIGITS = re.compile(r"[0-9](?:[ ()./-]{0,2}[0-9]){2}")
_NUMBER = re.compile(
    r"(?<![\w./@#-])(?:"
    r"\+\d{1,3}[ ()./-]*(?:\d[ ()./-]*){6,12}\d"  # +44 20 7946 0000
    r"|0\d{3} \d{4}"  # 0800 1111
    r"|\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}"  # 0800 890 567
    r"|(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"  # 1-800-273-8255
    r")(?![\w/-])"
)
_UNIT = (
    r"(?! ?(?:mg|mcg|g|ml|%|people|patients|adults|women|men|children|days?|weeks?|months?|years?|times|"
    r"words|in)\b)"
)
_CALL = re.compile(
    r"\b(?:call|phone|dial|ring|text|calling|phoning|dialling|dialing|texting)\s+"
    r"(?:[\w’']+\s+){0,4}?(?:on\s+|at\s+)?"  # noqa: RUF001 - as typed
    rf"(?P<number>\d{{3}}(?:[ -]\d{{3}})*)\b(?![,.]?\d){_UNIT}",
    re.IGNORECASE,
)


def check(text: PageText, contacts: CrisisContacts) -> Iterator[Problem]:
    """The numbers that are typed on a page."""
    source = text.page.source
    typed = source.text.lower()
    if "tel:" in typed or "sms:" in typed:
        for link in _LINK.finditer(source.links_and_prose):
            yield text.problem(ID, link.start("scheme"), _advice("this link"))
    known = {line.call for line in contacts.helplines if len(line.call.replace(" ", "")) > _GROUP}
    for at, number in sorted({**_numbers(text), **_known_numbers(text.words_alone, known)}.items()):
        yield text.problem(ID, at, _advice(f"“{number}”"))


def _numbers(text: PageText) -> dict[int, str]:
    """What looks like a number to call, by its place."""
    all_words = text.words_alone
    found = {}
    for passage in text.with_digits:
        if not _DIGITS.search(all_words, passage.start, passage.end):
            continue
        for number in _NUMBER.finditer(all_words, passage.start, passage.end):
            found[number.start()] = number.group()
        for call in _CALL.finditer(all_words, passage.start, passage.end):
            words = all_words[call.start() : call.start("number")].split()
            if len(words) == 1 or words[-1].lower() in ("on", "at"):
                found[call.start("number")] = call["number"]
    return found


def _known_numbers(words: str, known: Iterable[str]) -> dict[int, str]:
    return {at: number for number in known if (at := words.find(number)) >= 0}


def _advice(what: str) -> str:
    return f"Take out {what} and use the block “crisis”, or a link to it: numbers stand in {PATH} alone"
