"""What an organisation's own copy adds to the site besides pages: its colours, its logo and its pictures."""

from collections.abc import Iterator
from pathlib import Path

from macros import colours, own_pages
from macros.content import Content

STYLE = "assets/css/organisatie.css"


def style(content: Content) -> str:
    """The style with the organisation's colours; empty where it has none."""
    own = content.organisatie
    return colours.stylesheet(own.kleur, own.accentkleur) if own and (own.kleur or own.accentkleur) else ""


def files(content: Content, folder: Path) -> Iterator[tuple[str, str | bytes]]:
    """Every file: its address from the root of the site, and what is in it. `folder` holds the organisation's prose pages."""
    if css := style(content):
        yield STYLE, css
    if content.logo:
        yield content.logo.adres, content.logo.inhoud
    for picture in own_pages.pictures(folder):
        yield f"{own_pages.FOLDER}/{picture.name}", picture.read_bytes()
