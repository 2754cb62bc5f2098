"""Long lists of names, written as words."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text, for lists of names that are longer than a line."""
    return frozenset(words.split())
