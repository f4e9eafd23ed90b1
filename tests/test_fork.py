"""A fork that keeps to its own folder: its own words everywhere, and updates of the project that merge by themselves."""

import shutil
from pathlib import Path

import fork as forks
import pytest
import yaml
from conftest import build
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from macros.content.load import load

MOMENT = "1800000000"  # two commits of the same content are not made at the same moment
NAME = "Kinderopvang De Voorbeeldboom"


def test_every_own_thing_is_on_its_page(forked: Path) -> None:
    site = forked / "site"
    houding = (site / "themas" / "houding.html").read_text(encoding="utf-8")
    assert f'<p class="eigen">Toegevoegd door {NAME}</p>' in houding
    assert "Buiten praat het makkelijker" in houding
    team = (site / "checklists" / "team.html").read_text(encoding="utf-8")
    assert f'<p class="eigen">Aangepast door {NAME}</p>' in team
    assert "Ons eigen teamlijstje" in team
    assert f"Toegevoegd door {NAME}" in (site / "scenarios" / "x-bij-het-hek.html").read_text(
        encoding="utf-8"
    )


def test_what_is_hidden_is_nowhere(forked: Path) -> None:
    site = forked / "site"
    inhoud = (forked / "organisatie" / "inhoud.yml").read_text(encoding="utf-8")
    hidden = yaml.load(inhoud, yaml.CBaseLoader)["verbergen"]
    assert hidden.keys() == {"factoren", "scenarios"}
    for id_ in hidden["scenarios"]:
        assert not (site / "scenarios" / f"{id_}.html").exists()
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not [id_ for ids in hidden.values() for id_ in ids if id_ in text], page


def test_contacts_are_where_they_are_needed(forked: Path) -> None:
    site = forked / "site"
    content = load(forked)
    assert any(factor.hulp for factor in content.factoren)
    for factor in content.factoren:
        page = LexborHTMLParser((site / f"themas/{factor.thema}.html").read_text(encoding="utf-8"))
        section = page.css_first(f'section[aria-labelledby="{factor.id}"]')
        assert ("Wijkteam Voorbeeldwijk" in section.text()) == factor.hulp, factor.id
    for card in (site / "nu").glob("*.html"):
        if card.name != "index.html":
            assert 'href="tel:0000000001"' in card.read_text(encoding="utf-8"), card
    paper = PdfReader(site / "downloads" / f"{content.checklists[0].id}-a4.pdf").pages[0].extract_text()
    assert "Hulp in de buurt" in paper
    assert "000-000 00 02" in paper


def test_paper_says_whose_words_it_holds_and_on_which_version_it_stands(forked: Path) -> None:
    downloads = forked / "site" / "downloads"
    for name, words in {
        "team-a4.pdf": f"Aangepast door {NAME}",
        "team-a6.pdf": f"Aangepast door {NAME}",
        "scenario-x-bij-het-hek.pdf": f"Toegevoegd door {NAME}",
        "scenario-x-bij-het-hek-trainer.pdf": f"Toegevoegd door {NAME}",
        "kaarten.pdf": f"Toegevoegd door {NAME}",
        "alle-themas.pdf": f"Toegevoegd door {NAME}",
    }.items():
        text = " ".join(page.extract_text() for page in PdfReader(downloads / name).pages)
        assert words in " ".join(text.split()), name
        if name != "kaarten.pdf":
            assert f"Mail naar samen@voorbeeldboom.example en noem: {name}, versie".replace(
                " ", ""
            ) in "".join(text.split()), name
        assert ("Gebaseerd op" in text) is not name.startswith("scenario-x-"), name
    for path in downloads.glob("*.pdf"):
        text = " ".join(page.extract_text() for page in PdfReader(path).pages)
        assert "versie 0" in text, path
        assert NAME in " ".join(text.split()), path


def test_own_pages_show_what_was_typed_and_run_nothing(forked: Path) -> None:
    page = (forked / "site" / "eigen" / "over-ons.html").read_text(encoding="utf-8")
    assert "{{ 7 * 7 }} {% if x %} &lt;script&gt;" in page
    assert '<a href="../hulp.html">Hulp dichtbij</a>' in page
    assert '<a href="protocol.html">Ons protocol</a>' in page
    assert (forked / "site" / "eigen" / "boom.webp").exists()
    home = (forked / "site" / "index.html").read_text(encoding="utf-8")
    assert 'href="eigen/over-ons.html"' in home


@pytest.fixture(scope="module")
def later(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project a year later; the one that others use stays as it is."""
    root = tmp_path_factory.mktemp("later") / "project"
    forks.git(project, "clone", "-q", str(project), str(root))
    forks.next_year(root)
    return root


@pytest.fixture(scope="module")
def updated(forked: Path, later: Path) -> Path:
    """The fork after a year of updates, merged without help and built again."""
    root = later.with_name("fork")
    shutil.copytree(forked, root)
    forks.git(root, "pull", "-q", "--no-rebase", "--no-edit", str(later), "main")
    done = build(root, SOURCE_DATE_EPOCH=MOMENT)
    assert done.returncode == 0, done.stderr
    return root


def test_an_update_merges_by_itself_and_keeps_what_is_theirs(
    updated: Path, later: Path, tmp_path: Path
) -> None:
    assert forks.git(updated, "status", "--porcelain") == ""
    fresh = tmp_path / "fresh"
    forks.git(later, "clone", "-q", str(later), str(fresh))
    shutil.copytree(forks.OWN, fresh / "organisatie", dirs_exist_ok=True)
    done = build(fresh, SOURCE_DATE_EPOCH=MOMENT)
    assert done.returncode == 0, done.stderr
    for path in (fresh / "site").rglob("*"):
        if path.is_file():
            assert (updated / "site" / path.relative_to(fresh / "site")).read_bytes() == path.read_bytes(), (
                path
            )


def test_an_update_arrives(updated: Path, later: Path) -> None:
    page = (updated / "site" / f"themas/{load(later).factoren[0].thema}.html").read_text(encoding="utf-8")
    assert forks.LATER in page
    assert "versie 9.0" in page


def test_a_former_id_in_the_own_content_finds_its_new_name(updated: Path) -> None:
    page = (updated / "site" / "themas" / "houding.html").read_text(encoding="utf-8")
    assert 'href="../themas/houding.html#nieuwsgierig-zijn"' in page
    assert 'id="nieuwsgierig"' in page  # an old address still leads to the place
