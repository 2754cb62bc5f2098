"""Where the lead of a page ends: after its short answer, or after its first paragraph.

Who stands behind a page and what not to do are told right there, by the templates around the text.
"""

from xml.etree import ElementTree as etree  # noqa: N813

from citewell.citations.reference_list import split_off_list

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


def split(html: str) -> tuple[str, str, str]:
    """A page's lead with its title, the text after it, and the list of references that follows the text.

    Without a lead, the title alone comes first. A list that stands within the text is part of it.
    """
    body, references = split_off_list(html)
    lead, mark, text = body.partition(MARK)
    if mark:
        return lead, text, references
    title, end, text = body.partition("</h1>")
    return (title + end, text, references) if end else ("", body, references)
