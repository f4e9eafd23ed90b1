"""The command line: `python -m macros`, with a command for each thing that people do beside building the site."""

from datetime import date
from pathlib import Path

import click
from babel import UnknownLocaleError

from macros.content import scenario_figures
from macros.content.load import PROJECT, language, load
from macros.engine import export, settings
from macros.model import schema as schemas
from macros.model import words
from macros.model.files import KINDS
from macros.own import form, questions
from macros.source.computer import Refused
from macros.source.console import Commands
from macros.talen import N_, _, extract, speak


@click.group(cls=Commands, help=N_("Controleert de gegevens en maakt hulpbestanden."))
def main() -> None:
    """The group of all commands."""


@main.command(help=N_("Controleer de gegevens. Zegt wat er fout is, met bestand, regel en kolom."))
def check() -> None:
    """Load the data and look at the settings."""
    settings.ready(PROJECT)
    content, known = load(), settings.good(PROJECT)
    ignored = settings.ignored(known, PROJECT / settings.FILE)
    for melding in [*map(str, ignored), *content.meldingen(date.today())]:
        click.echo(_("Let op: {melding}").format(melding=melding))
    kinds = [kind for kind in KINDS.values() if kind.eigen]
    there = ", ".join(f"{len(getattr(content, kind.lijst))} {_(kind.meervoud)}" for kind in kinds)
    click.echo(_("Alles klopt. Dit is er: {alles}.").format(alles=there))
    about = content.onderwerp
    click.echo(_("Onderwerp: {naam}, voor {lezers}.").format(naam=about.naam, lezers=about.lezers))


@main.command(help=N_("Reken uit of de scenario’s te raden zijn, en of het uitmaakt wat je kiest."))
def cijfers() -> None:
    """Print the figures of all scenarios together."""
    scenarios = load().scenarios
    click.echo(
        "\n".join(scenario_figures.figures(scenarios).lines())
        if scenarios
        else _("Er zijn nog geen scenario’s.")
    )


@main.command(help=N_("Schrijf de JSON-schema’s waarmee een editor helpt bij het invullen."))
@click.option(
    "--map",
    "folder",
    type=click.Path(path_type=Path),
    default=PROJECT / "data" / "schema",
    help=N_("Waar ze komen te staan."),
)
def schema(folder: Path) -> None:
    """Write one schema for each data file."""
    for path in schemas.write(folder):
        click.echo(path.name)


@main.command(help=N_("Zet de zinnen van de site in de woordenlijsten van andere talen, in macros/talen."))
@click.option("--taal", metavar="CODE", help=N_("Begin een woordenlijst voor deze taal, zoals fr."))
def woorden(taal: str | None) -> None:
    """Write what is new into each catalogue, and say what there is to translate."""
    known = extract.sentences(PROJECT, words.said())
    try:
        paths = extract.write_all(known, [taal] if taal else [])
    except (UnknownLocaleError, ValueError):
        said = _("'{waarde}' is geen taal. Schrijf twee kleine letters, zoals nl of en.")
        raise Refused(said.format(waarde=taal)) from None
    for path in paths:
        todo = len(extract.complaints(known, path.stem))
        said = _("{bestand}: {aantal} zinnen nog te vertalen.")
        click.echo(said.format(bestand=path.relative_to(PROJECT).as_posix(), aantal=todo))


@main.command(
    "export",
    help=N_("Schrijf de hele site als gewone Markdown, voor een ander programma dan MkDocs. Zie EXIT.md."),
)
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
def export_(folder: Path) -> None:
    """Write the pages, the files and the settings."""
    pages = export.write(folder)
    said = _("Klaar: {aantal} pagina’s in {map}. Hoe je er een site van maakt, staat in EXIT.md.")
    click.echo(said.format(aantal=pages, map=folder / "docs"))


@main.group(help=N_("Maak een bestand voor jullie eigen kopie, met vragen."))
def nieuw() -> None:
    """The group of what can be made."""


@nieuw.command(help=N_("Vraag wie jullie zijn en schrijf organisatie/organisatie.yml."))
def organisatie() -> None:
    """Ask, write, and say what comes next."""
    path = questions.ask(PROJECT, load().onderwerp.land)
    said = _("Klaar: {bestand}. Maak nu de site met 'make site'.")
    click.echo(said.format(bestand=path.relative_to(PROJECT).as_posix()))


@main.command(help=N_("Schrijf een bewerkpagina voor in de browser (Sveltia CMS), buiten de site."))
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--repo", required=True, metavar="NAAM/REPO", help=N_("Jullie kopie op GitHub."))
def bewerker(folder: Path, repo: str) -> None:
    """Write the settings and the page of the form."""
    for path in form.write(folder, repo, load().ids):
        click.echo(path.as_posix())


def start() -> None:
    """Commands and their help speak the language of the subject."""
    speak(language())
    _say(main)
    main(prog_name="python -m macros")


def _say(command: click.Command) -> None:
    """The help of a command, of its options and of the commands in it, in the language that is spoken."""
    if command.help:
        command.help = _(command.help)
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = _(option.help)
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _say(inner)


if __name__ == "__main__":
    start()
