"""The report as JSON, for other programs."""

import json
from collections.abc import Sequence

from citewell.feedback_report.report import PageFeedback
from citewell.feedback_report.wilson import LEVEL
from citewell.feedback_report.withholding import FEWEST

_DIGITS = 4


def as_json(lines: Sequence[PageFeedback]) -> str:
    """The lines with the names of PageFeedback; null stands where a number is withheld or there is none."""
    document = {
        "interval": {"method": "Wilson", "level": LEVEL},
        "withheld_under": FEWEST,
        "pages": [_page(line) for line in lines],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n"


def _page(line: PageFeedback) -> dict[str, object]:
    return {
        "page": line.page.id,
        "title": line.page.title,
        "revision": line.page.revision,
        "current": line.is_current,
        "changed": line.page.changed or None,
        "state": line.state,
        "yes": line.yes,
        "no": line.no,
        "helpful": _share(line.helpful),
        "lower": _share(line.interval.lower if line.interval else None),
        "upper": _share(line.interval.upper if line.interval else None),
        "reasons": dict(line.reasons),
    }


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, _DIGITS)
