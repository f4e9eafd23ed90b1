"""A second page in the same browser, and what a service worker fetches behind it; counted by the server."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from bench import tools
from bench.server import Host

#: How long a page may be idle before what it then fetches no longer counts as its own, in ms.
SETTLE_MS = 4000
PHONE = {"width": 412, "height": 823}


@dataclass(frozen=True)
class Traffic:
    """What one step made the server send: bytes (headers too) and requests."""

    sent: float
    requests: float


@dataclass(frozen=True)
class Steps:
    """A first page and then a next one, in the same browser."""

    first: Traffic
    next: Traffic


@contextmanager
def browsing(flags: list[str]) -> Iterator[Browser]:
    """A browser, started with `flags` too, as long as the block runs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.browser(), args=[*tools.browser_flags(), *flags])
        try:
            yield browser
        finally:
            browser.close()


def two_pages(browser: Browser, host: Host, pages: tuple[str, str], worker: bool) -> Steps:
    """Visit two pages one after the other, with an empty cache at the start; a service worker may take part or not."""
    context = browser.new_context(viewport=PHONE, service_workers="allow" if worker else "block")  # type: ignore[arg-type]
    try:
        return Steps(*[_step(context, host, page) for page in pages])
    finally:
        context.close()


def _step(context: BrowserContext, host: Host, page: str) -> Traffic:
    before = len(host.sent)
    tab = context.pages[0] if context.pages else context.new_page()
    tab.goto(host.address + page, wait_until="load")
    tab.wait_for_timeout(SETTLE_MS)
    sent = host.sent[before:]
    return Traffic(sum(answer.size for answer in sent), len(sent))
