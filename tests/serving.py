"""A web server for a built site."""

import functools
import http.server
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

BASE = "/samen/"  # not the root, so that a link that forgets its base breaks
BLINK = 0.02  # seconds between two looks whether it may stop


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path, and nothing outside it."""

    base = BASE

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.base)
        return super().translate_path("/" + path.removeprefix(self.base) if inside else "/geen/")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    """Can be gone altogether: browsers keep lines open, on which somebody would still answer."""

    def __init__(self, handler: Callable[..., Handler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.lines: list[socket.socket] = []

    def get_request(self) -> tuple[socket.socket, Any]:
        line, client = super().get_request()
        self.lines.append(line)
        return line, client

    def server_close(self) -> None:
        super().server_close()
        for line in self.lines:
            with suppress(OSError):  # this one was over already
                line.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client: Any) -> None:
        """That a browser hangs up is no news."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client)


@contextmanager
def serving(folder: Path, base: str = BASE) -> Iterator[str]:
    """Serve a built site below `base`; gives its address."""
    handler = type("Below", (Handler,), {"base": base})
    with running(functools.partial(handler, directory=str(folder))) as host:
        yield host + base


@contextmanager
def running(handler: Callable[..., Handler]) -> Iterator[str]:
    """A server on a port of its own that handles requests so; gives its address, without a slash at the end."""
    with _Server(handler) as server:
        threading.Thread(target=server.serve_forever, args=(BLINK,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
