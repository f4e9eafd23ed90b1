"""The command line: `python -m macros`, with a command for each thing that people do beside building the site."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from macros.content import scenario_figures
from macros.content.content import Content
from macros.content.load import PROJECT, load
from macros.engine import export
from macros.model import schema as schemas
from macros.own import form, questions
from macros.source.problems import DataError


@click.group(help="Controleert de gegevens en maakt hulpbestanden.")
def main() -> None:
    """The group of all commands."""


@main.command(help="Controleer de gegevens. Zegt wat er fout is, met bestand, regel en kolom.")
def check() -> None:
    """Load the data; exit with 1 and all problems when something is wrong."""
    content = _loaded()
    for melding in content.meldingen(date.today()):
        click.echo(f"Let op: {melding}")
    click.echo(
        f"Alles klopt. Thema’s: {len(content.themas)}, factoren: {len(content.factoren)}, scenario’s: {len(content.scenarios)}, checklists: {len(content.checklists)}, sessies: {len(content.sessies)}."
    )
    click.echo(f"Onderwerp: {content.onderwerp.naam}, voor {content.onderwerp.lezers}.")


def _loaded() -> Content:
    """The content; when something is wrong, the program says all of it and ends with 1."""
    try:
        return load()
    except DataError as error:
        _tell(error)


def _tell(error: DataError) -> NoReturn:
    """Say all that is wrong, and end with 1."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        click.echo("\n".join(problem.as_github_annotation() for problem in error.told))
    click.echo("\n".join(error.lines()), err=True)
    sys.exit(1)


@main.command(help="Reken uit of de scenario’s te raden zijn, en of het uitmaakt wat je kiest.")
def cijfers() -> None:
    """Print the figures of all scenarios together."""
    scenarios = _loaded().scenarios
    click.echo(
        "\n".join(scenario_figures.figures(scenarios).lines())
        if scenarios
        else "Er zijn nog geen scenario’s."
    )


@main.command(help="Schrijf de JSON-schema’s waarmee een editor helpt bij het invullen.")
@click.option(
    "--map",
    "folder",
    type=click.Path(path_type=Path),
    default=PROJECT / "data" / "schema",
    help="Waar ze komen te staan.",
)
def schema(folder: Path) -> None:
    """Write one schema for each data file."""
    for path in schemas.write(folder):
        click.echo(path.name)


@main.command(
    "export",
    help="Schrijf de hele site als gewone Markdown, voor een ander programma dan MkDocs. Zie EXIT.md.",
)
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path, file_okay=False))
def export_(folder: Path) -> None:
    """Write the pages, the files and the settings; exit with 1 when there is no right data or no empty folder."""
    try:
        pages = export.write(folder)
    except DataError as error:
        _tell(error)
    except FileExistsError:
        click.echo(f"{folder} is niet leeg. Kies een nieuwe map.", err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"In {folder} kun je niet schrijven: {error.strerror}. Kies een andere map.", err=True)
        sys.exit(1)
    click.echo(
        f"Klaar: {pages} pagina’s in {folder / 'docs'}. Hoe je er een site van maakt, staat in EXIT.md."
    )


@main.group(help="Maak een bestand voor jullie eigen kopie, met vragen.")
def nieuw() -> None:
    """The group of what can be made."""


@nieuw.command(help="Vraag wie jullie zijn en schrijf organisatie/organisatie.yml.")
def organisatie() -> None:
    """Ask, write, and say what comes next."""
    try:
        path = questions.ask(PROJECT, _loaded().onderwerp.land)
    except FileExistsError:
        click.echo(
            f"{questions.FILE.as_posix()} is er al. Verander dat bestand, of haal het eerst weg.", err=True
        )
        sys.exit(1)
    except click.Abort:
        click.echo("\nGestopt. Er is niets geschreven.", err=True)
        sys.exit(1)
    click.echo(f"Klaar: {path.relative_to(PROJECT).as_posix()}. Maak nu de site met 'make site'.")


@main.command(help="Schrijf een bewerkpagina voor in de browser (Sveltia CMS), buiten de site.")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path, file_okay=False))
@click.option("--repo", required=True, metavar="NAAM/REPO", help="Jullie kopie op GitHub.")
def bewerker(folder: Path, repo: str) -> None:
    """Write the settings and the page of the form."""
    for path in form.write(folder, repo, _loaded().ids):
        click.echo(path.as_posix())


if __name__ == "__main__":
    main(prog_name="python -m macros")
