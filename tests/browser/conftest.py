"""One real browser and one web server for all browser tests."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

BASE = "/samen/"  # not the root, so that a link that forgets its base breaks

#: Chromium may not look around on the network by itself; root cannot have the sandbox.
ARGUMENTS = ["--disable-background-networking", "--disable-component-update", "--disable-gpu", "--no-first-run"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of `BROWSER_PATH`, of the system, or Playwright's own."""
    arguments = ARGUMENTS + (["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        path = _browser_path(playwright)
        running = playwright.chromium.launch(executable_path=path, args=arguments)
        yield running
        running.close()


def _browser_path(playwright: Playwright) -> str:
    names = ("chromium", "google-chrome", "microsoft-edge-stable", "msedge")
    found = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, names)), None)
    own = playwright.chromium.executable_path
    if not found and Path(own).exists():
        found = own
    if not found:
        pytest.fail("Er is geen browser. Installeer er een: sudo apt-get install chromium", pytrace=False)
    return found


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path, and nothing outside it."""

    base = BASE

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.base) if path.startswith(self.base) else "/geen/")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, base: str = BASE) -> Iterator[str]:
    """Serve a built site below `base`; gives its address."""
    handler = functools.partial(type("Handler", (_Handler,), {"base": base}), directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The address of the built site, below a folder."""
    with serving(built) as address:
        yield address


def _settling(method: Callable[..., Any]) -> Callable[..., Any]:
    """Also wait for the scripts of the page, which start after its first paint."""

    def settled(page: Page, *arguments: Any, **options: Any) -> Any:
        answer = method(page, *arguments, **options)
        if page.evaluate("document.documentElement.className") == "js":
            page.locator("html.klaar").wait_for(state="attached")
        return answer

    return settled


Page.goto = _settling(Page.goto)  # type: ignore[method-assign]
Page.reload = _settling(Page.reload)  # type: ignore[method-assign]

#: Most tests are not about the service worker, and would each make it fetch the whole site.
NO_WORKER = "delete Navigator.prototype.serviceWorker"


@dataclass
class Watch:
    """What went wrong in a page while a test looked elsewhere."""

    own: str
    faults: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Listen to every page of the context, in which no service worker starts."""
        context.add_init_script(NO_WORKER)
        context.on("console", lambda message: self.faults.append(message.text) if message.type in {"error", "warning"} else None)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on(
            "request", lambda request: None if request.url.startswith((self.own, "data:", "blob:")) else self.faults.append(request.url)
        )


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page on a phone; at the end of the test nothing may have gone wrong in it."""
    watch = Watch(address)
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 740}) as context:
        watch.follow(context)
        yield context.new_page()
    assert watch.faults == []
