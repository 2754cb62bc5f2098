"""The reading grade of a text: the median of three formulas, in years of school in the United States.

No formula knows what a reader understands. The NHS advises them for nothing but finding what to look at first
(service manual, health literacy), so a grade is a trend here, and never an error.
"""

import math
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from citewell.reading_grade.syllables import syllables

_ONLY_WORDS = str.maketrans(dict.fromkeys('!"#$%&()*+,./:;<=>?@[\\]^_`{|}~“”‘…—–«»', " "))  # noqa: RUF001 - as typed
_ONLY_WORDS[ord("’")] = "'"  # noqa: RUF001 - as typed
_MANY_SYLLABLES = 3


@dataclass(frozen=True)
class Counts:
    """What the formulas are made of.

    Args:
        sentences: how many.
        words: how many, numbers among them.
        letters: letters and digits of all words.
        syllables: of all words; a number has one.
        long_words: words of three syllables or more.
    """

    sentences: int
    words: int
    letters: int
    syllables: int
    long_words: int

    @property
    def flesch_kincaid(self) -> float:
        """Flesch-Kincaid grade level.

        Source: Kincaid JP, Fishburne RP, Rogers RL, Chissom BS. Derivation of new readability formulas for
        Navy enlisted personnel. Research Branch Report 8-75. Millington (TN): Naval Technical Training; 1975.
        """
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float:
        """SMOG grade, for 30 sentences; a text with more or fewer is scaled to 30.

        Source: McLaughlin GH. SMOG grading: a new readability formula. J Read. 1969;12(8):639-646.
        """
        return 1.0430 * math.sqrt(self.long_words * 30 / self.sentences) + 3.1291

    @property
    def automated_readability(self) -> float:
        """Automated readability index.

        Source: Senter RJ, Smith EA. Automated readability index. AMRL-TR-66-220. Wright-Patterson Air
        Force Base (OH): Aerospace Medical Research Laboratories; 1967.
        """
        return 4.71 * self.letters / self.words + 0.5 * self.words / self.sentences - 21.43

    @property
    def grade(self) -> float:
        """The median of the three."""
        return median((self.flesch_kincaid, self.smog, self.automated_readability))


def counts(sentences: Iterable[str], left_out: AbstractSet[str] = frozenset()) -> Counts | None:
    """Count a text; None where nothing is left to count.

    Args:
        sentences: of the text, without citations and marks.
        left_out: words that are not counted, in small letters, such as names of medicines: none is plainer.
    """
    all_words: list[str] = []
    number_of_sentences = 0
    text = "\n".join(" ".join(sentence.splitlines()) for sentence in sentences)
    for sentence in text.lower().translate(_ONLY_WORDS).split("\n"):
        words = sentence.split()
        number_of_sentences += any(word not in left_out for word in words)
        all_words += words
    count = letters = all_syllables = long_words = 0
    for word, times in Counter(all_words).items():
        if word in left_out or word == "-":
            continue
        spoken, length = _measured(word)
        count += times
        letters += times * length
        all_syllables += times * spoken
        long_words += times * (spoken >= _MANY_SYLLABLES)
    return Counts(number_of_sentences, count, letters, all_syllables, long_words) if count else None


@lru_cache(maxsize=8192)
def _measured(word: str) -> tuple[int, int]:
    """How many syllables and letters a word has; a number has one syllable."""
    length = sum(map(str.isalnum, word))
    return (1, length) if word.isdigit() else (syllables(word), length)
