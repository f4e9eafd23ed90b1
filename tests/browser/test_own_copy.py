"""An organisation's own colours and contacts in a real browser."""

import shutil
from pathlib import Path

import pytest
from conftest import build
from playwright.sync_api import Browser

from browser.axe import COLOURS, faults

HELP = """contacten:
  - soort: wijkteam
    naam: Oud nummer
    waarvoor: Vragen.
    telefoon: 010-123 45 67
    gecontroleerd_op: 2020-01-01
  - soort: huisarts
    naam: Nieuw nummer
    waarvoor: Vragen.
    gecontroleerd_op: 2999-01-01
"""


@pytest.mark.parametrize("colour", ["#ffff00", "#7a3e8e", "#101010"])
def test_any_colour_passes_axe_and_old_numbers_are_marked(colour: str, copy: Path, browser: Browser) -> None:
    shutil.rmtree(copy / "organisatie", ignore_errors=True)
    (copy / "organisatie").mkdir()
    (copy / "organisatie" / "organisatie.yml").write_text(
        f'naam: De Boom\nkleur: "{colour}"\naccentkleur: "{colour}"\n', encoding="utf-8"
    )
    (copy / "organisatie" / "hulp.yml").write_text(HELP, encoding="utf-8")
    done = build(copy)
    assert done.returncode == 0, done.stderr
    for scheme in ("light", "dark"):
        with browser.new_context(
            color_scheme=scheme, viewport={"width": 360, "height": 740}, service_workers="block"
        ) as context:
            page = context.new_page()
            for address in ("index.html", "hulp.html", "themas/steunen.html", "checklists/overdracht.html"):
                page.goto((copy / "site" / address).as_uri())
                assert not (found := faults(page, *COLOURS)), f"{address} {scheme}: {found}"
            page.goto((copy / "site" / "hulp.html").as_uri())
            marked = page.locator("[data-gecontroleerd] strong")
            assert marked.count() == 1
            assert "Controleer dit nummer" in marked.inner_text()
