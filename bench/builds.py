"""Measures building: time and memory at three sizes, ours beside stock Material, and how heavy a page becomes."""

import gzip
from pathlib import Path

from bench import large, tools
from bench.contenders import build_material, build_ours, fresh, write_material
from bench.content import articles, elements
from bench.process import Run
from bench.report import Section, Table, Target, median, number

PAGE = "themas/houding.html"
#: Pages -> the most that our time may be, as a share of stock Material's.
SIZES = {40: 2.0, 400: 0.6, 2000: 0.2}
METHOD = """De hele site (pagina’s, pdf’s, presentaties, service worker, zip voor een usb-stick) naast Material met alleen de pagina’s, van dezelfde artikelen.
Bij 40 is het de echte site. Bij 400 en 2.000 staat de inhoud er vaker in, elke keer met eigen ids. Om en om gemeten; bij 2.000 één keer."""


def measure(runs: int, quick: bool) -> Section:
    """Build both at every size."""
    sizes = [size for size in SIZES if not (quick and size == 2000)]
    work = tools.HOME / "werk" / "bouwen"
    ours, theirs, sites = {}, {}, {}
    for size in sizes:
        folder = fresh(work / str(size))
        project, site = large.write(fresh(folder / "deze-site"), size), folder / "deze-site" / "site"
        build_ours(project, site)
        write_material(articles(site), fresh(folder / "material"))
        turns = []
        for turn in range(1 if size == 2000 else runs):
            print(f"bouwen: {size} pagina’s, {turn + 1}", flush=True)
            turns.append((build_ours(project, site), build_material(folder / "material")))
        ours[size], theirs[size], sites[size] = [one for one, _ in turns], [other for _, other in turns], site
    return Section("Bouwen", METHOD, [_table(ours, theirs, sites), _growth(sites)], _targets(ours, theirs, sites))


def _seconds(runs: list[Run]) -> float:
    return median(run.seconds for run in runs)


def _table(ours: dict[int, list[Run]], theirs: dict[int, list[Run]], sites: dict[int, Path]) -> Table:
    head = ["pagina’s", "pdf’s", "deze site (s)", "Material (s)", "deze site × Material", "geheugen deze site (MB)"]
    rows = []
    for size, site in sites.items():
        pages, prints = len(list(site.rglob("*.html"))), len(list(site.rglob("*.pdf")))
        mine, other = _seconds(ours[size]), _seconds(theirs[size])
        memory = max(run.peak_mb for run in ours[size])
        rows.append([str(pages), str(prints), number(mine, 1), number(other, 1), number(mine / other, 2), number(memory, 0)])
    return Table("Tijd en geheugen", head, rows)


def _weight(site: Path) -> tuple[float, int]:
    page = site / PAGE
    return len(gzip.compress(page.read_bytes(), 6)) / 1000, elements(page)


def _growth(sites: dict[int, Path]) -> Table:
    rows = []
    for site in sites.values():
        weight, count = _weight(site)
        rows.append([str(len(list(site.rglob("*.html")))), number(weight, 2), str(count)])
    return Table(f"Eén themapagina (`{PAGE}`) in een site van zoveel pagina’s", ["pagina’s", "kB, met gzip", "elementen"], rows)


def _targets(ours: dict[int, list[Run]], theirs: dict[int, list[Run]], sites: dict[int, Path]) -> list[Target]:
    found = [
        Target(f"bouwen, {size} pagina’s, deel van Material", _seconds(ours[size]) / _seconds(theirs[size]), SIZES[size], "×")
        for size in ours
    ]
    largest = max(sites)
    for index, name in enumerate(("gewicht", "elementen")):
        found.append(
            Target(f"{name} van een themapagina, {largest} naast 40", _weight(sites[largest])[index] / _weight(sites[40])[index], 1.05, "×")
        )
    if 2000 in ours:
        found.append(Target("tijd(2.000) / tijd(400)", _seconds(ours[2000]) / _seconds(ours[400]), 5, "×"))
        found.append(Target("geheugen bij 2.000 pagina’s", max(run.peak_mb for run in ours[2000]), 500, "MB"))
    return found
