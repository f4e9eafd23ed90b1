"""A training: what people learn and where, the questions before and after, and a clock that adds up."""

import io
from pathlib import Path
from typing import Any

import pytest
from conftest import ADDRESS
from garden import garden
from pptx import Presentation
from pypdf import PdfReader

from macros.content.content import Content
from macros.content.load import load
from macros.content.site import Site
from macros.decks import decks, slides
from macros.model import Scenario, Sessie
from macros.paper import prints
from macros.source.markup import plain
from macros.source.problems import DataError

SITE = Site("Samen met ouders", ADDRESS, "Tekst CC BY 4.0")
SESSIES = load().sessies
PAPER = {pdf.adres: pdf for pdf in prints.made(load(), SITE).alle}
#: How fast somebody reads aloud, in words a minute; and how long a room needs to vote, in minutes.
PACE, VOTE = 130, 40 / 60

every_session = pytest.mark.parametrize("sessie", SESSIES, ids=lambda sessie: sessie.id)


def _paper(sessie: Sessie, name: str) -> str:
    pages = PdfReader(io.BytesIO(PAPER[f"downloads/{sessie.id}-{name}.pdf"].inhoud)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@every_session
def test_every_session_has_goals_and_questions(sessie: Sessie) -> None:
    assert sessie.doelen
    assert sessie.vragen
    assert all(sessie.dient[doel.id] for doel in sessie.doelen)


@every_session
def test_the_goals_are_told_wherever_it_begins(sessie: Sessie, content: Content, built: Path) -> None:
    goals = [plain(doel.tekst) for doel in sessie.doelen]
    opening = [slide for slide in slides.of(content, sessie) if slide.onderdeel == sessie.onderdelen[0].id]
    assert [slide.punten for slide in opening if slide.soort == "doelen"] == [tuple(goals)]
    deck = dict(decks.made(content, SITE))[sessie.powerpoint]
    assert isinstance(deck, bytes)
    shown = [shape.text_frame.text for slide in Presentation(io.BytesIO(deck)).slides for shape in slide.shapes if shape.has_text_frame]  # fmt: skip
    page = (built / sessie.pagina).read_text(encoding="utf-8")
    for goal in goals:
        assert any(goal in text for text in shown)
        assert goal in page
        assert goal in _paper(sessie, "draaiboek")
        assert goal in _paper(sessie, "handout")


@every_session
def test_a_session_is_followed_up(sessie: Sessie, content: Content) -> None:
    """The intention has room for a buddy and a day; the questions are there twice, and a sheet for later goes along."""
    handout, asked = _paper(sessie, "handout"), _paper(sessie, "vragen")
    for words in ("Als ", "dan ", "Mijn maatje", "We spreken elkaar op"):
        assert words in handout
    for vraag in sessie.vragen:
        assert "".join(asked.split()).count("".join(plain(vraag.vraag).split())) == 2
    later = [blad for blad in map(content.werkblad.__getitem__, sessie.werkbladen) if "later" in blad.id]
    (room,) = ({deel.titel: deel for deel in blad.delen} for blad in later)
    written = " ".join(punt for deel in room.values() for punt in deel.punten)
    assert all(word in written for word in ("Als", "dan", "maatje", "…"))
    assert all(plain(content.werkblad[id_].titel) in _paper(sessie, "draaiboek") for id_ in sessie.werkbladen)


@every_session
def test_a_session_keeps_to_the_clock(sessie: Sessie, content: Content) -> None:
    """Two decisions of what is played or read fit its part, and one fits when there is less time."""
    for onderdeel in sessie.onderdelen:
        played = [content.scenario[dia.scenario] for dia in onderdeel.dias if dia.scenario]
        for scenario in [*played, *map(content.scenario.__getitem__, onderdeel.scenarios)]:
            assert _minutes(scenario, 2) <= onderdeel.minuten, (onderdeel.id, scenario.id)
            assert _minutes(scenario, 1) <= onderdeel.minstens, (onderdeel.id, scenario.id)


def _minutes(scenario: Scenario, decisions: int) -> float:
    """How long the longest way of so many decisions takes, read aloud and voted on, with the other's eyes at the end."""
    always = [*scenario.situatie, *scenario.door_de_ogen_van.tekst]

    def words(pad: Any) -> int:
        texts = list(always)
        for stap, keuze in pad[:decisions]:
            texts += [stap.tekst, stap.vraag, *(k.tekst for k in stap.keuzes), keuze.reactie, keuze.uitleg]
        return sum(len(plain(text).split()) for text in texts)

    return max(map(words, scenario.paden)) / PACE + decisions * VOTE


@every_session
def test_what_is_practised_and_handed_out_is_one_tap_away(
    sessie: Sessie, content: Content, built: Path
) -> None:
    page = (built / sessie.pagina).read_text(encoding="utf-8")
    used = [scenario for onderdeel in sessie.onderdelen for scenario in content.scenarios_van(onderdeel)]
    sheets = [content.werkblad[id_] for id_ in sessie.werkbladen]
    assert used
    assert sheets
    assert all(f'href="../{item.pagina}"' in page for item in (*used, *sheets))


def _session(**change: Any) -> Any:
    def edit(data: dict[str, Any]) -> None:
        data["sessies"][0].update(change)

    return edit


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"doelen": [{"id": "kijken", "tekst": "zien."}, {"id": "vraagen", "tekst": "vragen."}]},
            "'vragen' is geen doel van deze sessie. Bedoel je 'vraagen'?",
        ),
        (
            {"doelen": [{"id": id_, "tekst": "zien."} for id_ in ("kijken", "vragen", "gieten")]},
            "Aan doel 'gieten' werkt nog geen onderdeel.",
        ),
        (
            {"doelen": [{"id": id_, "tekst": "zien."} for id_ in ("kijken", "vragen", "vragen")]},
            "Het doel 'vragen' komt in deze sessie twee keer voor.",
        ),
        ({"doelen": [{"id": "kijken", "tekst": "zien."}]}, "'doelen' heeft er 1"),
        ({"vragen": [{"vraag": "Hoe?"}]}, "'vragen' heeft er 1"),
    ],
)
def test_what_is_wrong_with_goals_is_told(change: dict[str, Any], told: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        garden(tmp_path, sessies=_session(**change))
    assert told in str(error.value), str(error.value)


def test_goals_ask_for_a_slide(tmp_path: Path) -> None:
    def without(data: dict[str, Any]) -> None:
        parts = data["sessies"][0]["onderdelen"]
        parts[0]["dias"] = [dia for dia in parts[0]["dias"] if dia["soort"] != "doelen"]

    with pytest.raises(DataError, match="mist de dia met de leerdoelen"):
        garden(tmp_path, sessies=without)


def test_a_session_without_goals_or_questions_says_nothing_of_them(tmp_path: Path) -> None:
    def bare(data: dict[str, Any]) -> None:
        session = data["sessies"][0]
        for name in ("doelen", "vragen", "werkbladen"):
            del session[name]
        for part in session["onderdelen"]:
            part.pop("doelen", None)
            part["dias"] = [dia for dia in part["dias"] if dia["soort"] != "doelen"]

    content = garden(tmp_path, sessies=bare)
    made = {plan.adres: plan for plan in prints.plans(content, SITE)}
    assert "downloads/kort-vragen.pdf" not in made
    assert made["downloads/kort-draaiboek.pdf"].data["bladen"] == []
    assert "doelen" not in [slide.soort for slide in slides.of(content, content.sessies[0])]
