"""A batch is told by its own pages: one page more or less leaves all batches but its neighbours alone."""

import pytest

from citewell.search.page_batches import FEWEST, MOST, batches

PATHS = [f"section-{number // 50:03}/article-{number:05}/index.html" for number in range(3_000)]


@pytest.mark.parametrize("count", [0, 1, FEWEST, MOST, MOST + 1, 3_000])
def test_every_page_is_in_one_batch_in_order(count):
    divided = list(batches(reversed(PATHS[:count])))
    assert [path for batch in divided for path in batch] == PATHS[:count]
    assert all(FEWEST <= len(batch) <= MOST for batch in divided[:-1])
    assert all(0 < len(batch) <= MOST for batch in divided[-1:])


@pytest.mark.parametrize("number", [0, 1_500, 2_999])
def test_a_page_that_comes_or_goes_changes_few_batches(number):
    before = set(map(tuple, batches(PATHS)))
    fewer = set(map(tuple, batches([*PATHS[:number], *PATHS[number + 1 :]])))
    more = set(map(tuple, batches([*PATHS, f"{PATHS[number]}.html"])))
    assert len(before) > 30
    assert len(fewer - before) <= 3
    assert len(more - before) <= 3
