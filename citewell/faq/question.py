"""A question and its answer as elements."""

from xml.etree import ElementTree as etree  # noqa: N813

_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def question(parent: etree.Element, words: str) -> etree.Element:
    """A closed question with an empty answer, which is its last element.

    The question is a heading, so that it stands in the contents and the search finds it by itself.
    """
    details = etree.SubElement(parent, "details", {"class": "faq"})
    summary = etree.SubElement(details, "summary")
    etree.SubElement(summary, "h2").text = words
    etree.SubElement(details, "div", {"class": "faq-answer"})
    return details


def set_heading_levels(root: etree.Element) -> None:
    """Set each question one level below the last heading that is no question."""
    in_summaries = {id(heading) for summary in root.iter("summary") for heading in summary}
    above = 1
    for element in root.iter():
        level = _LEVELS.get(element.tag) if isinstance(element.tag, str) else None
        if level and id(element) in in_summaries:
            element.tag = f"h{min(above + 1, 6)}"
        elif level:
            above = level


def add_own_link(details: etree.Element) -> None:
    """End an answer with the link to its question, which stood beside the heading.

    A link inside a summary would be a control within a control.
    """
    heading = details[0][0]
    for link in heading.findall("a"):
        if link.get("class") == "headerlink":
            heading.remove(link)
    if anchor := heading.get("id"):
        foot = etree.SubElement(details[-1], "p", {"class": "faq-link"})
        etree.SubElement(foot, "a", {"href": f"#{anchor}"}).text = "Link to this answer"
