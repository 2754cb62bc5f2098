"""The costs as a Markdown table that can stand in a README."""

from collections.abc import Mapping, Sequence

from benchmarks.corpus import SIZES_OF_CITATIONS, WORKS_OF_A_PAGE
from benchmarks.machine import describe
from benchmarks.measure import Cost, median_of, median_ratio
from benchmarks.references import WORKS
from benchmarks.variants import VARIANTS

_RATIOS = (("a", "b"), ("c", "a"))


def table(costs: Mapping[str, Sequence[Cost]], pages: int) -> str:
    """The medians, their ratios, what was built and where.

    Args:
        costs: the letter of a variant -> the costs of its runs, one a round.
        pages: how many articles were built.
    """
    lines = ["| | wall time | CPU time | peak memory | runs |", "|---|--:|--:|--:|--:|"]
    for variant in VARIANTS:
        if runs := costs.get(variant.letter):
            cost = median_of(runs)
            kinds = f"{cost.wall:.1f} s | {cost.cpu:.1f} s | {cost.memory:.0f} MB"
            lines.append(f"| ({variant.letter}) {variant.description} | {kinds} | {len(runs)} |")
    for one, other in _RATIOS:
        if one in costs and other in costs:
            ratio = median_ratio(costs[one], costs[other])
            rounds = min(len(costs[one]), len(costs[other]))
            kinds = f"{ratio.wall:.2f} | {ratio.cpu:.2f} | {ratio.memory:.2f}"
            lines.append(f"| ({one}) / ({other}) | {kinds} | {rounds} |")
    corpus = (
        f"{pages} pages of about 1,500 words, each with {len(SIZES_OF_CITATIONS)} citations of "
        f"{WORKS_OF_A_PAGE} works, some cited again, from a bibliography of {WORKS}."
    )
    method = "Medians of builds made in turn; a ratio is the median of the ratios within each round."
    return "\n".join([*lines, "", corpus, method, f"Measured on {describe()}."])
