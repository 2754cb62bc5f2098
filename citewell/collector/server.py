"""Serves the collector: one process, one socket, no access log."""

import asyncio
import contextlib
import socket

import uvicorn
from starlette.applications import Starlette

_MOST_CONNECTIONS = 800
"""Below the 1,024 files that a process may usually have open. More are answered 503."""

_MOST_BYTES_OF_HEADERS = 16_384
_SECONDS_TO_FINISH = 15


class _Server(uvicorn.Server):
    """Says when it listens."""

    def __init__(self, config: uvicorn.Config, ready: str) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(self._ready, flush=True)  # noqa: T201 (who starts the collector waits for this line)


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to a host's first address; port 0 takes any that is free.

    Raises:
        OSError: the place is taken, or not of this machine.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError:
        bound.close()
        raise
    return bound


def serve(app: Starlette, bound: socket.socket, ready: str) -> None:
    """Serve until SIGTERM or SIGINT; what was sent until then is answered.

    Args:
        app: to serve.
        bound: a socket that does not listen yet.
        ready: printed as soon as it listens.
    """
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="on",
        # Whom a proxy speaks for is found out by client_address, which trusts nobody unless told to.
        proxy_headers=False,
        server_header=False,
        access_log=False,
        # Below an error it only says that somebody sent nonsense, as often as somebody does.
        log_level="error",
        log_config=None,
        limit_concurrency=_MOST_CONNECTIONS,
        h11_max_incomplete_event_size=_MOST_BYTES_OF_HEADERS,
        timeout_graceful_shutdown=_SECONDS_TO_FINISH,
    )
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_Server(config, ready).serve([bound]))
