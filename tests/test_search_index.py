"""What a visitor's search reads: the words that people search by, what lies deeper, and how much is fetched for a first answer."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import PROJECT

from macros.content.content import Content
from macros.finish import search_index, search_text

#: What a browser without anything fetches before the first answer.
FIRST_ANSWER = (
    "assets/js/zoeken.js",
    "assets/javascripts/workers/search.js",
    "assets/javascripts/lunr/min/lunr.stemmer.support.min.js",
    "assets/javascripts/lunr/min/lunr.nl.min.js",
    search_index.FIRST,
)
MOST = 70_000  # bytes as they are sent


@pytest.fixture(scope="module")
def first(built: Path) -> dict[str, Any]:
    """What answers first: the pages by address."""
    return {doc["location"]: doc for doc in search_index.read(built / search_index.FIRST)["docs"]}


@pytest.fixture(scope="module")
def later(built: Path) -> dict[str, Any]:
    """What comes later."""
    return search_index.read(built / search_index.LATER)


def _searched(content: Content) -> Iterator[Any]:
    yield from (item for item in content.alles if getattr(item, "zoekwoorden", ()))


def test_everything_has_words_to_search_by(content: Content) -> None:
    for item in (*content.factoren, *content.scenarios, *content.checklists):
        assert item.zoekwoorden, item.id
    for item in (*content.factoren, *content.scenarios):
        assert item.bij, item.id


def test_those_words_lead_to_the_part_or_else_to_the_page(content: Content, first: dict[str, Any]) -> None:
    for item in _searched(content):
        doc = first.get(item.pagina) or first[item.pagina.partition("#")[0]]
        assert set(item.zoekwoorden) <= set(doc["tags"]), item.id
    assert all(factor.pagina in first for factor in content.factoren)


def test_no_page_shows_them(small: Content) -> None:
    words = [word for item in _searched(small) for word in item.zoekwoorden]
    shown = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "tests" / "goud").glob("*.md"))
    assert words
    assert not [word for word in words if word in shown]


def test_the_words_of_choices_and_what_comes_of_them_stand_under_the_scenario(
    content: Content, first: dict[str, Any], later: dict[str, Any]
) -> None:
    for scenario in content.scenarios:
        doc = first[scenario.pagina]
        known = set(
            search_index._words(
                " ".join([doc["title"], doc["text"], *doc["tags"], later["meer"][scenario.pagina]])
            )
        )
        for stap in scenario.stappen:
            for keuze in stap.keuzes:
                assert set(search_index._words(f"{keuze.tekst} {keuze.reactie}".replace("*", ""))) <= known, (
                    keuze.id
                )


def test_a_scenario_is_one_place(content: Content, first: dict[str, Any]) -> None:
    for scenario in content.scenarios:
        assert [address for address in first if address.startswith(scenario.pagina)] == [scenario.pagina]


def test_pages_for_trainers_come_later(
    content: Content, first: dict[str, Any], later: dict[str, Any]
) -> None:
    assert {sessie.pagina for sessie in content.sessies} <= {doc["location"] for doc in later["docs"]}
    assert not [address for address in first if address.startswith("trainer/")]


def test_words_are_known_without_their_accents(first: dict[str, Any]) -> None:
    for doc in first.values():
        accented = [
            word
            for word in search_index._words(" ".join([doc["title"], *doc.get("tags", ())]))
            if not word.isascii()
        ]
        assert {search_index._without_accents(word) for word in accented} <= set(
            doc.get("meer", "").split()
        ), doc["location"]
    assert any(doc.get("meer") for doc in first.values())


def test_a_first_answer_is_light(built: Path) -> None:
    sizes = {address: len(gzip.compress((built / address).read_bytes(), 9)) for address in FIRST_ANSWER}
    assert sum(sizes.values()) <= MOST, sizes


def test_what_is_not_searched_leaves_no_trace() -> None:
    page = '<h1 id="a">Een</h1><p>twee</p><nav data-search-exclude><h2 id="b">drie</h2><p>vier</p></nav>'
    assert search_text.readable(page) == '<h1 id="a">Een</h1><p>twee</p>'


def test_the_parts_of_a_scenario_are_no_places_of_their_own() -> None:
    page = '<h2 id="a">Een</h2><div data-scenario><h2 id="b" tabindex="-1">twee</h2><h3>drie</h3></div>'
    assert (
        search_text.readable(page)
        == '<h2 id="a">Een</h2><div data-scenario=""><h2 tabindex="-1">twee</h2><h3>drie</h3></div>'
    )
