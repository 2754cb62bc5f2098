"""A form searches the site, sets its colours, or takes the answer to "Was this helpful?", and nothing else.

What is typed into a health page is health data (health-publishing rule M12). So no page has a form of its
own, and an answer goes to the endpoint that the publisher has named.

Fails:
    <form action="https://example.org/collect"><button>Go</button></form>

Passes:
    <form name="site-search"><input name="query"></form>
"""

import json
from collections.abc import Iterator

from citewell.seal.element import Element
from citewell.seal.fault import Fault

ID = "forms"
_OF_THE_THEME = (("name", "search"), ("name", "site-search"), ("data-md-component", "palette"))
FEEDBACK = "feedback"


def check(element: Element, endpoint: str) -> Iterator[Fault]:
    """The fault of a form, or of a button that sends something."""
    if element.name == "form":
        yield from _form(element, endpoint)
    if request := element.attributes.get("data-request"):
        target = _target(request)
        if not endpoint or target.partition("?")[0] != endpoint:
            yield Fault(ID, _instead(endpoint), typed=element.typed("data-request"))


def _form(element: Element, endpoint: str) -> Iterator[Fault]:
    action = element.attributes.get("action")
    if FEEDBACK in element.tokens("class"):
        if action is not None and action != endpoint:
            yield Fault(ID, _instead(endpoint), typed=element.typed("action"))
    elif action is not None or all(element.attributes.get(name) != value for name, value in _OF_THE_THEME):
        yield Fault(ID, "Take out this form: a page asks its readers for nothing", typed=element.typed())


def _instead(endpoint: str) -> str:
    if endpoint:
        return f"Send answers to {endpoint} alone, which docs/_data/feedback.yml names"
    return "Take out where this form sends answers: no endpoint is named for this site"


def _target(request: str) -> str:
    """The address of a request that a button holds; empty for one that cannot be read."""
    try:
        read = json.loads(request)
    except ValueError:
        return ""
    return str(read.get("url", "")) if isinstance(read, dict) else ""
