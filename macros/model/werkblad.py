"""Sheets to fill in with a pen, alone or with others. Where a text has '…', paper has room to write."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.model.andere_bron import Bronnen
from macros.model.basis import Bestand, JaNee, Model, Regel, Slug, Slugs, Tekst, Zoekwoorden
from macros.model.factoren import Uitspraak
from macros.model.items import Item, LooseRef, Ref, Soort
from macros.model.organisatie import Contact
from macros.talen import _, spoken

Gegeven = Literal["naam", "bereikbaar", "kosten", "wie_meldt_aan", "nagekeken"]


class Kolom(Model):
    """A column of a table."""

    kop: Regel = Field(description="Wat erboven staat.")
    breedte: int = Field(1, ge=1, le=9, description="Hoe breed, naast de andere kolommen.")
    contact: Gegeven | None = Field(
        None, description="Wat hier van een contact uit organisatie/hulp.yml komt, als dat er is."
    )


class Rij(Model):
    """A row of a table: what is in it already; the other cells are empty."""

    cellen: Annotated[tuple[Tekst, ...], Field(min_length=1)] = Field(description="De eerste cellen.")
    hulp: Annotated[Slug, Ref("hulpsoort")] | None = Field(
        None,
        description="De soort hulp: contacten van die soort uit organisatie/hulp.yml staan er dan al in.",
    )


class Tabel(Model):
    """A table with room to write."""

    kolommen: tuple[Kolom, ...] = Field(min_length=2, max_length=8, description="De kolommen.")
    rijen: tuple[Rij, ...] = Field((), description="Rijen waar al iets in staat.")
    leeg: int = Field(0, ge=0, le=30, description="Hoeveel lege rijen er onder komen.")

    @model_validator(mode="after")
    def _fits(self) -> "Tabel":
        for rij in self.rijen:
            if len(rij.cellen) > len(self.kolommen):
                said = _("De rij '{rij}' heeft {cellen} cellen, maar er zijn {kolommen} kolommen.")
                raise ValueError(
                    said.format(rij=rij.cellen[0], cellen=len(rij.cellen), kolommen=len(self.kolommen))
                )
        if not self.rijen and not self.leeg:
            raise ValueError(_("Deze tabel heeft geen rijen. Zet er 'rijen' bij, of 'leeg' met een getal."))
        return self

    def gevuld(self, contacten: Iterable[Contact]) -> list[list[str]]:
        """The rows as they are shown: one that asks for help is there once for every contact of its kind."""
        contacten = tuple(contacten)
        return [
            [cel or self._cel(kolom, contact) for cel, kolom in self._cellen(rij)]
            for rij in self.rijen
            for contact in (*(c for c in contacten if c.soort == rij.hulp),) or (None,)
        ]

    def _cellen(self, rij: Rij) -> Iterable[tuple[str, Kolom]]:
        return zip((*rij.cellen, *[""] * len(self.kolommen)), self.kolommen, strict=False)

    def _cel(self, kolom: Kolom, contact: Contact | None) -> str:
        if contact is None or kolom.contact is None:
            return ""
        known = {
            "naam": contact.naam,
            "bereikbaar": contact.telefoon or contact.email or contact.website or contact.plaats,
            "kosten": contact.kosten,
            "wie_meldt_aan": contact.wie_meldt_aan,
            "nagekeken": spoken().in_words(contact.gecontroleerd_op),
        }
        return known[kolom.contact] or ""


class Deel(Model):
    """A part of a sheet, below a heading."""

    titel: Regel = Field(description="De kop van dit deel.")
    uitleg: Uitspraak | None = Field(None, description="Waarom dit op het blad staat: één uitspraak.")
    vorm: Literal["vakjes", "stappen", "zinnen", "punten"] = Field(
        "punten",
        description="Hoe de punten eruitzien: om af te vinken, genummerd, als zin om te zeggen, of gewoon.",
    )
    punten: tuple[Tekst, ...] = Field((), description="De punten. Bij … is op papier ruimte om te schrijven.")
    lijnen: int = Field(0, ge=0, le=12, description="Hoeveel schrijflijnen er onder elk punt komen.")
    tabel: Tabel | None = Field(None, description="Een tabel met kolommen, en rijen of leeg.")


class Werkblad(Item):
    """A sheet of paper with room to write, and what its user has to know."""

    SOORT = Soort("werkblad", "werkbladen", "werkbladen/{id}.html", het=True, eigen=True)

    titel: Regel = Field(description="Korte titel.")
    kort: Regel = Field(description="Voor wie het is en wat je ermee doet, in één regel.")
    zoekwoorden: Zoekwoorden = ()
    opdracht: Tekst = Field(description="Wat boven aan het papier staat, voor wie het invult.")
    liggend: JaNee = Field(False, description="ja: het papier ligt op zijn kant, voor een brede tabel.")
    voorkant: tuple[Deel, ...] = Field(min_length=1, description="De delen van de eerste bladzijde.")
    achterkant: tuple[Deel, ...] = Field((), description="De delen van de tweede bladzijde.")
    grens: Tekst = Field(description="Waar dit blad ophoudt, en wat dan.")
    factoren: Annotated[Slugs, LooseRef("factor")] = Field(
        (), description="De ids van de tips die erbij horen."
    )
    checklists: Annotated[Slugs, LooseRef("checklist")] = Field(
        (), description="De ids van de lijstjes die hierheen wijzen."
    )
    oude_ids: Slugs = Field((), description="Namen die dit blad vroeger had.")
    bronnen: Bronnen = Field((), description="Wat hier van iemand anders komt: naam, adres en bekeken.")

    @property
    def papier(self) -> str:
        """The address of the sheet on paper, from the root of the site."""
        return f"downloads/werkblad-{self.id}.pdf"

    @property
    def bestanden(self) -> tuple[str, ...]:
        """The page, and the sheet on paper."""
        return (*super().bestanden, self.papier)

    @property
    def delen(self) -> tuple[Deel, ...]:
        """All parts, those of both sides."""
        return (*self.voorkant, *self.achterkant)

    @property
    def uitspraken(self) -> tuple[Uitspraak, ...]:
        """All statements with an origin, in reading order."""
        return tuple(deel.uitleg for deel in self.delen if deel.uitleg)


class WerkbladenBestand(Bestand):
    """Werkbladen om met een pen in te vullen."""

    pad = "data/werkbladen.yml"

    werkbladen: tuple[Werkblad, ...] = Field((), description="De werkbladen, in de volgorde van de site.")
