"""What the commands do, looked at from inside: each part by itself, where its result can be seen."""

import errno
import io
import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from conftest import PROJECT
from PIL import Image

from macros.__main__ import main
from macros.content import version
from macros.content.load import load
from macros.model.files import OWN
from macros.own import colours, logo, questions, svg
from macros.source import computer
from macros.source.problems import Position, Problem
from macros.source.yaml_source import parse


def test_check_counts_what_there_is() -> None:
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 0
    assert f"{len(load().factoren)} factoren" in done.output


def test_schemas_can_be_written_elsewhere(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["schema", "--map", str(tmp_path)])
    assert done.exit_code == 0
    for name in OWN:
        assert (tmp_path / f"{name}.schema.json").read_bytes() == (
            PROJECT / "data" / "schema" / f"{name}.schema.json"
        ).read_bytes()


def test_the_form_can_be_written(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["bewerker", str(tmp_path / "vorm"), "--repo", "naam/kopie"])
    assert done.exit_code == 0
    assert (tmp_path / "vorm" / "index.html").exists()


def _asked(root: Path, *answers: str) -> str:
    @click.command()
    def ask() -> None:
        questions.ask(root, "NL")

    done = CliRunner().invoke(ask, input="".join(f"{answer}\n" for answer in answers))
    return done.output


def test_questions_are_asked_until_they_are_answered(tmp_path: Path) -> None:
    said = _asked(
        tmp_path,
        "",
        "De\u200b Boom",
        "De Boom",
        "",
        "",
        "blauw",
        "#0000ff",
        *[""] * len(questions.OrganisatieBestand.model_fields),
    )
    assert "'naam' is leeg." in said
    assert "Hier staat een teken dat lezers niet zien: U+200B." in said
    assert "'kleur' is geen kleur: 'blauw'." in said
    written = (tmp_path / questions.FILE).read_text(encoding="utf-8")
    assert written.endswith('naam: "De Boom"\nkleur: "#0000ff"\n')
    with pytest.raises(computer.Refused, match="is er al"):
        questions.ask(tmp_path, "NL")


def _logo(tmp_path: Path, name: str, raw: bytes) -> tuple[logo.Logo | None, list[Problem]]:
    (tmp_path / name).write_bytes(raw)
    return logo.look(
        parse(f"naam: De Boom\nlogo: {name}\n".encode(), "organisatie/organisatie.yml"), tmp_path
    )


def test_a_png_becomes_a_drawing_for_paper(tmp_path: Path) -> None:
    written = io.BytesIO()
    Image.new("RGB", (20, 10), "#3a8e4e").save(written, format="PNG")
    found, problems = _logo(tmp_path, "logo.png", written.getvalue())
    assert problems == []
    assert found
    assert 'viewBox="0 0 20 10"' in found.svg
    assert Image.open(io.BytesIO(logo.picture(found.svg, 64))).getpixel((32, 32)) == (58, 142, 78, 255)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"<plaatje/>", "is geen goede SVG"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>" + b" " * svg.MOST_BYTES + b"</svg>",
            "is te groot",
        ),
    ],
)
def test_a_drawing_that_cannot_be_used(raw: bytes, words: str, tmp_path: Path) -> None:
    found, problems = _logo(tmp_path, "logo.svg", raw)
    assert found is None
    assert words in problems[0].text


def test_only_a_colour_that_cannot_be_read_is_told() -> None:
    assert colours.chosen("#135e5b") is None
    assert "#ffd500 is te licht" in (colours.chosen("#ffd500") or "")
    assert colours.contrast(colours.on_paper("#ffd500"), colours.WHITE) >= colours.ENOUGH


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_what_the_computer_refused_is_said_in_dutch(number: int) -> None:
    """Every number that an operating system has: what it is about and what to do, and no word of its own."""
    said = computer.refused(OSError(number, "x", "site/index.html"))
    assert said.startswith("Met 'site/index.html' lukt het niet. ")
    assert said.endswith(". Er is niets veranderd aan de site.")
    assert computer.refused(OSError(number, "x")) == said.partition("niet. ")[2]
    assert os.strerror(number) not in said


def test_without_git_there_is_still_a_date(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert version.moment() > version.NO_GIT
    monkeypatch.setattr(version, "_ROOT", tmp_path)
    assert version.moment() == version.NO_GIT
    monkeypatch.setenv("PATH", "")
    assert version.moment() == version.NO_GIT


def test_github_reads_a_problem_whatever_is_in_it() -> None:
    problem = Problem("data/a:b,c.yml", Position(2, 3), "50% van\nalles")
    assert problem.as_github_annotation() == "::error file=data/a%3Ab%2Cc.yml,line=2,col=3::50%25 van%0Aalles"
