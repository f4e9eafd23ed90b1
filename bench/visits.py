"""A web server that compresses as hosts do and counts what it sends, and a phone that visits it."""

import gzip
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

BROWSERS = ("chromium", "google-chrome", "microsoft-edge-stable", "msedge")
#: How many times slower the processor of a cheap phone is.
SLOWER = 4
#: When the largest thing of a page was painted, in ms since somebody asked for the page.
LCP = """() => new Promise((done) =>
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true }))"""


class Host(ThreadingHTTPServer):
    """Serves a folder of compressed files; knows what it was asked, and how many bytes it sent."""

    daemon_threads = True

    def __init__(self, folder: str) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=folder))
        self.address = f"http://127.0.0.1:{self.server_port}/"
        self.forget()

    def forget(self) -> None:
        """Count from here."""
        self.asked: list[str] = []
        self.sent: list[int] = []


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Host
    _headers_buffer: list[bytes]

    def end_headers(self) -> None:
        """Say how the file is packed and that it keeps for ten minutes, as GitHub Pages does."""
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.server.sent.append(sum(map(len, self._headers_buffer)))
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file."""
        self.server.sent.append(os.fstat(source.fileno()).st_size)
        super().copyfile(source, outputfile)

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Remember what was asked, and say nothing."""
        self.server.asked.append(self.path)


@contextmanager
def serving(site: Path) -> Iterator[Host]:
    """Serve a site as long as the block runs."""
    with tempfile.TemporaryDirectory() as folder:
        for path in site.rglob("*"):
            if path.is_file():
                packed = folder / path.relative_to(site)
                packed.parent.mkdir(parents=True, exist_ok=True)
                packed.write_bytes(gzip.compress(path.read_bytes()))
        with Host(folder) as host:
            threading.Thread(target=host.serve_forever, daemon=True).start()
            yield host
            host.shutdown()


@contextmanager
def browsing() -> Iterator[Browser]:
    """The browser of `BROWSER_PATH`, of the system, or Playwright's own."""
    path = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # root cannot have it
    with sync_playwright() as playwright:
        quiet = "--disable-background-networking"
        browser = playwright.chromium.launch(executable_path=path, args=[quiet, *sandbox])
        yield browser
        browser.close()


@contextmanager
def phone(browser: Browser, keeps_site: bool = False) -> Iterator[Page]:
    """A page on a phone that was never here; `keeps_site` lets it keep the site, for without a network."""
    with browser.new_context(
        viewport={"width": 360, "height": 740},
        has_touch=True,
        is_mobile=True,
        service_workers="allow" if keeps_site else "block",
    ) as context:
        yield context.new_page()


def slowed(page: Page) -> CDPSession:
    """Slow down the processor of a page; gives the session with the browser, for its network."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return session


def keep(page: Page, host: Host) -> None:
    """Visit the site until all of it is on the phone."""
    page.goto(host.address)
    page.wait_for_function("navigator.serviceWorker.ready.then(() => true)", timeout=60_000)
