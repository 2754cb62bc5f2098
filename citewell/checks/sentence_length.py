"""A sentence has twenty words at most.

Long sentences lose readers who are tired, worried or not at home in the language (NHS service manual, how
we write; health-publishing rule L1).

Fails:
    Some people who take it for a long time find that they cannot cry even when something sad happens that
    would have brought tears before.

Passes:
    Some people who take it cannot cry. Even something sad brings no tears.
"""

from collections.abc import Iterator

from citewell.page_text.page_text import PageText
from citewell.problem import Problem

ID = "sentence-length"
WORDS = 20


def check(text: PageText) -> Iterator[Problem]:
    """The sentences that are too long."""
    for place, words in long_sentences(text):
        advice = f"Split this sentence: it has {words} words, and {WORDS} are the most that are read easily"
        yield text.problem(ID, place, advice, "warning")


def long_sentences(text: PageText, over: int = WORDS) -> Iterator[tuple[int, int]]:
    """Where the sentences begin that have more than so many words, and how many they have."""
    for _, sentences in text.sentences_by_passage:
        for start, sentence in sentences:
            if len(sentence.split()) > over and (words := _words(sentence)) > over:
                yield start + len(sentence) - len(sentence.lstrip()), words


def _words(sentence: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in sentence.split())
