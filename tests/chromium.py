"""The one Chromium of all tests in a browser. A pytest plugin: see conftest."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

#: It may not look around on the network by itself; root cannot have the sandbox.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--no-first-run",
]


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
