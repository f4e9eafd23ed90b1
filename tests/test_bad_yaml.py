"""Every kind of mistake in a file gives its own Dutch sentence at the right place: a folder of cases, each beside its message.

A case is a folder in `tests/fout` with the file that is wrong (the others are those of the small set) and `verwacht.txt`.
Adding a case is adding a folder.
"""

import shutil
from pathlib import Path

import pytest
from conftest import SMALL

from macros.content.load import PAGES, load
from macros.model.files import OWN
from macros.source.problems import DataError

CASES = sorted(path for path in (Path(__file__).parent / "fout").iterdir() if path.is_dir())


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 20


def _folder(file: Path) -> str:
    if file.suffix == ".md":
        return PAGES
    return "data" if file.suffix == ".yml" and file.stem not in OWN else "organisatie"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_message(case: Path, tmp_path: Path) -> None:
    shutil.copytree(SMALL / "data", tmp_path / "data")
    shutil.copytree(SMALL / "docs", tmp_path / "docs")
    (tmp_path / PAGES).mkdir(parents=True)
    for file in case.iterdir():
        shutil.copy(file, tmp_path / _folder(file) / file.name)
    with pytest.raises(DataError) as error:
        load(tmp_path)
    assert (
        "\n".join(map(str, error.value.problems))
        == (case / "verwacht.txt").read_text(encoding="utf-8").strip()
    )
