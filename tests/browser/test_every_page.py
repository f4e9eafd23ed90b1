"""Every page, at a narrow and a wide window, light and dark: nothing scrolls sideways, nothing goes wrong, axe finds nothing."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_language import ADDRESSES

from browser.axe import COLOURS, faults
from browser.conftest import Watch
from macros.content.load import load

#: In the dark only colours differ, and a wide window has the same.
WIDTHS = {"light": (320, 1280), "dark": (320,)}


@pytest.mark.parametrize("scheme", list(WIDTHS))
@pytest.mark.parametrize("page_address", [*ADDRESSES, "404.html"])
def test_page(page_address: str, scheme: str, browser: Browser, address: str) -> None:
    watch = Watch(address)
    with browser.new_context(base_url=address, color_scheme=scheme, reduced_motion="reduce") as context:
        watch.follow(context)
        page = context.new_page()
        page.goto(page_address)
        for width in WIDTHS[scheme]:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (
                f"schuift opzij bij {width} px"
            )
            assert not (found := faults(page, *(COLOURS if scheme == "dark" else ()))), found
    assert watch.faults == []


def test_every_built_page_is_looked_at(built: Path) -> None:
    decks = {sessie.presentatie for sessie in load().sessies}  # looked at slide by slide in test_trainer
    assert {path.relative_to(built).as_posix() for path in built.rglob("*.html")} == {
        *ADDRESSES,
        *decks,
        "404.html",
    }
