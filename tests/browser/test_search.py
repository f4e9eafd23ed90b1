"""What people type, and the page that they should find among the first five: words, stems and typing errors."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

FIRST = 5  # what a phone shows without scrolling

#: What is typed -> the beginning of the address that it should find.
QUERIES: dict[str, str] = yaml.safe_load((Path(__file__).parent / "zoekvragen.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def searching(browser: Browser, address: str) -> Iterator[Page]:
    """A phone with the search open."""
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 740}, service_workers="block") as context:
        page = context.new_page()
        page.goto("index.html")
        page.locator(".kop__zoek").click()
        yield page


def _found(page: Page, query: str) -> list[str]:
    page.locator("input[name=query]").fill(query)
    page.locator(f".zoek__lijst[data-vraag='{query}']").wait_for(state="attached")
    return page.locator(".zoek__lijst a").evaluate_all("all => all.map(link => link.getAttribute('href'))")


def test_there_are_forty() -> None:
    assert len(QUERIES) == 40


@pytest.mark.parametrize("query", QUERIES)
def test_the_page_is_among_the_first(query: str, searching: Page, address: str) -> None:
    found = [link.removeprefix(address) for link in _found(searching, query)]
    assert any(link.startswith(QUERIES[query]) for link in found[:FIRST]), found[:6]


def test_nothing_is_fetched_before_somebody_searches(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, service_workers="block") as context:
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto("themas/houding.html", wait_until="networkidle")
        assert not [url for url in asked if "search" in url or "zoeken" in url or "lunr" in url]
        page.locator(".kop__zoek").click()
        expect(page.locator("input[name=query]")).to_be_focused()
        page.locator("input[name=query]").fill("overdracht")
        page.locator(".zoek__lijst a").first.wait_for()
        assert [url for url in asked if url.endswith("search_index.js")]


def test_nothing_found_is_said(searching: Page) -> None:
    assert _found(searching, "xylofoonpolis") == []
    assert searching.get_by_role("status").filter(has_text="Niets gevonden").is_visible()
