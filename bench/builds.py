"""Measures building, beside stock Material; and writing: from saving a sentence to the page that shows it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from bench.report import Figure, Section

PROJECT = Path(__file__).resolve().parents[1]
THEMES = "data/success_factors.yml"
#: How many times each item is there in the enlarged data, which make some 400 pages.
MORE = {"scenarios": 4, "checklists": 16}
#: How long a page may take to come, in seconds.
PATIENCE = 120
BUILDING = """`mkdocs build`, om en om met Material zoals het uit de doos komt, met mkdocs-macros.
Material krijgt dezelfde artikelen kant-en-klaar (`python -m macros export`) en maakt alleen pagina’s.
Deze site is het geheel, met pdf’s en presentaties.
Koud: zonder `.cache`. Opnieuw: er veranderde niets. Andere zin: er veranderde één zin.
Eerst de echte gegevens; daarna elk scenario vier keer en elk lijstje zestien keer."""
WRITING = "`mkdocs serve` draait. Een zin van een thema verandert; de tijd loopt tot de pagina hem heeft."

_PYTHON = [sys.executable, "-m"]
_QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Run:
    """One finished command: its wall time in seconds, and the most memory that it held, in MB."""

    seconds: float
    megabytes: float


def copied(folder: Path) -> Path:
    """A copy in `folder` of what the site is made from; returns `folder`."""
    for name in ("data", "docs", "macros", "organisatie", "overrides"):
        shutil.copytree(PROJECT / name, folder / name)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(PROJECT / name, folder)
    return folder


def build(project: Path) -> Run:
    """Build a site with its own command, into `site`."""
    return _run(["mkdocs", "build", "-q"], project)


def _run(command: list[str], folder: Path) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen([*_PYTHON, *command], cwd=folder, env=_QUIET, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"Dit lukte niet: {' '.join(command)}")
    seconds = time.perf_counter() - start
    return Run(seconds, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6)


def measure(project: Path, runs: int) -> Section:
    """Build the real data and then the enlarged, each in turn with Material."""
    real = _figures(project, runs, {"koud": 2, "opnieuw": 1, "andere zin": 1})
    for name, times in MORE.items():
        path = project / "data" / f"{name}.yml"
        path.write_text(enlarged(path.read_text(encoding="utf-8"), times), encoding="utf-8")
    return Section("Bouwen", BUILDING, [*real, *_figures(project, runs, {})])


def enlarged(items: str, times: int) -> str:
    """The text of a data file with each item `times` times, under ids of its own."""
    own = re.sub(r"(?m)^    oude_ids:.*\n(?: +- [\w-]+\n)*", "", items[items.index("\n  - id: ") :])
    copies = (re.sub(r"(?m)^  - id: [\w-]+", rf"\g<0>-k{turn}", own) for turn in range(2, times + 1))
    return "\n".join([items, *copies])


def changed(themes: str, word: str) -> str:
    """The text of the data file of themes, with a word before the first promise."""
    return re.sub(r"(?m)^( +belofte: [\"']?)", rf"\g<1>{word}. ", themes, count=1)


def _save(project: Path) -> str:
    """Save a sentence that never stood there; returns its new word."""
    word, themes = f"Proef{time.time_ns()}", (PROJECT / THEMES).read_text(encoding="utf-8")
    (project / THEMES).write_text(changed(themes, word), encoding="utf-8")
    return word


def _figures(project: Path, runs: int, goals: dict[str, float]) -> list[Figure]:
    """What building takes; `goals` is the most that a build may be of Material's time in the same turn."""
    with tempfile.TemporaryDirectory() as folder:
        material = _material(project, Path(folder))
        build(project), build(material)  # Python compiles, the disk warms up
        turns = [_turn(project, material) for _ in range(runs)]
    size = f"{len(list((project / 'site').rglob('*.html')))} pagina’s"
    figures = [Figure(f"{size}, geheugen, koud", median(turn["koud"].megabytes for turn in turns), "MB")]
    for kind in turns[0]:
        figures.append(Figure(f"{size}, {kind}", median(turn[kind].seconds for turn in turns), "s"))
    for kind in ("koud", "opnieuw", "andere zin"):
        ratio = median(turn[kind].seconds / turn["Material"].seconds for turn in turns)
        figures.append(Figure(f"{size}, {kind}, deel van Material", ratio, "×", goals.get(kind)))
    return figures


def _turn(project: Path, material: Path) -> dict[str, Run]:
    """All kinds of build, one after the other."""
    shutil.rmtree(project / ".cache")
    found = {"koud": build(project), "Material": build(material), "opnieuw": build(project)}
    _save(project)
    return {**found, "andere zin": build(project)}


def _material(project: Path, folder: Path) -> Path:
    """Stock Material with the articles of the project, and nothing else; returns its folder."""
    _run(["macros", "export", str(folder / "alles")], project)
    shutil.copytree(folder / "alles" / "docs", folder / "docs", ignore=_beside)
    shutil.copy(Path(__file__).parent / "peers" / "mkdocs.yml", folder)
    return folder


def _beside(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(name).suffix not in ("", ".md")]


def measure_writing(project: Path, runs: int) -> Section:
    """Save another sentence a few times while the site is served."""
    first = re.findall(r"(?m)^  - id: ([\w-]+)", (project / THEMES).read_text(encoding="utf-8"))[0]
    with _serving(project) as address:
        seconds = [_seen(project, f"{address}themas/{first}.html") for _ in range(runs)]
    return Section("Schrijven", WRITING, [Figure("van bewaren tot zien", median(seconds), "s", 1.5)])


@contextmanager
def _serving(project: Path) -> Iterator[str]:
    """Serve the project; gives its address once the first build is there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [*_PYTHON, "mkdocs", "serve", "-q", "-a", place]
    with subprocess.Popen(command, cwd=project, env=_QUIET) as server:
        try:
            _wait(f"http://{place}/index.html", "</html>")
            yield f"http://{place}/"
        finally:
            server.terminate()


def _seen(project: Path, page: str) -> float:
    """Seconds from saving a sentence to a page with it."""
    time.sleep(1)  # the server looks away from the last change
    start = time.perf_counter()
    _wait(page, _save(project))
    return time.perf_counter() - start


def _wait(page: str, word: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError), urlopen(page, timeout=PATIENCE) as answer:
            if word in answer.read().decode():
                return
        time.sleep(0.02)
    sys.exit(f"{page} toont '{word}' niet")
