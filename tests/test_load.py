"""Loading: once for every change of a file that matters, and everything that is wrong at once."""

import os
from pathlib import Path

import pytest
from garden import garden

from macros.content.load import load
from macros.source.problems import DataError

OWN = {
    "organisatie.yml": "naam: De Tuin\nlogo: logo.svg\n",
    "logo.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>",
    "paginas/over-ons.md": "# Over ons\n\nWij zijn de tuin.\n",
}
READ = ["data/bron.yml", "data/checklists.yml", *(f"organisatie/{name}" for name in OWN)]


@pytest.mark.parametrize("file", READ)
def test_a_change_is_read(file: str, tmp_path: Path) -> None:
    before = garden(tmp_path, OWN)
    assert load(tmp_path) is before
    path = tmp_path / file
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    after = load(tmp_path)
    assert after is not before
    assert load(tmp_path) is after


def test_a_page_in_docs_that_nobody_can_read_is_told_while_nothing_else_changed(tmp_path: Path) -> None:
    before = garden(tmp_path)
    page = next((tmp_path / "docs").glob("*.md"))
    good = page.read_bytes()
    page.write_bytes(b"# Caf\xe9\n")
    with pytest.raises(DataError, match=f"docs/{page.name}:1:6: Dit bestand is geen UTF-8"):
        load(tmp_path)
    page.write_bytes(good)
    assert load(tmp_path) is before


@pytest.mark.parametrize(
    "file", ["organisatie/extra.svg", "organisatie/paginas/boom.PNG", "organisatie/paginas/boom.webp"]
)
def test_a_new_file_is_read(file: str, tmp_path: Path) -> None:
    before = garden(tmp_path, OWN)
    (tmp_path / file).write_bytes((Path(__file__).parent / "kopie" / "paginas" / "boom.png").read_bytes())
    assert load(tmp_path) is not before


def test_a_change_of_the_same_size_is_read(tmp_path: Path) -> None:
    before = garden(tmp_path, OWN)
    path = tmp_path / "organisatie" / "organisatie.yml"
    moment = path.stat().st_mtime_ns
    path.write_text(OWN["organisatie.yml"].replace("Tuin", "Boom"), encoding="utf-8")
    os.utime(path, ns=(moment + 1_000, moment + 1_000))
    after = load(tmp_path)
    assert before.organisatie
    assert after.organisatie
    assert (before.organisatie.naam, after.organisatie.naam) == ("De Tuin", "De Boom")


def test_what_is_no_content_does_not_matter(tmp_path: Path) -> None:
    before = garden(tmp_path, OWN)
    (tmp_path / "organisatie" / "notities.txt").write_text("van ons", encoding="utf-8")
    assert load(tmp_path) is before


def test_mistakes_in_every_file_are_told_at_once(tmp_path: Path) -> None:
    garden(tmp_path, OWN)
    for file in ("data/bron.yml", "data/sessies.yml", "organisatie/organisatie.yml"):
        path = tmp_path / file
        path.write_text(path.read_text(encoding="utf-8") + "onzin: x\n", encoding="utf-8")
    (tmp_path / "data" / "onderwerp.yml").write_text("a: [\n", encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(tmp_path)
    told = {problem.file for problem in error.value.problems}
    assert told == {"data/bron.yml", "data/sessies.yml", "data/onderwerp.yml", "organisatie/organisatie.yml"}
    assert (
        error.value.lines()[-1]
        == f"{len(error.value.problems)} fouten gevonden. Er is niets veranderd aan de site."
    )


def test_one_mistake_is_one(tmp_path: Path) -> None:
    garden(tmp_path, OWN)
    (tmp_path / "organisatie" / "organisatie.yml").write_text("naam: ''\n", encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(tmp_path)
    assert str(error.value).endswith("\n1 fout gevonden. Er is niets veranderd aan de site.")
