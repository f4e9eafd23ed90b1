"""An organisation's fork, looked at in a real browser: below a path of two folders, at the root and from a stick."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import serving

from browser.conftest import Watch

PHONE = {"width": 360, "height": 740}


@contextmanager
def _page(browser: Browser, address: str) -> Iterator[Page]:
    watch = Watch(address)
    with browser.new_context(viewport=PHONE) as context:
        watch.follow(context)
        yield context.new_page()
    assert watch.faults == []


@pytest.fixture
def page(browser: Browser, forked: Path) -> Iterator[Page]:
    """A phone on the site of the fork, which stands below /a/b/."""
    with serving(forked / "site", "/a/b/") as address, _page(browser, address) as page:
        page.goto(address)
        yield page


def test_it_is_theirs_from_the_first_page(page: Page) -> None:
    assert page.locator(".kop__naam small").inner_text() == "Boom"
    logo = page.locator(".kop__naam img")
    assert logo.get_attribute("src") == "assets/img/logo.svg"
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")
    assert page.locator(".kop").evaluate("kop => getComputedStyle(kop).backgroundColor") == "rgb(255, 213, 0)"
    assert page.locator(".kop").evaluate("kop => getComputedStyle(kop).color") == "rgb(0, 0, 0)"


def test_own_pages_are_found_from_home(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="Over ons & de Boom").click()
    assert page.url.endswith("/a/b/eigen/over-ons.html")
    assert page.title().startswith("Over ons & de Boom")
    assert page.locator(".eigen-pagina img").evaluate("image => image.complete && image.naturalWidth > 0")
    page.get_by_role("main").get_by_role("link", name="Ons protocol").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Ons protocol"


def test_the_own_scenario_can_be_played(page: Page) -> None:
    page.goto(f"{page.url}scenarios/x-bij-het-hek.html")
    page.get_by_role("link", name="Begin", exact=True).click()
    page.get_by_role("link", name="Je loopt naar haar toe.").click()
    assert page.get_by_text("Ze lacht.").is_visible()


def test_every_card_still_fits_a_phone_with_the_contact_on_it(page: Page, forked: Path) -> None:
    home = page.url
    for card in sorted((forked / "site" / "nu").glob("*.html")):
        if card.name == "index.html":
            continue
        page.goto(f"{home}nu/{card.name}")
        call = page.get_by_role("link", name="Bel 000-000 00 01")
        assert call.bounding_box()["height"] >= 24
        assert page.get_by_text("Controleer dit nummer").is_visible()
        menu = page.locator(".kop__menu").bounding_box()
        for button in page.locator(".nu .knop").all():
            place = button.bounding_box()
            assert place["y"] + place["height"] <= menu["y"], card.name


def test_the_deck_carries_the_logo(page: Page) -> None:
    page.goto(f"{page.url}presentatie/congres.html")
    logo = page.locator(".dia__logo").first
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")


@pytest.mark.parametrize("base", ["/", "/repo/", "/a/b/", "file"])
def test_one_build_works_everywhere(base: str, browser: Browser, forked: Path) -> None:
    site = forked / "site"
    if base == "file":
        with _page(browser, "file://") as page:
            _walk(page, f"{site.as_uri()}/index.html")
    else:
        with serving(site, base) as address, _page(browser, address) as page:
            _walk(page, f"{address}index.html")


def _walk(page: Page, home: str) -> None:
    page.goto(home)
    page.get_by_role("link", name="Ik heb straks een gesprek").first.click()
    page.get_by_role("main").get_by_role("link", name="Ons eigen teamlijstje").click()
    page.get_by_role("link", name="Hele lijstje").click()
    page.get_by_text("Ik luister eerst.").click()
    expect(page.locator("[data-voortgang]")).to_contain_text("1 van 5")
    page.locator(".kop__zoek").click()
    page.locator("input:focus").press_sequentially("afdak")
    page.get_by_role("link", name="Buiten praat het makkelijker").first.wait_for()
