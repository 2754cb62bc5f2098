"""What blocks need of Python-Markdown: words that it prints as they are."""

from xml.etree import ElementTree as etree  # noqa: N813

from markdown.util import AtomicString


def as_typed(element: etree.Element) -> etree.Element:
    """Keep Markdown out of the words in an element: what comes from a data file is no Markdown.

    Without it, `[here](javascript:…)` in the name of a helpline would become a link.
    """
    for part in element.iter():
        part.text = AtomicString(part.text) if part.text else part.text
        part.tail = AtomicString(part.tail) if part.tail and part is not element else part.tail
    return element
