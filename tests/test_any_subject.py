"""Any subject: what ours is called stands in its data only, and a subject may be without a source, a code or advice."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import PROJECT, SMALL, build
from garden import garden

from macros.content.content import Content
from macros.content.site import Site
from macros.decks import slides
from macros.model import UITWERKING, Model, Punt
from macros.pages import listing, site_map
from macros.pages.page_macros import PageMacros
from macros.pages.render import render
from macros.paper import prints

#: In these fields stands what something is called.
CALLED = {
    "id", "naam", "korte_naam", "titel", "term", "vormen", "telefoon", "maker", "organisatie",
    "lezers", "anderen", "omgeving", "bestandsnaam",
}  # fmt: skip
#: What our fields were called before, for copies that still write it so.
FORMER = re.compile(r"Former\([^)]*\)")
CODE = {".py", ".j2", ".html", ".typ", ".js", ".css", ".svg", ".yml"}


def names(content: Content) -> set[str]:
    """What the subject and everything in it is called, as it may stand in a text."""
    whole = [content.onderwerp, content.bron, content.code, *(content.code.stappen if content.code else ())]
    items = (item for item in content.alles if not isinstance(item, Punt))
    found = (name for thing in (*whole, *items) if thing for name in _called(thing))
    return {name.lower() for name in found}


def _called(thing: Model) -> Iterator[str]:
    for field, value in thing:
        if field in CALLED and value:
            yield from value if isinstance(value, tuple) else (value,)


def said(text: str, words: set[str]) -> set[str]:
    """Which of the words stand in a text, as whole words."""
    lower = text.lower()
    return {word for word in words if word in lower and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lower)}


@pytest.fixture(scope="module")
def ours(content: Content, small: Content) -> set[str]:
    """The names of our subject; what another subject has too, such as direct danger, is nobody's own."""
    return names(content) - names(small)


def test_there_is_much_to_look_for(ours: set[str], content: Content) -> None:
    about = content.onderwerp
    assert {name.lower() for name in (about.naam, about.lezers, about.anderen, about.bestandsnaam)} <= ours
    assert len(ours) > 100


@pytest.mark.parametrize("folder", ["macros", "overrides", "docs/assets", "mkdocs.yml"])
def test_no_code_knows_what_our_subject_is_called(folder: str, ours: set[str]) -> None:
    path = PROJECT / folder
    found = {
        file.relative_to(PROJECT).as_posix(): words
        for file in ([path] if path.is_file() else sorted(path.rglob("*")))
        if file.suffix in CODE and (words := said(FORMER.sub("", file.read_text(encoding="utf-8")), ours))
    }
    assert found == {}


def test_who_is_lost_gets_the_number_for_danger_first(copy: Path) -> None:
    """Whatever its place in the list; and advice only from a number that gives it, by its name."""
    shutil.copytree(SMALL, copy, dirs_exist_ok=True)
    assert "Bel bij direct gevaar 112.</p>" in _lost(copy)
    about = copy / "data" / "onderwerp.yml"
    told = about.read_text(encoding="utf-8").replace("id: antigif,", "id: antigif, rol: advies,")
    about.write_text(told, encoding="utf-8")
    assert "Bel bij direct gevaar 112. Antigifcentrum bel je op 000-000 00 09.</p>" in _lost(copy)


def _lost(root: Path) -> str:
    """The page for what is not there, without its links."""
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    return re.sub(r"</?a\b[^>]*>", "", (root / "site" / "404.html").read_text(encoding="utf-8"))


def _bare(root: Path) -> Content:
    """The small set without a source, without a code, and with one number only."""

    def about(data: dict[str, Any]) -> None:
        del data["code"]
        data["nummers"] = [nummer for nummer in data["nummers"] if nummer.get("rol") == "nood"]
        data["vangnet"] = "Dit is oefenmateriaal."
        data["training"] = {"moet": ["nazorg"]}

    def sessions(data: dict[str, Any]) -> None:
        for part in data["sessies"][0]["onderdelen"]:
            part["dias"] = [dia for dia in part["dias"] if dia["soort"] not in {"bron", "code"}]

    def factors(data: dict[str, Any]) -> None:
        for factor in data["factoren"]:
            for statement in (factor["principe"], *factor["waarom"], *factor["doen"]):
                if statement.pop("bronpunten", None):
                    del statement["herkomst"]

    def sheets(data: dict[str, Any]) -> None:
        for part in data["werkbladen"][0]["voorkant"]:
            part.pop("uitleg", None)

    edits = {"sessies": sessions, "success_factors": factors, "werkbladen": sheets, "bron": dict.clear}
    return garden(root, onderwerp=about, **edits)


def test_a_subject_may_be_without_a_source_and_without_a_code(small: Content, tmp_path: Path) -> None:
    content, site = _bare(tmp_path), Site("De moestuin", "https://tuin.example/", "CC BY 4.0")
    prose = {page.source: "" for page in listing.PAGES if not page.macro and page.source != "bron.md"}
    known = site_map.pages(content, prose)
    assert "bron.md" not in {page.source for page in known}
    made = prints.made(content, site)
    macros = PageMacros(content, site, known, made)
    shown = "".join(macros.make(page.macro, page.url, page.about) for page in known if page.macro)
    shown += macros.make("hulp", "hulp.html")
    shown += repr([slides.of(content, sessie) for sessie in content.sessies])
    shown += repr([(plan.data, prints.about(content, plan)) for plan in prints.plans(content, site)])
    assert small.bron
    assert small.code
    lost = (small.bron.naamsvermelding, small.code.naam, small.code.titel, UITWERKING, "bron.html")
    assert said(shown, {word.lower() for word in lost}) == set()
    assert all(pdf.inhoud.startswith(b"%PDF") for pdf in made.alle)


def test_an_organisation_adds_to_the_code_and_takes_nothing_away(small: Content, tmp_path: Path) -> None:
    own = {"organisatie.yml": "naam: De Tuin\n", "hulp.yml": "bij_de_code: [Bel eerst de **tuinbaas**.]\n"}
    content, site = garden(tmp_path, own), Site("De moestuin", "", "")
    assert content.code == small.code
    shown = render("hulp.md.j2", content, site, "hulp.html")
    assert small.code
    assert all(f"<li>{line}</li>" in shown for line in small.code.let_op)
    assert "<li>Bel eerst de <strong>tuinbaas</strong>.</li>" in shown
    assert shown.index("Toegevoegd door De Tuin") < shown.index("Bel eerst")
    data = next(plan.data for plan in prints.plans(content, site) if plan.soort == "handout")
    assert data["code"]["eigen"] == ["Bel eerst de tuinbaas. (Toegevoegd door De Tuin)"]
