"""Whatever is in a file of up to two megabytes, the answer comes within 5 s and 300 MB; see `fuzz.py`, which runs longer."""

import time
from pathlib import Path

import fuzz
import pytest
from garden import garden, own_files

from macros.source.files import MAX_BYTES
from macros.source.yaml_source import MAX_VALUES

SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
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


#: What it found before, in as few words as that takes: the file, and what is in it.
FINDS = {
    "overal een fout": (
        "organisatie/inhoud.yml",
        "toevoegen:\n  factoren:\n" + "    - {a: b}\n" * (MAX_VALUES // 2 - 9),
    ),
    "te veel waarden": ("organisatie/inhoud.yml", "toevoegen:\n  factoren:\n" + "    - {a: b}\n" * 150_000),
    "een pagina vol haakjes": ("docs/begrippen.md", "# Begrippen\n\n" + "[" * 1_900_000),
    "een titel van spaties": ("docs/begrippen.md", "# a" + " " * 9_000 + "b\n"),
    "een kop die geen veld is": ("docs/begrippen.md", "---\n- titel\n---\n# Begrippen\n"),
    "een kop vol verwijzingen": (
        "docs/begrippen.md",
        "---\na: &a [x, x]\ntitle: [*a, *a]\n---\n# Begrippen\n",
    ),
    "een stijl zonder einde": (
        "organisatie/logo.svg",
        f"{SVG}<style>a{{}}{chr(10) * 280_000}x</style></svg>",
    ),
    "een woord zonder haakje": ("organisatie/logo.svg", f"{SVG}<path d='{'a' * 280_000}'/></svg>"),
}


@pytest.mark.parametrize("find", FINDS)
def test_what_was_found_before(find: str, root: Path) -> None:
    target, text = FINDS[find]
    good = (root / target).read_bytes()
    try:
        assert fuzz.complaint(root, target, text.encode()) == ""
    finally:
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
