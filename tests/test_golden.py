"""Golden files: what every template, print, deck and frame makes of the small set. `pytest --goud` writes the files anew, to be read in the diff."""

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
from macros.own.prose import OwnPage
from macros.pages.render import render
from macros.paper.prints import Print, Prints, about, plans

GOLD = Path(__file__).parent / "goud"


def _made(size: int) -> "Future[bytes]":
    pdf: Future[bytes] = Future()
    pdf.set_result(b"x" * size)
    return pdf


PRINTS = Prints(
    (
        Print("downloads/voor-het-planten-a4.pdf", "Voor het planten", "checklist", "checklists/voor-het-planten.html", _made(2000)),
        Print("downloads/scenario-dorre-plant.pdf", "De dorre plant", "boekje", "scenarios/dorre-plant.html", _made(3000)),
    )
)

OWN_PAGE = OwnPage("over-ons", "Over ons", "<h1>Over ons</h1>\n<p>Wij zijn de tuin.</p>")

CASES = {
    "home": ("home.md.j2", "index.html", {}),
    "themas": ("themas.md.j2", "themas/index.html", {}),
    "thema": ("thema.md.j2", "themas/grond.html", {"thema": "grond"}),
    "scenarios": ("scenarios.md.j2", "scenarios/index.html", {}),
    "scenario": ("scenario.md.j2", "scenarios/dorre-plant.html", {"scenario": "dorre-plant"}),
    "checklists": ("checklists.md.j2", "checklists/index.html", {}),
    "checklist": ("checklist.md.j2", "checklists/voor-het-planten.html", {"checklist": "voor-het-planten"}),
    "nu-overzicht": ("nu-overzicht.md.j2", "nu/index.html", {}),
    "nu": ("nu.md.j2", "nu/voor-het-planten.html", {"checklist": "voor-het-planten"}),
    "trainer": ("trainer.md.j2", "trainer/index.html", {}),
    "draaiboek": ("draaiboek.md.j2", "trainer/kort.html", {"sessie": "kort"}),
    "downloads": ("downloads.md.j2", "downloads/index.html", {}),
    "begrippen": ("begrippen.md.j2", "begrippen.html", {}),
    "bron": ("bron.md.j2", "bron.html", {}),
    "aanbieder": ("aanbieder.md.j2", "colofon.html", {}),
    "hulp": ("hulp.md.j2", "hulp.html", {}),
    "eigen-pagina": ("eigen-pagina.md.j2", "eigen/over-ons.html", {}),
}


def test_every_page_template_has_a_case() -> None:
    """Or it is that of a kind of content with tests of its own."""
    templates = {path.name for path in (Path(__file__).parent.parent / "macros" / "pages" / "templates").glob("*.md.j2")}
    tested = {f"{kind}.md.j2" for kind in KINDS if (Path(__file__).parent / f"test_{kind}.py").exists()}
    assert templates == {template for template, _, _ in CASES.values()} | tested


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, small: Content, pytestconfig: pytest.Config) -> None:
    template, url, ids = CASES[name]
    values = {kind: getattr(small, kind)[id_] for kind, id_ in ids.items()}
    if "thema" in ids:
        values["factoren"] = small.factoren_van[ids["thema"]]
    made = render(template, small, Site("De moestuin", "", ""), url, prints=PRINTS, eigen=OWN_PAGE, **values)
    _same(PRINTS.with_sizes(made), GOLD / f"{name}.md", pytestconfig)


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
    data = json.dumps([plan.template, plan.titel, plan.soort, plan.data, about(load(SMALL), plan)], ensure_ascii=False, indent=1)
    _same(re.sub(r'(<svg)[^"]*(?:\\.[^"\\]*)*"', r'\1…"', data) + "\n", GOLD / "papier" / f"{name}.json", pytestconfig)


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
                lines += [f"{run.font.size.pt if run.font.size else 'maat van de opmaak'}: {run.text}" for run in runs]
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
    page = re.sub(r"<style>.*?</style>", "<style>…</style>", re.sub(r"'sha256-[^']+'", "'sha256-…'", page), flags=re.DOTALL)
    _same(page, GOLD / "kader.html", pytestconfig)
