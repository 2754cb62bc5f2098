"""An abbreviation is written out where the page uses it first.

Readers should not have to look elsewhere for what SSRI stands for (NHS service manual, formatting; CDC
Clear Communication Index item 7; health-publishing rule L6). Either order is right: SSRIs (selective
serotonin reuptake inhibitors), and selective serotonin reuptake inhibitors (SSRIs). The list
“known_abbreviations” of docs/_data/wording.yml has those that everybody knows.

Fails:
    MAOIs must not be taken with it.

Passes:
    MAOIs (monoamine oxidase inhibitors) must not be taken with it.
"""

import re
from collections.abc import Iterator

from citewell.drugs import Drugs
from citewell.page_text.page_text import PageText
from citewell.problem import Problem
from citewell.wording import WordLists

ID = "abbreviations"
_ABBREVIATION = re.compile(r"(?<![\w/.&@#-])(?P<letters>[A-Z]{2,6})s?(?![\w/&@-])(?!\.\w)")
_TWO_CAPITALS = re.compile(r"[A-Z][A-Z]")
_ROMAN = re.compile(r"[IVX]+")
_IN_BRACKETS = re.compile(r" \((?P<inside>[^()]+)")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = frozenset({"a", "also", "an", "and", "for", "in", "of", "on", "or", "the", "to"})
_UNITS = frozenset({"IU", "AM", "PM", "AD", "BC", "AA", "KG", "MG", "ML"})


def check(text: PageText, wording: WordLists, drugs: Drugs) -> Iterator[Problem]:
    """The abbreviations that are not explained where they stand first."""
    if not _TWO_CAPITALS.search(text.page.source.prose):
        return
    known, shouted = wording["known_abbreviations"], wording["shouted"]
    brands = {brand.upper() for drug in drugs.values() for brand in drug.brands}
    met: set[str] = set()
    for passage in text.passages:
        if passage.kind == "heading" or not _TWO_CAPITALS.search(passage.typed):
            continue
        for sentence in passage.sentences:
            for found in _ABBREVIATION.finditer(sentence.text):
                letters = found["letters"]
                if letters in met:
                    continue
                met.add(letters)
                is_known = known.get(letters) or shouted.get(letters)
                if is_known or letters in _UNITS or letters in brands or _ROMAN.fullmatch(letters):
                    continue
                if not _is_explained(sentence.text, found):
                    advice = (
                        f"Write out “{found.group()}” here, where the page has it first, as in: SSRIs "
                        "(selective "
                        f"serotonin reuptake inhibitors)"
                    )
                    yield text.problem(ID, passage.place(sentence.typed_at(found.start())), advice, "warning")


def _is_explained(sentence: str, found: re.Match[str]) -> bool:
    """Whether what it stands for is in brackets behind it, or before the brackets that it stands in."""
    letters = found["letters"]
    behind = _IN_BRACKETS.match(sentence, found.end())
    if behind and _stands_for(behind["inside"], letters):
        return True
    before = sentence[: found.start()].rstrip()
    return before.endswith("(") and any(
        _stands_for(" ".join(before[:-1].split()[-count:]), letters)
        for count in range(2, 2 * len(letters) + 1)
    )


def _stands_for(words: str, letters: str) -> bool:
    """Whether words can be what letters stand for: they begin with the first and most others in turn."""
    initials = [word[0].upper() for word in _WORD.findall(words) if word.lower() not in _SMALL_WORDS]
    rest = iter(letters)
    fitting = sum(initial in rest for initial in initials)
    return len(initials) > 1 and initials[0] == letters[0] and fitting > len(initials) / 2
