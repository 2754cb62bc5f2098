"""How sure a share is that few votes tell."""

from dataclasses import dataclass
from math import sqrt

LEVEL = 0.95
_Z = 1.959963984540054  # the standard normal quantile of 0.975


@dataclass(frozen=True)
class Interval:
    """From `lower` to `upper`, both shares between 0 and 1."""

    lower: float
    upper: float


def wilson_interval(yes: int, total: int) -> Interval:
    """The 95 % score interval of a share, without continuity correction.

    Unlike the textbook interval it stays between 0 and 1 and is not empty where everybody agrees.
    Source: Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc.
    1927;22(158):209-12. doi:10.1080/01621459.1927.10502953. In the form of Newcombe RG. Two-sided confidence
    intervals for the single proportion. Stat Med. 1998;17(8):857-72, method 3.

    Args:
        yes: how many said so.
        total: of how many; more than none.
    """
    share = yes / total
    middle = share + _Z**2 / (2 * total)
    reach = _Z * sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    scale = 1 + _Z**2 / total
    # Where all agree the bound is 0 or 1 exactly, which binary fractions miss by their last digit.
    return Interval(
        0.0 if yes == 0 else (middle - reach) / scale, 1.0 if yes == total else (middle + reach) / scale
    )
