"""The theme's components: their styles and scripts in one file each, so that a reader's phone asks once."""

from collections.abc import Callable
from pathlib import Path

THEME = Path(__file__).parent / "theme"
FOLDER = THEME / "components"


def bundle(suffix: str, is_wanted: Callable[[str], bool]) -> str:
    """All components' styles, or scripts.

    Args:
        suffix: ".css" or ".js".
        is_wanted: says by a component's name whether it belongs in.
    """
    files = sorted(FOLDER.glob(f"*/*{suffix}"))
    parts = [file.read_text(encoding="utf-8") for file in files if is_wanted(file.parent.name)]
    return (";\n" if suffix == ".js" else "\n").join(parts)  # a script may leave out its last semicolon
