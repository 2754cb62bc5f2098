"""The Python-Markdown extension that aligns the columns of a table by classes.

Python-Markdown writes `style="text-align: right;"`. A sealed page lets in no style but that of its
style sheets, so a browser would drop it.
"""

import re
from xml.etree import ElementTree as etree  # noqa: N813

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_ALIGNED = re.compile(r"text-align: (left|center|right);")
_AFTER_ATTRIBUTE_LISTS = 7


class TablesExtension(Extension):
    """Aligned columns."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that Python-Markdown calls)
        """Register what changes the styles into classes."""
        md.treeprocessors.register(AlignedColumns(md), "aligned-columns", _AFTER_ATTRIBUTE_LISTS)


class AlignedColumns(Treeprocessor):
    """Gives each cell of an aligned column the class align-left, align-center or align-right."""

    def run(self, root: etree.Element) -> None:
        """Change the styles that the tables extension wrote; any other style is left, and later refused."""
        for cell in root.iter():
            if cell.tag in ("th", "td") and (aligned := _ALIGNED.fullmatch(cell.get("style", ""))):
                del cell.attrib["style"]
                cell.set("class", " ".join(filter(None, (cell.get("class"), f"align-{aligned[1]}"))))
