"""`python -m bench`: builds the site five times into a scratch folder and weighs what a first visit to each kind of page fetches."""

import gzip
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from macros import prints
from macros.load import PROJECT, load
from macros.site import Site

RUNS = 5
KINDS = {"begin": "index.html", "kaart": "nu", "scenario": "scenarios", "lijstje": "checklists", "thema": "themas"}


def main() -> None:
    """Print the table; times are medians in seconds, weights are gzipped kilobytes (1 kB = 1000 bytes)."""
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        builds = [_timed(lambda: _build(site)) for _ in range(RUNS)]
        content, empty = load(), Site("Samen met ouders", "", "")
        pdfs = [_timed(lambda: prints.made.__wrapped__(content, empty)) for _ in range(RUNS)]
        pages = len(list(site.rglob("*.html")))
        print(
            f"hele site, {pages} pagina’s en {len(list(site.rglob('*.pdf')))} pdf’s: {statistics.median(builds):.2f} s (mediaan van {RUNS})"
        )
        print(f"alle pdf’s: {statistics.median(pdfs):.2f} s (mediaan van {RUNS})")
        for kind, place in KINDS.items():
            page = site / place if place.endswith(".html") else max((site / place).glob("*.html"), key=lambda path: path.stat().st_size)
            html, rest = _weight(page)
            print(f"{kind} ({page.relative_to(site)}): pagina {html:.1f} kB, met stijl en scripts {html + rest:.1f} kB")


def _build(site: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(site)], cwd=PROJECT, check=True, capture_output=True
    )


def _timed(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _weight(page: Path) -> tuple[float, float]:
    """Gzipped kB of the page, and of the styles and scripts that it names."""
    html = page.read_text(encoding="utf-8")
    named = set(re.findall(r'<(?:script[^>]* src|link rel="stylesheet" href)="([^"]+)"', html))
    return _gzipped(html.encode()), sum(_gzipped((page.parent / name).read_bytes()) for name in named)


def _gzipped(data: bytes) -> float:
    return len(gzip.compress(data, 6)) / 1000


if __name__ == "__main__":
    main()
