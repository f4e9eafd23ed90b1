"""The .pptx of every session, read back: real titles, real text, notes on every slide, nothing empty."""

import io
from pathlib import Path

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
    assert "Gebaseerd op" in last


@pytest.mark.parametrize("sessie", CONTENT.sessies, ids=lambda sessie: sessie.id)
def test_others_find_nothing_wrong_with_it(sessie, tmp_path: Path) -> None:
    file = tmp_path / "training.pptx"
    file.write_bytes(FILES[sessie.powerpoint])
    assert [str(error) for error in validate_pptx(file).errors] == []


def test_the_same_slides_give_the_same_bytes() -> None:
    parts = ("Titel", "De site", slides.of(CONTENT, CONTENT.sessies[0]), "Bron.", powerpoint.Pictures())
    assert powerpoint.make(*parts) == powerpoint.make(*parts)


@pytest.mark.parametrize("sessie", CONTENT.sessies, ids=lambda sessie: sessie.id)
def test_slides_are_short_and_named_once(sessie) -> None:
    shown = slides.of(CONTENT, sessie)
    assert len({slide.id for slide in shown}) == len(shown)
    for slide in shown:
        assert slide.notities
        assert len(slide.titel.split()) <= 12, slide.titel
        assert all(len(punt.split()) <= 14 for punt in slide.punten), slide.punten
