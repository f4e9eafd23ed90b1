"""Scenarios: a situation, decisions with choices, and what every choice does."""

from functools import cached_property, lru_cache
from math import ceil
from typing import Annotated, Literal

from pydantic import Field

from macros.model.andere_bron import Bronnen
from macros.model.basis import Bestand, Model, Regel, Slug, Slugs, Tekst, Zoekwoorden
from macros.model.former import Former
from macros.model.items import Bij, Item, LooseRef, Ref, Soort
from macros.source.markup import plain

Oordeel = Literal["helpt", "let op", "schaadt"]

#: Words a minute of someone who reads calmly on a phone and thinks about each choice.
READING_SPEED = 160


class Keuze(Model):
    """Something that a colleague could say or do, and what comes of it."""

    id: Slug
    tekst: Tekst = Field(description="Wat je zegt of doet. Hooguit 30 woorden.")
    oordeel: Oordeel = Field(description="Helpt dit, is het opletten, of schaadt het?")
    reactie: Tekst = Field(description="Hoe de ander reageert.")
    uitleg: Tekst = Field(description="Waarom dit zo uitpakt. Vriendelijk voor wie het koos.")
    factoren: Annotated[Slugs, Field(min_length=1), LooseRef("factor")] = Field(
        description="De ids van de factoren waar de uitleg over gaat."
    )
    naar: Slug = Field(description="De id van de volgende stap of van een einde.")


class Stap(Model):
    """A moment at which you decide."""

    id: Slug
    tekst: Tekst = Field(description="Wat er nu gebeurt. Past na elke keuze die hierheen leidt.")
    vraag: Regel = Field(description="De vraag boven de keuzes.")
    keuzes: tuple[Keuze, ...] = Field(min_length=2, max_length=3, description="Twee of drie keuzes.")


class Einde(Model):
    """How it ends, and what you take along."""

    id: Slug
    titel: Regel = Field(description="Korte titel.")
    tekst: Tekst = Field(description="Hoe het afloopt.")
    meenemen: tuple[Tekst, ...] = Field(min_length=1, max_length=4, description="Wat je hiervan meeneemt.")


class Ogen(Model):
    """The scene as the other lived through it."""

    wie: Regel = Field(description="Wie dit vertelt, zoals 'de ander'.")
    tekst: tuple[Tekst, ...] = Field(min_length=1, description="Het verhaal in ik-vorm, in korte alinea's.")


class Rol(Model):
    """A card for practising in threes."""

    naam: Regel = Field(description="De rol.")
    kaart: Tekst = Field(description="Wat er op de kaart staat.")


