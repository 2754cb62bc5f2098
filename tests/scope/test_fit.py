"""Where the clause of a number ends."""

import pytest

from citewell.quantities.reader import quantities
from citewell.scope.fit import clause

CLAUSES = {
    # the sentence, then the clause of each of its numbers
    "In a survey, 46% felt dulled, which is much.": ["46% felt dulled"],
    "46% felt dulled but some cry.": ["46% felt dulled"],
    "52% of men and 44% of women cry.": ["52% of men", "44% of women cry."],
    "26% on SSRIs felt sick, and 12% on others.": ["26% on SSRIs felt sick", "and 12% on others."],
    "Scores were lower at week 16 than at week 8.": ["Scores were lower at week 16", "at week 8."],
    "7 people (aged) cry: 3% do.": ["7 people", "3% do."],
    "Of 1,829 adults 60% cry and sleep.": ["Of 1,829 adults", "adults 60% cry and sleep."],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAUSES.items(), ids=CLAUSES)
def test_a_clause_goes_to_the_next_number_or_comma(text, expected):
    found = quantities(text)
    assert [text[slice(*clause(text, quantity, found))].strip() for quantity in found] == expected
