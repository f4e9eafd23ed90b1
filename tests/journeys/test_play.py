"""On the sofa, with a phone: practise a talk that could go wrong."""

import re

from journeys.person import Person
from macros.content.content import Content
from macros.model import Keuze, Scenario, Stap
from macros.source.markup import plain


def _begin(person: Person, home: str, scenario: Scenario) -> None:
    person.open(home)
    person.tap(".keuzehulp a[href$='scenarios/index.html']")
    person.tap(f"main a[href$='{scenario.pagina}']", plain(scenario.titel))
    person.finds("main p", plain(scenario.situatie[0]))
    person.tap(f"main a[href='#stap-{scenario.start}']")


def _choose(person: Person, stap: Stap, keuze: Keuze) -> None:
    person.finds("heading", plain(stap.vraag))
    person.tap("main a", plain(keuze.tekst))
    person.finds("main p", plain(keuze.reactie))


def _onward(scenario: Scenario, keuze: Keuze) -> str:
    return f"main a[href='#{'einde' if keuze.naar in scenario.einde else 'stap'}-{keuze.naar}']"


def test_play_to_the_end_and_go_back(person: Person, home: str, content: Content) -> None:
    scenario = content.scenarios[0]
    path = max(scenario.paden, key=len)
    _begin(person, home, scenario)
    for stap, keuze in path:
        _choose(person, stap, keuze)
        person.finds("main p", plain(keuze.uitleg))
        person.tap(_onward(scenario, keuze))
    stap, keuze = path[-1]
    person.finds("heading", plain(scenario.einde[keuze.naar].titel))
    for words in scenario.door_de_ogen_van.tekst:
        person.finds("main p", plain(words))
    person.back()
    person.finds("main p", plain(keuze.reactie))
    person.back()
    _choose(person, stap, next(other for other in stap.keuzes if other != keuze))


def test_see_what_comes_of_a_choice_at_once(person: Person, home: str, content: Content) -> None:
    choices = [(one, keuze) for one in content.scenarios for keuze in one.stap[one.start].keuzes]
    choices.sort(key=lambda one: len(one[1].tekst + one[1].reactie + one[1].uitleg))
    scenario, keuze = choices[len(choices) // 2]  # not the shortest, not the longest
    _begin(person, home, scenario)
    _choose(person, scenario.stap[scenario.start], keuze)
    onward = person.finds(_onward(scenario, keuze))
    assert onward.whole
    assert not onward.under


def test_find_your_way_halfway(person: Person, home: str, content: Content) -> None:
    scenario = content.scenarios[0]
    (stap, keuze), (second, _), *_ = max(scenario.paden, key=len)
    _begin(person, home, scenario)
    _choose(person, stap, keuze)
    person.tap(_onward(scenario, keuze))
    person.finds("heading", plain(second.vraag))
    assert re.search(r"\b2 van \d", person.text())
    person.tap("main :is(a, button)", "Terug")
    person.finds("main p", plain(keuze.reactie))
    person.tap("main :is(a, button, summary)", "Wat er speelt")
    person.finds("main p", plain(scenario.situatie[0]))


def test_the_end_begins_with_the_eyes_of_the_other(person: Person, home: str, content: Content) -> None:
    scenario = content.scenarios[0]
    path = min(scenario.paden, key=len)
    _begin(person, home, scenario)
    for stap, keuze in path:
        _choose(person, stap, keuze)
        person.tap(_onward(scenario, keuze))
    person.finds("heading", plain(scenario.einde[path[-1][1].naar].titel))
    assert person.finds("heading", plain(scenario.door_de_ogen_van.wie)).whole
