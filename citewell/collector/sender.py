"""Who sends a vote, as far as the headers of the request tell: a script of the site, or a plain form."""

from collections.abc import Mapping
from dataclasses import dataclass

_NO_ORIGIN = "null"


@dataclass(frozen=True)
class Sender:
    """What the headers say of a request.

    Args:
        origin: of the page that sent it, where that is one of the site's; else empty.
        is_form: whether a browser goes on to what is answered, as after a plain form.
        is_allowed: whether a page of the site can have sent it.
    """

    origin: str
    is_form: bool
    is_allowed: bool


def sender(headers: Mapping[str, str], origins: frozenset[str]) -> Sender:
    """Read the headers of a request.

    A script's request carries its page's origin. A plain form of a page whose referrer policy is
    `same-origin`, as the site's are, carries `Origin: null` to another origin (the Fetch standard, “append a
    request Origin header”; seen in Chromium 156). So `null` is taken too, but only of a form that leads the
    whole tab to us, which its reader sees: no page can set `Sec-Fetch-Mode` and `Sec-Fetch-Dest`. A frame or
    a script without an origin, with which another site could vote unseen by the dozen, stays refused. There
    is no session behind a vote: a form of another site can do no more than its author can do by hand.
    Source: https://fetch.spec.whatwg.org/#append-a-request-origin-header

    Args:
        headers: by their names in lower case.
        origins: of the site's pages.
    """
    origin = headers.get("origin", "")
    mode = headers.get("sec-fetch-mode", "")
    is_page = mode == "navigate" and headers.get("sec-fetch-dest") == "document"
    is_ours = origin in origins
    return Sender(
        origin=origin if is_ours else "",
        is_form=mode == "navigate" or (not mode and "text/html" in headers.get("accept", "")),
        is_allowed=is_ours or (origin == _NO_ORIGIN and is_page),
    )
