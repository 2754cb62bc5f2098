"""Gives the blocks that print a medicine's warnings the medicine of the page they stand on."""

import re

_WITHOUT_MEDICINE = re.compile(r"^([ ]{0,3}/{3,}[ ]*(?:do-not-stop|boxed-warning))[ ]*$", re.MULTILINE)


def name_medicine(markdown: str, medicine: str) -> str:
    """A page's text, with the medicine named in each such block that names none.

    Args:
        markdown: as typed.
        medicine: as named in docs/_data/drugs.yml; empty for a page that is about none.
    """
    return _WITHOUT_MEDICINE.sub(rf"\1 | {medicine}", markdown) if medicine else markdown
