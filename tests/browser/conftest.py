"""One web server and one watched page for all browser tests."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from serving import serving


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
        context.on(
            "console",
            lambda message: (
                self.faults.append(message.text) if message.type in {"error", "warning"} else None
            ),
        )
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((self.own, "data:", "blob:"))
                else self.faults.append(request.url)
            ),
        )


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page on a phone; at the end of the test nothing may have gone wrong in it."""
    watch = Watch(address)
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 740}) as context:
        watch.follow(context)
        yield context.new_page()
    assert watch.faults == []
