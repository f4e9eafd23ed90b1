"""Never half a site: whatever ends a build, and whenever, what stood is whole and the next build is right."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from building import MEASURING, environment_of
from conftest import SMALL, build
from crowd import change, crowd, projects, standing, tree

COMMAND = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
ENVIRONMENT = environment_of(SOURCE_DATE_EPOCH="1700000000")
MOMENTS = 14


@pytest.fixture
def small(copy: Path) -> Path:
    """A copy of the project with the small set, which builds quickly."""
    shutil.rmtree(copy / "data")
    shutil.copytree(SMALL / "data", copy / "data")
    return copy


def test_killed_at_any_moment(small: Path) -> None:
    subprocess.run(COMMAND, cwd=small, env=ENVIRONMENT, check=True, capture_output=True)
    old = tree(small / "site")
    change(small)
    start = time.perf_counter()
    subprocess.run(
        [*COMMAND, "-d", str(small / "elders")], cwd=small, env=ENVIRONMENT, check=True, capture_output=True
    )
    whole = time.perf_counter() - start
    new = tree(small / "elders")
    assert old != new
    for moment in range(MOMENTS):
        process = subprocess.Popen(
            COMMAND, cwd=small, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(whole * (0.25 + 0.75 * moment / MOMENTS))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert standing(small / "site") in (old, new), moment
    subprocess.run(COMMAND, cwd=small, env=ENVIRONMENT, check=True, capture_output=True)
    assert tree(small / "site") == new
    assert not [path for path in small.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("kilobytes", [4, 40, 200])
def test_a_full_disk(kilobytes: int, small: Path) -> None:
    """No file may grow larger: what a full disk does, at another moment of the build each time."""
    assert build(small).returncode == 0
    old = tree(small / "site")
    change(small)

    bare = {
        name: value for name, value in ENVIRONMENT.items() if name not in MEASURING
    }  # coverage could not write either

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1000, kilobytes * 1000))

    done = subprocess.run(
        COMMAND, cwd=small, env=bare, capture_output=True, text=True, preexec_fn=limit, check=False
    )
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "Er is niets veranderd aan de site." in said
    assert "Traceback" not in said
    assert tree(small / "site") == old
    assert not [path for path in small.iterdir() if path.name.startswith(".site")]


def test_of_many_builders_at_once_one_leaves_its_site(tmp_path: Path) -> None:
    """The script `crowd.py` does the same with a hundred."""
    roots = projects(tmp_path)
    ends = crowd(roots, tmp_path / "site", starts=8, seconds=5, seed=2)
    assert ends[0]
    assert ends[1]
    for root in roots:
        subprocess.run(COMMAND, cwd=root, env=ENVIRONMENT, check=True, capture_output=True)
    assert standing(tmp_path / "site") in [tree(root / "site") for root in roots]


def test_a_place_where_nothing_can_be_written(small: Path) -> None:
    (small / "dicht").write_text(
        "een bestand", encoding="utf-8"
    )  # root may write everywhere, but not inside a file
    done = subprocess.run(
        [*COMMAND, "-d", str(small / "dicht" / "site")],
        cwd=small,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "lukt het niet." in said
    assert "Traceback" not in said


def test_a_swap_that_was_cut_off_is_finished(small: Path) -> None:
    assert build(small).returncode == 0
    whole = tree(small / "site")
    (small / "site").rename(small / ".site.oud")
    file = small / "data" / "success_factors.yml"
    file.write_text("themas: [\n", encoding="utf-8")
    assert build(small).returncode == 1
    assert build(small).returncode == 1
    for folder in (small / "site", small / ".site.oud"):
        if folder.exists():
            assert tree(folder) == whole
            break
    else:
        pytest.fail("de site is weg")


def test_the_same_bytes_whatever_the_machine(copy: Path, tmp_path: Path) -> None:
    """Another folder, time zone, language, hash seed and order of files: the same site, zip and PDFs."""
    other = tmp_path / "een heel andere map"
    for path in sorted(copy.rglob("*"), reverse=True):
        if path.is_file():
            (other / path.relative_to(copy)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, other / path.relative_to(copy))
    here = {**ENVIRONMENT, "TZ": "UTC", "PYTHONHASHSEED": "0"}
    there = {
        **ENVIRONMENT,
        "TZ": "Pacific/Auckland",
        "PYTHONHASHSEED": "4711",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "C",
    }
    for root, environment in ((copy, here), (other, there)):
        subprocess.run(COMMAND, cwd=root, env=environment, check=True, capture_output=True)
    assert tree(copy / "site") == tree(other / "site")


def test_the_date_comes_from_git(forked: Path, tmp_path: Path) -> None:
    """Without SOURCE_DATE_EPOCH, on another day: the same bytes, because the last commit gives the date."""
    found = []
    for day in ("een", "twee"):
        environment = {name: value for name, value in ENVIRONMENT.items() if name != "SOURCE_DATE_EPOCH"}
        environment["PATH"] = os.environ["PATH"]
        subprocess.run(
            [*COMMAND, "-d", str(tmp_path / day)],
            cwd=forked,
            env=environment,
            check=True,
            capture_output=True,
        )
        found.append(tree(tmp_path / day))
        time.sleep(1.1)
    assert found[0] == found[1]
