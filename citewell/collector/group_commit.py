"""Votes are written together: what comes in while one commit is under way is the next one."""

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from citewell.collector.tally import Line, Tally
from citewell.collector.tally_file import TallyError

MOST_WAITING = 5_000
"""Ten seconds of 500 votes: who comes later is told so at once, and the memory stays bounded."""


class GroupCommit:
    """Adds votes to a tally; a vote is done when the disk has it.

    A commit costs the same for one vote as for fifty, and the disk is waited for in a thread.

    Args:
        tally: which nobody else uses.
        most_waiting: for a commit.
    """

    def __init__(self, tally: Tally, most_waiting: int = MOST_WAITING) -> None:
        self._tally = tally
        self._most_waiting = most_waiting
        self._waiting: list[tuple[Line | None, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tally")

    async def add(self, line: Line | None) -> None:
        """Count a vote; None counts nothing and finds out whether a vote could be counted.

        Raises:
            TallyError: it was not counted.
        """
        if len(self._waiting) >= self._most_waiting:
            raise TallyError("More votes come in than the disk takes")
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((line, done))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write())
        await done

    async def close(self) -> None:
        """Write what is waiting and let the tally go."""
        if self._writer:
            await self._writer
        self._thread.shutdown()
        self._tally.close()

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch, self._waiting = self._waiting, []
            counts = Counter(line for line, _ in batch if line)
            fault: Exception | None = None
            try:
                await loop.run_in_executor(self._thread, self._tally.add, counts)
            except Exception as error:  # noqa: BLE001 (whatever it is: nobody may wait for ever)
                fault = error
            for _, done in batch:
                if done.done():  # the client went away
                    continue
                if fault:
                    done.set_exception(fault)
                else:
                    done.set_result(None)
        self._writer = None
