"""What the browser prints: one clean sheet where it should be one, and never a menu."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from macros.content.load import load

CONTENT = load()


def _printed(page: Page, address: str) -> PdfReader:
    page.goto(address)
    return PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def _text(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("checklist", CONTENT.checklists, ids=lambda checklist: checklist.id)
def test_a_checklist_is_one_sheet(checklist, page: Page) -> None:
    reader = _printed(page, checklist.pagina)
    text = _text(reader)
    assert len(reader.pages) == 1
    for words in (
        checklist.titel,
        "Datum:",
        "Wie doet het:",
        "Schrijf geen namen op",
        "Gebaseerd op",
        checklist.items[-1].tekst,
    ):
        assert words in text
    for words in ("Oefenen", "Zoeken", "Wis alle", "Print", "Oefen dit gesprek", "0 van"):
        assert words not in text


def test_a_card_is_one_sheet(page: Page) -> None:
    reader = _printed(page, CONTENT.checklists[0].kaart)
    assert len(reader.pages) == 1
    assert "Gebaseerd op" in _text(reader)


def test_a_printed_scenario_holds_every_step_and_no_menu(page: Page) -> None:
    scenario = CONTENT.scenarios[0]
    text = _text(_printed(page, scenario.pagina))
    assert "Zoeken" not in text
    for stap in scenario.stappen:
        assert " ".join(stap.vraag.split()) in text
    assert "Door de ogen van" in text


@pytest.mark.parametrize("sessie", CONTENT.sessies, ids=lambda sessie: sessie.id)
def test_a_run_sheet_is_one_or_two_sheets(sessie, built: Path) -> None:
    reader = PdfReader(built / sessie.draaiboek)
    assert len(reader.pages) <= 2
    for onderdeel in sessie.onderdelen:
        assert onderdeel.titel in _text(reader)


def test_a_printed_theme_holds_what_is_folded(page: Page) -> None:
    thema = CONTENT.themas[0]
    text = _text(_printed(page, thema.pagina))
    for factor in CONTENT.factoren_van[thema.id]:
        assert factor.waarom[0].tekst[:40] in text
