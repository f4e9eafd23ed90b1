"""The command line: `python -m macros check` and `python -m macros schema`."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from macros import schema as schemas
from macros.load import PROJECT, load
from macros.problems import DataError


@click.group(help="Controleert de gegevens en maakt hulpbestanden.")
def main() -> None:
    """The group of all commands."""


@main.command(help="Controleer de gegevens. Zegt wat er fout is, met bestand, regel en kolom.")
def check() -> None:
    """Load the data; exit with 1 and all problems when something is wrong."""
    try:
        content = load()
    except DataError as error:
        if os.environ.get("GITHUB_ACTIONS") == "true":
            click.echo("\n".join(problem.as_github_annotation() for problem in error.problems))
        click.echo("\n".join(error.lines()), err=True)
        sys.exit(1)
    for melding in content.meldingen(date.today()):
        click.echo(f"Let op: {melding}")
    click.echo(
        f"Alles klopt. Thema’s: {len(content.themas)}, factoren: {len(content.factoren)}, scenario’s: {len(content.scenarios)}, checklists: {len(content.checklists)}, sessies: {len(content.sessies)}."
    )


@main.command(help="Schrijf de JSON-schema’s waarmee een editor helpt bij het invullen.")
@click.option("--map", "folder", type=click.Path(path_type=Path), default=PROJECT / "data" / "schema", help="Waar ze komen te staan.")
def schema(folder: Path) -> None:
    """Write one schema for each data file."""
    for path in schemas.write(folder):
        click.echo(path.name)


if __name__ == "__main__":
    main(prog_name="python -m macros")
