"""Runs axe-core in a page, and says where it found which fault."""

from axe_playwright_python.sync_playwright import Axe

STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_OPTIONS = {
    "runOnly": {"type": "tag", "values": STANDARDS},
    "rules": {
        "target-size": {"enabled": True}
    },  # axe leaves it out by itself, as all that is new in WCAG 2.2
    "resultTypes": ["violations"],
    "preload": False,  # style sheets would be fetched once more for each run, and no rule of these reads them
}
_SCRIPT = Axe().axe_script


def violations(page):
    """A line for each place that breaks a rule: the rule, the place, and what is wrong there."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT)
    found = page.evaluate("options => axe.run(document, options).then((run) => run.violations)", _OPTIONS)
    return [_line(rule, node) for rule in found for node in rule["nodes"]]


def _line(rule, node):
    checks = node["any"] + node["all"] + node["none"]
    faults = "; ".join(dict.fromkeys(check["message"] for check in checks))
    return f"{rule['id']} at {node['target']}: {rule['help']} ({faults})"
