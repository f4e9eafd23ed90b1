"""The recipe of CONTRIBUTING for a new kind of content, carried out on a copy: four files by hand, the rest follows."""

import shutil
import sys
from pathlib import Path

import fork as forks
import pytest
import yaml
from building import build, copied, run
from conftest import SMALL

from macros.content.load import load

MODEL = '''"""Games to get to know each other."""

from typing import Annotated

from pydantic import Field

from macros.model.basis import Bestand, Regel, Slugs, Tekst
from macros.model.items import Item, LooseRef, Soort


class Spel(Item):
    """A game."""

    SOORT = Soort("spel", "spelletjes", "spellen/{id}.html", het=True, eigen=True)

    titel: Regel = Field(description="Naam van het spel.")
    kort: Regel = Field(description="Wanneer je het speelt.")
    uitleg: Tekst = Field(description="Hoe het gaat.")
    factoren: Annotated[Slugs, Field(min_length=1), LooseRef("factor")] = Field(description="Wat je oefent.")
    oude_ids: Slugs = Field((), description="Namen die dit spel vroeger had.")


class SpellenBestand(Bestand):
    """Spelletjes om elkaar te leren kennen."""

    pad = "data/spellen.yml"

    spellen: tuple[Spel, ...] = Field((), description="De spelletjes.")
'''
TEMPLATE = """<h1>{{ spel.titel | zin }}</h1>

{% with deel = spel %}{% include "eigen.html.j2" %}{% endwith %}<p>{{ spel.uitleg | tekst }}</p>
{% for id in spel.factoren %}
<p><a href="{{ root }}{{ inhoud.factor[id].pagina }}">{{ inhoud.factor[id].titel | zin }}</a></p>
{% endfor %}
"""
DATA = """# yaml-language-server: $schema=schema/spellen.schema.json
#
#   spellen:  id · titel · kort · uitleg · factoren · oude_ids (mag weg)

spellen:
  - id: wie-ben-jij
    titel: Wie ben jij?
    kort: Aan het begin.
    uitleg: Vraag iets dat je nog niet wist.
    factoren: [FACTOR]
    oude_ids: [wie-is-dat]
"""
TEST = '''"""A game shows what it is and what it practises."""

from macros.content.load import load
from macros.content.site import Site
from macros.pages.render import render


def test_a_game() -> None:
    content = load()
    spel = content.spel["wie-ben-jij"]
    page = render("spel.md.j2", content, Site("x", "", ""), spel.pagina, spel=spel)
    assert spel.pagina == "spellen/wie-ben-jij.html"
    assert f"<h1>{spel.titel}</h1>" in page
    assert page.count("<a href") == len(spel.factoren) == 1
'''
OWN = """toevoegen:
  spellen:
    - {id: x-van-ons, titel: Van ons, kort: Altijd., uitleg: Lach., factoren: [samen-planten]}
vervangen:
  spellen:
    - {id: wie-is-dat, titel: Anders, kort: Altijd., uitleg: Lach., factoren: [eerst-kijken], oude_ids: [raad-eens]}
"""
SHOWN = """
from macros.content.load import load
content = load()
for spel in content.spellen:
    print(spel.id, spel.titel, list(spel.factoren), list(spel.oude_ids), content.eigen(spel), sep=" | ")
"""


#: What somebody writes; whatever else there is, follows.
FILES = {
    "macros/model/spel.py": MODEL,
    "macros/pages/templates/spel.md.j2": TEMPLATE,
    "data/spellen.yml": DATA,
    "tests/test_spel.py": TEST,
}


def _follow(root: Path) -> Path:
    for name, text in FILES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text.replace("FACTOR", load(root).factoren[0].id), encoding="utf-8")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The project with the small data, in which somebody followed the recipe."""
    root = copied(tmp_path / "project")
    shutil.rmtree(root / "data")
    shutil.copytree(SMALL / "data", root / "data")
    return _follow(root)


def _said(root: Path, *command: str) -> str:
    done = run([sys.executable, *command], root)
    return done.stdout + done.stderr


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_project_with_it_passes_its_own_tests(tmp_path: Path) -> None:
    root = _follow(forks.upstream(tmp_path / "project"))
    assert "spellen.schema.json" in _said(root, "-m", "macros", "schema")
    tests = [
        f"tests/test_{name}.py"
        for name in ("spel", "schema", "docs", "golden", "rooms", "bad_yaml", "hidden")
    ]
    assert " passed" in (said := _said(root, "-m", "pytest", "-p", "no:cacheprovider", *tests)), said
    assert "failed" not in said, said


def test_it_is_checked_and_in_the_form(root: Path) -> None:
    assert "Alles klopt." in _said(root, "-m", "macros", "check")
    _said(root, "-m", "macros", "bewerker", "vorm", "--repo", "naam/kopie")
    form = yaml.safe_load((root / "vorm" / "config.yml").read_text(encoding="utf-8"))
    own = next(file for file in form["collections"][0]["files"] if file["name"] == "inhoud")
    for part in own["fields"]:
        assert "spellen" in [field["name"] for field in part["fields"]], part["name"]


def test_it_has_pages_and_a_place_in_the_menu(root: Path) -> None:
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    site = root / "site"
    assert "<h1>Wie ben jij?</h1>" in (site / "spellen" / "wie-ben-jij.html").read_text(encoding="utf-8")
    assert 'href="../spellen/wie-ben-jij.html"' in (site / "spellen" / "index.html").read_text(
        encoding="utf-8"
    )
    assert '<a href="spellen/index.html">Spelletjes</a>' in (site / "index.html").read_text(encoding="utf-8")
    assert "url=../spellen/wie-ben-jij.html" in (site / "spellen" / "wie-is-dat.html").read_text(
        encoding="utf-8"
    )


def test_a_mistake_in_it_is_told_at_its_line(root: Path) -> None:
    data = root / "data" / "spellen.yml"
    _change(data, "[eerst-kijken]", "[eerst-kyken]")
    _change(data, "oude_ids: [wie-is-dat]", "oude_ids: [wie-is-dat, wie-ben-jij]")
    assert _said(root, "-m", "macros", "check").splitlines()[:2] == [
        "data/spellen.yml:10:16: 'eerst-kyken' is geen bekende factor. Bedoel je 'eerst-kijken'?",
        "data/spellen.yml:11:28: 'wie-ben-jij' staat bij 'oude_ids', maar is nog de id van een spel. Haal hem hier weg.",
    ]


def test_a_copy_adds_replaces_and_hides_it(root: Path) -> None:
    own = root / "organisatie" / "inhoud.yml"
    own.write_text(OWN, encoding="utf-8")
    shown = "wie-ben-jij | Anders | ['eerst-kijken'] | ['wie-is-dat', 'raad-eens'] | Aangepast door deze organisatie\n"
    added = "x-van-ons | Van ons | ['samen-planten'] | [] | Toegevoegd door deze organisatie\n"
    assert _said(root, "-c", SHOWN) == shown + added
    own.write_text("verbergen:\n  factoren: [eerst-kijken]\n", encoding="utf-8")
    assert _said(root, "-c", SHOWN) == "wie-ben-jij | Wie ben jij? | [] | ['wie-is-dat'] | \n"
    own.write_text("verbergen:\n  spellen: [wie-ben-jij]\n", encoding="utf-8")
    assert _said(root, "-c", SHOWN) == ""


def test_without_data_it_is_not_there(root: Path) -> None:
    (root / "data" / "spellen.yml").unlink()
    assert _said(root, "-c", SHOWN) == ""
