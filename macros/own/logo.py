"""An organisation's logo, for pages, paper and slides: a PNG, or an SVG in which nothing runs or fetches."""

import base64
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import typst
from PIL import Image

from macros.own import pictures, svg
from macros.source import files
from macros.source.problems import DataError, Problem
from macros.source.yaml_source import Source
from macros.talen import N_, _

_UNREADABLE = N_("Het logo '{naam}' is niet te lezen. {fout}")
_WRONG = N_("Het logo '{naam}' {fout}.")
_NO_DRAWING = N_("is niet te tekenen. Sla het opnieuw op als PNG of als 'gewone SVG'")
_LINKED = N_("Het bestand '{naam}' verwijst naar een ander bestand. Zet het logo zelf in de map organisatie.")
_AWAY = N_("Het bestand '{naam}' staat niet in de map organisatie. Zet het erin, met precies deze naam.")


@dataclass(frozen=True)
class Logo:
    """A logo that was looked at: its name, and its bytes as they are published."""

    naam: str
    inhoud: bytes

    @property
    def adres(self) -> str:
        """Where it is in the site."""
        return f"assets/img/{self.naam}"

    @cached_property
    def svg(self) -> str:
        """The logo as SVG, for paper; a PNG is put inside one."""
        if self.naam.endswith(".svg"):
            return self.inhoud.decode()
        with Image.open(io.BytesIO(self.inhoud)) as image:
            width, height = image.size
        data = base64.b64encode(self.inhoud).decode()
        image_ = f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/>'
        return f'<svg xmlns="{svg.SVG}" viewBox="0 0 {width} {height}" width="{width}" height="{height}">{image_}</svg>'


def look(source: Source, folder: Path) -> tuple[Logo | None, list[Problem]]:
    """Look at the logo that `organisatie.yml` (the source) names, in `folder`."""
    naam = source.at(("logo",))
    path = folder / naam
    if path.is_symlink():
        return None, [source.problem(("logo",), _(_LINKED).format(naam=naam))]
    if not path.exists():
        return None, [source.problem(("logo",), _(_AWAY).format(naam=naam))]
    try:
        raw = files.raw(path, naam, pictures.MOST_BYTES)
    except DataError as error:
        return None, [
            source.problem(("logo",), _(_UNREADABLE).format(naam=naam, fout=error.problems[0].said))
        ]
    try:
        logo = Logo(naam, svg.clean(raw) if naam.endswith(".svg") else pictures.as_png(raw))
        _draw(logo)
        return logo, []
    except ValueError as error:
        return None, [source.problem(("logo",), _(_WRONG).format(naam=naam, fout=error))]
    except svg.Refused as refused:
        return None, [Problem(f"organisatie/{naam}", refused.position, refused.text)]


def _draw(logo: Logo) -> None:
    try:
        picture(logo.svg, 64)
    except typst.TypstError:
        raise ValueError(_(_NO_DRAWING)) from None


def picture(svg: str, pixels: int, padding: float = 0.0) -> bytes:
    """A drawing as a square PNG on white.

    Args:
        svg: the drawing.
        pixels: how wide and high.
        padding: the share of the width that stays white on each side, from 0 to 0.5.
    """
    page = f"#set page(width: {pixels}pt, height: {pixels}pt, margin: {pixels * padding}pt, fill: white)\n"
    page += '#align(center + horizon, image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, fit: "contain"))'
    # without the fonts of this machine: the same drawing everywhere, and no time lost on finding them
    made = typst.compile(
        page.encode(), format="png", ppi=72, sys_inputs={"svg": svg}, ignore_system_fonts=True
    )
    assert isinstance(made, bytes)
    return made
