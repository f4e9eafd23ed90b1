"""Bad input of every kind: what comes out is a right site or Dutch sentences at the right line, never anything else."""

import io
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from garden import OWN_FILES, garden, own_files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.content.content import Content
from macros.content.load import load
from macros.model.files import FILES, OWN
from macros.pages import listing, site_map
from macros.paper import prints
from macros.source.problems import DataError

QUICK = settings(max_examples=40, deadline=10_000, suppress_health_check=list(HealthCheck))
ENGLISH = re.compile(r"\b(should|must|invalid|input|expected|Traceback|Error)\b")

TARGETS = [*(f"data/{name}.yml" for name in FILES), *(f"organisatie/{name}" for name in OWN_FILES)]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small set with an organisation's own files."""
    root = tmp_path_factory.mktemp("aanval") / "moestuin"
    garden(root, own_files(hiding=True))  # it is right before anybody attacks it
    return root


def outcome(root: Path, target: str, raw: bytes) -> Content | None:
    """Load with `raw` in place of one file; whatever is wrong is said well, and the file is put back."""
    path = root / target
    good = path.read_bytes()
    path.write_bytes(raw)
    try:
        return load(root)
    except DataError as error:
        problems = error.problems
    finally:
        path.write_bytes(good)
    assert problems
    for problem in problems:
        written = raw if problem.file == target else (root / problem.file).read_bytes()
        assert 1 <= problem.position.line <= written.count(b"\n") + 2, problem
        assert problem.position.column >= 1
        assert not ENGLISH.search(re.sub(r"'[^']*'|\(.*\)", "", problem.text)), problem
    return None


@pytest.mark.parametrize("target", TARGETS)
def test_any_bytes(target: str, root: Path) -> None:
    @QUICK
    @given(
        st.binary(max_size=400)
        | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
    def attack(raw: bytes) -> None:
        outcome(root, target, raw)

    attack()


@pytest.mark.parametrize("target", TARGETS)
def test_the_real_file_with_some_bytes_changed(target: str, root: Path) -> None:
    good = (root / target).read_bytes()

    @QUICK
    @given(
        st.lists(
            st.tuples(st.integers(0, len(good)), st.integers(0, 6), st.binary(max_size=6)),
            min_size=1,
            max_size=4,
        )
    )
    def attack(cuts: list[tuple[int, int, bytes]]) -> None:
        raw = good
        for place, length, new in cuts:
            raw = raw[:place] + new + raw[place + length :]
        outcome(root, target, raw)

    attack()


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    for key, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from _places(inner, (*path, key))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("target", [target for target in TARGETS if target.endswith(".yml")])
def test_another_value_anywhere(target: str, root: Path) -> None:
    text = (root / target).read_text(encoding="utf-8")
    places = list(_places(yaml.load(text, Loader=yaml.CBaseLoader)))

    @QUICK
    @given(st.sampled_from(places), ANYTHING)
    def attack(place: tuple[str | int, ...], value: Any) -> None:
        data = yaml.load(text, Loader=yaml.CBaseLoader)
        if place:
            inside = data
            for key in place[:-1]:
                inside = inside[key]
            inside[place[-1]] = value
        else:
            data = value
        content = outcome(
            root, target, yaml.safe_dump(data, allow_unicode=True).encode("utf-8", "surrogatepass")
        )
        if content:  # then it can be shown too
            assert site_map.pages(content, {page.source: "" for page in listing.PAGES})
            assert list(prints.plans(content, prints.Site("x", "", "y")))

    attack()


BOMBS = {
    "anchors": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "deep": "a: " + "[" * 100_000,
    "wide": "a:\n" + "  - x\n" * 400_000,
    "long": "a: " + "x" * 1_900_000,
    "too-big": "a: " + "x" * 3_000_000,
    "keys": "\n".join(f"k{number}: v" for number in range(150_000)),
    "tags": "a: !!python/object/apply:os.system ['touch gehackt']\n",
    "merge": "a: {<<: {b: c}}\n",
    "quotes": 'a: "' + '\\"' * 900_000,
    "flow": "{" * 50_000 + "}" * 50_000,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_within_ten_seconds_and_500_megabytes(bomb: str, copy: Path) -> None:
    (copy / "data" / "begrippen.yml").write_text(BOMBS[bomb], encoding="utf-8")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (500_000_000, 500_000_000))

    done = subprocess.run(
        [sys.executable, "-m", "macros", "check"],
        cwd=copy,
        capture_output=True,
        text=True,
        timeout=10,
        preexec_fn=limit,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "data/begrippen.yml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (copy / "gehackt").exists()


def test_a_picture_bomb_is_refused(root: Path) -> None:
    from PIL import Image

    written = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(written, format="PNG")
    (root / "organisatie" / "logo.png").write_bytes(written.getvalue())
    raw = OWN_FILES["organisatie.yml"].replace("logo.svg", "logo.png").encode()
    assert outcome(root, "organisatie/organisatie.yml", raw) is None


def test_every_own_file_is_attacked() -> None:
    assert {f"organisatie/{name}.yml" for name in OWN} <= set(TARGETS)
