"""Fills in the files that the package ships for new articles and sites."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import jinja2

from citewell.checks.unwritten_text import to_write
from citewell.start.old_article.marks import at_line_start, typed

SUFFIX = ".jinja"
_KEPT_LINE = "\x00"
_EMPTY_LINES = re.compile(r"\n{3,}")


def quoted(value: object) -> str:
    """A text as YAML and JSON both read it, in quotation marks."""
    return json.dumps(str(value), ensure_ascii=False)


def filled_in(template: Path, values: Mapping[str, object]) -> str:
    """A template's text with its values, never more than one empty line in a row.

    Every value goes through a filter: `quoted` for YAML, `typed` for words in Markdown, `to_write` for the
    mark of what is still to be written. What comes without one is Markdown already; its lines stay.

    Args:
        template: a file whose name ends in `.jinja`.
        values: by name; a name that the template has and the values lack is an error.
    """
    engine = jinja2.Environment(  # noqa: S701 - these are Markdown and YAML, no HTML
        loader=jinja2.FileSystemLoader(template.parent),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: value.replace("\n", _KEPT_LINE) if isinstance(value, str) else value,
    )
    engine.filters |= {
        "quoted": quoted,
        "typed": lambda words: at_line_start(typed(words)),
        "to_write": to_write,
    }
    text = engine.get_template(template.name).render(values)
    return _EMPTY_LINES.sub("\n\n", text).replace(_KEPT_LINE, "\n")
