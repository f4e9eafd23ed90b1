"""What was made before from the same content is not made again, and what was spoilt in the meantime is."""

import os
import time
from pathlib import Path

import pytest

from macros.content import remembered as memory
from macros.content.remembered import remembered


class Maker:
    """Counts how often something is made."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return b"een pdf" * 1000


@pytest.fixture
def maker() -> Maker:
    """A new one."""
    return Maker()


def test_once_for_the_same_parts(maker: Maker, tmp_path: Path) -> None:
    assert (
        remembered(["een", "twee"], maker, tmp_path)
        == remembered(["een", "twee"], maker, tmp_path)
        == maker()
    )
    assert maker.times == 2  # once by itself


@pytest.mark.parametrize("other", [["een", "drie"], ["eentwee"], ["een", "twee", ""], ["twee", "een"]])
def test_anew_for_other_parts(other: list[str], maker: Maker, tmp_path: Path) -> None:
    remembered(["een", "twee"], maker, tmp_path)
    remembered(other, maker, tmp_path)
    assert maker.times == 2


@pytest.mark.parametrize(
    "spoil", [lambda raw: raw[:-1], lambda raw: b"", lambda raw: raw[:40] + b"x" + raw[41:]]
)
def test_a_spoilt_file_is_made_again(spoil, maker: Maker, tmp_path: Path) -> None:
    made = remembered(["een"], maker, tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(spoil(kept.read_bytes()))
    assert remembered(["een"], maker, tmp_path) == made
    assert remembered(["een"], maker, tmp_path) == made
    assert maker.times == 2


def test_without_a_place_to_keep_it_is_made_each_time(maker: Maker, tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("een bestand, geen map", encoding="utf-8")
    for _ in range(2):
        assert remembered(["een"], maker, tmp_path / "bezet")
    assert maker.times == 2


def test_what_nobody_asks_for_goes_by_itself(maker: Maker, tmp_path: Path) -> None:
    for part in ("oud", "jong"):
        remembered([part], maker, tmp_path)
    old, young = (tmp_path / memory._name([part]) for part in ("oud", "jong"))
    month, minute = 30 * 24 * 3600, 60
    for path, seconds in ((old, month + minute), (young, month - minute)):
        then = time.time() - seconds
        os.utime(path, (then, then))
    memory._swept.cache_clear()
    remembered(["jong"], maker, tmp_path)
    assert not old.exists()
    assert maker.times == 2
    assert time.time() - young.stat().st_mtime < minute, "wie iets vraagt, laat het weer een maand liggen"


def test_nothing_half_is_left_where_it_is_kept(maker: Maker, tmp_path: Path) -> None:
    remembered(["een"], maker, tmp_path / "nieuw")
    assert len(list((tmp_path / "nieuw").iterdir())) == 1


def test_other_code_makes_other_things(tmp_path: Path) -> None:
    file = tmp_path / "sjabloon.typ"
    file.write_text("een", encoding="utf-8")
    before = memory.code(file)
    file.write_text("twee", encoding="utf-8")
    assert memory.code(file) != before
