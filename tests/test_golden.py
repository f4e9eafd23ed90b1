"""Golden Markdown: what every template makes of the small set. `pytest --goud` writes the files anew, to be read in the diff."""

from concurrent.futures import Future
from pathlib import Path

import pytest

from macros.content.content import Content
from macros.content.site import Site
from macros.own.prose import OwnPage
from macros.pages.render import render
from macros.paper.prints import Print, Prints

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
    templates = {path.name for path in (Path(__file__).parent.parent / "macros" / "pages" / "templates").glob("*.md.j2")}
    assert templates == {template for template, _, _ in CASES.values()}


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, small: Content, pytestconfig: pytest.Config) -> None:
    template, url, ids = CASES[name]
    values = {kind: getattr(small, kind)[id_] for kind, id_ in ids.items()}
    if "thema" in ids:
        values["factoren"] = small.factoren_van[ids["thema"]]
    made = render(template, small, Site("De moestuin", "", ""), url, prints=PRINTS, eigen=OWN_PAGE, **values)
    made = PRINTS.with_sizes(made)
    file = GOLD / f"{name}.md"
    if pytestconfig.getoption("--goud"):
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")
