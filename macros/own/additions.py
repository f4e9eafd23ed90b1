"""What a copy adds to the site besides pages: its colours, its logo and its pictures."""

from collections.abc import Iterator
from pathlib import Path

from macros.own import prose
from macros.own.logo import Logo

STYLE = "assets/css/organisatie.css"


def files(style: str, logo: Logo | None, folder: Path) -> Iterator[tuple[str, str | bytes]]:
    """Every file: its address from the root of the site, and what is in it. `folder` holds its prose pages."""
    if style:
        yield STYLE, style
    if logo:
        yield logo.adres, logo.inhoud
    for picture in prose.pictures(folder):
        yield f"{prose.FOLDER}/{picture.name}", picture.read_bytes()
