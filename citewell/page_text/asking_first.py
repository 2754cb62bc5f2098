"""Whether a sentence sends a reader to somebody before anything is changed."""

import re

_WHO = (
    r"(?:doctors?|gps?|pharmacists?|prescribers?|nurses?|midwife|psychiatrists?|clinicians?|clinic|surgery|"
    r"care team|health(?:care)? (?:professional|worker|team)s?|person who prescribe[sd]|"
    r"who(?:ever)? prescribe[sd]|emergency (?:help|services?|number)|999|911|112|111)"
)
_ASK = (
    r"(?:talk(?:ed|ing)?|speak(?:ing)?|spoken|ask(?:ed|ing)?|tell(?:ing)?|told|call(?:ing)?|phon(?:e|ing)"
    r"|contact|"
    r"see(?:ing|n)?|check(?:ed|ing)?|discuss(?:ed|ing)?|consult(?:ed|ing)?|agree[ds]?|plan(?:ned)?"
    r"|decide[ds]?|advice|"
    r"advise[ds]?|help|says?|tells)"
)
_PERSON = re.compile(rf"\b{_WHO}\b", re.IGNORECASE)
_ASKED = re.compile(
    rf"\b{_ASK}\b.*?\b{_WHO}\b|\b{_WHO}\b.*?\b{_ASK}\b|\bwith (?:your|a|the) {_WHO}\b"
    rf"|\bget (?:\w+ )?(?:medical |emergency |urgent )?(?:help|care)\b|\b{_ASK} (?:to )?them\b",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    rf"\bwithout (?:first )?(?:talking|speaking|asking|telling|seeing|calling|consulting|checking)\b"
    rf"|\bno need to (?:ask|talk|speak|tell|see|call)\b"
    rf"|\beven if (?:your|a|the) {_WHO}\b"
    rf"|\b(?:do|does) not (?:have|need) to (?:ask|talk|speak|tell|see|call)\b",
    re.IGNORECASE,
)


def names_a_person(words: str) -> bool:
    """Whether somebody is named who can help: a doctor, a pharmacist."""
    return _PERSON.search(words) is not None


def asks_first(words: str) -> bool:
    """Whether a sentence tells a reader to talk to such a person, or says that they decide together."""
    return _ASKED.search(words) is not None and _NOT_ASKED.search(words) is None
