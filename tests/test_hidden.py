"""What a copy hides is nowhere, and leaves no hole: no line about nothing, no empty list, no part without slides."""

import io
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL
from pypdf import PdfReader

from macros.content.content import Content
from macros.content.load import load
from macros.content.site import Site
from macros.decks import slides
from macros.model.files import FILES
from macros.model.items import LooseRef
from macros.pages.render import render
from macros.paper import prints
from macros.source.problems import DataError
from macros.source.shape import model_in

SITE = Site("De moestuin", "", "")


def _hiding(root: Path, hidden: str, everywhere: bool = False) -> Content:
    """The small set in a copy that hides a factor; `everywhere` is it the only one that lists and choices name."""
    for part in ("data", "docs"):
        shutil.copytree(SMALL / part, root / part)
    for name in ("scenarios", "checklists") if everywhere else ():
        path = root / "data" / f"{name}.yml"
        text = re.sub(r"factoren: \[.*?\]", f"factoren: [{hidden}]", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    (root / "organisatie").mkdir()
    (root / "organisatie" / "inhoud.yml").write_text(
        f"verbergen:\n  factoren: [{hidden}]\n", encoding="utf-8"
    )
    return load(root)


def _pages(content: Content) -> dict[str, str]:
    """The pages of everything that may name a factor."""

    def page(template: str, **values: Any) -> str:
        return render(template, content, SITE, "x/y.html", prints=prints.Prints(()), **values)

    pages = {t.id: page("thema.md.j2", thema=t, factoren=content.factoren_van[t.id]) for t in content.themas}
    pages |= {scenario.id: page("scenario.md.j2", scenario=scenario) for scenario in content.scenarios}
    pages |= {blad.id: page("werkblad.md.j2", werkblad=blad) for blad in content.werkbladen}
    return pages | {
        checklist.id: page("checklist.md.j2", checklist=checklist) for checklist in content.checklists
    }


@pytest.mark.parametrize("hidden", ["samen-planten", "eerst-kijken"])
def test_it_is_on_no_page_paper_or_slide(hidden: str, small: Content, tmp_path: Path) -> None:
    content = _hiding(tmp_path, hidden)
    shown = [*_pages(content).values(), *(str(slides.of(content, sessie)) for sessie in content.sessies)]
    shown += [str(plan.data) for plan in prints.plans(content, SITE)]
    for text in shown:
        assert small.factor[hidden].titel not in text
        assert f"#{hidden}" not in text


def test_an_outcome_without_a_factor_says_nothing_about_one(tmp_path: Path) -> None:
    content = _hiding(tmp_path, "samen-planten")
    keuzes = [keuze for stap in content.scenario["dorre-plant"].stappen for keuze in stap.keuzes]
    assert [keuze.id for keuze in keuzes if not keuze.factoren] == ["pakken"]
    assert _pages(content)["dorre-plant"].count("Gaat over:") == len(keuzes) - 1


def test_no_heading_stands_over_nothing(tmp_path: Path) -> None:
    content = _hiding(tmp_path, "samen-planten", everywhere=True)
    pages = _pages(content)
    assert not re.search("Gaat over|Lees verder", pages["dorre-plant"])
    assert "Lees meer" not in pages["voor-het-planten"]
    for text in pages.values():
        assert not re.search(r"<ul[^>]*>\s*</ul>", text)
    booklet = next(print_ for print_ in prints.made(content, SITE).alle if print_.soort == "boekje")
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(booklet.inhoud)).pages)
    assert "Hier stopt het oefenen" in words
    assert "Lees verder" not in words


def test_every_part_keeps_a_slide(tmp_path: Path) -> None:
    content = _hiding(tmp_path, "eerst-kijken")
    assert [[dia.soort for dia in onderdeel.dias] for onderdeel in content.sessie["kort"].onderdelen] == [
        ["titel", "doelen", "bron", "afspraken"],
        ["scenario"],
        ["code", "nazorg", "qr"],
    ]


def test_a_last_part_without_slides_is_a_sentence_and_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "data" / "sessies.yml"
    shutil.copytree(SMALL / "data", path.parent)
    text = path.read_text(encoding="utf-8")
    at = text.rindex("        dias:\n")
    dia = "          - {soort: factor, titel: Kijken, factor: eerst-kijken, notities: [Kijk.]}\n"
    path.write_text(f"{text[:at]}        dias:\n{dia}", encoding="utf-8")
    (tmp_path / "organisatie").mkdir()
    (tmp_path / "organisatie" / "inhoud.yml").write_text(
        "verbergen:\n  factoren: [eerst-kijken]\n", encoding="utf-8"
    )
    with pytest.raises(DataError, match="'eerst-kijken' hoort nog bij sessie 'kort'"):
        load(tmp_path)


def _lists(model: Any, path: str = "") -> dict[str, list[Any]]:
    """The marks on every list, in a model and inside it, out of which something may fall."""
    found: dict[str, list[Any]] = {}
    for name, field in model.model_fields.items():
        if any(isinstance(mark, LooseRef) for mark in field.metadata):
            found[f"{path}{name}"] = field.metadata
        if inner := model_in(field.annotation):
            found |= _lists(inner, f"{path}{name}.")
    return found


def test_the_least_length_of_a_list_counts_what_was_written() -> None:
    """It stands before the mark: behind it, it would count what is left, and hiding would be a mistake of the project."""
    lists = {name: marks for shape in FILES.values() for name, marks in _lists(shape).items()}
    assert len(lists) > 4
    for name, marks in lists.items():
        assert isinstance(marks[-1], LooseRef), f"{name}: {marks}"
