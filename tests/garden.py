"""The small set with other things in it, in a folder of its own: for tests of what content leads to."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from conftest import SMALL

from macros.content.content import Content
from macros.content.load import load

#: What an organisation that fills in everything has, by name in `organisatie`.
OWN_FILES = {
    "organisatie.yml": 'naam: De Tuin\nkorte_naam: Tuin\nlogo: logo.svg\nkleur: "#ffd500"\naccentkleur: "#c02060"\nadres: https://tuin.example/\nemail: a@tuin.example\ntelefoon: 000-000 00 00\nlicentie: Vrij\noffline: ja\n',
    "hulp.yml": "contacten:\n  - {soort: tuinbaas, naam: Jo, waarvoor: Vragen., telefoon: 000-000 00 01, email: jo@tuin.example, website: 'https://tuin.example/', plaats: Hier, open: Altijd, kosten: Niets, wie_meldt_aan: Jij, talen: Nederlands, gecontroleerd_op: 2026-11-01}\n",
    "inhoud.yml": "toevoegen:\n  themas:\n    - {id: x-water, titel: Water, kort: Over water., belofte: Je geeft water.}\nverbergen:\n  checklists: [voor-het-planten]\nvervangen:\n  factoren: []\n",
    "woorden.yml": 'woorden:\n  Hulp nodig?: Kom je er niet uit?\n  "Je bent klaar om {tijd}.": "Om {tijd} klaar."\n',
    "logo.svg": (Path(__file__).parent / "kopie" / "logo.svg").read_text(encoding="utf-8"),
    "paginas/over-ons.md": "# Over ons\n\nLees [de begrippen](../begrippen.html). **Vet** en `code`.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
}


def own_files(hiding: bool = False) -> dict[str, str]:
    """The same, with a factor for its own theme: the first of the small set under another name; hides something or not."""
    data = yaml.load(
        (SMALL / "data" / "success_factors.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader
    )
    own = yaml.safe_load(OWN_FILES["inhoud.yml"])
    own["toevoegen"]["factoren"] = [{**data["factoren"][0], "id": "x-gieten", "thema": "x-water"}]
    if not hiding:
        del own["verbergen"]
    return OWN_FILES | {"inhoud.yml": yaml.safe_dump(own, allow_unicode=True)}


def garden(root: Path, own: Mapping[str, str] | None = None, **edits: Callable[[Any], object]) -> Content:
    """The small set, loaded from `root`.

    Args:
        root: where it is put; a folder that is not there yet, or empty.
        own: files of an organisation, by their name in `organisatie`.
        edits: what happens to the values of a file in `data` before it is read, by its name without `.yml`.
    """
    for part in ("data", "docs"):
        shutil.copytree(SMALL / part, root / part)
    for name, edit in edits.items():
        path = root / "data" / f"{name}.yml"
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        edit(data)
        path.write_text(
            json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8"
        )  # YAML too, and without anchors
    for name, text in (own or {}).items():
        path = root / "organisatie" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(root)
