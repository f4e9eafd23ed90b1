"""A copy of the project with more of everything, to measure how the site grows. The copy may be changed at will; the project is not."""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.content.load import PROJECT

LEFT_OUT = {"bench", "site", "tests"}
#: Which lists are copied, by data file.
COPIED = {"success_factors": ("themas", "factoren"), "scenarios": ("scenarios",), "checklists": ("checklists",)}
#: Which fields point to something that is copied too.
POINTERS = ("thema", "factoren", "verwant", "scenarios")
MARK = "kopie0"


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes no aliases: the project's reader refuses them."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def copy(folder: Path, pages: int) -> Path:
    """A copy of the project in `folder`, with about `pages` pages; 0 keeps the data as they are."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for source in PROJECT.iterdir():
        if source.is_dir() and source.name not in LEFT_OUT and not source.name.startswith("."):
            shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.suffix in (".yml", ".toml"):
            shutil.copy(source, folder)
    if pages:
        _allow_large_files(folder / "macros")
        _enlarge(folder / "data", pages)
    return folder


def _enlarge(data: Path, pages: int) -> None:
    read = {name: yaml.load((data / f"{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader) for name in COPIED}
    count = {key: len(read[name][key]) for name, keys in COPIED.items() for key in keys}
    each = count["themas"] + count["scenarios"] + 2 * count["checklists"]
    copies = max(0, round((pages - _fixed(data)) / each) - 1)
    for name, keys in COPIED.items():
        text = {key: yaml.dump(_copied(read[name][key]), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**6) for key in keys}
        parts = [
            f"{key}:\n{_dump(read[name][key])}{''.join(text[key].replace(MARK, f'k{n}') for n in range(1, copies + 1))}" for key in keys
        ]
        (data / f"{name}.yml").write_text("".join([*parts, *_others(read[name], keys)]), encoding="utf-8")


def _fixed(data: Path) -> int:
    """How many pages there are beside the copied kinds: those in `docs`, the overviews and the trainings."""
    sessions = yaml.load((data / "sessies.yml").read_text(encoding="utf-8"), yaml.BaseLoader)["sessies"]
    return len(list((data.parent / "docs").rglob("*.md"))) + len(sessions) + 4


def _copied(value: Any, field: str = "") -> Any:
    """A copy of a list of items, whose ids and pointers to other items end in `MARK`."""
    if isinstance(value, list):
        return [f"{one}-{MARK}" if field in POINTERS and isinstance(one, str) else _copied_item(one, field) for one in value]
    return f"{value}-{MARK}" if field in POINTERS and isinstance(value, str) else _copied_item(value, field)


def _copied_item(value: Any, field: str) -> Any:
    if not isinstance(value, dict):
        return value
    inside = {key: _copied(part, key) for key, part in value.items() if key != "oude_ids"}
    return {**inside, "id": f"{value['id']}-{MARK}"} if "id" in value and not field else inside


def _dump(value: Any) -> str:
    return str(yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**6))


def _others(read: dict[str, Any], keys: tuple[str, ...]) -> list[str]:
    rest = {key: value for key, value in read.items() if key not in keys}
    return [_dump(rest)] if rest else []


def _allow_large_files(macros: Path) -> None:
    """Take away the limit on the size of a data file, in the copy only."""
    path = macros / "yaml_source.py"
    text, found = re.subn(r"(?m)^(MAX_(?:BYTES|NODES)\b[^=\n]*= ).*$", r"\g<1>10**12", path.read_text(encoding="utf-8"))
    assert found, "MAX_BYTES is verhuisd: pas bench/enlarge.py aan"
    path.write_text(text, encoding="utf-8")
