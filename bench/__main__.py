"""`python -m bench`: measures the site, prints the figures and writes `bench/results.md`."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from bench import builds, finger, pages, report
from bench.report import Section

RUNS = 5
#: Each gets a built copy of the project that it may change, and how many times to measure.
PARTS: dict[str, Callable[[Path, int], Section]] = {
    "paginas": pages.measure,
    "bouwen": builds.measure,
    "schrijven": builds.measure_writing,
    "vinger": finger.measure,
}


@click.command(help="Meet hoe zwaar en hoe snel de site is. Schrijft bench/results.md als alles gemeten is.")
@click.option("--snel", is_flag=True, help="Eén keer meten in plaats van vijf. Schrijft geen bestand.")
@click.option("--alleen", type=click.Choice(list(PARTS)), help="Alleen dit deel. Schrijft geen bestand.")
def main(snel: bool, alleen: str | None) -> None:
    """Measure, print, and write the report of a whole run."""
    runs = 1 if snel else RUNS
    sections = []
    for name in [alleen] if alleen else PARTS:
        click.echo(f"{name} …", err=True)
        with tempfile.TemporaryDirectory() as folder:
            sections.append(PARTS[name](builds.copied(Path(folder) / "project"), runs))
    text = report.whole(sections, runs)
    click.echo(text)
    if not snel and not alleen:
        report.RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(prog_name="python -m bench")
