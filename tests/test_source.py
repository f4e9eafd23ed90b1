"""Faithfulness: every point of the source is carried, labelled, and in our own words."""

import re
import shutil
from datetime import date

import pytest
import readability
from conftest import PROJECT

from macros.content.content import Content
from macros.content.load import load
from macros.content.site import Site
from macros.pages.render import render
from macros.source.markup import plain


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What the project itself says, whatever a copy adds to it, puts in its place or hides."""
    root = tmp_path_factory.mktemp("bron")
    for part in ("data", "docs"):
        shutil.copytree(PROJECT / part, root / part)
    return load(root)


ALL_POINTS = [f"S{number}" for number in range(1, 53)]


def test_all_52_points_are_known(content: Content) -> None:
    assert [punt.id for punt in content.punten] == ALL_POINTS


def test_the_page_carries_the_first_seven(content: Content) -> None:
    assert [punt.id for punt in content.punten if punt.plek == "bronpagina"] == ALL_POINTS[:7]


@pytest.mark.parametrize("punt", ALL_POINTS[7:])
def test_a_factor_carries_the_point(punt: str, content: Content) -> None:
    assert content.gebruik_van[punt], f"{punt} staat bij geen enkele factor"


def test_a_point_stands_at_the_sentence_that_says_it(content: Content) -> None:
    """What names a point is one sentence, so that readers know which words are the source's."""
    said = [uitspraak for item in (*content.factoren, *content.werkbladen) for uitspraak in item.uitspraken]
    named = [uitspraak for uitspraak in said if uitspraak.bronpunten]
    assert {punt for uitspraak in named for punt in uitspraak.bronpunten} == set(ALL_POINTS[7:])
    assert [u.tekst for u in named if len(readability.sentences([plain(u.tekst)])) > 1] == []


def test_the_source_page_shows_every_point(content: Content, site: Site) -> None:
    page = render("bron.md.j2", content, site, "bron.html")
    assert re.findall(r'id="(S\d+)"', page) == ALL_POINTS


def test_points_that_belong_together_stay_together(content: Content) -> None:
    """The source gives examples under a factor; they may not wander to another."""
    for group in (
        ["S8", "S9"],
        ["S21", "S22", "S23", "S24"],
        ["S30", "S32", "S34", "S35", "S36", "S37"],
        ["S41", "S42", "S43", "S44"],
    ):
        carriers = [{factor.id for factor in content.gebruik_van[punt]} for punt in group]
        assert set.intersection(*carriers), group


@pytest.mark.parametrize(
    ("punt", "words"), [("S21", ["vaak"]), ("S45", ["vaak"]), ("S48", ["kunnen"]), ("S41", ["zo nodig"])]
)
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


def test_check_tells_which_tips_nobody_practises(content: Content) -> None:
    practised = {id_ for scenario in content.scenarios for id_ in scenario.factoren}
    told = [line for line in content.meldingen(date(2026, 11, 23)) if "geen enkel scenario" in line]
    assert told == [
        f"Factor '{f.id}' wordt nog in geen enkel scenario geoefend."
        for f in content.factoren
        if f.id not in practised
    ]


def test_national_numbers_are_right(content: Content) -> None:
    numbers = {nummer.id: nummer.telefoon for nummer in content.nummers}
    assert numbers["direct-gevaar"] == "112"
    assert numbers["veilig-thuis"] == "0800-2000"
