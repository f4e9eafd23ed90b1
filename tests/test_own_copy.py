"""An organisation's own copy: what it fills in reaches every page and print, and the project ships nothing that it edits."""

import io
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import PROJECT, build, run
from pptx import Presentation
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from macros.content.load import load
from macros.model.files import OWN

NAME = "Kinderopvang De Voorbeeldboom"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a copy in which both examples were copied and nothing else was done."""
    root = tmp_path_factory.mktemp("eigen") / "project"
    shutil.copytree(PROJECT, root, ignore=shutil.ignore_patterns(".venv", ".git", "site", ".*cache", "tests"))
    for name in OWN:
        shutil.copy(root / "organisatie" / f"{name}.voorbeeld.yml", root / "organisatie" / f"{name}.yml")
    done = build(root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_the_project_ships_only_examples() -> None:
    tracked = run(["git", "ls-files", "organisatie"], PROJECT).stdout.split()
    assert sorted(tracked) == sorted(
        ["organisatie/LEESMIJ.md", *(f"organisatie/{name}.voorbeeld.yml" for name in OWN)]
    )


def test_the_name_is_on_every_page(own: Path) -> None:
    for path in own.rglob("*.html"):
        if path.name != "404.html":
            assert NAME in path.read_text(encoding="utf-8"), path


def test_without_a_file_it_says_that_it_is_the_demonstration(built: Path) -> None:
    for path in built.rglob("*.html"):
        if path.name != "404.html" and path.parent.name != "presentatie":
            footer = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("footer")
            assert "Dit is de voorbeeldsite van het project." in footer.text(), path


def test_the_colophon_tells_how_to_reach_them(own: Path) -> None:
    page = (own / "colofon.html").read_text(encoding="utf-8")
    assert 'href="mailto:samen@voorbeeldboom.example"' in page
    assert 'href="tel:0000000000"' in page


def test_the_colour_is_theirs(own: Path) -> None:
    assert "--merk:light-dark(#7a3e8e," in (own / load().themas[0].pagina).read_text(encoding="utf-8")
    assert 'href="../assets/css/organisatie.css"' in (own / load().sessies[0].presentatie).read_text(
        encoding="utf-8"
    )


def test_help_nearby_shows_their_contacts_and_keeps_the_national_ones(own: Path) -> None:
    page = (own / "hulp.html").read_text(encoding="utf-8")
    for words in (
        "Wijkteam Voorbeeldwijk",
        "De ouder zelf, of jij samen met de ouder",
        "Nagekeken op 1 november 2026",
        "0800-2000",
        ">112<",
    ):
        assert words in page


def test_paper_and_slides_carry_name_and_address(own: Path) -> None:
    content = load()
    text = PdfReader(own / f"downloads/{content.checklists[0].id}-a4.pdf").pages[0].extract_text()
    assert NAME in text
    deck = Presentation(io.BytesIO((own / content.sessies[0].powerpoint).read_bytes()))
    assert NAME in deck.core_properties.author
    assert "samen.voorbeeldboom.example</figcaption>" in (own / content.sessies[0].presentatie).read_text(
        encoding="utf-8"
    )


def test_check_warns_of_example_numbers_and_old_ones(copy: Path) -> None:
    example = (copy / "organisatie" / "hulp.voorbeeld.yml").read_text(encoding="utf-8")
    (copy / "organisatie" / "hulp.yml").write_text(
        example.replace("2026-11-01", "2020-01-01"), encoding="utf-8"
    )
    done = run([sys.executable, "-m", "macros", "check"], copy)
    assert done.returncode == 0
    assert "Let op: 'Wijkteam Voorbeeldwijk' heeft nog het nummer uit het voorbeeld." in done.stdout
    assert "Let op: 'Wijkteam Voorbeeldwijk' is langer dan een half jaar niet nagekeken." in done.stdout


def test_the_stick_holds_their_site(own: Path) -> None:
    about = load().onderwerp
    with zipfile.ZipFile(own / about.zip) as packed:
        assert NAME in packed.read(f"{about.bestandsnaam}/index.html").decode()
