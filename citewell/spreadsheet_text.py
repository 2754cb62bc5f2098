"""Text that a spreadsheet opens as text, never as a formula.

Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection
"""

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 (full width)


def as_cell(words: str) -> str:
    """The words as they are, with an apostrophe before those that a spreadsheet would run."""
    return f"'{words}" if words.lstrip(" ").startswith(_BEGINS_A_FORMULA) else words


def as_cell_on_one_line(words: str) -> str:
    """The words with a blank for each control character; guarded also where they begin with a blank."""
    clean = "".join(character if character.isprintable() else " " for character in words)
    return f"'{clean}" if clean.startswith(" ") else as_cell(clean)
