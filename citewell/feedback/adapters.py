"""How each provider is told of a vote: the one request, and by which answer it is known to be there.

The wire formats are those of the providers' own clients and servers: Plausible (tracker 0.4.6, and
`lib/plausible/ingestion/request.ex`), Umami 3.1 (`src/app/api/send/route.ts`), GoatCounter 2.7
(`handlers/count.go`) and Matomo (https://developer.matomo.org/api-reference/tracking-api). None of their
scripts is loaded. What they ask of a visitor (title, referrer, screen, language) is left out; a session is
declined where that can be said.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote, urlencode, urlsplit

from citewell.feedback.settings import COLLECTOR, GOATCOUNTER, MATOMO, PLAUSIBLE, UMAMI, FeedbackSettings

_FORM = MappingProxyType({"Content-Type": "application/x-www-form-urlencoded"})
_TEXT = MappingProxyType({"Content-Type": "text/plain"})
_JSON = MappingProxyType({"Content-Type": "application/json"})


@dataclass(frozen=True)
class Vote:
    """One answer to “Was this helpful?”.

    Args:
        page: the page's id, its address from the site's root.
        revision: ten hexadecimal digits of its text.
        answer: `yes`, or the reason of a No.
        address: the page's canonical one; empty where the site's is not set.
    """

    page: str
    revision: str
    answer: str
    address: str = ""


@dataclass(frozen=True)
class Request:
    """An HTTP request, as `fetch` takes it; `body` is None where there is none."""

    url: str
    method: str
    headers: Mapping[str, str]
    body: str | None

    @property
    def as_json(self) -> str:
        """The request as a script reads it."""
        return _json(
            {"url": self.url, "method": self.method, "headers": dict(self.headers), "body": self.body}
        )


def collector_request(settings: FeedbackSettings, vote: Vote) -> Request:
    """To our own collector, as a form without a script sends it: so no preflight comes before."""
    fields = {"page": vote.page, "revision": vote.revision, "answer": vote.answer}
    return Request(settings.endpoint, "POST", _FORM, urlencode(fields))


def plausible_request(settings: FeedbackSettings, vote: Vote) -> Request:
    """An event that is no interaction, so it changes no bounce rate; text, so no preflight comes before."""
    event = {
        "n": "Feedback",
        "v": 36,  # of this wire format
        "u": vote.address or f"https://{settings.domain}/{vote.page}",
        "d": settings.domain,
        "r": None,
        "p": _facts(vote),
        "i": False,
    }
    return Request(settings.endpoint, "POST", _TEXT, _json(event))


def umami_request(settings: FeedbackSettings, vote: Vote) -> Request:
    """A named event. Its server reads JSON alone, which the browser asks leave for first."""
    hostname = urlsplit(vote.address).hostname
    payload = {
        "website": settings.website,
        **({"hostname": hostname} if hostname else {}),
        "url": vote.address or f"/{vote.page}",
        "name": "feedback",
        "data": _facts(vote),
    }
    return Request(settings.endpoint, "POST", _JSON, _json({"type": "event", "payload": payload}))


def goatcounter_request(settings: FeedbackSettings, vote: Vote) -> Request:
    """An event without a session, named by answer, page and revision: GoatCounter counts by name alone."""
    name = f"feedback-{vote.answer}/{vote.page}@{vote.revision}"
    query = urlencode({"p": name, "e": "true", "ns": "true"}, quote_via=quote)
    return Request(f"{settings.endpoint}?{query}", "POST", MappingProxyType({}), None)


def matomo_request(settings: FeedbackSettings, vote: Vote) -> Request:
    """An event, posted: no page may read the answer to a GET, and more logs hold addresses than bodies."""
    fields = {
        "idsite": settings.site_id,
        "rec": "1",
        "apiv": "1",
        "send_image": "0",
        "e_c": "Feedback",
        "e_a": vote.answer,
        "e_n": f"{vote.page}@{vote.revision}",
        "e_v": "1",
        **({"url": vote.address} if vote.address else {}),
    }
    return Request(settings.endpoint, "POST", _FORM, urlencode(fields))


@dataclass(frozen=True)
class Adapter:
    """How to speak with a provider.

    Args:
        request: makes the request of a vote.
        accepted: the statuses of an answer that mean that the vote has come; any other is a fault.
        counts: whether they also mean that it was counted.
    """

    request: Callable[[FeedbackSettings, Vote], Request]
    accepted: tuple[int, ...]
    counts: bool = False


ADAPTERS: Mapping[str, Adapter] = MappingProxyType(
    {
        COLLECTOR: Adapter(collector_request, (204,), counts=True),
        # 202 also when it drops the vote, which a header says that no page may read (x-plausible-dropped).
        PLAUSIBLE: Adapter(plausible_request, (202,)),
        # 200 also for whom it takes for a robot.
        UMAMI: Adapter(umami_request, (200,)),
        # 202 for whom it is told to ignore, which a header says that no page may read (X-Goatcounter).
        GOATCOUNTER: Adapter(goatcounter_request, (200, 202)),
        # With send_image=0, 204 comes last even after a fault (core/Tracker/Response.php).
        MATOMO: Adapter(matomo_request, (204,)),
    }
)
"""By the name of the provider. All of them let a page of another site read the status of their answer."""


def _facts(vote: Vote) -> dict[str, str]:
    return {"page": vote.page, "revision": vote.revision, "vote": vote.answer}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
