"""In front of a group, a stick in a borrowed laptop: the shortest session, with a clicker's keys alone."""

from pathlib import Path

import pytest

from journeys.person import Person, until
from macros.content.content import Content
from macros.model import Scenario, Sessie, Stap
from macros.source.markup import plain

ON, BACK, CHOOSE, STOP = "PageDown", "PageUp", ".", "Escape"  # all that a clicker has
LIT = ".dia__keuzes [aria-current=true]"


@pytest.fixture
def sessie(content: Content) -> Sessie:
    """The session that is given most: the shortest."""
    return min(content.sessies, key=lambda sessie: sessie.minuten)


@pytest.fixture
def scenario(content: Content, sessie: Sessie) -> Scenario:
    """What is played in it."""
    played = (dia.scenario for onderdeel in sessie.onderdelen for dia in onderdeel.dias)
    return content.scenario[next(filter(None, played))]


@pytest.fixture
def giving(trainer: Person, stick: Path, sessie: Sessie) -> Person:
    """A trainer who opened the stick and started the deck; from here on there is only the clicker."""
    trainer.open((stick / "index.html").as_uri())
    trainer.tap(".keuzehulp a[href$='trainer/index.html']")
    trainer.tap("main a", plain(sessie.titel))
    trainer.tap(f"main a[href$='{sessie.presentatie}']")
    trainer.finds(".reveal.ready .dia")
    return trainer


def _shown(person: Person) -> list[str]:
    """What the room reads: the slide, and again the choice that is lit, if one is."""
    return [seen.text for seen in person.sees(f"section.dia, {LIT}")]


def _next(person: Person) -> str:
    """Go on to another slide, with the first choice where one has to be made; at the end it is the same slide."""
    slide, *_ = now = _shown(person)
    while now[0] == slide:
        before = now
        person.press(ON)
        now = _shown(person)
        if now == before:
            break
        if now[1:]:
            person.press(CHOOSE)
            now = _shown(person)
    return now[0]


def _previous(person: Person) -> str:
    """Go back to another slide; at the start it is the same slide."""
    slide, *_ = now = _shown(person)
    while now[0] == slide:
        before = now
        person.press(BACK)
        now = _shown(person)
        if now == before:
            break
    return now[0]


def _on_to(person: Person, stap: Stap) -> None:
    """Go on to where this is decided."""
    until(lambda: plain(stap.vraag) in _next(person), person.screen, within=30)


def test_give_the_session(giving: Person, content: Content, sessie: Sessie, scenario: Scenario) -> None:
    slides = [_shown(giving)[0]]
    while (slide := _next(giving)) != slides[-1]:
        slides.append(slide)
    rest = iter(slides)
    for dia in (dia for onderdeel in sessie.onderdelen for dia in onderdeel.dias):
        about = content.scenario.get(dia.scenario) or content.factor.get(dia.factor) or dia
        assert any(plain(about.titel) in slide for slide in rest), f"{about.titel} kwam niet op zijn beurt"
    assert any(plain(scenario.door_de_ogen_van.tekst[0]) in slide for slide in slides)
    assert [_previous(giving) for _ in slides[1:]] == slides[-2::-1]


def test_the_room_chooses_another_way(giving: Person, scenario: Scenario) -> None:
    stap = scenario.stap[scenario.start]
    wanted = stap.keuzes[1]
    _on_to(giving, stap)
    for _ in stap.keuzes:
        giving.press(ON)
        slide, *lit = _shown(giving)
        assert plain(stap.vraag) in slide, "er is al gekozen"
        if any(plain(wanted.tekst) in choice for choice in lit):
            break
    giving.press(CHOOSE)
    assert plain(wanted.reactie) in _shown(giving)[0]


def test_count_hands_and_go_on(giving: Person, scenario: Scenario) -> None:
    _on_to(giving, scenario.stap[scenario.start])
    giving.tap(".dia__keuzes li:nth-child(2) input")
    giving.type("12")
    giving.press(ON)
    wanted = scenario.stap[scenario.start].keuzes[1]
    assert any(plain(wanted.tekst) in lit for lit in _shown(giving)[1:]), (
        "de meeste handen zijn voor deze keuze"
    )
    giving.press(CHOOSE)
    assert plain(wanted.reactie) in _shown(giving)[0]
    assert "12" in giving.finds(".present .dia__stand .gekozen").text


def test_the_stop_button_takes_nothing_from_the_room(giving: Person) -> None:
    slide = _next(giving)
    before = giving.finds(".dia__titel")
    giving.press(STOP)
    assert giving.finds(".dia__titel") == before  # at the same place, so of the same size
    assert _next(giving) != slide


def test_a_reload_forgets_nothing(giving: Person, scenario: Scenario) -> None:
    first = scenario.stap[scenario.start]
    second = scenario.stap[first.keuzes[0].naar]
    _on_to(giving, first)
    outcome = _next(giving)
    _on_to(giving, second)
    until(lambda: second.id in giving.url, giving.screen)  # the address follows within a second
    giving.reload()
    giving.finds(".reveal.ready .dia")
    assert plain(second.vraag) in _shown(giving)[0]
    assert _previous(giving) == outcome
