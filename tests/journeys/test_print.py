"""At the printer and after it: what stands on a sheet, from a file of the site and from the page itself."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from journeys.engines import USED
from journeys.person import Person
from macros.content.content import Content
from macros.content.site import Site
from macros.model import Checklist
from macros.source.markup import plain


def _in(*engines: str) -> pytest.MarkDecorator:
    """For a journey that the other browsers cannot make."""
    return pytest.mark.parametrize("engine", [name for name in USED if name in engines], indirect=True)


with_a_printer = _in("chromium", "firefox")  # WebKitWebDriver cannot print
that_reads_pdf = _in("firefox")  # the only one that shows a sheet as a page that can be looked at


def _read(paper: bytes) -> str:
    """The text of a PDF, with single spaces."""
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(paper)).pages).split())


def _missing(sheet: str, checklist: Checklist, content: Content) -> list[str]:
    """What should stand on the sheet of a list, and does not."""
    items = (item.tekst for item in checklist.items)
    words = (checklist.titel, *items, checklist.grens, content.bron.naamsvermelding)
    return [plain(text) for text in words if plain(text) not in sheet]


def test_fetch_the_sheet_of_a_list(person: Person, home: str, built: Path, content: Content) -> None:
    checklist = content.checklists[0]
    person.open(home + checklist.pagina)
    address = person.finds(f"main a[href$='{checklist.id}-a4.pdf']").address
    sheet = _read((built / address.removeprefix(home)).read_bytes())
    assert _missing(sheet, checklist, content) == []


@with_a_printer
def test_print_a_list(person: Person, home: str, content: Content) -> None:
    checklist = content.checklists[0]
    person.open(home + checklist.pagina)
    person.tap(".vink", plain(checklist.items[0].tekst))
    assert _missing(_read(person.paper()), checklist, content) == []


@with_a_printer
def test_print_a_run_sheet(trainer: Person, home: str, content: Content) -> None:
    sessie = content.sessies[-1]
    trainer.open(home + sessie.pagina)
    trainer.finds("h1", plain(sessie.titel))
    sheet = _read(trainer.paper())
    for onderdeel in sessie.onderdelen:
        assert plain(onderdeel.titel) in sheet
        steps = content.werkvorm[onderdeel.werkvorm].stappen if onderdeel.werkvorm else ()
        for words in (*steps, *(notitie for dia in onderdeel.dias for notitie in dia.notities)):
            assert plain(words) in sheet


@that_reads_pdf
def test_read_a_pocket_sheet(person: Person, home: str, content: Content, site: Site) -> None:
    """In the browser's own reader, which shows only what falls on the sheet."""
    person.open(f"{home}downloads/{content.checklists[0].id}-a6.pdf")
    person.finds(".textLayer", content.bron.naamsvermelding[:20])
    assert site.licentie in person.text()
