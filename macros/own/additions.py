"""What a copy adds to the site besides pages: its colours, its logo and its pictures."""

from collections.abc import Iterator, Mapping

from macros.own import prose
from macros.own.logo import Logo

STYLE = "assets/css/organisatie.css"


def files(style: str, logo: Logo | None, pictures: Mapping[str, bytes]) -> Iterator[tuple[str, str | bytes]]:
    """Every file: its address from the root of the site, and what is in it. Pictures by their name in the site."""
    if style:
        yield STYLE, style
    if logo:
        yield logo.adres, logo.inhoud
    for name, picture in pictures.items():
        yield f"{prose.FOLDER}/{name}", picture
