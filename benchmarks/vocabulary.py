"""Words in random order that have the length and spread of prose."""

from pathlib import Path
from random import Random

_FOLDER = Path(__file__).parent
_WORDS = (_FOLDER / "words.txt").read_text(encoding="utf-8").split()
_MINERALS = (_FOLDER / "minerals.txt").read_text(encoding="utf-8").split()

SENTENCE_END = "\0"
"""Stands before the full stop of a sentence, where a citation may be put."""


def phrase(random: Random, words: int) -> str:
    """Some words in lower case."""
    return " ".join(random.choices(_WORDS, k=words))


def title(random: Random, words: int) -> str:
    """Some words that begin with a capital."""
    return phrase(random, words).capitalize()


def sentence(random: Random) -> str:
    """A sentence of 8 to 21 words, in one of seven with a stressed one."""
    words = phrase(random, random.randrange(8, 22)).split()
    if random.randrange(7) == 0:
        words[-2] = f"*{words[-2]}*"
    return f"{' '.join(words).capitalize()}{SENTENCE_END}."


def paragraph(random: Random, sentences: int) -> str:
    """Sentences on one line."""
    return " ".join(sentence(random) for _ in range(sentences))


def surname(number: int) -> str:
    """One of fifty names."""
    return _MINERALS[number % len(_MINERALS)]
