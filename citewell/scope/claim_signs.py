"""What makes a sentence a claim that needs a source: a number, "research shows", a cause, a comparison."""

import re
from typing import Literal, NamedTuple

from citewell.quantities.quantity import Quantity
from citewell.quantities.reader import may_tell_a_number, quantities
from citewell.scope.mentions import asserted
from citewell.terms import Terms


def _any_of(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_NO_CLAIM = re.compile(
    r"\?['\"”’)]*$|^(?:see|read)\b"  # noqa: RUF001 - quotation marks as they are printed
    r"|\b(?:nobody|no[ ]one|none[ ]of|neither|not[ ]known|unknown|unclear|not[ ]clear|uncertain|whether"
    r"|no[ ](?:good[ ]|other[ ]|such[ ])?(?:study|studies|evidence|research|source|sources|test|trial|survey"
    r"|treatment)|we[ ](?:found|know|do|did|have|read|could|looked|searched|cannot|say|rate|asked)"
    r"|(?:cannot|does[ ]not|did[ ]not|do[ ]not)[ ](?:prove|show|say|tell|mean|explain))\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"(?:please[ ])?(?:do[ ]not|don['’]t|"  # noqa: RUF001 - an apostrophe as it is printed
    + _any_of("""
        ask tell talk speak avoid take call get stop keep try go wait check make write look think use drink
        eat learn find remember let seek visit if when before bring start swallow miss store phone text
        contact watch note give
    """)
    + r"|you[ ](?:can|could|should|may|might|must|do|have|need|will))\b",
    re.IGNORECASE,
)

_SHOW = """
    show shows shown showed find finds found suggest suggests suggested say says said report reports reported
    prove proves proved proven confirm confirms confirmed link links linked indicate indicates indicated agree
    agrees demonstrate demonstrates demonstrated think believe estimate estimates estimated conclude concludes
    concluded point points
"""
_STUDIES = _any_of("""
    study studies survey surveys trial trials review reviews experiment experiments analysis research experts
    scientists
""")
_RESEARCH = re.compile(
    rf"\b(?:researchers|science|evidence|data|doctors|{_STUDIES})[ ]"
    rf"(?:(?:has|have|had|now|also|all|clearly|often|long)[ ]){{0,2}}{_any_of(_SHOW)}\b"
    r"|\b(?:it|this)[ ](?:has[ ]been|is|was)[ ](?:well[ ])?"
    r"(?:shown|proven|proved|established|known|found)[ ]that\b"
    r"|\b(?:is|are)[ ](?:well[ ])?(?:known|thought|believed|proven|shown)[ ]to\b"
    rf"|\baccording[ ]to[ ](?:[a-z-]+[ ]){{0,4}}?{_STUDIES}\b",
    re.IGNORECASE,
)
_RESEARCH_WORDS = frozenset({*_SHOW.split(), "established", "known", "thought", "believed", "according"})

_CAUSES_OF_IT = """
    caused triggers triggered increases raises lowers reduces prevents worsens cures boosts leads led results
    resulted brings takes due because linked tied associated comes stems bring take
"""
_MAY_CAUSE = "cause trigger increase raise lower reduce prevent worsen cure heal boost lead result"
_CAUSE = re.compile(
    r"\b(?:can|may|might|could|will|would|to|often|usually|always|also|and|or|not)[ ](?:also[ ]|often[ ])?"
    r"(?:cause|trigger|increase|raise|lower|reduce|prevent|worsen|cure|heal|boost|lead[ ]to|result[ ]in)\b"
    r"|\b(?!is\b|was\b|as\b|its\b|this\b|has\b|does\b|less\b)[a-z]+s[ ]"
    r"(?:cause|trigger|increase|raise|reduce|prevent|worsen|cure|heal|boost)\b"
    r"|(?<!other[ ])(?<!possible[ ])(?<!the[ ])(?<!many[ ])(?<!these[ ])\bcauses[ ]"
    r"(?!of\b|that\b|can\b|may\b|are\b)"
    r"|\b(?:caused|lead[ ]to|leads[ ]to|led[ ]to|results[ ]in|resulted[ ]in|triggers|triggered|increases"
    r"|raises|lowers|reduces|prevents|worsens|cures|boosts|brings?[ ]back|takes?[ ]away|due[ ]to|because[ ]of"
    r"|(?:linked|tied)[ ](?:to|with)|associated[ ]with|comes[ ]from|stems[ ]from)\b",
    re.IGNORECASE,
)
_CAUSE_WORDS = frozenset({*_CAUSES_OF_IT.split(), *_MAY_CAUSE.split(), "causes"})

_COMPARISON = re.compile(
    r"\b(?:more|less)[ ](?:likely|common|often|frequent|effective|severe)\b|\b(?:rarer|commoner)\b"
    r"|\b(?:more|less|fewer|better|worse|higher|lower|stronger|weaker|longer|shorter|faster|slower|earlier"
    r"|later|[a-z]+ier)\b[^.;:]*?\bthan\b(?![ ](?:before|usual|normal|you|one|ever|a[ ]week|a[ ]month)\b)"
    r"|\b(?:twice|half)[ ]as[ ]\w+",
    re.IGNORECASE,
)
_NO_COMPARISON = re.compile(
    r"\b(?:rather|other)[ ]than\b"
    r"|\b(?:more|less|fewer|later|earlier|longer)[ ]than[ ](?:\d|[a-z]+[ ](?:hours|days|weeks))",
    re.IGNORECASE,
)
_COMPARISON_WORDS = frozenset(
    {
        "than",
        "likely",
        "common",
        "often",
        "frequent",
        "effective",
        "severe",
        "rarer",
        "commoner",
        "twice",
        "half",
    }
)
_TAKES_TIME = re.compile(
    r"\b(?:takes?|lasts?|needs?|works?|pass(?:es)?|starts?|begins?|improves?|fades?|eases?|goes|stays?)\b",
    re.IGNORECASE,
)
_WORDS = _RESEARCH_WORDS | _CAUSE_WORDS | _COMPARISON_WORDS

Kind = Literal["share", "number", "research", "cause", "comparison"]


class Sign(NamedTuple):
    """What makes a sentence a claim.

    Args:
        kind: of the claim.
        start: of the words that make it one, in the sentence.
        words: those words.
    """

    kind: Kind
    start: int
    words: str


def claim_sign(text: str, terms: Terms, phone_numbers: frozenset[str] = frozenset()) -> Sign | None:
    """What makes a sentence a claim; None for questions, advice, and what is said not to be known.

    A cause or a comparison counts only where an outcome or a medicine of docs/_data/terms.yml is named.
    """
    found = quantities(text, phone_numbers=phone_numbers)
    words = frozenset(text.lower().replace(",", " ").replace(".", " ").split())
    if (not found and words.isdisjoint(_WORDS)) or _NO_CLAIM.search(text):
        return None
    is_advice = _ADVICE.match(text) is not None
    share = next((quantity for quantity in found if quantity.kind in ("share", "multiple")), None)
    if share and not is_advice:
        return Sign("share", share.start, share.text)
    return _sign_in_words(text, words, terms, is_advice=is_advice) or (
        None if is_advice else _sign_in_numbers(text, found, terms)
    )


def may_be_a_claim(words: frozenset[str]) -> bool:
    """Whether a passage of these words could make a claim; quickly, and rather too often than too seldom."""
    return not words.isdisjoint(_WORDS) or may_tell_a_number(words)


def _sign_in_words(text: str, words: frozenset[str], terms: Terms, *, is_advice: bool) -> Sign | None:
    if not words.isdisjoint(_RESEARCH_WORDS) and (research := _RESEARCH.search(text)):
        return Sign("research", research.start(), research.group())
    if (
        not words.isdisjoint(_CAUSE_WORDS)
        and (cause := _CAUSE.search(text))
        and _is_about_health(text, terms)
    ):
        return Sign("cause", cause.start(), cause.group().strip())
    if is_advice or words.isdisjoint(_COMPARISON_WORDS) or _NO_COMPARISON.search(text):
        return None
    comparison = _COMPARISON.search(text)
    if comparison and _is_about_health(text, terms):
        return Sign("comparison", comparison.start(), comparison.group())
    return None


def _sign_in_numbers(text: str, found: tuple[Quantity, ...], terms: Terms) -> Sign | None:
    """A number of people, or the time that an effect takes."""
    for quantity in found:
        is_of_people = quantity.kind == "count" and quantity.unit == "people" and max(quantity.values) > 1
        is_of_time = quantity.kind == "time" and _TAKES_TIME.search(text) and _is_about_health(text, terms)
        if is_of_people or is_of_time:
            return Sign("number", quantity.start, quantity.text)
    return None


def _is_about_health(text: str, terms: Terms) -> bool:
    return any(asserted(text, vocabulary) for vocabulary in (terms.outcomes, terms.medicines))
