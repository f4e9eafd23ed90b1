"""What a scenario says of itself in numbers: how long it takes to read, and by what the overview finds it."""

import math
from pathlib import Path
from typing import Any

import pytest
from garden import garden
from selectolax.lexbor import LexborHTMLParser

from macros.content.content import Content
from macros.model import Scenario
from macros.source.markup import plain

PACE = 160  # words a minute


def _words(*texts: str) -> int:
    return sum(len(plain(text).split()) for text in texts)


def _longest(scenario: Scenario) -> int:
    """The words of the longest way.

    What everybody reads, of every step all choices, and what comes of the one that is taken.
    """
    most = 0
    for way in scenario.paden:
        ending = next(einde for einde in scenario.eindes if einde.id == way[-1][1].naar)
        count = _words(*scenario.situatie, ending.tekst, *ending.meenemen, *scenario.door_de_ogen_van.tekst)
        for stap, keuze in way:
            count += _words(
                stap.tekst, stap.vraag, *(any_.tekst for any_ in stap.keuzes), keuze.reactie, keuze.uitleg
            )
        most = max(most, count)
    return most


def test_how_long_it_takes_to_read(content: Content) -> None:
    for scenario in content.scenarios:
        assert scenario.minuten == math.ceil(_longest(scenario) / PACE), scenario.id


@pytest.mark.parametrize(("words", "minutes"), [(2 * PACE, 2), (2 * PACE + 1, 3), (3 * PACE, 3)])
def test_a_minute_that_began_counts(words: int, minutes: int, small: Content, tmp_path: Path) -> None:
    (scenario,) = small.scenarios
    others = _longest(scenario) - _words(*scenario.situatie)

    def longer(data: dict[str, Any]) -> None:
        data["scenarios"][0]["situatie"] = ["woord", "woord " * (words - others - 1)]

    assert garden(tmp_path, scenarios=longer).scenarios[0].minuten == minutes


def test_the_shortest_takes_a_minute(small: Content) -> None:
    assert [scenario.minuten for scenario in small.scenarios] == [1]


def test_the_overview_filters_by_theme_place_and_kind(built: Path, content: Content) -> None:
    """By what there is, each once; every scenario carries what it is found by."""
    page = LexborHTMLParser((built / "scenarios" / "index.html").read_text(encoding="utf-8"))
    offered = [option.attributes.get("value") for option in page.css("select[name=plek] option")]
    assert offered == ["", *sorted({scenario.plek for scenario in content.scenarios})]
    offered = [radio.attributes.get("value") for radio in page.css("input[name=omgeving]")]
    assert offered[0] == ""
    assert sorted(filter(None, offered)) == sorted({scenario.omgeving for scenario in content.scenarios})
    assert [option.attributes.get("value") for option in page.css("select[name=thema] option")] == [
        "",
        *content.thema,
    ]
    helped = {state for scenario in content.scenarios for state in scenario.bij}
    offered = [option.attributes.get("value") for option in page.css("select[name=bij] option")]
    assert offered == ["", *(state for state in content.gemoed if state in helped)]
    for scenario in content.scenarios:
        card = page.css_first(f'li:has(a[href="../{scenario.pagina}"])')
        practised = {content.factor[id_].thema for id_ in scenario.factoren}
        assert (card.attributes["data-thema"] or "").split() == [
            id_ for id_ in content.thema if id_ in practised
        ]
        assert (card.attributes["data-bij"] or "").split() == list(scenario.bij)
        assert (card.attributes["data-plek"], card.attributes["data-omgeving"]) == (
            scenario.plek,
            scenario.omgeving,
        )


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (["bang"], "als buren bang zijn"),
        (["gehaast", "stil"], "als buren stil zijn of haast hebben"),
        (["het-niet-eens", "bang", "gehaast"], "als buren bang zijn, haast hebben of het anders willen"),
    ],
)
def test_when_something_helps_is_part_of_a_sentence(states: list[str], told: str, small: Content) -> None:
    assert small.als(states) == told


def test_every_tip_and_conversation_says_when_it_helps(built: Path, content: Content) -> None:
    for item in (*content.factoren, *content.scenarios, *content.checklists):
        page = (built / item.pagina.partition("#")[0]).read_text(encoding="utf-8")
        assert item.bij or item in content.checklists, item.id
        assert not item.bij or f"Helpt {content.als(item.bij)}." in page, item.id
