"""A site with hostile text in every text field, for the tests that look at it. A pytest plugin: see conftest."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import build, copied

from macros.content.load import load
from macros.source.problems import DataError

SMALL = Path(__file__).parent / "moestuin"
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


def _leaves(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    if isinstance(value, str):
        yield path
    for key, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from _leaves(inner, (*path, key))


def _put(data: Any, path: Path_, text: str) -> None:
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = text


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def _write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.fixture(scope="session")
def fields(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Path_]]:
    """Every text field of the small set: the places where any words may stand."""
    root = tmp_path_factory.mktemp("velden")
    for part in ("data", "docs"):
        shutil.copytree(SMALL / part, root / part)
    found = []
    for file in sorted((root / "data").glob("*.yml")):
        good = _read(file)
        for path in _leaves(good):
            data = _read(file)
            _put(data, path, "<zomaar wat>")
            _write(file, data)
            try:
                load(root)
            except DataError:
                continue
            finally:
                _write(file, good)
            found.append((file.name, path))
    assert len(found) > 150
    return found


@pytest.fixture(scope="session", params=range(len(ATTACKS)))
def attacked(
    request: pytest.FixtureRequest, fields: list[tuple[str, Path_]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, str]]:
    """A site with an attack in every text field, another one in each; returns it with the attack before each mark."""
    root = copied(tmp_path_factory.mktemp("teksten") / "project")
    shutil.rmtree(root / "data")
    shutil.copytree(SMALL / "data", root / "data")
    marks: dict[str, str] = {}
    for file in sorted((root / "data").glob("*.yml")):
        data = _read(file)
        for number, (name, path) in enumerate(fields):
            if name == file.name:
                attack = ATTACKS[(number + request.param) % len(ATTACKS)]
                marks[f"m{number:03}m"] = attack
                _put(data, path, f"{attack}m{number:03}m")
        _write(file, data)
    done = build(root, SITE_URL="https://tuin.example/")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site", marks
