"""`python -m bench`: measures this site beside its peers, prints the tables and writes `bench/results.md`."""

from collections.abc import Callable

import click

from bench import builds, edits, pages, report, searching, tools
from bench.report import Section

RUNS = 5
PARTS: dict[str, Callable[[bool], Section]] = {
    "paginas": lambda quick: pages.measure(1 if quick else RUNS),
    "zoeken": lambda quick: searching.measure(),
    "bouwen": lambda quick: builds.measure(1 if quick else RUNS, quick),
    "serve": lambda quick: edits.measure(1 if quick else RUNS),
}


@click.command(help="Meet hoe snel en hoe zwaar de site is, naast andere. Schrijft bench/results.md als alles gemeten is.")
@click.option("--snel", is_flag=True, help="Eén keer meten in plaats van vijf, en zonder 2.000 pagina’s. Schrijft geen bestand.")
@click.option("--alleen", type=click.Choice(list(PARTS)), help="Alleen dit deel. Schrijft geen bestand.")
def main(snel: bool, alleen: str | None) -> None:
    """Measure, print, and write the report of a whole run."""
    tools.install()
    sections = [measure(snel) for name, measure in PARTS.items() if alleen in (None, name)]
    text = report.whole(sections, 1 if snel else RUNS)
    click.echo(text)
    if not snel and alleen is None:
        report.RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(prog_name="python -m bench")
