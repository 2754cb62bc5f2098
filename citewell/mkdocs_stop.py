"""Tells in MkDocs' log what is wrong, and ends its build."""

import logging
from collections.abc import Sequence

from mkdocs.exceptions import PluginError

from citewell.output import as_line
from citewell.problem import Problem

log = logging.getLogger("mkdocs.plugins.citewell")


def stop(problems: Sequence[Problem]) -> None:
    """Log the warnings, and end the build when there is an error.

    Raises:
        PluginError: there is one; its message has all of them.
    """
    for problem in sorted(problems):
        if problem.level == "warning":
            log.warning("%s", as_line(problem))
    errors = [as_line(problem) for problem in sorted(problems) if problem.level == "error"]
    if errors:
        raise PluginError("\n".join(["no page is published until this is mended:", *errors]))
