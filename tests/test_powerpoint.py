"""The .pptx of every session, read back: real titles, real text, notes on every slide, nothing empty."""

import io
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation

from macros.content.load import load
from macros.content.site import Site
from macros.decks import decks, powerpoint, slides
from macros.source.markup import plain

CONTENT = load()
PICTURE = 13
SITE = Site("Samen met ouders", "https://samen.example/", "")
FILES = dict(decks.made(CONTENT, SITE))


@pytest.mark.parametrize("sessie", CONTENT.sessies, ids=lambda sessie: sessie.id)
def test_read_back(sessie) -> None:
    deck = Presentation(io.BytesIO(FILES[sessie.powerpoint]))
    wanted = slides.of(CONTENT, sessie)
    assert len(deck.slides) == len(wanted)
    assert deck.core_properties.title == plain(sessie.titel)
    assert deck.slide_width * 9 == deck.slide_height * 16
    for page, slide in zip(deck.slides, wanted, strict=True):
        assert page.shapes.title.text_frame.text == slide.titel
        assert page.notes_slide.notes_text_frame.text == "\n\n".join(slide.notities)
        assert all(shape.text_frame.text.strip() for shape in page.placeholders), slide.id
        pictures = sum(shape.shape_type == PICTURE for shape in page.shapes)
        assert pictures == (slide in (wanted[0], wanted[-1])), "alleen de QR-code is een plaatje"
        text = "\n".join(shape.text_frame.text for shape in page.placeholders)
        for words in (*slide.alineas, *slide.punten, *(keuze.tekst for keuze in slide.keuzes)):
            assert words in text
    last = "\n".join(shape.text_frame.text for shape in deck.slides[-1].placeholders)
    assert plain(CONTENT.bron.naamsvermelding) in last


@pytest.mark.parametrize("sessie", CONTENT.sessies, ids=lambda sessie: sessie.id)
def test_others_find_nothing_wrong_with_it(sessie, tmp_path: Path) -> None:
    file = tmp_path / "training.pptx"
    file.write_bytes(FILES[sessie.powerpoint])
    assert [str(error) for error in validate_pptx(file).errors] == []


def test_the_same_slides_give_the_same_bytes() -> None:
    about = powerpoint.About("Titel", "De site", "nl-NL")
    parts = (about, slides.of(CONTENT, CONTENT.sessies[0]), "Bron.", powerpoint.Pictures())
    assert powerpoint.make(*parts) == powerpoint.make(*parts)


@pytest.mark.parametrize("sessie", CONTENT.sessies, ids=lambda sessie: sessie.id)
def test_slides_are_short_and_named_once(sessie) -> None:
    shown = slides.of(CONTENT, sessie)
    assert len({slide.id for slide in shown}) == len(shown)
    for slide in shown:
        assert slide.notities
        assert len(slide.titel.split()) <= 12, slide.titel
        assert all(len(punt.split()) <= 14 for punt in slide.punten), slide.punten


def _body(*lines: str) -> Any:
    """The place for text on a slide with these paragraphs."""
    slide = slides.Slide("a", "b", "tekst", "Titel", ("Notitie",), alineas=lines)
    made = powerpoint.make(
        powerpoint.About("Titel", "Site", "nl-NL"), [slide, slide], "", powerpoint.Pictures()
    )
    (body,) = [
        shape
        for shape in Presentation(io.BytesIO(made)).slides[0].placeholders
        if shape.placeholder_format.idx == 1
    ]
    return body


def _size(body: Any) -> float:
    (size,) = {run.font.size.pt for paragraph in body.text_frame.paragraphs for run in paragraph.runs}
    return size


def test_a_short_text_reads_from_the_back_of_the_room() -> None:
    assert _size(_body("Een zin.", "Nog een zin.")) == 32


@pytest.mark.parametrize(
    ("letters", "size"), [(270, 32), (271, 28), (490, 28), (491, 24), (790, 24), (791, 20), (5000, 20)]
)
def test_a_longer_text_is_smaller(letters: int, size: int) -> None:
    """A new line counts as thirty letters."""
    assert _size(_body("x" * letters)) == size
    assert _size(_body("x" * (letters - 40), "x" * 10)) == size


def test_names_are_no_longer_than_a_file_may_have() -> None:
    slide = slides.Slide("a", "b", "tekst", "Titel", ("Notitie",))
    made = powerpoint.make(
        powerpoint.About("x" * 300, "y" * 300, "nl-NL"), [slide], "", powerpoint.Pictures()
    )
    about = Presentation(io.BytesIO(made)).core_properties
    assert (about.title, about.author, about.last_modified_by) == ("x" * 255, "y" * 255, "y" * 255)


@pytest.mark.parametrize("letters", range(50, 1001, 50))
@pytest.mark.parametrize("lines", [1, 2, 4])
def test_a_text_fits_its_slide_and_reads(letters: int, lines: int) -> None:
    """By what a letter takes on average, half its height; a line takes 1.2 times that, and every paragraph 8 points."""
    text = "x" * (letters // lines)
    body = _body(*[text] * lines)
    size = _size(body)
    assert size >= 20
    per_line = (body.width.pt - 14) // (size / 2)
    assert lines * (-(-len(text) // per_line) * 1.2 * size + 8) <= body.height.pt


PLAYED = [(s, d.scenario) for s in CONTENT.sessies for o in s.onderdelen for d in o.dias if d.scenario]


@pytest.mark.parametrize(("sessie", "id_"), PLAYED, ids=lambda value: getattr(value, "id", value))
def test_every_way_through_a_scenario_leads_where_it_says(sessie, id_: str) -> None:
    shown = {slide.id: slide for slide in slides.of(CONTENT, sessie)}
    scenario = CONTENT.scenario[id_]
    (begin,) = [
        slide
        for slide in shown.values()
        if slide.soort == "situatie" and slide.titel == plain(scenario.titel)
    ]
    for way in scenario.paden:
        at = shown[begin.naar]
        for stap, keuze in way:
            assert at.titel == plain(stap.vraag)
            assert [choice.letter for choice in at.keuzes] == list("ABC"[: len(stap.keuzes)])
            came = shown[at.keuzes[stap.keuzes.index(keuze)].naar]
            assert came.alineas == (plain(keuze.reactie),)
            assert came.terug == at.id
            at = shown[came.naar]
        assert at.titel == plain(scenario.einde[way[-1][1].naar].titel)
        assert shown[at.naar].titel == f"Door de ogen van {plain(scenario.door_de_ogen_van.wie)}"
