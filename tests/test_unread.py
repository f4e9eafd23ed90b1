"""Files that somebody meant for the site and that nobody reads: each is told, with the place where it belongs."""

from pathlib import Path

import pytest
from garden import garden

from macros.content.content import Content
from macros.model.files import OWN
from macros.source.problems import DataError

RENAME = "Dit bestand leest niemand. Heet het '{}'? Geef het dan precies die naam. Anders haal je het weg."
DATA = f"Dit bestand leest niemand. In deze map kunnen {', '.join(sorted(f'{name}.yml' for name in OWN))}."
PAGE = "Een pagina staat in organisatie/paginas, en is gewone tekst in een bestand als over-ons.md."
PICTURE = "Een plaatje staat in organisatie/paginas, als .jpg, .png of .webp. Een logo is .svg of .png."
FOLDER = "Deze map leest niemand. Zet de bestanden in organisatie, en pagina's in organisatie/paginas."
ELSEWHERE = "Hier leest niemand dit. Zet het in de map organisatie."
INSIDE = "Een map in deze map leest de site niet. Zet de bestanden ernaast."
NO_DATA = "Dit bestand hoort in de map organisatie, niet bij de pagina's."
NAME = "Deze naam kan niet: '{}'. Gebruik kleine letters, cijfers en streepjes, zoals 'over-ons.md'."

UNREAD = {
    "organisatie/organisatie.yaml": RENAME.format("organisatie.yml"),
    "organisatie/hulp.yml.txt": RENAME.format("hulp.yml"),
    "organisatie/hulp.txt": RENAME.format("hulp.yml"),
    "organisatie/Hulp.yml": RENAME.format("hulp.yml"),
    "organisatie/hulp (1).yml": RENAME.format("hulp.yml"),
    "organisatie/hulp - kopie.yml": RENAME.format("hulp.yml"),
    "organisatie/Kopie van inhoud.YML": RENAME.format("inhoud.yml"),
    "organisatie/inhoud.voorbeeld.yml.txt": RENAME.format("inhoud.yml"),
    "organisatie/inhoud.docx": RENAME.format("inhoud.yml"),
    "organisatie/contacten.yml": DATA,
    "organisatie/gegevens.json": DATA,
    "organisatie/over-ons.md": PAGE,
    "organisatie/over-ons.docx": PAGE,
    "organisatie/Beleid.PDF": PAGE,
    "organisatie/team.jpg": PICTURE,
    "organisatie/team.HEIC": PICTURE,
    "organisatie/organisatie/hulp.yml": FOLDER,
    "organisatie/Paginas/over-ons.md": FOLDER,
    "organisatie/pagina's/over-ons.md": FOLDER,
    "hulp.yml": ELSEWHERE,
    "Organisatie.yml": ELSEWHERE,
    "data/inhoud.yml": ELSEWHERE,
    "docs/hulp.yml": ELSEWHERE,
    "Organisatie/hulp.yml": ELSEWHERE,
    "paginas/over-ons.md": ELSEWHERE,
    "organisatie/paginas/x.MD": NAME.format("x.MD"),
    "organisatie/paginas/x.markdown": NAME.format("x.markdown"),
    "organisatie/paginas/over-ons.md.txt": "Dit bestand leest niemand. Haal '.txt' van de naam af: over-ons.md.",
    "organisatie/paginas/over-ons.docx": PAGE,
    "organisatie/paginas/over-ons.html": PAGE,
    "organisatie/paginas/team.heic": PICTURE,
    "organisatie/paginas/kaart.svg": PICTURE,
    "organisatie/paginas/hulp.yml": NO_DATA,
    "organisatie/paginas/dieper/x.md": INSIDE,
    "organisatie/paginas/foto's/x.jpg": INSIDE,
}
#: What people and their programs keep for themselves.
THEIRS = [
    "organisatie/notities.txt", "organisatie/hulp-notities.txt", "organisatie/.DS_Store", "organisatie/Thumbs.db", "organisatie/hulp.yml~",
    "organisatie/.hulp.yml.swp", "organisatie/#hulp.yml#", "organisatie/hulp.yml.bak", "organisatie/README.md", "organisatie/LEESMIJ.md",
    "organisatie/hulp.voorbeeld.yml", "organisatie/oud-logo.svg", "organisatie/LICENSE", "organisatie/.map/x.md",
    "organisatie/paginas/notities.txt", "organisatie/paginas/.DS_Store", "organisatie/paginas/over-ons.md~",
    "docs/hulp.md", "data/schema/hulp.schema.json", "hulp/hulp.yml",
]  # fmt: skip


def _load(root: Path, name: str) -> Content:
    return garden(root, {f"../{name}": "# Over ons\n"})


@pytest.mark.parametrize("name", UNREAD)
def test_it_is_told_with_where_it_belongs(name: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        _load(tmp_path, name)
    (problem,) = error.value.problems
    assert problem.text == UNREAD[name]
    assert name == problem.file or name.startswith(f"{problem.file}/")


@pytest.mark.parametrize("name", THEIRS)
def test_what_is_their_own_hurts_nobody(name: str, tmp_path: Path) -> None:
    assert _load(tmp_path, name).eigen_paginas == ()


def test_a_folder_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "organisatie" / "paginas").mkdir(parents=True)
    (tmp_path / "organisatie" / "rond").symlink_to(tmp_path / "organisatie")
    (tmp_path / "organisatie" / "lus").symlink_to("lus")
    (tmp_path / "organisatie" / "paginas" / "terug").symlink_to(tmp_path / "organisatie")
    (tmp_path / "organisatie" / "paginas" / "lus").symlink_to("lus")
    with pytest.raises(DataError) as error:
        garden(tmp_path)
    assert {problem.file: problem.text for problem in error.value.problems} == {
        "organisatie/rond": FOLDER,
        "organisatie/lus": FOLDER,
    }
