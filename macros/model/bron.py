"""The source document, its points, the glossary and the national numbers."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.andere_bron import Bronnen
from macros.model.basis import Adres, Bestand, JaNee, Model, Regel, Tekst, Telefoon, Vorm, Zoekwoorden
from macros.model.items import Item, Soort

PUNT = "'{waarde}' is geen punt uit de bron. Een punt heet zoals 'S8'."


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


class Nummer(Item):
    """A national help line."""

    SOORT = Soort("nummer", "nummers", "hulp.html#{id}", het=True)

    naam: Regel = Field(description="Naam van de hulplijn.")
    telefoon: Telefoon = Field(description="Het nummer, zoals je het opschrijft.")
    waarvoor: Tekst = Field(description="Wanneer je belt.")
    open: Regel = Field(description="Wanneer de lijn open is en wat bellen kost.")
    website: Adres | None = Field(None, description="Het webadres.")
    zoekwoorden: Zoekwoorden = ()


class MeldcodeStap(Model):
    """A step of the meldcode."""

    titel: Regel = Field(description="De stap in een paar woorden.")
    tekst: Tekst = Field(description="Wat je in deze stap doet.")


class Meldcode(Model):
    """The five steps, what comes before them, and what they are not for."""

    inleiding: Tekst = Field(description="Wat de meldcode is.")
    stappen: tuple[MeldcodeStap, ...] = Field(min_length=5, max_length=5, description="De vijf stappen.")
    let_op: tuple[Tekst, ...] = Field(min_length=1, description="Wat er altijd bij gezegd wordt.")
    bronnen: Bronnen = Field((), description="Wat hier van iemand anders komt: naam, adres en bekeken.")


class BronBestand(Bestand):
    """De bron en zijn punten."""

    pad = "data/bron.yml"

    bron: Bron = Field(description="Het document waar dit materiaal op rust.")
    punten: tuple[Punt, ...] = Field(min_length=1, description="De punten van de bron.")


class BegrippenBestand(Bestand):
    """Begrippen en gewone woorden."""

    pad = "data/begrippen.yml"

    begrippen: tuple[Begrip, ...] = Field(min_length=1, description="De begrippen met hun uitleg.")
    gewone_woorden: tuple[GewoonWoord, ...] = Field((), description="Vakwoorden en wat wij schrijven.")


class LandelijkBestand(Bestand):
    """Landelijke nummers en de meldcode. Deze gelden voor iedereen."""

    pad = "data/landelijk.yml"

    nummers: tuple[Nummer, ...] = Field(min_length=1, description="De landelijke nummers.")
    meldcode: Meldcode = Field(description="De stappen van de meldcode.")
    vangnet: Tekst = Field(description="De vaste zin onder elke oefening.")
