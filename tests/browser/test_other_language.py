"""A site in another language as a visitor uses it: scripts say its words, the search knows them, text begins where it should."""

from collections.abc import Iterator
from dataclasses import dataclass

import elsewhere
import pytest
from playwright.sync_api import Browser, Page, expect
from serving import serving


@dataclass(frozen=True)
class Place:
    """Where a site is served, and whether its text runs from right to left."""

    address: str
    right: bool


@pytest.fixture(scope="module", params=[("en", "GB"), ("ar", "EG")], ids=["english", "arabic"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    site = elsewhere.site(tmp_path_factory.mktemp("taal") / "garden", *request.param)
    with serving(site) as address:
        yield Place(address, request.param[0] == "ar")


@pytest.fixture
def phone(place: Place, browser: Browser) -> Iterator[Page]:
    with browser.new_context(
        base_url=place.address, viewport={"width": 360, "height": 740}, service_workers="block"
    ) as context:
        yield context.new_page()


def test_text_and_its_signs_begin_where_the_language_does(phone: Page, place: Place) -> None:
    phone.goto("themas/grond.html")
    begin, other = ("Right", "Left") if place.right else ("Left", "Right")
    for part in (".zeggen li", ".grens"):
        style = phone.locator(part).first.evaluate("node => ({...getComputedStyle(node)})")
        assert style[f"border{begin}Width"] != "0px"
        assert style[f"border{other}Width"] == "0px"
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_scripts_say_the_words_of_the_language(phone: Page, place: Place) -> None:
    phone.goto("checklists/voor-het-planten.html")
    count = phone.locator(".vink").count()
    phone.locator(".vink").first.click()
    # this one nobody translated into Arabic
    expect(phone.locator("[data-voortgang]")).to_have_text(
        f"1 van {count}" if place.right else f"1 of {count}"
    )


def test_the_search_speaks_and_finds(phone: Page, place: Place) -> None:
    phone.goto("index.html")
    phone.locator(".kop__zoek").click()
    field = phone.get_by_role("searchbox")
    expect(field).to_have_attribute(
        "aria-label", elsewhere.ARABIC["Waar zoek je naar?"] if place.right else "What are you looking for?"
    )
    field.fill("qqqqq")
    nothing = (
        "Niets gevonden. Probeer een ander woord." if place.right else "Nothing found. Try another word."
    )
    expect(phone.locator(".zoek__telling")).to_have_text(nothing)
    field.fill(elsewhere.ARABIC["Hier stopt deze tip"] if place.right else "tip ends")
    expect(phone.locator(".zoek__lijst a[href*='themas/grond.html#']").first).to_be_visible()
