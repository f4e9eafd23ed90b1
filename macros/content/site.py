"""What a page or print knows about the site it belongs to."""

import io
from dataclasses import dataclass
from functools import lru_cache

import segno

from macros.content.content import Content
from macros.source.addresses import closed


def of(content: Content, adres: str) -> "Site":
    """The site of a copy: the organisation's name beside the subject's, and its own address where none is given."""
    about, own = content.onderwerp, content.organisatie
    if own is None:
        return Site(about.naam, closed(adres), about.licentie)
    return Site(
        f"{about.naam} · {own.naam}",
        closed(adres or own.adres or ""),
        f"{about.licentie} · {own.licentie}" if own.licentie else about.licentie,
    )


@dataclass(frozen=True)
class Site:
    """The site's name, its address (empty when nobody knows it: then nothing has a QR code), its licence line."""

    naam: str
    adres: str
    licentie: str

    @property
    def kort_adres(self) -> str:
        """The site's address as people read and type it."""
        return self.adres.partition("://")[2].rstrip("/")

    def adres_van(self, pagina: str) -> str:
        """The full address of a page; empty when the site's own address is not known."""
        return f"{self.adres.rstrip('/')}/{pagina}" if self.adres else ""

    def qr(self, pagina: str) -> str | None:
        """A QR code to a page as an SVG image, or None when the site's address is not known."""
        return _drawn(self.adres_van(pagina)) if self.adres else None

    def qr_png(self, pagina: str) -> bytes | None:
        """The same QR code as a PNG, for files that know no SVG."""
        if not self.adres:
            return None
        written = io.BytesIO()
        segno.make(self.adres_van(pagina), error="m").save(written, kind="png", scale=12, border=2)
        return written.getvalue()


@lru_cache(maxsize=2000)  # a page, its prints and its deck carry the same, and so does the next build
def _drawn(address: str) -> str:
    """A QR code as an SVG image."""
    return segno.make(address, error="m").svg_inline(border=2, omitsize=True, light="#fff")
