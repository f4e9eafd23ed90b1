"""What a copy wrote before an update still works: former names and words, told with the line and the word of now."""

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import SMALL, run
from fork import OWN as OWN_COPY
from garden import garden

from macros.content import former
from macros.content.content import Content
from macros.content.load import load
from macros.model import schema
from macros.model.files import OWN
from macros.own import form
from macros.source.problems import DataError

#: Former names and words, and those of now.
NOW = {"opvang: ": "omgeving: ", "veiligheid: meldcode": "veiligheid: code", "soort: meldcode": "soort: code"}


def _own(was: bool) -> str:
    """A copy's own scenario and session, as they were written before or as they are now."""
    scenario = _small("scenarios") | {"id": "x-dor", "veiligheid": "code"}
    own = {"scenarios": [scenario], "sessies": [_small("sessies") | {"id": "x-kort"}]}
    text = yaml.safe_dump({"toevoegen": own}, allow_unicode=True, sort_keys=False).replace("'", "")
    for old, new in NOW.items():
        assert new in text
        text = text.replace(new, old) if was else text
    return text


def _small(kind: str) -> dict[str, Any]:
    text = (SMALL / "data" / f"{kind}.yml").read_text(encoding="utf-8")
    first: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)[kind][0]
    return first


def _loaded(root: Path, text: str) -> Content:
    return garden(root, {"inhoud.yml": text})


def test_a_copy_as_it_was_says_the_same_as_one_of_now(tmp_path: Path) -> None:
    was, now = _loaded(tmp_path / "was", _own(was=True)), _loaded(tmp_path / "now", _own(was=False))
    assert was.scenario["x-dor"] == now.scenario["x-dor"]
    assert was.sessie["x-kort"] == now.sessie["x-kort"]
    assert not now.vroeger


def test_each_is_told_with_its_line_and_the_word_of_now(tmp_path: Path) -> None:
    text = _own(was=True)
    told = [line for line in _loaded(tmp_path, text).meldingen(date(2026, 11, 24)) if "heet nu" in line]
    expected = []
    for number, line in enumerate(text.splitlines(), start=1):
        for old, new in NOW.items():
            if old in line:
                name, _, value = new.partition(": ")
                at = line.index(old) + (len(name) + 2 if value else 0) + 1
                was, is_ = (old.split(": ")[1], value) if value else (old[:-2], name)
                says = f"Zo werkt het nog wel. Schrijf voortaan: '{name}: {value or '…'}'."
                expected.append(f"organisatie/inhoud.yml:{number}:{at}: '{was}' heet nu '{is_}'. {says}")
    assert sorted(told) == sorted(expected)
    assert len(told) == len(NOW)


def test_a_mistake_in_a_field_with_its_former_name_is_told_where_it_stands(tmp_path: Path) -> None:
    text = _own(was=True).replace("opvang: schooltuin", "opvang: [een lijst]")
    line = next(number for number, line in enumerate(text.splitlines(), start=1) if "opvang" in line)
    with pytest.raises(DataError) as error:
        _loaded(tmp_path, text)
    assert str(error.value.problems[0]).startswith(
        f"organisatie/inhoud.yml:{line}:13: 'omgeving' is een tekst."
    )


def test_the_name_of_now_comes_before_the_former_one(tmp_path: Path) -> None:
    text = _own(was=False).replace("omgeving: schooltuin", "opvang: weg\n    omgeving: schooltuin")
    content = _loaded(tmp_path, text)
    assert content.scenario["x-dor"].omgeving == "schooltuin"
    assert [problem.text for problem in content.vroeger] == [
        "'opvang' heet nu 'omgeving', en dat staat hier ook al. Haal 'opvang' weg."
    ]


def test_what_came_later_may_be_missing_in_a_copy_and_not_in_the_project(tmp_path: Path) -> None:
    content = _loaded(tmp_path / "own", _own(was=False).replace("      bekeken: 2026-11-24\n", ""))
    (told,) = content.vroeger
    assert told.file == "organisatie/inhoud.yml"
    assert told.text.startswith("Hier mist het veld 'bekeken'. De dag waarop")
    assert content.labels(content.scenario["x-dor"]) == ["andere bron: Het tuinboek"]
    with pytest.raises(DataError, match=r"data/scenarios\.yml:.*'bekeken'"):
        garden(tmp_path / "ours", scenarios=lambda data: data["scenarios"][0]["bronnen"][0].pop("bekeken"))


def test_former_names_count_in_files_of_data_too(tmp_path: Path) -> None:
    def before(data: dict[str, Any]) -> None:
        data["scenarios"][0]["opvang"] = data["scenarios"][0].pop("omgeving")

    content = garden(tmp_path, scenarios=before)
    assert [problem.file for problem in content.vroeger] == ["data/scenarios.yml"]


@pytest.mark.parametrize("was", [True, False])
def test_an_editor_takes_both_and_advises_the_present_one(was: bool) -> None:
    shape = json.loads(schema.as_text(OWN["inhoud"]))
    written = yaml.load(_own(was), yaml.CBaseLoader)
    for session in written["toevoegen"]["sessies"]:  # to YAML these are numbers, to us text that is one
        session["minuten"] = int(session["minuten"])
        for part in session["onderdelen"]:
            part |= {"minuten": int(part["minuten"]), "minstens": int(part["minstens"])}
    jsonschema.validate(written, shape)
    del written["toevoegen"]["scenarios"][0]["opvang" if was else "omgeving"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, shape)
    old = shape["$defs"]["Scenario"]["properties"]["opvang"]
    assert old["deprecated"]
    assert old["description"] == "Heet nu 'omgeving'."


def test_the_form_offers_what_is_called_so_now(tmp_path: Path) -> None:
    form.write(tmp_path, "naam/kopie", load().ids)
    text = (tmp_path / "config.yml").read_text(encoding="utf-8")
    assert "omgeving" in text
    assert "opvang" not in text.replace("peuteropvang", "").replace("dagopvang", "")
    assert "- meldcode" not in text


def test_a_file_under_its_former_name_is_told(tmp_path: Path) -> None:
    garden(tmp_path)
    (tmp_path / "data" / "landelijk.yml").touch()
    (told,) = former.left(tmp_path)
    assert str(told).startswith("data/landelijk.yml:1:1: Dit bestand heet nu 'data/onderwerp.yml'")


def test_check_tells_all_of_it_and_goes_on(copy: Path) -> None:
    (copy / "data" / "landelijk.yml").touch()
    (copy / "organisatie" / "inhoud.yml").write_bytes((OWN_COPY / "inhoud.yml").read_bytes())
    settings = copy / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub("site_name: .*", "site_name: De Boom", text), encoding="utf-8")
    done = run([sys.executable, "-m", "macros", "check"], copy)
    assert done.returncode == 0, done.stderr
    for place in ("mkdocs.yml:2:1", "data/landelijk.yml:1:1", "organisatie/inhoud.yml:"):
        assert f"Let op: {place}" in done.stdout
