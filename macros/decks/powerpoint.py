"""A session as a .pptx with real titles, real text and speaker notes, for trainers with a house style of their own."""

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from macros.decks.slides import Slide

WIDE = Emu(12192000), Emu(6858000)  # 13.33 × 7.5 inch, 16:9
TITLE, TITLE_AND_TEXT = 0, 1  # layouts of python-pptx's own empty deck
#: The size of the text in points, by how many letters there are at most; a new line counts as `_LINE` letters.
_SIZES = ((32, 300), (28, 520), (24, 820), (20, 1_000_000))
_LINE = 30
#: How many letters a property of the file may have.
MOST = 255
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class About:
    """What the deck is called, the name of the site, and the language of both, such as `nl-NL`."""

    title: str
    author: str
    language: str


@dataclass(frozen=True)
class Picture:
    """A PNG where there is one, and its words for who does not see it."""

    png: bytes | None = None
    words: str = ""


@dataclass(frozen=True)
class Pictures:
    """For the first and last slide: a QR code that leads to the pages for the phone, and the organisation's logo (square)."""

    qr: Picture = Picture()
    logo: Picture = Picture()


def make(about: About, slides: list[Slide], credit: str, pictures: Pictures) -> bytes:
    """Make the file; the same slides always give the same bytes.

    Args:
        about: what the deck is.
        slides: the slides in order.
        credit: the source line, on the last slide.
        pictures: what stands on the first and last slide beside the text.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE
    properties = deck.core_properties
    properties.title, properties.author = about.title[:MOST], about.author[:MOST]
    properties.language = about.language
    properties.created = properties.modified = EPOCH.replace(tzinfo=None)
    properties.last_modified_by = about.author[:MOST]
    for index, slide in enumerate(slides):
        page = _add(deck, slide, [credit] if index == len(slides) - 1 else [])
        if index in (0, len(slides) - 1):
            _picture(page, pictures.qr, Emu(2700000), Emu(2200000))
            _picture(page, pictures.logo, Emu(4500000), Emu(1500000))
    written = io.BytesIO()
    deck.save(written)
    return _without_times(written.getvalue())


def _picture(page: Any, picture: Picture, from_right: Emu, height: Emu) -> None:
    if picture.png is None:
        return
    shape = page.shapes.add_picture(
        io.BytesIO(picture.png), WIDE[0] - from_right, WIDE[1] - height - Emu(500000), height=height
    )
    shape._element.nvPicPr.cNvPr.set("descr", picture.words)


def _add(deck: Any, slide: Slide, more: list[str]) -> Any:
    page = deck.slides.add_slide(deck.slide_layouts[TITLE if slide.soort == "titel" else TITLE_AND_TEXT])
    margin, width, height = Emu(600000), WIDE[0] - 2 * Emu(600000), WIDE[1]
    top = Emu(350000) if slide.soort != "titel" else Emu(2000000)
    _place(page.shapes.title, margin, top, width, Emu(1200000))
    page.shapes.title.text_frame.text = slide.titel
    lines = [*_lines(slide), *((line, False) for line in more)]
    body = page.placeholders[1]
    if lines:
        _place(body, margin, top + Emu(1300000), width, height - top - Emu(1600000))
        _fill(body, lines)
    else:
        body._element.getparent().remove(body._element)
    if slide.herkomst:
        _origin(page, slide.herkomst, margin, width)
    page.notes_slide.notes_text_frame.text = "\n\n".join(slide.notities)
    return page


def _origin(page: Any, words: str, left: int, width: int) -> None:
    """Where it comes from, small, at the bottom."""
    frame = page.shapes.add_textbox(left, WIDE[1] - Emu(450000), width, Emu(350000)).text_frame
    frame.word_wrap = True
    run = frame.paragraphs[0].add_run()
    run.text, run.font.size = words, Pt(12)


def _lines(slide: Slide) -> list[tuple[str, bool]]:
    """The text below the title: each line, and whether it is a point in a list."""
    speech = [f"{slide.moment}: ‘{slide.zin}’"] if slide.moment else [slide.zin] if slide.zin else []
    verdict = [slide.uitspraak] if slide.uitspraak else []
    running = [
        *slide.alineas,
        *verdict,
        *speech,
        *(f"{keuze.letter}. {keuze.tekst}" for keuze in slide.keuzes),
    ]
    return [
        *((line, False) for line in running),
        *((punt, slide.soort != "code") for punt in slide.punten),
    ]


def _place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def _fill(body: Any, lines: list[tuple[str, bool]]) -> None:
    frame = body.text_frame
    frame.word_wrap = True
    letters = sum(len(line) + _LINE for line, _ in lines)
    size = next(Pt(points) for points, most in _SIZES if letters <= most)
    for index, (line, point) in enumerate(lines):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(8)
        if not point:  # running text, not a list
            properties = paragraph._p.get_or_add_pPr()
            properties.set("marL", "0")
            properties.set("indent", "0")
            properties.append(
                properties.makeelement(qn("a:buNone"), {})
            )  # after the space: the order is fixed
        run = paragraph.add_run()
        run.text, run.font.size = line, size


def _without_times(raw: bytes) -> bytes:
    """The same zip with every file at the same moment, so that two builds are equal."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
