"""Scenarios that nobody can guess: the norms of the house, and that the figures measure what they say."""

import pytest

from macros.content.content import Content
from macros.content.scenario_figures import figures
from macros.model import Keuze, Scenario, Stap


def test_the_scenarios_cannot_be_guessed(content: Content) -> None:
    found = figures(content.scenarios)
    assert 20 <= found.two_help <= 35
    assert found.lead_apart >= 80
    assert found.guesser <= found.chance + 5
    assert found.opening[1] <= 5


def _scenario(content: Content, *choices: tuple[str, str, str, str]) -> Scenario:
    """A scenario of one step; each choice as (text, verdict, explanation, where it leads)."""
    first = content.scenarios[0]
    made = [
        Keuze(id=f"k{n}", tekst=text, oordeel=verdict, reactie="Goed.", uitleg=why, factoren=("x",), naar=to)
        for n, (text, verdict, why, to) in enumerate(choices)
    ]
    step = Stap(id="een", tekst="Er is iets.", vraag="Wat doe je?", keuzes=tuple(made))
    return first.model_copy(update={"stappen": (step,)})


def test_a_question_mark_and_telling_words_are_cues(content: Content) -> None:
    guessable = _scenario(
        content,
        ("Hoe is het?", "helpt", "Een twee drie.", "a"),
        ("Ik bel gewoon.", "schaadt", "Vier vijf zes.", "b"),
    )
    found = figures([guessable])
    assert (found.chance, found.guesser, found.lead_apart, found.two_help) == (50, 100, 100, 0)
    wavering = _scenario(
        content,
        ("Ik wacht.", "helpt", "Een twee drie vier.", "a"),
        ("Ik bel.", "let op", "Een twee drie vijf.", "a"),
    )
    found = figures([wavering])
    assert (found.guesser, found.lead_apart, found.opening) == (50, 0, ("een twee drie", 2))


@pytest.mark.parametrize(
    ("verdicts", "share"), [(("helpt", "helpt", "let op"), 100), (("helpt", "helpt", "helpt"), 0)]
)
def test_two_that_help_are_two(verdicts: tuple[str, ...], share: int, content: Content) -> None:
    choices = [(f"Ik doe {n}.", verdict, f"Zin {n} is zo.", "a") for n, verdict in enumerate(verdicts)]
    assert figures([_scenario(content, *choices)]).two_help == share


def test_parents_who_never_open_up_and_hard_endings_are_there(content: Content) -> None:
    """Every scenario ends in more than one way, and none of them can be left out by luck."""
    for scenario in content.scenarios:
        assert len(scenario.eindes) >= 2, scenario.id
        reached = {path[-1][1].naar for path in scenario.paden}
        assert reached == {einde.id for einde in scenario.eindes}, scenario.id
