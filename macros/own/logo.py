"""An organisation's logo, for pages, paper and slides: a PNG, or an SVG in which nothing runs or fetches."""

import base64
import io
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import typst
from lxml import etree
from PIL import Image

from macros.source.problems import Problem
from macros.source.yaml_source import Source
from macros.talen import N_, _

MAX_BYTES = 300_000
MAX_PIXELS = 4000
SVG = "http://www.w3.org/2000/svg"

#: What runs, listens or brings another document along.
_ALIVE = {
    "script",
    "foreignObject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "handler",
    "listener",
    "link",
}
_ALIVE |= {"set", "animate", "animateTransform", "animateMotion"}
_NO_SVG = N_("Het logo '{naam}' is geen goede SVG. Sla het opnieuw op als 'gewone SVG'.")
_ALIVE_SVG = N_(
    "Het logo '{naam}' bevat een script of iets van buiten, en dat kan niet. "
    "Sla het op als 'gewone SVG', met alleen de tekening."
)
_FETCHING_SVG = N_(
    "Het logo '{naam}' haalt iets van buiten op, en dat kan niet. "
    "Sla het op als 'gewone SVG', met alleen de tekening."
)
_NO_PNG = N_("Het logo '{naam}' is geen goede PNG. Sla het opnieuw op als PNG.")
_NO_DRAWING = N_("Het logo '{naam}' is niet te tekenen. Sla het opnieuw op als PNG of als 'gewone SVG'.")
_HEAVY = N_("Het logo '{naam}' is te groot: {kilobytes} kB. Meer dan {meeste} kB kan niet. Maak het kleiner.")
_WIDE = N_(
    "Het logo '{naam}' is te groot: {breed} bij {hoog} beeldpunten. Hooguit {meeste} kan. Maak het kleiner."
)
_AWAY = N_("Het bestand '{naam}' staat niet in de map organisatie. Zet het erin, met precies deze naam.")
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?(?!#)|(?:java|vb)script:|expression\(", re.IGNORECASE)
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg);base64,")


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
        return f'<svg xmlns="{SVG}" viewBox="0 0 {width} {height}" width="{width}" height="{height}">{image_}</svg>'


def look(source: Source, folder: Path) -> tuple[Logo | None, list[Problem]]:
    """Look at the logo that `organisatie.yml` (the source) names, in `folder`."""
    naam = source.at(("logo",))
    path = folder / naam
    try:
        raw = path.read_bytes()
    except OSError:
        return None, [source.problem(("logo",), _(_AWAY).format(naam=naam))]
    try:
        if len(raw) > MAX_BYTES:
            raise _Unfit(_HEAVY, kilobytes=len(raw) // 1000, meeste=MAX_BYTES // 1000)
        make: Callable[[bytes], bytes] = _svg if naam.endswith(".svg") else _png
        logo = Logo(naam, make(raw))
        _draw(logo)
        return logo, []
    except _Unfit as unfit:
        return None, [source.problem(("logo",), _(unfit.sentence).format(naam=naam, **unfit.blanks))]


class _Unfit(Exception):
    """A logo that cannot be used: the sentence that says why, and what to fill in."""

    def __init__(self, sentence: str, **blanks: int) -> None:
        super().__init__(sentence)
        self.sentence, self.blanks = sentence, blanks


def _svg(raw: bytes) -> bytes:
    """The drawing written anew: without comments, processing instructions and document type."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise _Unfit(_NO_SVG) from None
    if etree.QName(root).localname != "svg" or any(not isinstance(node.tag, str) for node in root.iter()):
        raise _Unfit(_NO_SVG)
    for node in root.iter():
        name = etree.QName(node).localname
        if name in _ALIVE or any(
            _runs(etree.QName(key).localname, text) for key, text in node.attrib.items()
        ):
            raise _Unfit(_ALIVE_SVG)
        if name == "style" and _OUTSIDE.search(node.text or ""):
            raise _Unfit(_FETCHING_SVG)
    return etree.tostring(root)


def _runs(name: str, value: str) -> bool:
    """Is this an attribute that runs something or fetches it from elsewhere?"""
    if name == "href":
        return not _INSIDE.match(value.strip())
    return name.lower().startswith("on") or bool(_OUTSIDE.search(value))


def _png(raw: bytes) -> bytes:
    """The picture itself, without the texts that cameras and programs put beside it."""
    try:
        with warnings.catch_warnings(action="error"), Image.open(io.BytesIO(raw), formats=["PNG"]) as image:
            if max(image.size) > MAX_PIXELS:
                raise _Unfit(_WIDE, breed=image.size[0], hoog=image.size[1], meeste=MAX_PIXELS)
            clean = image.convert("RGBA")
    except (OSError, SyntaxError, Warning, Image.DecompressionBombError):
        raise _Unfit(_NO_PNG) from None
    written = io.BytesIO()
    clean.save(written, format="PNG", optimize=True)
    return written.getvalue()


def _draw(logo: Logo) -> None:
    try:
        picture(logo.svg, 64)
    except typst.TypstError:
        raise _Unfit(_NO_DRAWING) from None


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
