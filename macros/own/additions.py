"""What an organisation's own copy adds to the site besides pages: its colours, its logo and its pictures."""

from collections.abc import Iterator
from pathlib import Path

from macros.model import OrganisatieBestand
from macros.own import colours, prose
from macros.own.logo import Logo

STYLE = "assets/css/organisatie.css"


def style(own: OrganisatieBestand | None) -> str:
    """The style with the organisation's colours; empty where it has none."""
    return colours.stylesheet(own.kleur, own.accentkleur) if own and (own.kleur or own.accentkleur) else ""


def files(
    own: OrganisatieBestand | None, logo: Logo | None, folder: Path
) -> Iterator[tuple[str, str | bytes]]:
    """Every file: its address from the root of the site, and what is in it. `folder` holds its prose pages."""
    if css := style(own):
        yield STYLE, css
    if logo:
        yield logo.adres, logo.inhoud
    for picture in prose.pictures(folder):
        yield f"{prose.FOLDER}/{picture.name}", picture.read_bytes()
