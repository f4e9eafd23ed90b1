"""Everything says where it comes from and, when something is wrong in it, whom to tell and what to name."""

from copy import copy
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import SMALL
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.content.content import Content
from macros.content.load import load
from macros.content.site import Site
from macros.content.version import VERSION
from macros.model import Item, OrganisatieBestand
from macros.pages.render import render
from macros.paper import prints

OWN = OrganisatieBestand(naam="De tuin")
REACHABLE = OrganisatieBestand(naam="De tuin", email="vraag@tuin.example")
SITE = Site("De moestuin", "", "")


def _article(built: Path, address: str) -> LexborNode:
    article = LexborHTMLParser((built / address.partition("#")[0]).read_text(encoding="utf-8")).css_first(
        "article"
    )
    assert article
    return article


def test_every_page_shows_its_labels(built: Path, content: Content) -> None:
    shown = [
        (item, address) for item in (*content.scenarios, *content.checklists) for address in item.adressen
    ]
    for item, address in shown:
        found = [node.text() for node in _article(built, address).css(".labels:not(.code *) .herkomst")]
        assert found == content.labels(item), address


def test_every_page_says_what_to_name(built: Path, content: Content) -> None:
    items: list[Item] = [*content.themas, *content.factoren, *content.scenarios, *content.checklists]
    for item in items:
        for address in item.adressen:
            told = [
                " ".join(p.text().split())
                for p in _article(built, address).css("p")
                if "Klopt dit niet?" in p.text()
            ]
            assert sum(f"{item.id}, versie {VERSION}." in text for text in told) == 1, address


def test_an_address_has_one_name_and_one_day(content: Content) -> None:
    wholes = (*content.scenarios, *content.checklists, content.code)
    said = {said.bron for factor in content.factoren for said in factor.uitspraken if said.bron}
    named = said | {bron for whole in wholes for bron in whole.bronnen}
    assert len(named) == len({bron.adres for bron in named}) == len(content.andere_bronnen)


def test_paper_shows_labels_and_what_to_name(built: Path, content: Content) -> None:
    for scenario in content.scenarios:
        text = _text(built / f"downloads/scenario-{scenario.id}.pdf")
        assert all(label in text for label in content.labels(scenario)), scenario.id
    for checklist in content.checklists:
        for size in ("a4", "a6"):
            text = _text(built / f"downloads/{checklist.id}-{size}.pdf")
            assert all(label in text for label in content.labels(checklist)), checklist.id
            assert f"{checklist.id}-{size}.pdf,versie{VERSION}" in text.replace(" ", "")
    cards, whole = _text(built / "downloads/kaarten.pdf"), _text(built / "downloads/alle-themas.pdf")
    for factor in content.factoren:
        assert content.kenmerk(factor).replace(" ", "") in cards.replace(" ", ""), factor.id
        assert all(f"({said.label})" in whole for said in factor.uitspraken if said.bron), factor.id


def _text(pdf: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


@pytest.mark.parametrize("template", ["checklist.md.j2", "nu.md.j2"])
def test_with_an_address_it_is_one_mail(template: str) -> None:
    content = _of(REACHABLE)
    page, checklist = _rendered(template, content), content.checklists[0]
    link = page.css_first("a[href^=mailto]")
    assert link
    assert (link.attributes["href"] or "").startswith(
        "mailto:vraag@tuin.example?subject=Klopt%20dit%20niet%3F%20checklist%20"
    )
    assert f"{checklist.id}%2C%20versie%20{VERSION}" in (link.attributes["href"] or "")


@pytest.mark.parametrize("template", ["checklist.md.j2", "nu.md.j2"])
def test_what_is_their_own_is_not_our_elaboration(template: str) -> None:
    for verb in ("Toegevoegd", "Aangepast"):
        page = _rendered(template, _of(OWN, f"{verb} door {{wie}}"))
        assert page.body
        assert "onze uitwerking" not in page.body.text()
        assert f"{verb} door De tuin" in page.body.text()


def test_the_source_has_no_part_in_what_they_add() -> None:
    content = load(SMALL)
    checklist = content.checklists[0]
    plan = next(plan for plan in prints.plans(content, SITE) if plan.item == checklist)
    theirs = replace(plan, item=checklist.model_copy(update={"id": "x-van-ons"}))
    assert prints.about(content, plan)["naamsvermelding"]
    assert "projectpagina" in prints.about(content, plan)["klopt"]
    assert prints.about(content, theirs)["naamsvermelding"] == ""
    assert "projectpagina" not in prints.about(content, theirs)["klopt"]


def _of(organisatie: OrganisatieBestand, verb: str = "") -> Content:
    """The small set as that organisation has it, which did `verb` to its checklist."""
    content = copy(load(SMALL))
    vars(content).update(
        organisatie=organisatie, woorden={("checklist", content.checklists[0].id): verb} if verb else {}
    )
    return content


def _rendered(template: str, content: Content) -> LexborHTMLParser:
    checklist = content.checklists[0]
    return LexborHTMLParser(
        render(
            template,
            content,
            SITE,
            checklist.pagina,
            id=checklist.id,
            checklist=checklist,
            prints=prints.Prints(()),
        )
    )
