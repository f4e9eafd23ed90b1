"""The commands for who makes a copy: questions, a form, and the list of what is the project's."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from building import MEASURING
from conftest import PROJECT

from macros.content.load import load
from macros.model import schema
from macros.model.files import OWN
from macros.own import form


def _ask(root: Path, *answers: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "macros", "nieuw", "organisatie"]
    return subprocess.run(
        command,
        cwd=root,
        env={**os.environ, **MEASURING},
        input="".join(f"{answer}\n" for answer in answers),
        capture_output=True,
        text=True,
        check=False,
    )


def test_questions_make_a_file_that_is_right(copy: Path) -> None:
    done = _ask(
        copy,
        "Kinderopvang 'De Boom' & zo",
        "Boom",
        "",
        "#336699",
        "",
        "https://boom.example/",
        "info@boom.example",
        "",
        "",
        "",
    )
    assert done.returncode == 0, done.stderr
    own = load(copy).organisatie
    assert own
    assert (own.naam, own.korte_naam, own.kleur, own.telefoon) == (
        "Kinderopvang 'De Boom' & zo",
        "Boom",
        "#336699",
        None,
    )


def test_a_wrong_answer_is_asked_again_in_dutch(copy: Path) -> None:
    done = _ask(copy, "", "<script>", "De Boom", "", "", "rood", "", "", "", "", "", "", "")
    assert done.returncode == 0, done.stderr
    assert "'naam' is leeg." in done.stdout
    assert "In 'naam' kan geen <" in done.stdout
    assert "'kleur' is geen kleur: 'rood'." in done.stdout
    own = load(copy).organisatie
    assert own
    assert own.kleur is None


def test_a_file_that_is_there_stays(copy: Path) -> None:
    path = copy / "organisatie" / "organisatie.yml"
    path.write_text("naam: Van ons\n", encoding="utf-8")
    done = _ask(copy, "Anders")
    assert done.returncode == 1
    assert "is er al" in done.stderr
    assert path.read_text(encoding="utf-8") == "naam: Van ons\n"


def test_stopping_halfway_writes_nothing(copy: Path) -> None:
    done = _ask(copy, "De Boom")
    assert done.returncode == 1
    assert "Gestopt. Er is niets geschreven." in done.stderr
    assert not (copy / "organisatie" / "organisatie.yml").exists()


def test_the_form_has_every_field_of_every_file(tmp_path: Path) -> None:
    form.write(tmp_path, "naam/kopie", load().ids)
    settings = yaml.safe_load((tmp_path / "config.yml").read_text(encoding="utf-8"))
    assert settings["backend"]["repo"] == "naam/kopie"
    files = {file["name"]: file for file in settings["collections"][0]["files"]}
    assert files.keys() == OWN.keys()
    for name, model in OWN.items():
        assert files[name]["file"] == f"organisatie/{name}.yml"
        assert [field["name"] for field in files[name]["fields"]] == list(schema.of(model)["properties"])
    contact = files["hulp"]["fields"][0]
    assert contact["widget"] == "list"
    kind = next(field for field in contact["fields"] if field["name"] == "soort")
    assert "wijkteam" in kind["options"]


def test_the_form_runs_one_version_of_its_editor_and_no_other_bytes(tmp_path: Path) -> None:
    form.write(tmp_path, "naam/kopie", load().ids)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    (script,) = re.findall("<script ([^>]*)>", page)
    assert re.search(r'src="https://[^"]+@\d+\.\d+\.\d+/[^"]+"', script)
    assert re.search(r'integrity="sha384-[A-Za-z0-9+/]{64}"', script)
    assert 'crossorigin="anonymous"' in script


@pytest.mark.parametrize(
    "file",
    [".gitlab-ci.yml", "netlify.toml", ".github/workflows/pages.yml", ".devcontainer/devcontainer.json"],
)
def test_every_place_to_publish_builds_with_the_same_command(file: str) -> None:
    text = (PROJECT / file).read_text(encoding="utf-8")
    assert "make s" in text or "make .venv/klaar" in text