class Scenario(Item):
    """A difficult conversation to practise safely."""

    SOORT = Soort("scenario", "scenario's", "scenarios/{id}.html", het=True, eigen=True)

    titel: Regel = Field(description="Korte titel.")
    kort: Tekst = Field(description="Eén zin die zin geeft om te oefenen.")
    zoekwoorden: Zoekwoorden = ()
    bij: Bij = ()
    plek: Annotated[Slug, Ref("plek")] = Field(description="Waar het speelt: een plek uit onderwerp.yml.")
    omgeving: Annotated[Slug, Ref("omgeving"), Former("opvang")] = Field(
        description="In wat voor omgeving: een id uit onderwerp.yml."
    )
    situatie: tuple[Tekst, ...] = Field(min_length=1, description="Wat er speelt, in korte alinea's.")
    start: Slug = Field(description="De id van de eerste stap.")
    stappen: tuple[Stap, ...] = Field(min_length=2, max_length=10, description="De stappen.")
    eindes: tuple[Einde, ...] = Field(min_length=1, max_length=4, description="Hoe het kan aflopen.")
    mogelijke_verhalen: tuple[Tekst, ...] = Field(
        min_length=2, max_length=3, description="Twee of drie verhalen die erachter kunnen zitten."
    )
    door_de_ogen_van: Ogen = Field(description="Hetzelfde verhaal door de ogen van de ander.")
    rollen: tuple[Rol, Rol, Rol] = Field(description="Drie rolkaarten: de ander, de medewerker en de kijker.")
    grens: Tekst = Field(description="Waar oefenen ophoudt, en wat dan.")
    veiligheid: Annotated[Literal["geen", "code"], Former(words={"meldcode": "code"})] = Field(
        "geen", description="code: het scenario eindigt bij de stappen van de code uit onderwerp.yml."
    )
    oude_ids: Slugs = Field((), description="Namen die dit scenario vroeger had.")
    bronnen: Bronnen = Field((), description="Wat hier van iemand anders komt: naam, adres en bekeken.")

    @property
    def boekje(self) -> str:
        """The address of the booklet, from the root of the site."""
        return f"downloads/scenario-{self.id}.pdf"

    @property
    def keuzekaart(self) -> str:
        """The address of what somebody needs who leads it, from the root of the site."""
        return f"downloads/scenario-{self.id}-trainer.pdf"

    @property
    def bestanden(self) -> tuple[str, ...]:
        """The page, and what there is on paper."""
        return (*super().bestanden, self.boekje, self.keuzekaart)

    @cached_property
    def stap(self) -> dict[str, Stap]:
        """Steps by id."""
        return {stap.id: stap for stap in self.stappen}

    @cached_property
    def einde(self) -> dict[str, Einde]:
        """Endings by id."""
        return {einde.id: einde for einde in self.eindes}

    @cached_property
    def factoren(self) -> tuple[str, ...]:
        """The ids of all factors that are practised, in order of appearance."""
        return tuple(
            dict.fromkeys(id_ for stap in self.stappen for keuze in stap.keuzes for id_ in keuze.factoren)
        )

    @cached_property
    def paden(self) -> tuple[tuple[tuple[Stap, Keuze], ...], ...]:
        """Every way from the start to an ending that meets no step twice."""
        return tuple(self._paden(self.start, ()))

    def _paden(
        self, id_: str, gezien: tuple[tuple[Stap, Keuze], ...]
    ) -> list[tuple[tuple[Stap, Keuze], ...]]:
        if id_ in self.einde:
            return [gezien]
        if any(stap.id == id_ for stap, _ in gezien):
            return []
        stap = self.stap[id_]
        return [pad for keuze in stap.keuzes for pad in self._paden(keuze.naar, (*gezien, (stap, keuze)))]

    @cached_property
    def nog_van(self) -> dict[str, int]:
        """How many steps there are at most from each step on, itself included, by its id."""
        left: dict[str, int] = {}
        for pad in self.paden:
            for number, (stap, _) in enumerate(pad):
                left[stap.id] = max(left.get(stap.id, 0), len(pad) - number)
        return left

    @cached_property
    def minuten(self) -> int:
        """How long the longest path takes to read, in minutes."""
        return max(1, ceil(max(self._woorden(pad) for pad in self.paden) / READING_SPEED))

    def _woorden(self, pad: tuple[tuple[Stap, Keuze], ...]) -> int:
        einde = self.einde[pad[-1][1].naar]
        teksten = [*self.situatie, einde.tekst, *einde.meenemen, *self.door_de_ogen_van.tekst]
        for stap, keuze in pad:
            teksten += [stap.tekst, stap.vraag, *(k.tekst for k in stap.keuzes), keuze.reactie, keuze.uitleg]
        return sum(map(_words_in, teksten))


@lru_cache(maxsize=10_000)
def _words_in(tekst: str) -> int:
    return len(plain(tekst).split())


class ScenariosBestand(Bestand):
    """Scenario's: lastige gesprekken om te oefenen."""

    pad = "data/scenarios.yml"

    scenarios: tuple[Scenario, ...] = Field(description="De scenario's, in de volgorde van de site.")
