"""Measures editing: from saving a YAML file to seeing it in `mkdocs serve`, ours beside Material with mkdocs-macros."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from bench import large, tools
from bench.contenders import QUIET, fresh
from bench.report import Section, Table, Target, median, number

SIZE = 400
OLD = "Laat zien dat je betrokken bent."
METHOD = f"""Van bewaren tot zien, bij {SIZE} pagina’s. Material met mkdocs-macros leest dezelfde YAML met `include_yaml` en toont hem met Jinja in elke pagina:
zoals mensen het meestal doen. Om en om gemeten."""

SETTINGS = """site_name: Samen met ouders
use_directory_urls: false
theme: {name: material, language: nl, font: false}
plugins:
  - search
  - macros:
      include_yaml: [data/success_factors.yml, data/scenarios.yml, data/checklists.yml]
watch: [data]
"""
PAGE = """{% set deel = SOORT[NUMMER] %}
# {{ deel.titel }}

{{ deel.kort }}

{% for factor in factoren if factor.thema == deel.id %}
## {{ factor.titel }}

{{ factor.principe.tekst }}

{% for zin in factor.zo_zeg_je_het %}
- {{ zin.moment }}: {{ zin.zin }}
{% endfor %}
{% endfor %}
"""


def measure(runs: int) -> Section:
    """Edit the same sentence in both."""
    work = tools.HOME / "werk" / "bewerken"
    ours = large.write(fresh(work / "deze-site"), SIZE)
    stock = _stock(fresh(work / "material"), ours)
    found: dict[str, list[float]] = {"deze site": [], "Material met macros": []}
    for turn in range(runs):
        for name, root in zip(found, (ours, stock), strict=True):
            print(f"bewerken: {name}, {turn + 1}", flush=True)
            page = "themas/houding.html" if root == ours else "themas/1.html"
            found[name].append(_edit(root, page))
    mine, other = (median(times) for times in found.values())
    rows = [[name, number(median(times), 2)] for name, times in found.items()]
    return Section(
        "Bewerken",
        METHOD,
        [Table("Van bewaren tot zien", ["", "seconden"], rows)],
        [Target("deel van Material met macros", mine / other, 0.2, "×")],
    )


def _stock(folder: Path, ours: Path) -> Path:
    """A project as people make it with Material and mkdocs-macros, of the same data."""
    (folder / "data").mkdir()
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name, kinds in {"success_factors": ["themas"], "scenarios": ["scenarios"], "checklists": ["checklists"]}.items():
        text = (ours / "data" / f"{name}.yml").read_text(encoding="utf-8")
        (folder / "data" / f"{name}.yml").write_text(text, encoding="utf-8")
        for kind in kinds:
            count = len(yaml.load(text, Loader=yaml.CBaseLoader)[kind])
            (folder / "docs" / kind).mkdir(parents=True)
            for index in range(count):
                page = PAGE.replace("SOORT", kind).replace("NUMMER", str(index))
                (folder / "docs" / kind / f"{index}.md").write_text(page, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Samen met ouders\n", encoding="utf-8")
    return folder


def _edit(root: Path, page: str) -> float:
    """Seconds from saving an edit to getting it from the server."""
    file = root / "data" / "success_factors.yml"
    good = file.read_text(encoding="utf-8")
    assert OLD in good
    with _serving(root) as address:
        _wait(address + page, OLD)
        time.sleep(2)  # the watcher has to be awake
        new = f"Gewijzigd op moment {time.time_ns()}."
        file.write_text(good.replace(OLD, new, 1), encoding="utf-8")
        start = time.perf_counter()
        _wait(address + page, new)
        seconds = time.perf_counter() - start
    file.write_text(good, encoding="utf-8")
    return seconds


def _wait(address: str, words: str) -> None:
    for _ in range(3000):
        try:
            if words in urllib.request.urlopen(address, timeout=60).read().decode():
                return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.05)
    raise RuntimeError(f"{address} toont na lang wachten niet: {words}")


@contextmanager
def _serving(root: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-q", "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=root, env={**os.environ, **QUIET}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
