"""Every PDF: tagged PDF/UA-1 in Dutch, fonts inside, the pages that it should have, text that can be read in order."""

import io
import time
from collections.abc import Callable

import page as judge
import pytest
from conftest import ADDRESS
from pdf import alternatives
from pypdf import PdfReader

from macros.content.content import Content
from macros.content.load import load
from macros.content.site import Site
from macros.paper import booklet, prints
from macros.paper.prints import Print
from macros.source.markup import plain

#: Of a point, the unit of a PDF.
MILLIMETRE = 25.4 / 72
SITE = Site("Samen met ouders", ADDRESS, "Tekst CC BY 4.0")
ALL = prints.made(load(), SITE).alle


def _reader(pdf: Print) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.inhoud))


def _text(pdf: Print) -> str:
    return " ".join(" ".join(page.extract_text() for page in _reader(pdf).pages).split())


def _line(text: str) -> str:
    """A text of the data as it stands on paper, on one line."""
    return " ".join(plain(text).split())


@pytest.mark.parametrize("pdf", ALL, ids=lambda pdf: pdf.adres.rpartition("/")[2])
def test_accessible(pdf: Print) -> None:
    report = judge.validate_pdf_bytes(pdf.inhoud, profile=judge.ValidationProfile.PDF_UA_1)
    assert [str(failure) for failure in report.failures] == []
    reader = _reader(pdf)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"].lower().startswith("nl")
    assert "/StructTreeRoot" in root
    assert "pdfuaid:part>1<" in root["/Metadata"].get_object().get_data().decode()
    assert reader.metadata
    assert reader.metadata.title == pdf.titel
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert any(key.startswith("/FontFile") for key in descendant["/FontDescriptor"].get_object())


@pytest.mark.parametrize(
    "pdf", [pdf for pdf in ALL if pdf.soort not in {"kaarten"}], ids=lambda pdf: pdf.adres.rpartition("/")[2]
)
def test_says_where_it_comes_from(pdf: Print) -> None:
    text = _text(pdf)
    assert _line(load().bron.naamsvermelding) in text
    assert "Samen met ouders · versie" in text


@pytest.mark.parametrize("pdf", ALL, ids=lambda pdf: pdf.adres.rpartition("/")[2])
def test_no_line_falls_off_the_sheet(pdf: Print) -> None:
    """The lowest line stands above the four millimetres at the edge that a printer leaves white."""
    for page in _reader(pdf).pages:
        lines: list[float] = []

        def remember(
            text: str, cm: list[float], tm: list[float], *_: object, lines: list[float] = lines
        ) -> None:
            if text.strip():
                lines.append((cm[5] + tm[5] * cm[3]) * MILLIMETRE)

        page.extract_text(visitor_text=remember)
        assert min(lines) > 4, pdf.adres


