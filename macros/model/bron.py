"""The source document, its points, and the glossary."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.basis import Adres, Bestand, JaNee, Model, Regel, Tekst, Vorm
from macros.model.items import Item, Soort
from macros.talen import N_

PUNT = N_("'{waarde}' is geen punt uit de bron. Een punt heet zoals 'S8'.")


class Punt(Item):
    """One numbered point of the source, in our words."""

    SOORT = Soort("bronpunt", "bronpunten", "bron.html#{id}", het=True)

    id: Annotated[str, Vorm(r"^S[1-9][0-9]?$", PUNT)] = Field(description="Het nummer: S en een getal.")
    tekst: Tekst = Field(description="Wat de bron hier zegt, in eigen woorden.")
    plek: Literal["bronpagina", "factoren"] = Field(
        "factoren", description="Waar het punt gebruikt wordt: op de bronpagina of bij een factor."
    )


class Bron(Model):
    """The source document and how we name it."""

    titel: Regel = Field(description="De titel van het document.")
    maker: Regel = Field(description="Wie het document maakte.")
    organisatie: Regel = Field(description="Waar de maker werkt.")
    jaar: int = Field(ge=1900, le=2100, description="Het jaar van het document.")
    adres: Adres = Field(description="Het webadres van de organisatie.")
    naamsvermelding: Tekst = Field(description="De vaste regel onder elke print en op de laatste dia.")


class Begrip(Item):
    """A term with its explanation; marked where it first occurs on a page."""

    SOORT = Soort("begrip", "begrippen", "begrippen.html#{id}", het=True)

    term: Regel = Field(description="Het begrip zelf.")
    vormen: tuple[Regel, ...] = Field((), description="Andere vormen van het woord, zoals het meervoud.")
    uitleg: Tekst = Field(description="Wat het betekent, in een of twee korte zinnen.")
    markeren: JaNee = Field(True, description="nee: alleen in de lijst, niet onderstreept in de tekst.")

    @property
    def woorden(self) -> tuple[str, ...]:
        """Every written form."""
        return (self.term, *self.vormen)


class GewoonWoord(Model):
    """A word of the trade and what we write instead."""

    vakwoord: Regel = Field(description="Het moeilijke woord.")
    liever: Regel = Field(description="Wat we in plaats daarvan schrijven.")


class BronBestand(Bestand):
    """De bron en zijn punten. Dit bestand mag weg: dan heeft de site geen bron."""

    pad = "data/bron.yml"

    bron: Bron | None = Field(None, description="Het document waar dit materiaal op rust.")
    punten: tuple[Punt, ...] = Field((), description="De punten van de bron.")


class BegrippenBestand(Bestand):
    """Begrippen en gewone woorden."""

    pad = "data/begrippen.yml"

    begrippen: tuple[Begrip, ...] = Field(min_length=1, description="De begrippen met hun uitleg.")
    gewone_woorden: tuple[GewoonWoord, ...] = Field((), description="Vakwoorden en wat wij schrijven.")
