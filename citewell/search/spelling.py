"""The words of a site by which a misspelt one is put right.

They are the site's own: a dictionary would offer words that no page has, and not know the names of medicines.
"""

from collections import Counter
from collections.abc import Iterable

_MOST_SHARED = 9
"""Letters shared with the word before are counted with one digit."""
MOST = 2_500
"""Words kept, those that stand on the most pages: about 10 KB as they are sent."""


def spelling(pages: Iterable[frozenset[str]]) -> str:
    """The text of the file: the words in the order of the alphabet, each after what it shares with the last.

    Args:
        pages: the words of each.
    """
    counted = Counter(word for words in pages for word in words)
    kept = sorted(counted, key=lambda word: (-counted[word], word))[:MOST]
    lines = []
    before = ""
    for word in sorted(kept):
        shared = 0
        while shared < min(len(before), len(word), _MOST_SHARED) and before[shared] == word[shared]:
            shared += 1
        lines.append(f"{shared}{word[shared:]}")
        before = word
    return "\n".join(lines)
