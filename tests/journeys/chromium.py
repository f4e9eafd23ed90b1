"""A person with Chromium, by way of playwright."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Error

from journeys.person import PHONE, Away, Person


class Chromium(Person):
    """Has one tab, in a context of its own that can be tapped."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page = context.new_page()

    def open(self, address: str) -> None:
        self.page.goto(address)

    def back(self) -> None:
        self.page.go_back()

    def reload(self) -> None:
        self.page.reload()

    def unplug(self) -> None:
        self.context.set_offline(True)

    def paper(self) -> bytes:
        return self.page.pdf(prefer_css_page_size=True)

    def picture(self) -> bytes:
        return self.page.screenshot()

    def _resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def _run(self, function: str, argument: str) -> str:
        try:
            return str(self.page.evaluate(function, argument))
        except Error as error:
            raise Away(error.message) from error

    def _point(self, x: float, y: float) -> None:
        if self.size == PHONE:
            self.page.touchscreen.tap(x, y)
        else:
            self.page.mouse.click(x, y)

    def _keys(self, keys: Sequence[str], pace: int) -> None:
        keyboard = self.page.keyboard
        for key in keys:
            if len(key) == 1:
                keyboard.type(key, delay=pace)
            else:
                keyboard.press(key, delay=pace)


@contextmanager
def person(browser: Browser) -> Iterator[Chromium]:
    """Somebody with a new context of the browser."""
    with browser.new_context(has_touch=True) as context:
        yield Chromium(context)
