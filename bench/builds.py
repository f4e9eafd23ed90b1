"""Measures building: time, memory and what a page weighs, for ever more pages, ours beside stock Material."""

import gzip
from dataclasses import dataclass, field
from pathlib import Path

from bench import contenders, enlarge, tools
from bench.content import articles, elements
from bench.pages import PAGE
from bench.process import Run
from bench.report import Section, Table, Target, kilobytes, median, number

SMALL, MIDDLE, LARGE = 40, 400, 2000
METHOD = """Alles vanaf nul, om en om, na één keer warmdraaien. Deze site is het geheel: pagina’s, pdf’s, presentaties en de rest.
Material krijgt de artikelen van deze site kant-en-klaar, en maakt alleen pagina’s. Bij 40 zijn het de echte gegevens; bij meer staan
thema’s, tips, scenario’s en lijstjes er vaker in. Bij 2.000 is er één keer gemeten, zonder warmdraaien.
Geheugen: het hoogste van alle processen samen."""


@dataclass
class Size:
    """One number of pages: the two projects, the runs of each, and the real number of pages of ours."""

    pages: int
    ours: Path
    material: Path
    real: int = 0
    our_runs: list[Run] = field(default_factory=list)
    material_runs: list[Run] = field(default_factory=list)

    def seconds(self) -> float:
        """Our time: the median, in seconds."""
        return median(run.seconds for run in self.our_runs)

    def material_seconds(self) -> float:
        """Material's time: the median, in seconds."""
        return median(run.seconds for run in self.material_runs)

    def peak(self) -> float:
        """Our memory: the median, in MB."""
        return median(run.peak_mb for run in self.our_runs)

    def ratio(self) -> float:
        """Our time as a part of Material's."""
        return self.seconds() / self.material_seconds()


def measure(runs: int, quick: bool) -> Section:
    """Build at every size and compare; a quick measurement leaves out the largest."""
    sizes = [_measured(pages, 1 if pages == LARGE else runs) for pages in (SMALL, MIDDLE, *(() if quick else (LARGE,)))]
    tables = [_times(sizes), _weights(sizes)]
    return Section("Bouwen", METHOD, tables, _targets(sizes))


def _measured(pages: int, runs: int) -> Size:
    """Build both sites of one size, in turn; the first build of ours gives Material its articles."""
    work = tools.HOME / "bouwen" / str(pages)
    size = Size(pages, enlarge.copy(work / "deze-site", 0 if pages == SMALL else pages), contenders.fresh(work / "material"))
    print(f"bouwen: {pages} pagina’s", flush=True)
    first = contenders.build_ours(size.ours, size.ours / "site")
    found = articles(size.ours / "site")
    size.real = len(found)
    contenders.write_material(found, size.material)
    if pages == LARGE:
        size.our_runs, size.material_runs = [first], [contenders.build_material(size.material)]
        return size
    contenders.build_material(size.material)
    for turn in range(runs):
        print(f"bouwen: {pages} pagina’s, {turn + 1} van {runs}", flush=True)
        size.our_runs.append(contenders.build_ours(size.ours, size.ours / "site"))
        size.material_runs.append(contenders.build_material(size.material))
    return size


def _times(sizes: list[Size]) -> Table:
    head = ["pagina’s", "werkelijk", "keer gemeten", "deze site (s)", "Material (s)", "deel van Material", "geheugen (MB)", "pdf’s"]
    rows = [
        [
            number(size.pages, 0),
            number(size.real, 0),
            str(len(size.our_runs)),
            number(size.seconds(), 2),
            number(size.material_seconds(), 2),
            number(size.ratio(), 2),
            number(size.peak(), 0),
            number(len(list((size.ours / "site").rglob("*.pdf"))), 0),
        ]
        for size in sizes
    ]
    return Table("Tijd en geheugen", head, rows)


def _weights(sizes: list[Size]) -> Table:
    """The same theme page at every size."""
    head = ["pagina’s", "deze site (kB)", "elementen", "Material (kB)", "elementen"]
    rows = []
    for size in sizes:
        ours, material = size.ours / "site" / PAGE, size.material / "site" / PAGE
        rows.append(
            [number(size.pages, 0), *(text for page in (ours, material) for text in (kilobytes(_zipped(page)), number(elements(page), 0)))]
        )
    return Table("Eén themapagina, met gzip", head, rows)


def _zipped(page: Path) -> int:
    return len(gzip.compress(page.read_bytes(), 6))


def _targets(sizes: list[Size]) -> list[Target]:
    by_pages = {size.pages: size for size in sizes}
    limits = {SMALL: 2, MIDDLE: 0.6, LARGE: 0.2}
    targets = [Target(f"bouwen bij {number(size.pages, 0)}, deel van Material", size.ratio(), limits[size.pages], "×") for size in sizes]
    largest = sizes[-1]
    targets.append(Target(f"geheugen bij {number(largest.pages, 0)}", largest.peak(), 500, "MB"))
    if LARGE in by_pages:
        targets.append(Target("tijd bij 2.000 gedeeld door tijd bij 400", by_pages[LARGE].seconds() / by_pages[MIDDLE].seconds(), 5))
    small, big = sizes[0].ours / "site" / PAGE, largest.ours / "site" / PAGE
    name = f"themapagina bij {number(largest.pages, 0)}, deel van die bij 40"
    targets.append(Target(f"{name}: gewicht", _zipped(big) / _zipped(small), 1.05, "×"))
    targets.append(Target(f"{name}: elementen", elements(big) / elements(small), 1.05, "×"))
    return targets
