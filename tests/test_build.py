"""The commands that people type: what they print, how they end, and that a site that stood keeps standing."""

import re
import shutil
import sys
import time
from pathlib import Path

import pytest
from building import spoil
from conftest import PROJECT, SMALL, build, run

from macros.content.load import load

CHECK = [sys.executable, "-m", "macros", "check"]


def test_check_is_silent_about_nothing_and_quick() -> None:
    start = time.perf_counter()
    done = run(CHECK, PROJECT)
    assert done.returncode == 0
    assert done.stdout.startswith("Alles klopt.")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "command", [CHECK, [sys.executable, "-m", "mkdocs", "build", "--strict"]], ids=["check", "build"]
)
def test_a_mistake_is_said_in_dutch(command: list[str], copy: Path) -> None:
    message = spoil(copy)
    done = run(command, copy)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert message in said
    assert "Traceback" not in said
    assert "Error" not in said
    assert "::error" not in said


@pytest.mark.parametrize(
    "command", [CHECK, [sys.executable, "-m", "mkdocs", "build", "--strict"]], ids=["check", "build"]
)
def test_github_shows_it_at_the_line(command: list[str], copy: Path) -> None:
    line = spoil(copy).split(":")[1]
    done = run(command, copy, GITHUB_ACTIONS="true")
    assert (
        f"::error file=data/success_factors.yml,line={line},col=5::'vraagen' is geen bekend veld."
        in done.stdout
    )


def test_the_site_that_stood_is_untouched(copy: Path) -> None:
    assert build(copy).returncode == 0
    before = {path: path.read_bytes() for path in (copy / "site").rglob("*") if path.is_file()}
    spoil(copy)
    assert build(copy).returncode == 1
    assert {path: path.read_bytes() for path in (copy / "site").rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in copy.iterdir() if path.name.startswith(".site")) == []


def test_a_broken_link_refuses_the_site_and_leaves_the_old_one(copy: Path) -> None:
    (copy / "site").mkdir()
    (copy / "site" / "oud.html").write_text("oud", encoding="utf-8")
    page = copy / "docs" / "privacy.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[weg](bestaat-niet.md)\n", encoding="utf-8")
    assert build(copy).returncode == 1
    assert [path.name for path in (copy / "site").iterdir()] == ["oud.html"]


def test_a_new_theme_and_factor_are_one_edit(copy: Path, tmp_path: Path) -> None:
    file = copy / "data" / "success_factors.yml"
    text = file.read_text(encoding="utf-8")
    example = re.search(r"\n# Voorbeeld:\n((?:#.*\n)+)", text)
    assert example
    factor = re.sub(
        r"thema: \S+",
        "thema: x-buiten",
        "\n".join(line.removeprefix("# ") for line in example[1].splitlines()),
    )
    titel = re.search(r"titel: (.*)", factor)
    assert titel
    theme = (
        "  - id: x-buiten\n    titel: Buiten\n    kort: Wat buiten kan.\n    belofte: Je gaat naar buiten.\n"
    )
    file.write_text(
        text.replace("\nfactoren:\n", f"\n{theme}\nfactoren:\n") + "\n" + factor + "\n", encoding="utf-8"
    )
    site = tmp_path / "site"
    done = build(copy, site)
    assert done.returncode == 0, done.stderr
    assert titel[1] in (site / "themas" / "x-buiten.html").read_text(encoding="utf-8")
    for page in ("index.html", "themas/index.html", "search/search_index.json"):
        assert "x-buiten" in (site / page).read_text(encoding="utf-8"), page


def test_another_subject_builds_and_its_text_stays_text(copy: Path, tmp_path: Path) -> None:
    """Nothing in code or templates knows about parents; and what looks like code in the data is shown as typed."""
    for file in (SMALL / "data").glob("*.yml"):
        shutil.copy(file, copy / "data" / file.name)
    for kind in ("scenarios", "checklists", "sessies", "werkbladen"):
        (copy / "data" / f"{kind}.yml").write_text(
            f"{kind}: []\n" + ("werkvormen: []\n" if kind == "sessies" else ""), encoding="utf-8"
        )
    site = tmp_path / "site"
    done = build(copy, site)
    assert done.returncode == 0, done.stderr
    page = (site / "themas" / "grond.html").read_text(encoding="utf-8")
    assert "Tekst als {{ 7*7 }}, &lt;script&gt;alert(1)&lt;/script&gt; en # kop blijft tekst." in page
    assert "| geen | tabel |" in page
    assert "![geen plaatje](https://beeld.example/x.png)" in page
    assert "[klik](javascript:alert)" in page
    assert not (site / "scenarios").exists()
    assert not (site / "trainer").exists()


def test_former_ids_keep_their_addresses(copy: Path, tmp_path: Path) -> None:
    content = load(copy)
    theme, factor, checklist, scenario = (
        content.themas[0].id,
        content.factoren[0].id,
        content.checklists[0].id,
        content.scenarios[0].id,
    )
    for name, id_ in (
        ("success_factors", theme),
        ("success_factors", factor),
        ("checklists", checklist),
        ("scenarios", scenario),
    ):
        file = copy / "data" / f"{name}.yml"
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace(f"  - id: {id_}\n", f"  - id: {id_}\n    oude_ids: [oud-{id_}]\n", 1),
            encoding="utf-8",
        )
    site = tmp_path / "site"
    done = build(copy, site)
    assert done.returncode == 0, done.stderr
    for old, new in (
        (f"themas/oud-{theme}", f"themas/{theme}"),
        (f"checklists/oud-{checklist}", f"checklists/{checklist}"),
        (f"nu/oud-{checklist}", f"nu/{checklist}"),
        (f"scenarios/oud-{scenario}", f"scenarios/{scenario}"),
    ):
        page = (site / f"{old}.html").read_text(encoding="utf-8")
        assert f'content="0; url=../{new}.html"' in page
        assert (site / f"{new}.html").exists()
    assert f'id="oud-{factor}"' in (site / f"themas/{content.factoren[0].thema}.html").read_text(
        encoding="utf-8"
    )
