"""Which numbers are too small to be told."""

from collections.abc import Mapping

FEWEST = 5
_MOST = FEWEST - 1  # the largest number that is withheld for its own sake: a sum of it is made in one way


def told(counts: Mapping[str, int]) -> dict[str, int | None]:
    """The counts of the reasons, None where one is withheld.

    Withheld is what is under FEWEST; none at all may be told where no other is that small. Their sum is told
    beside them, so a number that is withheld alone would be told after all. What is withheld is therefore two
    numbers or more, which could be divided in another way. Where they are not, the smallest of the others
    is withheld as well (secondary suppression), and with it those that are as large: which of them went first
    would tell of the rest.

    Args:
        counts: reason -> how many; their sum is known to the reader.
    """
    if not any(0 < count < FEWEST for count in counts.values()):
        return dict(counts)
    if sum(counts.values()) == _MOST * len(counts):  # else it would tell that each of them is the largest
        return dict.fromkeys(counts)
    withheld = {reason for reason, count in counts.items() if count < FEWEST}
    while len(withheld) < len(counts) and not _is_safe([counts[reason] for reason in withheld]):
        smallest = min(count for reason, count in counts.items() if reason not in withheld)
        withheld |= {reason for reason, count in counts.items() if count == smallest}
    return {reason: None if reason in withheld else count for reason, count in counts.items()}


def _is_safe(withheld: list[int]) -> bool:
    return len(withheld) > 1 and any(count != _MOST for count in withheld)
