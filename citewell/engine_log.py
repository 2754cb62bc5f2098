"""What an engine logs while it does one thing."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple


class Record(NamedTuple):
    """What the engine logged while it rendered a page."""

    logger: str
    level: int
    message: str


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[Record] = []
        self._last: logging.LogRecord | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if record is not self._last:  # which reaches the engine's logger first, and then the one above it
            self._last = record
            self.records.append(Record(record.name, record.levelno, record.getMessage()))


@contextmanager
def records(*, only: bool) -> Iterator[list[Record]]:
    """What is logged meanwhile.

    Args:
        only: whether it is kept from all others: the first process logs it again.
    """
    recorder = _Recorder()
    loggers = [logging.getLogger(), logging.getLogger("mkdocs")]
    before = [list(logger.handlers) for logger in loggers]
    for logger in loggers:
        logger.handlers = [recorder] if only else [*logger.handlers, recorder]
    try:
        yield recorder.records
    finally:
        for logger, handlers in zip(loggers, before, strict=True):
            logger.handlers = handlers


def log_again(found: Iterable[Record]) -> None:
    """Log what another process has kept to itself."""
    for record in found:
        logging.getLogger(record.logger).log(record.level, "%s", record.message)
