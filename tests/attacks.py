"""A site with hostile text in every text field, for the tests that look at it. A pytest plugin: see conftest."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import build, copied
from garden import garden, own_files

from macros.content.load import load
from macros.source.problems import DataError

ATTACKS = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}{{ config.plugins }}",
    "[klik](javascript:alert(1)) ![foto](https://elders.example/x.png)",
    "'\"><svg onload=alert(1)> &amp; &lt;",
    "**vet* # kop | tabel | `code` ~~weg~~",
    '#panic("x") $x^2$ @bron _a_ \\n //',
    "zacht\u00adkoppel vast\u00a0en\u202fsmal \U0001f600 \U0001f937\U0001f3fd\u200d\u2640\ufe0f \u0633\u0644\u0627\u0645",
    "x" * 5000,
]
Path_ = tuple[str | int, ...]
#: A text field: its file, from the root of the project, and where it is in there.
Field = tuple[str, Path_]


def leaves(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The places of all texts in a value."""
    if isinstance(value, str):
        yield path
    for key, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from leaves(inner, (*path, key))


def put(data: Any, path: Path_, text: str) -> None:
    """Put a text at a place."""
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = text


def read(path: Path) -> Any:
    """The values of a file, every one of them a text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def write(path: Path, data: Any) -> None:
    """The file of these values: JSON is YAML too, and quick to write."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0), encoding="utf-8")


def first_that_fits(root: Path, field: Field, texts: Iterable[str]) -> str | None:
    """The first of these texts that may stand in a field of the content in `root`, which stays as it is."""
    file = root / field[0]
    good, data = file.read_bytes(), read(file)
    try:
        for text in texts:
            put(data, field[1], text)
            write(file, data)
            with suppress(DataError):
                load(root)
                return text
    finally:
        file.write_bytes(good)
    return None


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small set with the files of an organisation that fills in everything; nobody changes it."""
    root = tmp_path_factory.mktemp("velden") / "moestuin"
    garden(root, own_files())
    return root


@pytest.fixture(scope="session")
def fields(whole: Path) -> dict[Field, bool]:
    """Every text field of every data file: the places where any words may stand, and whether any signs may."""
    files = sorted(path for part in ("data", "organisatie") for path in (whole / part).glob("*.yml"))
    every = [(file.relative_to(whole).as_posix(), path) for file in files for path in leaves(read(file))]
    found = {field: first_that_fits(whole, field, ["<zomaar> {{ wat }}", "zomaar wat"]) for field in every}
    return {field: text.startswith("<") for field, text in found.items() if text}


def laid_out(root: Path, content: Path, texts: Mapping[Field, str]) -> Path:
    """A project in `root` with the content of the folder `content`, in which these texts stand."""
    copied(root)
    for part in ("data", "organisatie"):
        shutil.rmtree(root / part)
        shutil.copytree(content / part, root / part)
    for name in {name for name, _ in texts}:
        data = read(root / name)
        for field, text in texts.items():
            if field[0] == name:
                put(data, field[1], text)
        write(root / name, data)
    return root


@pytest.fixture(scope="session", params=range(len(ATTACKS)))
def attacked(
    request: pytest.FixtureRequest,
    whole: Path,
    fields: dict[Field, bool],
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, dict[str, str]]:
    """A site with an attack in every text field, another one in each; returns it with the attack before each mark."""
    marks: dict[str, str] = {}
    texts: dict[Field, str] = {}
    for number, field in enumerate(field for field, anything in fields.items() if anything):
        attack = marks[f"m{number:03}m"] = ATTACKS[(number + request.param) % len(ATTACKS)]
        texts[field] = f"{attack}m{number:03}m"
    root = laid_out(tmp_path_factory.mktemp("teksten") / "project", whole, texts)
    done = build(root, SITE_URL="https://tuin.example/")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site", marks
