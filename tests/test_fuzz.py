"""Whatever is in a file of up to two megabytes, the answer comes within 5 s and 300 MB; see `fuzz.py`, which runs longer."""

import time
from pathlib import Path

import fuzz
import pytest
from garden import garden, own_files

from macros.source.files import MAX_BYTES

#: How long this may take altogether, in seconds.
TIME = 12


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small set with the files of an organisation."""
    root = tmp_path_factory.mktemp("fuzz") / "moestuin"
    garden(root, own_files(hiding=True))
    return root


def test_files_that_looked_right_and_are_not(root: Path) -> None:
    end = time.monotonic() + TIME
    for seed in range(400):
        target, raw, said = fuzz.tried(root, seed)
        assert not said, f"seed {seed}: {fuzz.keep(target, raw)}\n{said}"
        if time.monotonic() > end:
            break


def test_what_was_found_before(root: Path) -> None:
    for target, path in fuzz.kept():
        good = (root / target).read_bytes()
        assert fuzz.complaint(root, target, path.read_bytes()) == "", path
        (root / target).write_bytes(good)


@pytest.mark.parametrize(
    "target",
    ["data/begrippen.yml", "organisatie/paginas/over-ons.md", "docs/begrippen.md", "organisatie/logo.svg"],
)
def test_a_file_that_is_full_of_one_thing(target: str, root: Path) -> None:
    good = (root / target).read_bytes()
    for token in fuzz.TOKENS[:: 6 if target != "docs/begrippen.md" else 9]:
        try:
            said = fuzz.complaint(root, target, (good + token.encode() * MAX_BYTES)[:MAX_BYTES])
        finally:
            (root / target).write_bytes(good)
        assert said == "", token
