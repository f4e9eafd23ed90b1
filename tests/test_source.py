"""Faithfulness: every point of the source is carried, labelled, and in our own words."""

import re
from datetime import date

import pytest
from conftest import PROJECT

from macros.content.content import Content
from macros.content.site import Site
from macros.pages.render import render

ALL_POINTS = [f"S{number}" for number in range(1, 53)]


def test_all_52_points_are_known(content: Content) -> None:
    assert [punt.id for punt in content.punten] == ALL_POINTS


def test_the_page_carries_the_first_seven(content: Content) -> None:
    assert [punt.id for punt in content.punten if punt.plek == "bronpagina"] == ALL_POINTS[:7]


@pytest.mark.parametrize("punt", ALL_POINTS[7:])
def test_a_factor_carries_the_point(punt: str, content: Content) -> None:
    assert content.gebruik_van[punt], f"{punt} staat bij geen enkele factor"


def test_the_source_page_shows_every_point(content: Content, site: Site) -> None:
    page = render("bron.md.j2", content, site, "bron.html")
    assert re.findall(r'id="(S\d+)"', page) == ALL_POINTS


def test_points_that_belong_together_stay_together(content: Content) -> None:
    """The source gives examples under a factor; they may not wander to another."""
    for group in (["S8", "S9"], ["S21", "S22", "S23", "S24"], ["S30", "S32", "S34", "S35", "S36", "S37"], ["S41", "S42", "S43", "S44"]):
        carriers = [{factor.id for factor in content.gebruik_van[punt]} for punt in group]
        assert set.intersection(*carriers), group


@pytest.mark.parametrize(("punt", "words"), [("S21", ["vaak"]), ("S45", ["vaak"]), ("S48", ["kunnen"]), ("S41", ["zo nodig"])])
def test_hedges_are_kept(punt: str, words: list[str], content: Content) -> None:
    for factor in content.gebruik_van[punt]:
        for uitspraak in factor.uitspraken:
            if punt in uitspraak.bronpunten:
                assert any(word in uitspraak.tekst.lower() for word in words), (punt, uitspraak.tekst)


def test_nothing_claims_proof(content: Content) -> None:
    for path in [*(PROJECT / "data").glob("*.yml"), *(PROJECT / "docs").rglob("*.md")]:
        text = path.read_text(encoding="utf-8").lower()
        assert "uit onderzoek blijkt" not in text
        assert not re.search(r"\bbewezen\b", text), path.name


def test_every_theme_of_the_guide_is_there(content: Content) -> None:
    assert [thema.id for thema in content.themas] == ["vertrekpunt", "houding", "vertrouwen", "gedrag-begrijpen", "steunen"]
    assert len(content.factoren) == 14


def test_every_factor_is_practised(content: Content) -> None:
    assert content.meldingen(date(2026, 11, 23)) == []


def test_national_numbers_are_right(content: Content) -> None:
    numbers = {nummer.id: nummer.telefoon for nummer in content.nummers}
    assert numbers["direct-gevaar"] == "112"
    assert numbers["veilig-thuis"] == "0800-2000"


def test_only_scenario_12_leads_to_the_meldcode(content: Content) -> None:
    assert [scenario.id for scenario in content.scenarios if scenario.veiligheid == "meldcode"] == ["het-verhaal-klopt-niet"]
