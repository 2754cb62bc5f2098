"""Synthetic readers who vote through a proxy: so many a second, whether or not they are answered in time.

Run as a program, so that its work is not the server's:  python -m benchmarks.collector_clients PLAN
"""

import asyncio
import contextlib
import json
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlencode

from benchmarks.collector_process import ORIGIN, REVISION
from citewell.feedback.answers import REASONS, YES

_CONNECTIONS = 64
_ANSWERS = (YES, *REASONS)


@dataclass(frozen=True)
class Plan:
    """What to send.

    Args:
        host: of the collector.
        port: of the collector.
        pages: to vote on.
        rate: votes a second.
        seconds: for how long.
        readers: how many different addresses vote.
        seed: of what is drawn by lot.
    """

    host: str
    port: int
    pages: tuple[str, ...]
    rate: float
    seconds: float
    readers: int
    seed: int


@dataclass
class Outcome:
    """What came back.

    Attributes:
        sent: how many votes were sent.
        statuses: status -> how many; 0 stands for no answer.
        acknowledged: (page, answer) -> how many votes were accepted.
        latencies: seconds from the moment at which a vote was due to its answer.
    """

    sent: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    acknowledged: Counter[tuple[str, str]] = field(default_factory=Counter)
    latencies: list[float] = field(default_factory=list)

    def printed(self) -> str:
        """As JSON."""
        acknowledged = [(*key, votes) for key, votes in self.acknowledged.items()]
        return json.dumps(vars(self) | {"acknowledged": acknowledged})

    def add(self, printed: str) -> None:
        """Add what other readers printed."""
        other = json.loads(printed)
        self.sent += other["sent"]
        self.statuses.update({int(status): votes for status, votes in other["statuses"].items()})
        self.acknowledged.update({(page, answer): votes for page, answer, votes in other["acknowledged"]})
        self.latencies += other["latencies"]


class _Readers:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._lot = random.Random(plan.seed)  # noqa: S311 (nothing is to be kept secret)
        self._idle: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
        self.outcome = Outcome()

    async def vote(self) -> None:
        for _ in range(_CONNECTIONS):
            self._idle.put_nowait(await asyncio.open_connection(self._plan.host, self._plan.port))
        clock = asyncio.get_running_loop().time
        begin = clock()
        async with asyncio.TaskGroup() as votes:
            for number in range(round(self._plan.rate * self._plan.seconds)):
                due = begin + number / self._plan.rate
                await asyncio.sleep(max(0.0, due - clock()))
                votes.create_task(self._vote(due))
        while not self._idle.empty():
            self._idle.get_nowait()[1].close()

    async def _vote(self, due: float) -> None:
        page, answer = self._lot.choice(self._plan.pages), self._lot.choice(_ANSWERS)
        request = _request(page, answer, _address(self._lot.randrange(self._plan.readers)))
        reader, writer = await self._idle.get()
        self.outcome.sent += 1
        status = 0
        if not writer.is_closing():  # else the collector is gone
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
                status = int(head.split(b" ", 2)[1])
                length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
                await reader.readexactly(int(length or 0))
        if not status:
            writer.close()
        self._idle.put_nowait((reader, writer))
        self.outcome.statuses[status] += 1
        if status == HTTPStatus.NO_CONTENT:
            self.outcome.acknowledged[page, answer] += 1
        if status:
            self.outcome.latencies.append(asyncio.get_running_loop().time() - due)


def _address(reader: int) -> str:
    """Half of the readers have an address of the old kind."""
    high, low = divmod(reader // 2, 256)
    return f"10.{high // 256}.{high % 256}.{low}" if reader % 2 else f"2001:db8:{high:x}:{low:x}::1"


def _request(page: str, answer: str, address: str) -> bytes:
    body = urlencode({"page": page, "revision": REVISION, "answer": answer})
    head = (
        "POST /vote HTTP/1.1",
        "Host: collector.example",
        f"Origin: {ORIGIN}",
        f"X-Forwarded-For: {address}",
        "Content-Type: application/x-www-form-urlencoded;charset=UTF-8",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join([*head, "", body]).encode("ascii")


def main() -> None:
    """Carry out the plan that is given as JSON and print the outcome as JSON."""
    plan = Plan(**json.loads(sys.argv[1]))
    readers = _Readers(plan)
    asyncio.run(readers.vote())
    print(readers.outcome.printed())


if __name__ == "__main__":
    main()
