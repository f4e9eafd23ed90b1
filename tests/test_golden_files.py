"""Golden files of what people get: each PDF and PowerPoint read back, each deck, everything in a small site.

`pytest --goud` writes them anew, to be read in the diff.
"""

import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from building import build, copied
from conftest import PROJECT, SMALL
from pdf import alternatives
from pptx import Presentation
from pypdf import PdfReader
from rcssmin import cssmin
from selectolax.lexbor import LexborHTMLParser

from macros.content.load import load
from macros.content.site import Site
from macros.content.version import VERSION
from macros.decks import decks
from macros.own import form
from macros.paper import prints

GOLD = Path(__file__).parent / "goud"
SHEETS = {
    path.stem: cssmin(path.read_text(encoding="utf-8"))
    for path in sorted(PROJECT.glob("docs/assets/css/*.css"))
}
SITE = Site("De moestuin", "https://tuin.example/", "CC BY 4.0")
PDFS = {pdf.adres.rpartition("/")[2].removesuffix(".pdf"): pdf for pdf in prints.made(load(SMALL), SITE).alle}
DECKS = dict(decks.made(load(SMALL), SITE))


def _same(made: str, name: str, pytestconfig: pytest.Config) -> None:
    file, made = GOLD / name, made.replace(f"versie {VERSION}", "versie …")
    if pytestconfig.getoption("--goud"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PDFS)
def test_what_a_print_says(name: str, pytestconfig: pytest.Config) -> None:
    """Its title and author, what is said of its pictures.

    And of every page its size in millimetres and its words in reading order.
    """
    reader = PdfReader(io.BytesIO(PDFS[name].inhoud))
    assert reader.metadata
    lines = [
        f"{reader.metadata.title} | {reader.metadata.author}",
        *(f"beeld: {words}" for words in alternatives(reader)),
    ]
    for page in reader.pages:
        width, height = (round(float(side) * 25.4 / 72) for side in page.mediabox[2:])
        lines += [f"== {width} × {height} mm", page.extract_text().strip()]
    _same("\n".join(lines) + "\n", f"papier/{name}.txt", pytestconfig)


@pytest.mark.parametrize("address", [address for address in DECKS if address.endswith(".pptx")])
def test_how_a_powerpoint_is_laid_out(address: str, pytestconfig: pytest.Config) -> None:
    """Every shape.

    Its place in EMU, its alternative text, and its paragraphs with the space after them and whether they have
    a bullet.
    """
    made = DECKS[address]
    assert isinstance(made, bytes)
    deck = Presentation(io.BytesIO(made))
    about = deck.core_properties
    names, moments = (about.title, about.author, about.last_modified_by), (about.created, about.modified)
    lines = [" | ".join(map(str, (*names, about.language, *moments)))]
    for number, slide in enumerate(deck.slides, 1):
        lines.append(f"== {number}")
        for shape in slide.shapes:
            words = shape._element.xpath(".//p:cNvPr/@descr")
            place = f"{shape.left} {shape.top} {shape.width} {shape.height}"
            lines.append(f"{shape.name}: {place} {''.join(words)}".rstrip())
            lines += [
                f"  {_paragraph(paragraph)}"
                for paragraph in (shape.text_frame.paragraphs if shape.has_text_frame else [])
            ]
    _same("\n".join(lines) + "\n", f"dias/{Path(address).stem}-plaats.txt", pytestconfig)


def _paragraph(paragraph: Any) -> str:
    bullet = "-" if paragraph._p.pPr is None or not paragraph._p.pPr.xpath("a:buNone") else "geen opsomming"
    place = (
        [paragraph._p.pPr.get(name) for name in ("marL", "indent")] if paragraph._p.pPr is not None else []
    )
    return f"{bullet} {place} na: {paragraph.space_after} | {paragraph.text[:40]}"


def test_what_the_form_asks(pytestconfig: pytest.Config) -> None:
    """Every field of every file: how it is filled in; what is said of it stands in the model."""
    asked = form.settings("naam/kopie", load(SMALL).ids)
    _same("\n".join(_asked(asked, 0)) + "\n", "formulier.txt", pytestconfig)


def _asked(part: dict[str, Any], depth: int) -> Iterator[str]:
    lists = {name: inner for name, inner in part.items() if name in {"collections", "files", "fields"}}
    plain = {name: inner for name, inner in part.items() if name not in {*lists, "hint", "label", "field"}}
    yield "  " * depth + ", ".join(f"{name}: {inner}" for name, inner in plain.items())
    for inner in (
        *(inner for found in lists.values() for inner in found),
        *filter(None, [part.get("field")]),
    ):
        yield from _asked(inner, depth + 1)


@pytest.mark.parametrize("address", [address for address in DECKS if address.endswith(".html")])
def test_the_page_of_a_deck(address: str, pytestconfig: pytest.Config) -> None:
    made = DECKS[address]
    assert isinstance(made, str)
    _same(re.sub(r"<path [^>]*>", "<path …>", made), f"dias/{Path(address).stem}.html", pytestconfig)


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that a build makes of the small set."""
    root = shutil.copytree(SMALL, copied(tmp_path_factory.mktemp("klein") / "moestuin"), dirs_exist_ok=True)
    done = build(root, SITE_URL=SITE.adres)
    assert done.returncode == 0, done.stderr
    return root / "site"


def _is_prose(address: str) -> bool:
    """A page of `docs`, whose words are no business of a golden file."""
    return (PROJECT / "docs" / address.partition("#")[0]).with_suffix(".md").exists()


def test_everything_in_a_site(small_site: Path, pytestconfig: pytest.Config) -> None:
    """Every file; of a page made from the data its title, description, scripts, styles and where it leads to."""
    lines = []
    for path in sorted(path for path in small_site.rglob("*") if path.is_file()):
        lines.append(path.relative_to(small_site).as_posix())
        if path.suffix == ".html" and not _is_prose(lines[-1]):
            lines += [f"  {line}" for line in _about(LexborHTMLParser(path.read_text(encoding="utf-8")))]
    _same("\n".join(lines) + "\n", "site.txt", pytestconfig)


def _about(tree: LexborHTMLParser) -> Iterator[str]:
    described = tree.css_first("meta[name=description]")
    yield f"{tree.css_first('title').text()} | {described.attributes['content'] if described else ''}"
    named = [node.attributes.get("data-scripts") or node.attributes.get("src") for node in tree.css("script")]
    yield f"scripts: {' '.join(filter(None, named))}"
    style = "".join(node.text() for node in tree.css("style"))
    yield f"stijl: {' '.join(name for name, sheet in SHEETS.items() if sheet in style)}"
    yield f"naar: {' '.join(dict.fromkeys(node.attributes['href'] or '' for node in tree.css('article a[href]')))}"


def test_what_the_search_reads(small_site: Path, pytestconfig: pytest.Config) -> None:
    index = json.loads((small_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    index["docs"] = [page for page in index["docs"] if not _is_prose(page["location"])]
    _same(json.dumps(index, ensure_ascii=False, indent=1) + "\n", "zoeken.json", pytestconfig)
