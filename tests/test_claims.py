"""An address leads to one place: ids that would make the same file, place or number as something else are told."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL
from garden import garden

from macros.content.content import Content
from macros.content.load import load
from macros.content.site import Site
from macros.decks import decks
from macros.model import Checklist, Scenario, Sessie, Werkblad
from macros.paper import prints
from macros.source.names import RESERVED
from macros.source.problems import DataError

Edit = Callable[[Any], object]


def _said(root: Path, own: dict[str, str] | None = None, **edits: Edit) -> list[str]:
    try:
        garden(root, own, **edits)
    except DataError as error:
        return [problem.text for problem in error.problems]
    return []


def _also(lijst: str, id_: str, **fields: object) -> Edit:
    """The first item of a list a second time, under another id."""
    return lambda data: data[lijst].append({**data[lijst][0], "id": id_, **fields})


@pytest.mark.parametrize("id_", ["index", "404", "con", "com1", "lpt9", "nul", "constructor", "prototype"])
@pytest.mark.parametrize(
    ("file", "lijst"), [("scenarios", "scenarios"), ("begrippen", "begrippen"), ("checklists", "checklists")]
)
def test_some_words_are_no_id(id_: str, file: str, lijst: str, tmp_path: Path) -> None:
    said = f"Een id kan niet '{id_}' zijn: een computer of de site gebruikt dat woord zelf. Kies een ander."
    assert _said(tmp_path / "nu", **{file: _also(lijst, id_)}) == [said]
    if lijst != "begrippen":
        assert _said(tmp_path / "oud", **{file: lambda data: data[lijst][0].update(oude_ids=[id_])}) == [said]


@pytest.mark.parametrize("name", ["index", "con", "aux", "404"])
def test_some_words_are_no_page(name: str, tmp_path: Path) -> None:
    assert _said(tmp_path, {f"paginas/{name}.md": "# T\n"}) == [
        f"Deze naam kan niet: '{name}.md'. Een computer of de site gebruikt dat woord zelf. Kies een ander."
    ]


def test_words_that_only_look_like_them_are_fine(tmp_path: Path) -> None:
    fine = ["con-amore", "index-1", "x404", "com10"]
    assert RESERVED.isdisjoint(fine)
    assert _said(tmp_path, begrippen=lambda data: [_also("begrippen", id_)(data) for id_ in fine]) == []


def test_one_file_is_of_one_item(tmp_path: Path) -> None:
    both = {"scenarios": _also("scenarios", "dorre-plant-trainer")}
    assert _said(tmp_path / "een", **both) == [
        "Hieruit volgt het adres 'downloads/scenario-dorre-plant-trainer.pdf', maar dat is al van scenario 'dorre-plant'. Kies een andere id."
    ]
    both = {"scenarios": _also("scenarios", "plant-a4"), "checklists": _also("checklists", "scenario-plant")}
    assert _said(tmp_path / "twee", **both) == [
        "Hieruit volgt het adres 'downloads/scenario-plant-a4.pdf', maar dat is al van checklist 'scenario-plant'. Kies een andere id."
    ] or _said(tmp_path / "drie", **both)[0].endswith(
        "maar dat is al van scenario 'plant-a4'. Kies een andere id."
    )


def test_one_place_is_of_one_thing(tmp_path: Path) -> None:
    for number, (edits, address) in enumerate(
        [
            ({"onderwerp": _also("nummers", "gifwijzer")}, "hulp.html#gifwijzer"),
            ({"onderwerp": _also("nummers", "buurt")}, "hulp.html#buurt"),
            ({"begrippen": _also("begrippen", "gewone-woorden")}, "begrippen.html#gewone-woorden"),
            ({"begrippen": _also("begrippen", "inhoud")}, "begrippen.html#inhoud"),
            ({"success_factors": _also("factoren", "begrip-compost")}, "themas/grond.html#begrip-compost"),
            (
                {"success_factors": lambda data: data["factoren"][0].update(oude_ids=["begrip-compost"])},
                "themas/grond.html#begrip-compost",
            ),
        ]
    ):
        said = _said(tmp_path / str(number), **edits)
        assert said == [
            f"Hieruit volgt het adres '{address}', maar dat is al van iets anders op die pagina. Kies een andere id."
        ]
    assert _said(tmp_path / "begrip", begrippen=_also("begrippen", "gifwijzer")) == []


@pytest.mark.parametrize(
    ("page", "text", "said"),
    [
        (
            "scenarios/dorre-plant.md",
            "# T\n",
            "'scenarios/dorre-plant.html', maar dat is al van een pagina in docs.",
        ),
        ("begrippen.md", "# B\n\n## Compost\n", "'begrippen.html#compost', maar dat is al van iets anders"),
        (
            "begrippen.md",
            "# B\n\n## Anders { #compost }\n",
            "'begrippen.html#compost', maar dat is al van iets",
        ),
    ],
)
def test_a_page_in_docs_has_its_own_places(page: str, text: str, said: str, tmp_path: Path) -> None:
    for part in ("data", "docs"):
        shutil.copytree(SMALL / part, tmp_path / part)
    path = tmp_path / "docs" / page
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(f"Hieruit volgt het adres {said}")):
        load(tmp_path)


def test_step_and_choice_together_are_one_place(tmp_path: Path) -> None:
    def edit(data: Any) -> None:
        first, second, *_ = data["scenarios"][0]["stappen"]
        first["keuzes"][0]["id"] = f"x-{second['keuzes'][0]['id']}"
        second["id"], old = f"{first['id']}-x", second["id"]
        for stap in data["scenarios"][0]["stappen"]:
            for keuze in stap["keuzes"]:
                keuze["naar"] = second["id"] if keuze["naar"] == old else keuze["naar"]

    assert _said(tmp_path, scenarios=edit) == [
        "Keuze 'wachten' van stap 'kijken-x' krijgt hetzelfde adres als keuze 'x-wachten' van stap 'kijken'. Kies een andere id."
    ]


def test_what_is_made_of_an_item_is_known(content: Content, site: Site) -> None:
    known = {address for item in content.alles for address in item.bestanden}
    made = {
        plan.adres
        for plan in prints.plans(content, site)
        if isinstance(plan.item, Checklist | Scenario | Sessie | Werkblad)
    }
    assert made <= known
    assert {address for address, _ in decks.made(content, site) if "/reveal/" not in address} <= known
