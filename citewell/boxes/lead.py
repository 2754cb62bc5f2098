"""Where the lead of a page ends: after its short answer, or after its first paragraph.

Who stands behind a page and what not to do are told right there, by the templates around the text.
"""

from xml.etree import ElementTree as etree  # noqa: N813

_MARK = " end of the lead "
MARK = f"<!--{_MARK}-->"
"""What stands in the HTML of a page there."""


def mark_end(root: etree.Element) -> None:
    """Put the mark in, where the page has a lead."""
    for position, element in enumerate(root):
        if element.tag == "h1":
            continue
        if element.tag == "p" or (element.tag == "section" and element.get("class") == "answer"):
            mark = etree.Comment(_MARK)
            mark.tail = "\n"
            root.insert(position + 1, mark)
        return


def split(html: str) -> tuple[str, str]:
    """A page's lead with its title, and the text after it. Without a lead, the title alone comes first."""
    lead, mark, text = html.partition(MARK)
    if mark:
        return lead, text
    title, end, text = html.partition("</h1>")
    return (title + end, text) if end else ("", html)
