"""A small web server that compresses as hosts do, lets browsers keep files as GitHub Pages does, and counts what it sends."""

import gzip
import hashlib
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/json", "application/javascript", "application/manifest+json", "image/svg+xml", "application/xml")
LEVEL = 6
KEEP = "max-age=600"

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/manifest+json", ".webmanifest")


class Answer(NamedTuple):
    """What one address answers: its type, whether it is compressed, its tag and its bytes."""

    kind: str
    zipped: bool
    tag: str
    body: bytes


class Sent(NamedTuple):
    """One answer that was sent: its address and its bytes, headers included."""

    path: str
    size: int


class Host(ThreadingHTTPServer):
    """Serves one built site; `sent` is what it sent so far."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, site: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site
        self.sent: list[Sent] = []

    @property
    def address(self) -> str:
        """The address of the site, with a slash at its end."""
        return f"http://127.0.0.1:{self.server_port}/"

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """Every file of the site, compressed beforehand, by its address."""
        files = (path for path in sorted(self.site.rglob("*")) if path.is_file())
        found = {path.relative_to(self.site).as_posix(): _answer(path) for path in files}
        indexes = {name.removesuffix("index.html"): answer for name, answer in found.items() if name.endswith("index.html")}
        return {**found, **indexes}


@contextmanager
def serving(site: Path) -> Iterator[Host]:
    """Serve a site as long as the block runs."""
    host = Host(site)
    assert host.answers
    thread = threading.Thread(target=host.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.shutdown()
        host.server_close()
        thread.join()


def _answer(path: Path) -> Answer:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    body = path.read_bytes()
    zipped = kind.startswith(COMPRESSED)
    text = kind.startswith("text/")
    return Answer(
        f"{kind}; charset=utf-8" if text else kind,
        zipped,
        f'"{hashlib.sha256(body).hexdigest()[:16]}"',
        gzip.compress(body, LEVEL, mtime=0) if zipped else body,
    )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: Host
    head = 0

    def do_GET(self) -> None:
        answer = self.server.answers.get(unquote(urlsplit(self.path).path).lstrip("/"))
        if answer is None:
            self._send(404, {"Content-Type": "text/plain; charset=utf-8"}, b"Niet gevonden")
        elif self.headers.get("If-None-Match") == answer.tag:
            self._send(304, {"ETag": answer.tag, "Cache-Control": KEEP}, b"")
        else:
            zipped = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"} if answer.zipped else {}
            self._send(200, {"Content-Type": answer.kind, "ETag": answer.tag, "Cache-Control": KEEP, **zipped}, answer.body)

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        size = self.wfile.write(body) + self.head
        self.server.sent.append(Sent(self.path, size))

    def flush_headers(self) -> None:
        """Send the headers, and remember in `head` how many bytes they are."""
        self.head = len(b"".join(getattr(self, "_headers_buffer", [])))
        super().flush_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal."""
