"""How many people are concerned is written as “46 in 100”, in one way on a page.

More readers understand a count of people than a percentage, a decimal or “twice as likely” (NHS service
manual, numbers; CDC Clear Communication Index items 15 to 17; health-publishing rule L7). Ranges have “to”
between their numbers.

Fails:
    It affects 46.3% of people for 4-6 weeks.

Passes:
    It affects 46 in 100 people for 4 to 6 weeks.
"""

import re
from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem

ID = "x-in-n"
_COMPARING = frozenset(
    "likely common often double doubles doubled triple triples tripled halves halved".split()  # noqa: SIM905
)
_HOW_MUCH = frozenset(
    "twice times half more less double doubles doubled triple triples tripled halves halved".split()  # noqa: SIM905
)
_ALL = 100
_PERCENT = re.compile(
    r"(?P<number>\d(?<![\d.,–-]\d)\d{0,2}(?:\.\d+)?)"  # noqa: RUF001 - as typed
    r"(?: ?(?:to|-|–) ?(?P<to>\d{1,2}(?:\.\d+)?|100))? ?(?:%|per ?cent)(?!\w)"  # noqa: RUF001
    r"(?! (?:alcohol|cream|gel|ointment|solution|confiden|CI|certain|sure|pure|by volume))",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"\d(?<![\d.,]\d)\d*\.\d+ in \d+")
_IN_N = re.compile(
    r"\d(?<![\d.,]\d)[\d,.]* (?:in|out of)(?: every)? (?P<of>1,000|10,000|100,000|\d{1,6})(?![\d,.]*\d)"
    r"(?! (?:weeks?|days?|months?|years?|hours?|minutes?))"
)
_RANGE = re.compile(
    r"\d(?<![\w.,/–-]\d)\d{0,2}(?:\.\d+)?[–-]\d{1,3}(?:\.\d+)?"  # noqa: RUF001 - as typed
    r"(?= ?(?:mg|mcg|ml|hours?|days?|weeks?|months?|years?|people|times|tablets?|in \d))",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:twice|two times|three times|half|\d+(?:\.\d+)? times|\d+ ?%)(?: as| more| less)+ "
    r"(?:likely|common|often)\b"
    r"|\b(?:doubles?|doubled|triples?|tripled|halves|halved) (?:the|your|their|his|her) "
    r"(?:chances?|risks?|odds)\b",
    re.IGNORECASE,
)


def check(text: PageText) -> Iterator[Problem]:
    """The numbers of an article's page that are hard to picture."""
    if not text.page.facts.article:
        return
    of_what: dict[str, int] = {}
    for passage in text.with_digits:
        typed = text.words_alone[passage.start : passage.end]
        for at, advice in _hard_numbers(typed):
            yield text.problem(ID, passage.start + at, advice, "warning")
        for found in _IN_N.finditer(typed):
            of_what.setdefault(found["of"], passage.start + found.start())
    for passage in text.with_words(_COMPARING, _HOW_MUCH):
        for found in _RELATIVE.finditer(passage.typed):
            if not _IN_N.search(passage.typed):
                advice = (
                    f"Say of how many people, beside “{found.group()}”: from 1 in 100 to 2 in 100, "
                    f"for example"
                )
                yield text.problem(ID, passage.start + found.start(), advice, "warning")
    first, *others = sorted(of_what, key=of_what.__getitem__) or [""]
    for of in others:
        advice = f"Write this as a number in {first}, as further up: readers compare them"
        yield text.problem(ID, of_what[of], advice, "warning")


def _hard_numbers(typed: str) -> Iterator[tuple[int, str]]:
    """Percentages, decimals and ranges: where they stand, and what to write instead."""
    for found in _PERCENT.finditer(typed):
        if float(found["number"]) > _ALL:
            continue
        numbers = " to ".join(f"{float(number):.0f}" for number in (found["number"], found["to"]) if number)
        yield found.start(), f"Write “{numbers} in 100” instead of “{found.group()}”, and of whom"
    for found in _DECIMAL.finditer(typed):
        yield found.start(), f"Write “{found.group()}” without the decimals, or of more people"
    for found in _RANGE.finditer(typed):
        to = re.sub("[–-]", " to ", found.group())  # noqa: RUF001 - as typed
        yield found.start(), f"Write “{to}” instead of “{found.group()}”"
