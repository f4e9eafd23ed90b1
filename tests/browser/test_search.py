"""What people type, and the page that they should find among the first five: words, stems and typing errors."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect
from selectolax.lexbor import LexborHTMLParser

from macros.content.content import Content
from macros.finish import search_index

FIRST = 5  # what a phone shows without scrolling
AT_LEAST = 0.95  # of the everyday words
SPEED = 80  # milliseconds between two keys of a quick typist

#: What is typed -> the beginning of the address that it should find.
QUERIES: dict[str, str] = yaml.safe_load(
    (Path(__file__).parent / "zoekvragen.yml").read_text(encoding="utf-8")
)
#: Everyday words, and the page that somebody expects who knows only the titles.
EVERYDAY = dict(
    line.split("\t")
    for line in (Path(__file__).parent.parent / "zoekvragen.tsv").read_text(encoding="utf-8").splitlines()
)
#: What hurts, and where it is talked about; without the ending of an address.
HURTS = {
    "boos": "scenarios/hij-staat-te-schreeuwen",
    "kwaad": "scenarios/hij-staat-te-schreeuwen",
    "schreeuwt": "scenarios/hij-staat-te-schreeuwen",
    "armoede": "scenarios/lege-broodtrommel",
    "klaagt": "themas/houding",
    "gescheiden": "scenarios/twee-huizen",
    "app": "scenarios/het-bericht-in-de-app",
    "suicide": "scenarios/alleen-tussen-ons",
    "suïcide": "scenarios/alleen-tussen-ons",
}


@contextmanager
def _searching(
    browser: Browser, address: str, routes: dict[str, Callable[[Route], None]] | None = None
) -> Iterator[Page]:
    """A phone with the search open; `routes` are what happens to files of the site, by address."""
    with browser.new_context(
        base_url=address, viewport={"width": 360, "height": 740}, service_workers="block"
    ) as context:
        page = context.new_page()
        page.goto("index.html")
        for file, handler in (routes or {}).items():
            page.route(f"**/{file}", handler)
        page.locator(".kop__zoek").click()
        yield page


@pytest.fixture(scope="module")
def searching(browser: Browser, address: str) -> Iterator[Page]:
    """A phone with the search open, in which everything has come that is searched."""
    with _searching(browser, address) as page:
        _whole(page)
        yield page


def _whole(page: Page) -> None:
    page.locator(".zoek[data-heel]").wait_for()


def _shown(page: Page, query: str) -> list[str]:
    page.locator(f'.zoek__lijst[data-vraag="{query}"]').wait_for(state="attached")
    return page.locator(".zoek__lijst a").evaluate_all("all => all.map(link => link.getAttribute('href'))")


def _found(page: Page, query: str) -> list[str]:
    page.locator("input[name=query]").fill(query)
    return _shown(page, query)


def _typed(page: Page, query: str, delay: int = SPEED) -> list[str]:
    page.locator("input[name=query]").fill("")
    page.locator("input[name=query]").press_sequentially(query, delay=delay)
    return _shown(page, query)


def _hits(found: list[str], expected: str, address: str) -> bool:
    """Is it among the first? The card of a checklist and its list are one thing."""
    first = {
        link.removeprefix(address).partition("#")[0].replace("nu/", "checklists/") for link in found[:FIRST]
    }
    return expected.replace("nu/", "checklists/") in first


def test_there_are_forty_or_more() -> None:
    assert len(QUERIES) >= 40


@pytest.mark.parametrize("query", QUERIES)
def test_the_page_is_among_the_first(query: str, searching: Page, address: str) -> None:
    found = [link.removeprefix(address) for link in _found(searching, query)]
    assert any(link.startswith(QUERIES[query]) for link in found[:FIRST]), found[:6]


def test_everyday_words_find_what_is_meant(searching: Page, address: str) -> None:
    missed = [
        query
        for query, expected in EVERYDAY.items()
        if not _hits(_found(searching, query), expected, address)
    ]
    assert len(missed) <= (1 - AT_LEAST) * len(EVERYDAY), missed


@pytest.mark.parametrize("query", HURTS)
def test_what_hurts_is_found_with_the_keys(query: str, searching: Page, address: str) -> None:
    assert _hits(_typed(searching, query), f"{HURTS[query]}.html", address)


@pytest.mark.parametrize("query", [*list(EVERYDAY)[::12], "doorverwizen"])
def test_typing_and_pasting_find_the_same(query: str, searching: Page) -> None:
    pasted = _found(searching, query)
    assert pasted
    assert _typed(searching, query) == pasted
    assert _typed(searching, query, delay=0) == pasted


@pytest.mark.parametrize("late", [search_index.FIRST, search_index.LATER])
@pytest.mark.parametrize("query", ["doorverwizen", "boos bericht"])
def test_a_late_index_finds_the_same(
    query: str, late: str, browser: Browser, address: str, searching: Page
) -> None:
    held: list[Route] = []
    with _searching(browser, address, {late: lambda route: held.append(route)}) as page:
        page.locator("input[name=query]").press_sequentially(query, delay=SPEED)
        assert held
        held[0].continue_()
        _whole(page)
        assert _shown(page, query) == _found(searching, query)


def test_an_answer_to_an_earlier_question_is_not_shown(searching: Page) -> None:
    """Every list that is ever shown belongs to what stood in the field when it came."""
    searching.evaluate("""() => {
      const list = document.querySelector('.zoek__lijst'), field = document.querySelector('input[name=query]');
      window.stale = [];
      new MutationObserver(() => list.dataset.vraag === field.value || stale.push([list.dataset.vraag, field.value]))
        .observe(list, { childList: true });
    }""")
    for query in ("luisteren naar een boze vader", "thee"):
        _typed(searching, query, delay=5)
    assert searching.evaluate("stale") == []


def test_without_the_second_part_the_first_still_answers(browser: Browser, address: str) -> None:
    with _searching(browser, address, {search_index.LATER: lambda route: route.abort()}) as page:
        assert _hits(_found(page, "armoede"), f"{HURTS['armoede']}.html", address)


def test_a_result_names_its_page_and_then_the_part(searching: Page, content: Content) -> None:
    factor = content.factoren[-1]
    _found(searching, factor.titel)
    link = searching.locator(f".zoek__lijst a[href$='{factor.pagina}']")
    assert link.locator("strong").inner_text() == content.thema[factor.thema].titel
    assert link.locator("em").inner_text() == factor.titel


@pytest.mark.parametrize("query", ["vertrouwen", "telefoon", "wijkteam", "samen", "kind"])
def test_what_is_shown_of_a_text_begins_and_ends_with_a_whole_word(
    query: str, searching: Page, built: Path
) -> None:
    docs = [
        *search_index.read(built / search_index.FIRST)["docs"],
        *search_index.read(built / search_index.LATER)["docs"],
    ]
    texts = "\n".join(
        re.sub(r"\s+", " ", LexborHTMLParser(doc["text"].replace("<", " <")).text()) for doc in docs
    )
    words = set(texts.split())
    _found(searching, query)
    pieces = searching.locator(".zoek__lijst a > span").all_inner_texts()
    assert [piece for piece in pieces if piece.startswith("… ")]
    for piece in pieces:
        assert set(piece.removeprefix("… ").removesuffix(" …").split()) <= words, piece


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
