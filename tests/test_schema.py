"""The schemas for editors are current, in Dutch, and every data file names its own."""

import json

import pytest
from conftest import PROJECT

from macros.model import schema
from macros.model.files import FILES


@pytest.mark.parametrize("name", FILES)
def test_the_schema_is_current(name: str) -> None:
    file = PROJECT / "data" / "schema" / f"{name}.schema.json"
    assert file.read_text(encoding="utf-8") == schema.as_text(FILES[name]), (
        "schrijf ze opnieuw met: make schema"
    )


@pytest.mark.parametrize("name", FILES)
def test_the_file_names_its_schema(name: str) -> None:
    first = (PROJECT / "data" / f"{name}.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=schema/{name}.schema.json"


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_explained(name: str) -> None:
    shape = json.loads(schema.as_text(FILES[name]))
    for kind in [shape, *shape["$defs"].values()]:
        for field, described in kind.get("properties", {}).items():
            assert described.get("description"), f"{kind['title']}.{field}"


@pytest.mark.parametrize("name", FILES)
def test_the_comment_on_top_names_every_field(name: str) -> None:
    text = (PROJECT / "data" / f"{name}.yml").read_text(encoding="utf-8")
    comment = "\n".join(line for line in text.splitlines()[:80] if line.startswith("#"))
    shape = json.loads(schema.as_text(FILES[name]))
    for kind in [shape, *shape["$defs"].values()]:
        for field, described in kind.get("properties", {}).items():
            assert described.get("deprecated") or field in comment, f"{kind['title']}.{field}"
