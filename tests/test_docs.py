"""What README and CONTRIBUTING name exists, and what people need is named."""

import re
import typing

import pytest
from conftest import PROJECT

from macros.__main__ import main
from macros.model import Model
from macros.model.files import FILES, OWN

README = (PROJECT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z]+):.*## ", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_is_in_the_readme(target: str) -> None:
    assert f"`make {target}`" in README


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"python -m macros {command}" in README


def test_every_make_target_that_is_named_exists() -> None:
    for text in (README, CONTRIBUTING, (PROJECT / "organisatie" / "LEESMIJ.md").read_text(encoding="utf-8")):
        assert set(re.findall(r"`make ([a-z]+)`", text)) <= set(TARGETS)


def test_every_file_on_the_map_exists() -> None:
    for row in re.findall(r"^\| (`.*?) \|", CONTRIBUTING, re.MULTILINE):
        folder = ""
        for name in re.findall(r"`([^`]+)`", row):
            path = PROJECT / name if (PROJECT / name).exists() else PROJECT / folder / name
            assert path.exists(), name
            if "/" in name.rstrip("/"):
                folder = name.rpartition("/")[0]


def test_every_room_and_door_is_on_the_map() -> None:
    for path in (PROJECT / "macros").iterdir():
        if path.name not in {"__init__.py", "__pycache__"}:
            assert f"{path.name}{'/' if path.is_dir() else ''}`" in CONTRIBUTING, path.name


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https?:)([^)#]+)\)", README + CONTRIBUTING))
def test_links_lead_somewhere(link: str) -> None:
    assert (PROJECT / link).exists()


def _fields(annotation: object, seen: set[object]) -> set[str]:
    """The names of all fields in a model, and in the models inside it."""
    found: set[str] = set()
    if isinstance(annotation, type) and issubclass(annotation, Model) and annotation not in seen:
        seen.add(annotation)
        for name, field in annotation.model_fields.items():
            found |= {name} | _fields(field.annotation, seen)
    return found.union(*(_fields(part, seen) for part in typing.get_args(annotation)))


@pytest.mark.parametrize(
    "name", [*FILES, *(name for name in OWN if name != "inhoud")]
)  # inhoud.yml points to the data files
def test_every_field_is_named_where_people_fill_it_in(name: str) -> None:
    """In the comment of the file; an example that forks have copied stays as it is, so LEESMIJ.md tells the rest."""
    folder = PROJECT / "organisatie"
    path = folder / f"{name}.voorbeeld.yml" if name in OWN else PROJECT / "data" / f"{name}.yml"
    comment = "\n".join(
        line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")
    )
    if name in OWN:
        comment += (folder / "LEESMIJ.md").read_text(encoding="utf-8")
    assert [
        field for field in _fields({**FILES, **OWN}[name], set()) if not re.search(rf"\b{field}\b", comment)
    ] == []
