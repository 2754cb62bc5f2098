from collections import defaultdict

import pytest

from citewell.feedback_report.withholding import FEWEST, told

HIDDEN = None
TABLE = [
    ((0, 0, 0, 0), (0, 0, 0, 0)),
    ((16, 0, 0, 0), (16, 0, 0, 0)),
    ((5, 6, 7, 0), (5, 6, 7, 0)),
    ((1, 0, 0, 0), (HIDDEN, HIDDEN, HIDDEN, HIDDEN)),
    ((30, 6, 3, 1), (30, 6, HIDDEN, HIDDEN)),
    ((30, 0, 0, 3), (30, HIDDEN, HIDDEN, HIDDEN)),  # which of the three is open
    ((30, 8, 6, 1), (30, 8, HIDDEN, HIDDEN)),  # 1 alone is what is missing to the sum
    ((30, 6, 6, 1), (30, HIDDEN, HIDDEN, HIDDEN)),  # neither 6 goes first
    ((30, 20, 4, 4), (30, HIDDEN, HIDDEN, HIDDEN)),  # 8 of two under 5 is 4 and 4
    ((30, 20, 4, 3), (30, 20, HIDDEN, HIDDEN)),
    ((6, 4, 4, 4), (HIDDEN, HIDDEN, HIDDEN, HIDDEN)),
]


@pytest.mark.parametrize(("counts", "shown"), TABLE)
def test_small_numbers_and_what_they_follow_from_are_withheld(counts, shown):
    assert tuple(told(dict(zip("abcd", counts, strict=True))).values()) == shown


def shares(total, parts):
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in shares(total - first, parts - 1):
            yield (first, *rest)


@pytest.mark.parametrize("parts", [2, 3, 4, 5, 6])
def test_nobody_who_knows_the_rule_can_compute_what_is_withheld(parts):
    """Of all that looks alike from outside, every number that is withheld has two values at least."""
    for total in range({4: 40, 5: 28, 6: 25}.get(parts, 60)):
        alike = defaultdict(list)
        for counts in shares(total, parts):
            shown = tuple(told(dict(enumerate(counts))).values())
            assert all(number is None or not 0 < number < FEWEST for number in shown)
            alike[shown].append(counts)
        for shown, possible in alike.items():
            for place, number in enumerate(shown):
                if number is None:
                    assert len({counts[place] for counts in possible}) > 1, (total, shown)
