"""A cell of a table that people open in a spreadsheet."""

import pytest

from citewell.spreadsheet_text import as_cell, as_cell_on_one_line

CELLS = {
    "words": ("Sertraline and crying", "Sertraline and crying", "Sertraline and crying"),
    "a formula": ("=1+1", "'=1+1", "'=1+1"),
    "a formula after blanks": ("  =1+1", "'  =1+1", "'  =1+1"),
    "a formula after a tab": ("\t=1+1", "'\t=1+1", "' =1+1"),
    "a full-width sign": ("\uff1d1", "'\uff1d1", "'\uff1d1"),
    "a sign within the words": ("2 + 2 = 4", "2 + 2 = 4", "2 + 2 = 4"),
    "a line within the words": ("one\ntwo", "one\ntwo", "one two"),
    "a blank before": (" words", " words", "' words"),
    "nothing": ("", "", ""),
}


@pytest.mark.parametrize(("words", "cell", "on_one_line"), CELLS.values(), ids=CELLS)
def test_a_cell_is_text(words, cell, on_one_line):
    assert (as_cell(words), as_cell_on_one_line(words)) == (cell, on_one_line)
