"""Themes and success factors."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.model.andere_bron import UITWERKING, AndereBron
from macros.model.basis import Bestand, Gemoed, JaNee, Model, Regel, Slug, Slugs, Tekst, Zoekwoorden
from macros.model.items import Item, LooseRef, Ref, Soort
from macros.talen import _

Herkomst = Literal["brondocument", "uitwerking", "andere-bron"]


class Uitspraak(Model):
    """A statement that says where it comes from, so that readers can tell the source from our elaboration."""

    tekst: Tekst = Field(description="De tekst zelf.")
    herkomst: Herkomst = Field(
        "uitwerking",
        description="Zegt de bron dit (brondocument), wij (uitwerking) of iemand anders (andere-bron)?",
    )
    bronpunten: Annotated[tuple[str, ...], Ref("bronpunt")] = Field(
        (), description="De punten uit de bron die hier staan. Alleen bij herkomst: brondocument."
    )
    bron: AndereBron | None = Field(
        None,
        description="Naam en adres van de andere bron, en wanneer die bekeken is. Alleen bij herkomst: andere-bron.",
    )

    @model_validator(mode="after")
    def _origin_fits(self) -> "Uitspraak":
        if (self.herkomst == "brondocument") != bool(self.bronpunten):
            raise ValueError(
                _(
                    "'bronpunten' horen bij 'herkomst: brondocument', en alleen daarbij. "
                    "Vul ze allebei in, of haal ze allebei weg."
                )
            )
        if (self.herkomst == "andere-bron") != (self.bron is not None):
            raise ValueError(
                _(
                    "'bron' hoort bij 'herkomst: andere-bron', en alleen daarbij. "
                    "Vul ze allebei in, of haal ze allebei weg."
                )
            )
        return self

    @property
    def label(self) -> str:
        """Where it comes from, in words."""
        if self.bron:
            return self.bron.label
        return _("uit de bron") if self.bronpunten else _(UITWERKING)


class Zin(Model):
    """A sentence to say, and when."""

    moment: Regel = Field(description="Wanneer je dit zegt, in een paar woorden.")
    zin: Tekst = Field(description="Wat je letterlijk kunt zeggen, zonder aanhalingstekens.")


class LieverNiet(Model):
    """A sentence that hurts, why, and what to say instead."""

    zin: Tekst = Field(description="De zin die je beter niet zegt, zonder aanhalingstekens.")
    waarom: Tekst = Field(description="Waarom die zin pijn doet of het gesprek stopt.")
    beter: Tekst = Field(description="Wat je dan wel kunt zeggen, zonder aanhalingstekens.")


class Thema(Item):
    """A group of factors with a page of its own."""

    SOORT = Soort("thema", "thema's", "themas/{id}.html", het=True, eigen=True)

    titel: Regel = Field(description="Korte titel, 2 tot 5 woorden.")
    kort: Regel = Field(description="Eén regel voor het menu en de beginpagina.")
    belofte: Tekst = Field(description="Wat dit thema je oplevert, in één zin.")
    tekening: Annotated[Slug, Ref("tekening")] = Field(
        "algemeen",
        description="Naam van een tekening, zonder .svg: uit de map tekeningen bij de gegevens, of een vaste.",
    )
    oude_ids: Slugs = Field((), description="Namen die dit thema vroeger had. Oude adressen blijven werken.")


class Factor(Item):
    """A success factor: everything that a reader can use of it within a minute."""

    SOORT = Soort("factor", "factoren", "themas/{thema}.html#{id}", eigen=True)

    thema: Annotated[Slug, Ref("thema")] = Field(description="De id van het thema van deze factor.")
    titel: Regel = Field(description="Kop van hooguit 9 woorden.")
    zoekwoorden: Zoekwoorden = ()
    bij: tuple[Gemoed, ...] = Field((), description="Bij wie dit helpt: hoe de ander eraan toe is.")
    principe: Uitspraak = Field(description="Waar het om gaat, in één zin.")
    waarom: tuple[Uitspraak, ...] = Field(min_length=1, max_length=3, description="Eén tot drie redenen.")
    doen: tuple[Uitspraak, ...] = Field(
        min_length=3, max_length=5, description="Drie tot vijf dingen die je kunt doen."
    )
    zo_zeg_je_het: tuple[Zin, ...] = Field(
        min_length=3, max_length=4, description="Drie of vier zinnen die je kunt zeggen, elk met het moment."
    )
    liever_niet: tuple[LieverNiet, ...] = Field(
        min_length=2, max_length=3, description="Twee of drie zinnen die je beter niet zegt."
    )
    vraag: Tekst = Field(description="Eén vraag om over na te denken.")
    grens: Tekst = Field(description="Waar deze tip ophoudt, en wat dan.")
    verwant: Annotated[Slugs, LooseRef("factor")] = Field((), description="De ids van passende factoren.")
    hulp: JaNee = Field(False, description="ja: hier staan ook de contacten uit organisatie/hulp.yml.")
    oude_ids: Slugs = Field((), description="Namen die deze factor vroeger had.")

    @property
    def adressen(self) -> tuple[str, ...]:
        """Its place on the page, also under its former ids."""
        return tuple(self.SOORT.adres.format(thema=self.thema, id=id_) for id_ in (self.id, *self.oude_ids))

    @property
    def uitspraken(self) -> tuple[Uitspraak, ...]:
        """All statements with an origin, in reading order."""
        return (self.principe, *self.waarom, *self.doen)

    @property
    def bronpunten(self) -> frozenset[str]:
        """The source points that this factor carries."""
        return frozenset(punt for uitspraak in self.uitspraken for punt in uitspraak.bronpunten)


class SuccesfactorenBestand(Bestand):
    """Thema's en succesfactoren: de kern van de site."""

    pad = "data/success_factors.yml"

    themas: tuple[Thema, ...] = Field(min_length=1, description="De thema's, in de volgorde van de site.")
    factoren: tuple[Factor, ...] = Field(min_length=1, description="De factoren, in de volgorde van de site.")
