"""The decks of all sessions: a page with reveal.js, a PowerPoint file, and reveal.js itself, taken from its package."""

from collections.abc import Iterator
from functools import lru_cache, partial
from importlib import metadata
from pathlib import Path

import pyreveal

from macros.content.content import Content
from macros.content.remembered import code, remembered
from macros.content.site import Site
from macros.content.version import VERSION
from macros.decks import powerpoint, slides
from macros.own import additions, logo
from macros.pages.render import render
from macros.source.markup import plain
from macros.talen import _, speaking

REVEAL = ("reveal.js", "reveal.css")


def made(content: Content, site: Site) -> list[tuple[str, str | bytes]]:
    """Every file of the decks: its address from the root of the site, and what is in it."""
    with speaking(content.taal):
        return [*_made(content, site)]


def _made(content: Content, site: Site) -> Iterator[tuple[str, str | bytes]]:
    if not content.sessies:
        return
    dist = _reveal()
    for name in REVEAL:
        yield f"assets/reveal/{name}", (dist / name).read_text(encoding="utf-8")
    own_style = additions.STYLE if content.stijl else ""
    credit = f"{plain(content.bron.naamsvermelding)} " if content.bron else ""
    drawing = logo.picture(content.logo.svg, 600) if content.logo else None
    for sessie in content.sessies:
        shown = slides.of(content, sessie)
        page = render(
            "presentatie.html.j2",
            content,
            site,
            sessie.presentatie,
            sessie=sessie,
            slides=shown,
            versie=VERSION,
            stijl=own_style,
        )
        yield sessie.presentatie, page
        pictures = powerpoint.Pictures(
            powerpoint.Picture(site.qr_png("index.html"), _("QR-code naar de site")),
            powerpoint.Picture(drawing, _("Logo van {wie}").format(wie=site.naam)),
        )
        version = _("Versie {versie}.").format(versie=VERSION)
        about = powerpoint.About(plain(sessie.titel), site.naam, content.taal.tag)
        parts = (about, shown, f"{credit}{version}", pictures)
        yield sessie.powerpoint, remembered([repr(parts), _made_with()], partial(powerpoint.make, *parts))


@lru_cache
def _made_with() -> bytes:
    """Everything else that a PowerPoint file depends on."""
    return metadata.version("python-pptx").encode() + code(Path(powerpoint.__file__))


def _reveal() -> Path:
    """Where reveal.js is."""
    return Path(pyreveal.__file__).parent / "revealjs" / "dist"
