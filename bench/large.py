"""A project of many pages: the real content, over and over, each copy with ids of its own."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.load import PROJECT

#: What is copied, and where in it ids stand: list -> (file, fields that hold an id or a list of ids).
KINDS = {
    "themas": ("success_factors", ("id",)),
    "factoren": ("success_factors", ("id", "thema", "verwant")),
    "scenarios": ("scenarios", ("id", "factoren")),
    "checklists": ("checklists", ("id", "factoren", "scenarios")),
}
#: Ids inside a scenario that only it knows.
_INNER = ("stappen", "eindes", "keuzes")


def write(folder: Path, pages: int) -> Path:
    """Write a project with at least that many pages into `folder`, which is empty; sessions and prose stay as they are."""
    for part in ("data", "docs", "macros", "overrides"):
        shutil.copytree(PROJECT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "organisatie").mkdir()
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(PROJECT / name, folder)
    reader = folder / "macros" / "yaml_source.py"
    reader.write_text(reader.read_text(encoding="utf-8").replace("MAX_BYTES = 2_000_000", "MAX_BYTES = 500_000_000"), encoding="utf-8")
    files = {name: _read(folder, name) for name, _ in KINDS.values()}
    each = sum(len(files[file][kind]) for kind, (file, _) in KINDS.items() if kind != "factoren") + len(files["checklists"]["checklists"])
    real = {kind: list(files[file][kind]) for kind, (file, _) in KINDS.items()}
    for number in range(2, 2 + max(0, -(-(pages - _now()) // each))):
        for kind, (file, fields) in KINDS.items():
            files[file][kind] += [_renamed(item, fields, f"-{number}") for item in real[kind]]
    for name, data in files.items():
        text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=140)
        (folder / "data" / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


def _now() -> int:
    """How many pages the real site has, without its decks."""
    from macros import pages
    from macros.load import load

    return len(list(pages.generated(load()))) + len(list((PROJECT / "docs").rglob("*.md")))


def _read(folder: Path, name: str) -> Any:
    return yaml.load((folder / "data" / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def _renamed(value: Any, fields: tuple[str, ...], suffix: str) -> Any:
    """The same item under other ids."""
    if isinstance(value, list):
        return [_renamed(item, fields, suffix) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _with(key, inner, fields, suffix) for key, inner in value.items()}


def _with(key: str, value: Any, fields: tuple[str, ...], suffix: str) -> Any:
    if key in _INNER:
        return _renamed(value, tuple(field for field in fields if field != "id"), suffix)
    if key in fields:
        return [f"{one}{suffix}" for one in value] if isinstance(value, list) else f"{value}{suffix}"
    return _renamed(value, fields, suffix)
