"""Sheets to fill in: what is in them already, room to write on every page, and the ways to them."""

import io
from pathlib import Path
from typing import Any

import pytest
from conftest import ADDRESS
from garden import garden
from pdf import alternatives
from pypdf import PageObject, PdfReader
from selectolax.lexbor import LexborHTMLParser

from macros.content.content import Content
from macros.content.load import load
from macros.content.site import Site
from macros.model import Werkblad
from macros.paper import prints, sheets
from macros.paper.prints import Print
from macros.source.markup import plain
from macros.source.problems import DataError

SITE = Site("Samen met ouders", ADDRESS, "Tekst CC BY 4.0")
BLADEN = load().werkbladen
PAPER = {pdf.pagina: pdf for pdf in prints.made(load(), SITE).alle if pdf.soort == "werkblad"}
HELP = """contacten:
  - {soort: gereedschap, naam: De Zaadbank, waarvoor: Zaden., telefoon: 036-123 45 67, kosten: Niets, gecontroleerd_op: 2026-11-01}
  - {soort: gereedschap, naam: De Schuur, waarvoor: Zaden., website: "https://schuur.example", wie_meldt_aan: Jij, gecontroleerd_op: 2026-11-02}
  - {soort: anders, naam: Jo, waarvoor: Taal., gecontroleerd_op: 2026-11-02}
"""

every_sheet = pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.id)


def test_there_are_sheets() -> None:
    assert BLADEN


def _pages(pdf: Print) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(pdf.inhoud)).pages)


def _lowest(page: PageObject, before: str) -> float:
    """How far up the page the last text of the sheet itself stands, from 0 (foot) to 1; the footer begins with `before`."""
    found: list[tuple[float, str]] = []

    def remember(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            found.append((cm[5] + tm[5] * cm[3], text.strip()))

    page.extract_text(visitor_text=remember)
    foot = max(y for y, text in found if before.startswith(text[:20]))
    return min(y for y, _ in found if y > foot + 1) / float(page.mediabox[3])


@every_sheet
def test_every_side_is_one_full_page_without_names(blad: Werkblad, content: Content) -> None:
    pages = _pages(PAPER[blad.pagina])
    assert len(pages) == 1 + bool(blad.achterkant)
    for page in pages:
        assert plain(content.geen_namen) in " ".join(page.extract_text().split())
        assert _lowest(page, content.bron.naamsvermelding) < 0.3, blad.id
        wide = float(page.mediabox[2]) > float(page.mediabox[3])
        assert wide is blad.liggend


@every_sheet
def test_every_word_is_on_paper_in_order(blad: Werkblad, content: Content) -> None:
    text = " ".join(" ".join(page.extract_text() for page in _pages(PAPER[blad.pagina])).split())
    told = [blad.titel, blad.opdracht, *(deel.titel for deel in blad.delen), blad.grens]
    places = [text.index(" ".join(plain(part).split())) for part in told]
    assert places == sorted(places)
    for deel in blad.delen:
        for punt in deel.punten:
            for piece in plain(punt).split("…"):
                assert " ".join(piece.split()) in text
    assert f"QR-code naar {ADDRESS}{blad.pagina}" in alternatives(
        PdfReader(io.BytesIO(PAPER[blad.pagina].inhoud))
    )


@every_sheet
def test_every_sheet_has_a_page_with_its_paper_and_its_boundary(
    blad: Werkblad, built: Path, content: Content
) -> None:
    article = LexborHTMLParser((built / blad.pagina).read_text(encoding="utf-8")).css_first("article")
    assert article
    links = [node.attributes["href"] for node in article.css("a")]
    assert f"../{PAPER[blad.pagina].adres}" in links
    assert " ".join(plain(blad.grens).split()) in " ".join(article.css_first(".grens").text().split())
    for id_ in blad.checklists:
        way = (built / content.checklist[id_].pagina).read_text(encoding="utf-8")
        assert f'href="../{blad.pagina}"' in way
    for id_ in blad.factoren:
        theme = content.factor[id_].pagina.partition("#")[0]
        assert f'href="../{blad.pagina}"' in (built / theme).read_text(encoding="utf-8")


def test_without_contacts_a_row_is_empty(small: Content) -> None:
    (blad,) = small.werkbladen
    assert blad.voorkant[0].tabel
    assert small.rijen(blad.voorkant[0].tabel) == [
        ["Zaden", "", "", "", "", ""],
        ["Water", "De buurman", "", "", "", ""],
    ]


def test_a_row_is_there_for_every_contact_of_its_kind(tmp_path: Path) -> None:
    content = garden(tmp_path, {"hulp.yml": HELP})
    (blad,) = content.werkbladen
    assert sheets.worksheet(content, blad)["kanten"][0][0]["rijen"] == [
        ["Zaden", "De Zaadbank", "036-123 45 67", "Niets", "", "1 november 2026"],
        ["Zaden", "De Schuur", "https://schuur.example", "", "Jij", "2 november 2026"],
        ["Water", "De buurman", "", "", "", ""],
    ]


def _part(change: dict[str, Any]) -> Any:
    def edit(data: dict[str, Any]) -> None:
        data["werkbladen"][0]["voorkant"][0].update(change)

    return edit


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            {"kolommen": [{"kop": "Dag"}, {"kop": "Uur"}], "rijen": [{"cellen": ["Ma", "9", "x"]}]},
            "De rij 'Ma' heeft 3 cellen, maar er zijn 2 kolommen.",
        ),
        ({"kolommen": [{"kop": "Dag"}, {"kop": "Uur"}]}, "Deze tabel heeft geen rijen."),
    ],
)
def test_a_table_that_cannot_be_is_told(table: dict[str, Any], told: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=told):
        garden(tmp_path, werkbladen=_part({"tabel": table}))


def test_another_sheet_is_one_edit(tmp_path: Path) -> None:
    """A page, a PDF and a place in the overview come with it."""

    def twice(data: dict[str, Any]) -> None:
        data["werkbladen"].append({**data["werkbladen"][0], "id": "nog-een", "titel": "Nog een"})

    content = garden(tmp_path, werkbladen=twice)
    assert "werkbladen/nog-een.html" in content.adressen
    assert "downloads/werkblad-nog-een.pdf" in [plan.adres for plan in prints.plans(content, SITE)]
    assert [blad.titel for blad in content.werkbladen_bij(content.checklists[0])] == [
        "Het tuinplan",
        "Nog een",
    ]
