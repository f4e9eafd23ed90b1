"""The rooms of the house: every import goes down, there is no circle, and only the doors and one room know an engine."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import PROJECT

HOUSE = PROJECT / "macros"
#: From the ground up; rooms on one floor may not use each other.
FLOORS = (
    ("talen",),
    ("source",),
    ("model",),
    ("own",),
    ("content",),
    ("pages",),
    ("paper", "decks"),
    ("finish",),
    ("engine",),
    ("",),
)
FLOOR = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
DOORS = {"main.py", "hooks.py", "__main__.py", "__init__.py"}
ENGINES = {"mkdocs", "mkdocs_macros", "material", "zensical", "properdocs"}

MODULES = sorted(HOUSE.rglob("*.py"))


def _room(path: Path) -> str:
    inside = path.relative_to(HOUSE).parts
    return inside[0] if len(inside) > 1 else ""


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "write imports from the root"
            assert node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_the_hall_holds_the_doors_and_the_rooms_alone() -> None:
    assert {path.name for path in HOUSE.glob("*.py")} == DOORS
    assert {
        path.name for path in HOUSE.iterdir() if path.is_dir() and path.name != "__pycache__"
    } == FLOOR.keys() - {""}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_imports_go_down(path: Path) -> None:
    here = _room(path)
    for name in _imported(path):
        parts = name.split(".")
        if parts[0] == "macros":
            room = parts[1] if len(parts) > 2 or parts[1] in FLOOR else ""
            assert room == here or FLOOR[room] < FLOOR[here], (
                f"{here or 'hall'} uses {room or 'the hall'}: {name}"
            )
        elif here != "engine" and path.name not in DOORS - {"__main__.py"}:
            assert parts[0] not in ENGINES, name


@pytest.mark.parametrize("room", sorted(FLOOR.keys() - {""}))
def test_a_room_says_what_comes_in_and_what_goes_out(room: str) -> None:
    said = ast.get_docstring(ast.parse((HOUSE / room / "__init__.py").read_text(encoding="utf-8")))
    assert said
    assert all(
        word in said for word in ("In: ", "Out: ", "not know" if room != "engine" else "Nothing below")
    )
