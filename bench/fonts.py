"""A stand-in for the font hosts that Material and Zensical ask by default, so that measuring needs no internet.

It answers over TLS with a stylesheet for the asked families and weights, and with the Latin part of those fonts from npm.
"""

import re
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bench import tools
from bench.process import run

STYLES, FILES = "fonts.googleapis.com", "fonts.gstatic.com"
LATIN = "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193"
_FILE = re.compile(r"/([a-z-]+)-latin-\d00-(?:normal|italic)\.woff2")


@contextmanager
def standing_in() -> Iterator[list[str]]:
    """Answer for the font hosts as long as the block runs; gives the flags with which a browser finds us."""
    host = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*_certificate())
    host.socket = context.wrap_socket(host.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    rules = ",".join(f"MAP {name}:443 127.0.0.1:{host.server_port}" for name in (STYLES, FILES))
    try:
        yield [f"--host-resolver-rules={rules}", "--ignore-certificate-errors"]
    finally:
        host.shutdown()
        host.server_close()


def _certificate() -> tuple[Path, Path]:
    """A certificate of our own and its key; browsers that measure are told not to mind."""
    certificate, key = tools.HOME / "bench.crt", tools.HOME / "bench.key"
    if not certificate.exists():
        made = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", f"/CN={STYLES}"]
        run(["openssl", "req", *made, "-keyout", key, "-out", certificate], tools.HOME)
    return certificate, key


def stylesheet(query: str) -> str:
    """The stylesheet for a query such as `family=Roboto:300,400i|Roboto+Mono:400`: one rule for each weight and style."""
    families = "|".join(parse_qs(query).get("family", [])).split("|")
    rules = [_rule(family.partition(":")[0], weight) for family in families for weight in family.partition(":")[2].split(",")]
    return "\n".join(rules)


def _rule(family: str, weight: str) -> str:
    slug, style = family.lower().replace(" ", "-"), "italic" if weight.endswith("i") else "normal"
    number = weight.rstrip("i") or "400"
    source = f"https://{FILES}/{slug}-latin-{number}-{style}.woff2"
    return f"""@font-face {{
  font-family: "{family}"; font-style: {style}; font-weight: {number}; font-display: fallback;
  src: url({source}) format("woff2"); unicode-range: {LATIN};
}}"""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path.startswith("/css"):
            self._send(200, "text/css; charset=utf-8", stylesheet(address.query).encode())
        elif (match := _FILE.fullmatch(address.path)) and (file := _font(match[1], address.path)).exists():
            self._send(200, "font/woff2", file.read_bytes())
        else:
            self._send(404, "text/plain", b"")

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Cache-Control", "max-age=86400")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal."""


def _font(family: str, path: str) -> Path:
    return tools.MODULES / "@fontsource" / family / "files" / path.lstrip("/")
