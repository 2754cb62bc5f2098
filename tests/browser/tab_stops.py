"""Goes through a page with the Tab key alone, and says what a reader without a mouse trips over."""

from itertools import pairwise
from pathlib import Path

_STOPS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def obstacles(page):
    """A line for each thing that is wrong with the way of the Tab key, from the top of a page to its end."""
    planned = page.evaluate(_STOPS)
    found, visited = [], []
    for _ in range(20 * len(planned) + 20):  # what comes with the focus has stops of its own
        page.keyboard.press("Tab")
        here = page.evaluate("tabStops.here()")
        if here is None or here["number"] in visited[:1]:
            break
        if here["number"] in visited:
            return [*found, f"the focus goes in a circle from {here['name']}"]
        if here["number"] >= 0:
            visited.append(here["number"])
        elif not here["cameWithFocus"]:
            found.append(f"takes the focus unplanned: {here['name']}")
        if not here["isShown"]:
            found.append(f"does not show that it has the focus: {here['name']}")
        if here["isCovered"]:
            found.append(f"has the focus out of sight: {here['name']}")
    else:
        found.append(f"the focus never leaves {here['name']}")
    found += [
        f"is passed over: {stop['name']}" for number, stop in enumerate(planned) if number not in visited
    ]
    if visited != sorted(visited):
        found.append("the order is not that of the page")
    return found + _leaps([planned[number] for number in visited])


def unmarked(page):
    """The stops of the Tab key that do not show when they have the focus."""
    page.evaluate(_STOPS)
    page.keyboard.press("Tab")  # from now on the browser shows the focus, as it does for who types
    return page.evaluate("tabStops.unmarked()")


def _leaps(stops):
    """Stops that lie neither below nor to the right of the one before, in the same part of the page."""
    return [
        f"the focus leaps back to {stop['name']}"
        for before, stop in pairwise(stops)
        if stop["region"] == before["region"]
        and stop["bottom"] <= before["top"]
        and stop["left"] < before["right"]
    ]