@pytest.mark.parametrize(
    "pdf",
    [pdf for pdf in ALL if pdf.soort in {"checklist", "zak"}],
    ids=lambda pdf: pdf.adres.rpartition("/")[2],
)
def test_a_checklist_is_one_page_in_order(pdf: Print, content: Content) -> None:
    reader = _reader(pdf)
    assert len(reader.pages) == 1
    width, height = (float(side) * 25.4 / 72 for side in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == ((210, 297) if pdf.soort == "checklist" else (105, 148))
    checklist = next(checklist for checklist in content.checklists if checklist.pagina == pdf.pagina)
    text = _text(pdf)
    places = [text.index(_line(item.tekst)) for item in checklist.items]
    assert places == sorted(places)
    assert text.index("Datum:") > places[-1]


def test_cards_are_four_to_a_sheet_with_backs(content: Content) -> None:
    cards = next(pdf for pdf in ALL if pdf.soort == "kaarten")
    reader = _reader(cards)
    sheets = -(-len(content.factoren) // 4)
    assert len(reader.pages) == 2 * sheets
    front, back = (" ".join(page.extract_text().split()) for page in reader.pages[:2])
    for factor in content.factoren[:4]:
        assert _line(factor.principe.tekst) in front
        assert _line(factor.vraag) in back
    assert _line(content.bron.naamsvermelding) in front


def test_backs_lie_behind_their_fronts(content: Content) -> None:
    """Turned over the long edge, the back of the first card (top left) lies top right."""
    reader = _reader(next(pdf for pdf in ALL if pdf.soort == "kaarten"))
    middle = float(reader.pages[0].mediabox[2]) / 2
    places: dict[str, float] = {}

    def remember(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            places.setdefault(text.strip(), cm[4] + tm[4] * cm[0])

    reader.pages[1].extract_text(visitor_text=remember)
    first, second = (_line(factor.zo_zeg_je_het[0].moment) for factor in content.factoren[:2])
    assert first != second
    found = [next(at for text, at in places.items() if moment.startswith(text)) for moment in (first, second)]
    assert found[0] > middle > found[1]


def test_the_themes_hold_every_factor_in_order(content: Content) -> None:
    text = _text(next(pdf for pdf in ALL if pdf.soort == "themas"))
    for factor in content.factoren:
        assert _line(factor.grens) in text


@pytest.mark.parametrize(
    "pdf",
    [pdf for pdf in ALL if pdf.soort in {"draaiboek", "handout"}],
    ids=lambda pdf: pdf.adres.rpartition("/")[2],
)
def test_what_a_trainer_carries_is_at_most_two_pages(pdf: Print) -> None:
    pages = len(_reader(pdf).pages)
    assert pages == 2 if pdf.soort == "handout" else pages <= 2


def test_a_poster_for_every_theme_on_a3(content: Content) -> None:
    reader = _reader(next(pdf for pdf in ALL if pdf.soort == "posters"))
    assert len(reader.pages) == len(content.themas)
    assert round(float(reader.pages[0].mediabox[3]) * 25.4 / 72) == 420


def test_voting_cards_are_four_of_each_letter() -> None:
    reader = _reader(next(pdf for pdf in ALL if pdf.soort == "stemkaarten"))
    assert [
        page.extract_text().split().count(letter) for page, letter in zip(reader.pages, "ABC", strict=True)
    ] == [4, 4, 4]


@pytest.mark.parametrize("scenario", load().scenarios, ids=lambda scenario: scenario.id)
def test_a_booklet_numbers_every_piece_once(scenario) -> None:
    book = booklet.number(scenario)
    pieces = len(scenario.stappen) + len(scenario.eindes) + sum(len(stap.keuzes) for stap in scenario.stappen)
    assert sorted(book.numbers.values()) == list(range(1, pieces + 1))
    assert book.numbers[scenario.start] == 1


def test_the_order_of_a_booklet_does_not_give_the_answer_away(content: Content) -> None:
    """Over all scenarios, what helps is not systematically numbered before or after what does not."""
    first = later = 0
    for scenario in content.scenarios:
        book = booklet.number(scenario)
        for stap in scenario.stappen:
            helps = [book.of_choice(stap, keuze) for keuze in stap.keuzes if keuze.oordeel == "helpt"]
            others = [book.of_choice(stap, keuze) for keuze in stap.keuzes if keuze.oordeel != "helpt"]
            first += sum(one < other for one in helps for other in others)
            later += sum(one > other for one in helps for other in others)
    assert 0.35 < first / (first + later) < 0.65


@pytest.fixture
def made_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Nothing that was made before counts; gives the templates that are set, one for each PDF."""
    asked: list[str] = []

    def compiled(parts: list[str], make: Callable[[], bytes]) -> bytes:
        asked.append(parts[0])
        return make()

    monkeypatch.setattr(prints, "remembered", compiled)
    return asked


def test_all_are_made_within_a_tenth_of_a_second_of_work_each(made_anew: list[str], content: Content) -> None:
    start = time.process_time()
    all_ = prints.made.__wrapped__(content, SITE).alle
    assert all(pdf.inhoud for pdf in all_)
    assert len(made_anew) >= len(all_)
    assert time.process_time() - start < 0.1 * len(all_)


def test_without_an_address_there_is_no_qr_code(small: Content) -> None:
    for address, codes in (("", []), (ADDRESS, [f"QR-code naar {ADDRESS}checklists/voor-het-planten.html"])):
        (sheet,) = [
            pdf
            for pdf in prints.made(small, Site("De moestuin", address, "")).alle
            if pdf.soort == "checklist"
        ]
        assert alternatives(_reader(sheet)) == codes


def test_text_from_the_data_stays_text(small: Content) -> None:
    themes = next(
        pdf for pdf in prints.made(small, Site("De moestuin", "", "")).alle if pdf.soort == "themas"
    )
    assert "Tekst als {{ 7*7 }}, <script>alert(1)</script> en # kop blijft tekst." in _text(themes)


def test_the_same_content_gives_the_same_bytes(made_anew: list[str], small: Content) -> None:
    first, again = ([pdf.inhoud for pdf in prints.made.__wrapped__(small, SITE).alle] for _ in range(2))
    assert first == again
    assert len(made_anew) >= 2 * len(first)  # more, where an earlier test still makes its own
