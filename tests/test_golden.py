"""Golden files: what every macro, print, deck and the frame make of the small set.

`pytest --goud` writes them anew, to be read in the diff.
"""

import io
import json
import re
import shutil
from concurrent.futures import Future
from dataclasses import asdict
from pathlib import Path

import pytest
from building import build, copied
from conftest import SMALL
from pptx import Presentation

from macros.content.content import Content
from macros.content.load import load
from macros.content.site import Site
from macros.decks import decks, slides
from macros.model import Sessie
from macros.model.files import KINDS
from macros.pages import listing, site_map
from macros.pages.page_macros import NAMES, PageMacros
from macros.paper.prints import Print, Prints, about, plans

GOLD = Path(__file__).parent / "goud"


def _made(size: int) -> "Future[bytes]":
    pdf: Future[bytes] = Future()
    pdf.set_result(b"x" * size)
    return pdf


PRINTS = Prints(
    (
        Print(
            "downloads/voor-het-planten-a4.pdf",
            "Voor het planten",
            "checklist",
            "checklists/voor-het-planten.html",
            _made(2000),
        ),
        Print(
            "downloads/werkblad-tuinplan.pdf",
            "Het tuinplan",
            "werkblad",
            "werkbladen/tuinplan.html",
            _made(4000),
        ),
        Print(
            "downloads/scenario-dorre-plant.pdf",
            "De dorre plant",
            "boekje",
            "scenarios/dorre-plant.html",
            _made(3000),
        ),
    )
)

#: Every macro: the page on which it stands, and what it is about.
CASES = {
    "home": ("index.html", ""),
    "themas": ("themas/index.html", ""),
    "thema": ("themas/grond.html", "grond"),
    "werkblad": ("werkbladen/tuinplan.html", "tuinplan"),
    "scenarios": ("scenarios/index.html", ""),
    "scenario": ("scenarios/dorre-plant.html", "dorre-plant"),
    "checklists": ("checklists/index.html", ""),
    "checklist": ("checklists/voor-het-planten.html", "voor-het-planten"),
    "nu_overzicht": ("nu/index.html", ""),
    "nu": ("nu/voor-het-planten.html", "voor-het-planten"),
    "trainer": ("trainer/index.html", ""),
    "sessie": ("trainer/kort.html", "kort"),
    "overzicht": ("scenarios/index.html", "scenarios"),
    "downloads": ("downloads/index.html", ""),
    "begrippen": ("begrippen.html", ""),
    "bron": ("bron.html", ""),
    "aanbieder": ("colofon.html", ""),
    "hulp": ("hulp.html", ""),
    "eigen_pagina": ("eigen/over-ons.html", "over-ons"),
}


@pytest.fixture(scope="module")
def macros(tmp_path_factory: pytest.TempPathFactory) -> PageMacros:
    """The macros of the small set, with a page of its own."""
    root = shutil.copytree(SMALL, tmp_path_factory.mktemp("macros") / "moestuin")
    own = root / "organisatie" / "paginas" / "over-ons.md"
    own.parent.mkdir(parents=True)
    own.write_text("# Over ons\n\nWij zijn de tuin.\n", encoding="utf-8")
    titles = {page.source: page.source for page in listing.PAGES}
    content = load(root)
    return PageMacros(content, Site("De moestuin", "", ""), site_map.pages(content, titles), PRINTS)


def test_every_macro_has_a_case() -> None:
    """Or it is that of a kind of content with tests of its own."""
    tested = {kind for kind in KINDS if (Path(__file__).parent / f"test_{kind}.py").exists()}
    assert set(NAMES) == set(CASES) | tested


@pytest.mark.parametrize("name", CASES)
def test_what_a_macro_shows(name: str, macros: PageMacros, pytestconfig: pytest.Config) -> None:
    made = PRINTS.with_sizes(macros.make(name, *CASES[name]))
    _same(made, GOLD / NAMES[name].removesuffix(".j2"), pytestconfig)


def _same(made: str, file: Path, pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--goud"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


SITE = Site("De moestuin", "https://tuin.example/", "CC BY 4.0")
PLANS = {plan.adres.rpartition("/")[2].removesuffix(".pdf"): plan for plan in plans(load(SMALL), SITE)}
SESSIES = load(SMALL).sessies


@pytest.mark.parametrize("name", PLANS)
def test_what_a_print_shows(name: str, pytestconfig: pytest.Config) -> None:
    """The data that its typst template gets; pictures by their first words, which say enough."""
    plan = PLANS[name]
    shown = [plan.template, plan.titel, plan.soort, plan.data, about(load(SMALL), plan)]
    data = json.dumps(shown, ensure_ascii=False, indent=1)
    file = GOLD / "papier" / f"{name}.json"
    _same(re.sub(r'(<svg)[^"]*(?:\\.[^"\\]*)*"', r'\1…"', data) + "\n", file, pytestconfig)


@pytest.mark.parametrize("sessie", SESSIES, ids=lambda sessie: sessie.id)
def test_what_the_slides_show(sessie: Sessie, small: Content, pytestconfig: pytest.Config) -> None:
    made = json.dumps([asdict(slide) for slide in slides.of(small, sessie)], ensure_ascii=False, indent=1)
    _same(made + "\n", GOLD / "dias" / f"{sessie.id}.json", pytestconfig)


@pytest.mark.parametrize("sessie", SESSIES, ids=lambda sessie: sessie.id)
def test_what_a_powerpoint_shows(sessie: Sessie, small: Content, pytestconfig: pytest.Config) -> None:
    """Every slide: its layout, its texts with their size in points, and its notes."""
    made = dict(decks.made(small, SITE))[sessie.powerpoint]
    assert isinstance(made, bytes)
    lines = []
    for number, slide in enumerate(Presentation(io.BytesIO(made)).slides, 1):
        lines.append(f"== {number} {slide.slide_layout.name}")
        for shape in slide.shapes:
            lines.append(f"-- {shape.name}")
            if shape.has_text_frame:
                runs = [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
                lines += [
                    f"{run.font.size.pt if run.font.size else 'maat van de opmaak'}: {run.text}"
                    for run in runs
                ]
        lines.append(f"(( {slide.notes_slide.notes_text_frame.text}")
    _same("\n".join(lines) + "\n", GOLD / "dias" / f"{sessie.id}.txt", pytestconfig)


def test_the_frame_of_a_page(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Everything around the article and the style, of a page below a folder."""
    root = copied(tmp_path / "moestuin")
    shutil.rmtree(root / "data")
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    done = build(root, SITE_URL=SITE.adres)
    assert done.returncode == 0, done.stderr
    page = (root / "site" / "themas" / "grond.html").read_text(encoding="utf-8")
    page = re.sub(r"(<article[^>]*>).*(</article>)", r"\1…\2", page, flags=re.DOTALL)
    page = re.sub(
        r"<style>.*?</style>",
        "<style>…</style>",
        re.sub(r"'sha256-[^']+'", "'sha256-…'", page),
        flags=re.DOTALL,
    )
    _same(page, GOLD / "kader.html", pytestconfig)
