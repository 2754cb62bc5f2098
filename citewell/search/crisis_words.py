"""By which words a question speaks of suicide or of hurting oneself.

Whoever types them may be the one who needs help (safe messaging guidance; health-publishing rule S3). The
numbers shown for nothing cost a glance; numbers not shown may cost more. So the words are broad, and a word
that is misspelt counts (scripts/names.js).
"""

from collections.abc import Mapping

from citewell.page_text.words_of_crisis import SUICIDE

_MISSPELT = (("suicide", 2), ("suicidal", 2), ("selfharm", 1), ("selfharming", 1))
"""Words recognised with so many slips, also with a blank or a hyphen in them. Self-care is two off."""

_OF_QUESTIONS = (
    r"\b(?:"
    r"kms|unalive\w*|parasuicid\w*|sewerslide"
    r"|(?:kill|hurt|harm|cut|hang|injur|hate|end|drown|shoot|starv|poison)(?:e|es|s|t?ing)? ?"
    r"(?:my|your|him|her|one) ?sel(?:f|ves)"
    r"|(?:kill|hurt|harm|cut)(?:t?ing)? (?:me|meself)"
    r"|end(?:ing)? (?:it(?: all)?|everything|my life|things)"
    r"|(?:tak|end|los)(?:e|ing) (?:my|your|their|his|her) (?:own )?li(?:fe|ves)"
    r"|(?:want|wanna|wants|wanting|wish|wishing|going|gonna|ready|need|like|thinking of|thinking about)"
    r"(?: to| i was| i were| i am| of| about)? (?:die|dying|dead|death)"
    r"|(?:do not|dont|don't|not|no longer|never) (?:want|wanna|wish|feel like)(?:ing)?(?: to)? "
    r"(?:live|living|be alive|being alive|be here|being here|exist|existing|wake up|waking up|go on|carry on)"
    r"|(?:no|not any|any) (?:reason|point|use) (?:to|in|of|for) "
    r"(?:live|living|life|go on|going on|be alive|being alive)"
    r"|(?:better off|rather be|wish i was|wish i were) (?:dead|without me|gone)"
    r"|(?:tired|sick) of (?:living|life|being alive)"
    r"|(?:cant|can't|cannot|can not) (?:go on|take it any ?more|do this any ?more|live like this)"
    r"|life (?:is|isnt|isn't|is not) (?:not )?worth(?: living)?|not worth living"
    r"|over ?dos(?:e|es|ed|ing)|lethal dose|fatal dose"
    r"|how (?:many|much) \w+ (?:to die|to kill|will kill|would kill)"
    r"|(?:ways|way|how) to (?:die|kill|end)|painless (?:death|way)|noose|hang(?:ing)? (?:myself|yourself)"
    r"|cutting (?:myself|my wrists?|my arms?)|slit(?:ting)? (?:my |your )?wrists?"
    r"|self ?injur\w*|self ?mutilat\w*"
    r")\b"
)
"""What people type who mean themselves, besides what texts say (words_of_crisis.py)."""


def crisis_words() -> Mapping[str, object]:
    """What a script needs to recognise them: a pattern, and the words that may be misspelt."""
    return {"pattern": f"{SUICIDE.pattern}|{_OF_QUESTIONS}", "misspelt": _MISSPELT}
