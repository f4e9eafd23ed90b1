"""Measures the wait of who writes: from saving a YAML file to seeing the changed text, ours beside stock Material with macros."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import yaml

from bench import contenders, enlarge, tools
from bench.report import Section, Table, Target, median, number

PAGES = 400
PAGE = "themas/houding.html"
PATIENCE = 300.0
PAUSE = 0.05
METHOD = """Bij ongeveer 400 pagina’s. `mkdocs serve` draait; in `success_factors.yml` verandert één zin van een thema; we wachten tot de pagina hem toont.
Daarnaast gewoon Material met mkdocs-macros: dezelfde gegevens met `include_yaml`, en op elke pagina een sjabloon dat ze toont. Om en om gemeten."""


@dataclass(frozen=True)
class Served:
    """A project that is being served: its folder and its address."""

    folder: Path
    address: str


def measure(runs: int) -> Section:
    """Serve both projects, edit each in turn, and compare."""
    work = tools.HOME / "bewerken"
    ours = enlarge.copy(work / "deze-site", PAGES)
    stock = _stock(ours, contenders.fresh(work / "material"))
    seconds: dict[str, list[float]] = {contenders.OURS: [], contenders.MATERIAL: []}
    with ExitStack() as stack:
        served = {name: stack.enter_context(_serving(folder)) for name, folder in zip(seconds, (ours, stock), strict=True)}
        for turn in range(runs):
            for name, project in served.items():
                print(f"bewerken: {name}, {turn + 1} van {runs}", flush=True)
                seconds[name].append(_edit(project, turn))
    mine, theirs = (median(seconds[name]) for name in seconds)
    rows = [[name, number(median(found), 2)] for name, found in seconds.items()]
    table = Table("Van bewaren tot zien", ["", "s"], rows)
    return Section("Schrijven en kijken", METHOD, [table], [Target("van bewaren tot zien, deel van Material", mine / theirs, 0.2, "×")])


def _stock(ours: Path, folder: Path) -> Path:
    """A project as the manual of mkdocs-macros has it, with the same data and a page for everything in it."""
    shutil.copytree(tools.HERE / "peers" / "macros", folder, dirs_exist_ok=True)
    shutil.copytree(ours / "data", folder / "data")
    for file, keys in enlarge.COPIED.items():
        read = yaml.load((folder / "data" / f"{file}.yml").read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for key in set(keys) - {"factoren"}:
            for place in (key, "nu") if key == "checklists" else (key,):
                _write_pages(folder / "docs" / place, key, read[key])
    (folder / "docs" / "index.md").write_text("# Samen met ouders\n", encoding="utf-8")
    return folder


def _write_pages(folder: Path, key: str, items: list[dict[str, str]]) -> None:
    folder.mkdir(parents=True)
    for item in items:
        chosen = f'{key} | selectattr("id", "equalto", "{item["id"]}") | first'
        factors = f'\n{{{{ toon.stuk(factoren | selectattr("thema", "equalto", "{item["id"]}") | list, 2) }}}}\n' if key == "themas" else ""
        text = f'# {item["titel"]}\n\n{{% import "toon.md" as toon %}}\n{{{{ toon.stuk({chosen}, 2) }}}}\n{factors}'
        (folder / f"{item['id']}.md").write_text(text, encoding="utf-8")


@contextmanager
def _serving(folder: Path) -> Iterator[Served]:
    """Serve a project as long as the block runs; starts when its first build is there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", place]
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **contenders.QUIET}, stdout=log, stderr=log)
        try:
            served = Served(folder, f"http://{place}/{PAGE}")
            _until_shown(served, b"</html>", process)
            yield served
        finally:
            process.terminate()
            process.wait()


def _edit(project: Served, turn: int) -> float:
    """Change one sentence and wait until the page shows it: seconds."""
    path = project.folder / "data" / "success_factors.yml"
    text = path.read_text(encoding="utf-8")
    mark = f"Proefzin nummer {turn} voor het meten."
    begin = text.index("belofte: ", text.index("- id: houding")) + len("belofte: ")
    changed = text[:begin] + mark + text[text.index("\n", begin) :]
    start = time.perf_counter()
    path.write_text(changed, encoding="utf-8")
    _until_shown(project, mark.encode())
    seconds = time.perf_counter() - start
    time.sleep(1)
    return seconds


def _until_shown(project: Served, mark: bytes, process: subprocess.Popen[bytes] | None = None) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process and process.poll() is not None:
            raise RuntimeError((project.folder / "serve.log").read_text(encoding="utf-8")[-2000:])
        try:
            with urlopen(project.address, timeout=PATIENCE) as answer:
                if mark in answer.read():
                    return
        except (URLError, HTTPException, OSError):
            pass
        time.sleep(PAUSE)
    raise RuntimeError(f"{project.address} toont de verandering niet. Zie {project.folder / 'serve.log'}.")
