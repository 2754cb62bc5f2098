"""The claim ledger as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from citewell.bibliography.reference import Library
from citewell.ledger.cited_works import NO_DESIGN, CitedPage
from citewell.spreadsheet_text import as_cell

COLUMNS = ("page", "address", "heading", "sentence", "reference keys", "designs")
BETWEEN = "; "
"""Parts the keys, and the designs in the same order; no key can hold it."""


def as_csv(pages: Iterable[CitedPage], library: Library) -> str:
    """The ledger as comma-separated values (RFC 4180): a row a sentence, under a row of names.

    Write the file as "utf-8-sig": without its byte order mark Excel garbles the accents.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for page in pages:
        for sentence in page.sentences:
            works = (library.get(key) for key in sentence.keys)
            designs = [(work.get("design") if work else "") or NO_DESIGN for work in works]
            keys = BETWEEN.join(sentence.keys)
            cells = (page.title, page.address, sentence.heading, sentence.text, keys, BETWEEN.join(designs))
            writer.writerow([as_cell(cell) for cell in cells])
    return table.getvalue()
