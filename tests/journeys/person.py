"""A person with a browser: taps what can be seen, types at human speed, reads, and waits as long as people do.

The methods without a body differ from one browser to another; see `chromium`, `firefox` and `webkit`.
"""

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

PHONE = (360, 740)
LAPTOP = (1280, 720)
#: Milliseconds from one key to the next of somebody who types fast.
PACE = 90
#: Seconds after which somebody gives up.
PATIENCE = 10.0
#: Seconds between two looks at what somebody waits for.
BLINK = 0.02

LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")

T = TypeVar("T")


class Away(Exception):
    """The page that was looked at is on its way out."""


def until(condition: Callable[[], T | None], why: Callable[[], str], within: float = PATIENCE) -> T:
    """What the condition gives, once that is something; after `within` seconds fails with what `why` says."""
    end = time.monotonic() + within
    away = None
    while True:
        try:
            if found := condition():
                return found
        except Away as error:
            away = error
        if time.monotonic() > end:
            raise AssertionError(why()) from away
        time.sleep(BLINK)


def never(condition: Callable[[], object], within: float = 1.0) -> None:
    """Fails once the condition gives something, which is what came; looks for `within` seconds."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        found = condition()
        assert not found, found
        time.sleep(BLINK)


@dataclass(frozen=True)
class Seen:
    """Something that can be seen, perhaps by scrolling; x and y are its middle, in CSS pixels of the window."""

    text: str
    address: str  #: where it leads, if it is a link
    ticked: bool
    x: float
    y: float
    whole: bool  #: in the window from top to bottom
    under: str  #: what lies over its middle


class Person(ABC):
    """Somebody with a browser of their own, in which nobody was before."""

    size = PHONE

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address, on the web or on a stick."""

    @abstractmethod
    def back(self) -> None:
        """Go back as the browser does."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again."""

    @abstractmethod
    def unplug(self) -> None:
        """Tell the browser that there is no network, if it can be told."""

    @abstractmethod
    def paper(self) -> bytes:
        """The page as it comes out of the printer: a PDF."""

    @abstractmethod
    def picture(self) -> bytes:
        """The window: a PNG."""

    @abstractmethod
    def _resize(self, width: int, height: int) -> None: ...

    @abstractmethod
    def _run(self, function: str, argument: str) -> str:
        """Call a function of JavaScript that takes and gives one text. Raises `Away`."""

    @abstractmethod
    def _point(self, x: float, y: float) -> None:
        """Tap or click."""

    @abstractmethod
    def _keys(self, keys: Sequence[str], pace: int) -> None:
        """Press keys one by one, with a pause of `pace` milliseconds after each."""

    def resize(self, size: tuple[int, int]) -> None:
        """Take a screen of another size, in CSS pixels."""
        self.size = size
        self._resize(*size)

    def sees(self, what: str, name: str = "") -> list[Seen]:
        """What can be seen now of a role ("link", "button", "heading") or a CSS selector, by (part of) its name."""
        return self._look(what, name)

    def finds(self, what: str, name: str = "") -> Seen:
        """The first of what can be seen, as soon as there is one."""

        def why() -> str:
            return f"{what} '{name}' is niet te zien. {self.screen()}"

        return until(lambda: self.sees(what, name), why)[0]

    def tap(self, what: str, name: str = "") -> None:
        """Tap the first of what can be seen, as soon as nothing lies over it."""

        def free() -> Seen | None:
            return next((seen for seen in self._look(what, name, True)[:1] if not seen.under), None)

        def why() -> str:
            found = self.sees(what, name)
            wrong = f"ligt onder '{found[0].under}'" if found else "is niet te zien"
            return f"{what} '{name}' {wrong}. {self.screen()}"

        spot = until(free, why)
        self._point(spot.x, spot.y)

    def type(self, text: str) -> None:
        """Type, key by key, where the cursor is."""
        self._keys(text, PACE)

    def press(self, key: str, times: int = 1) -> None:
        """Press a key such as "PageDown" or "."."""
        self._keys([key] * times, 0)

    def keep(self) -> None:
        """Stay until the site is on the device, so that it works without a network."""
        ready = "() => navigator.serviceWorker?.controller?.state === 'activated'"
        until(lambda: self._ask(ready), lambda: f"De site staat niet op het toestel. {self.screen()}")

    def fits(self) -> bool:
        """Is nothing on the page wider than the window?"""
        return bool(self._ask("() => document.documentElement.scrollWidth <= innerWidth"))

    @property
    def url(self) -> str:
        """The address of the page."""
        return str(self._ask("() => location.href"))

    @property
    def title(self) -> str:
        """The title of the page, as the tab and the history show it."""
        return str(self._ask("() => document.title"))

    def text(self) -> str:
        """What can be read on the page, or in the window that lies over it, with single spaces."""
        part = "document.querySelector('dialog[open]') ?? document.querySelector('main') ?? document.body"
        return " ".join(str(self._ask(f"() => ({part})?.innerText ?? ''")).split())

    def screen(self) -> str:
        """Where somebody is and what stands there, for a message."""
        return f"Op {self.url} ({self.title}): {self.text()[:300]}"

    def _look(self, what: str, name: str, bring: bool = False) -> list[Seen]:
        return [Seen(**found) for found in self._ask(LOOK, what, name, bring)]

    def _ask(self, function: str, *arguments: Any) -> Any:
        told = f"(json) => JSON.stringify(({function})(...JSON.parse(json)))"
        return json.loads(self._run(told, json.dumps(arguments)))
