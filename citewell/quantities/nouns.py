"""What numbers are numbers of: people, studies, authors, medicines, times."""

import re

_NOUNS = {
    "people": """
        people persons person patients patient adults adult men man women woman girls boys children child
        teenagers teens adolescents volunteers volunteer participants users smokers non-smokers respondents
        students controls individuals subjects mothers fathers takers sufferers readers
    """,
    "authors": "authors author researchers scientists experts doctors psychiatrists pharmacists",
    "studies": """
        studies study surveys survey trials trial reviews review reports report papers paper experiments
        experiment works sources articles series analyses
    """,
    "medicines": "medicines medicine drugs drug antidepressants ssris snris",
    "uncounted": """
        things thing ways way kinds kind sorts types reasons parts options choices questions steps points
        ideas examples sides sections pages links words clocks puzzles signs rules tips facts effects terms
        levels factors changes
    """,
}
UNITS = {noun: unit for unit, nouns in _NOUNS.items() for noun in nouns.split()} | {
    "new zealanders": "people"
}
"""The unit of each noun; what is "uncounted" is no result however many there are."""

DAYS = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 365.25 / 12,
    "year": 365.25,
}
"""How many days a unit of time has."""

TIME = rf"(?:{'|'.join(DAYS)})s?"
"""A pattern of the units of time."""

_NO_ADJECTIVE = """
    a about after an and are as at be before but by can could did do for from had has have if in into is not
    of on or per said some than that the then they to was were when which who whose will with
"""
_ADJECTIVE = rf"(?!(?:{'|'.join(_NO_ADJECTIVE.split())})\b)[a-z'’]+(?:-[a-z]+)*"  # noqa: RUF001 - as printed
_NOUN = re.compile(
    rf"(?:[ ]of(?:[ ](?:the|these|those|its|their|all|our))?)?(?:[ -]{_ADJECTIVE}){{0,3}}?"
    rf"[ -](?P<noun>{'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})\b"
)
_PEOPLE_MEANT = re.compile(r"[ ](?:who|whose|of[ ](?:those|whom))\b")


def unit_behind(text: str, at: int) -> str:
    """What a number that ends at an offset is a number of; empty where the words do not tell.

    Args:
        text: in small letters, with single spaces.
        at: the offset behind the number.
    """
    if found := _NOUN.match(text, at):
        return UNITS[found["noun"]]
    return "people" if _PEOPLE_MEANT.match(text, at) else ""
