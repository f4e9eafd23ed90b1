"""Training sessions: parts with minutes and priority, work forms, and what is on each slide."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.model.basis import Bestand, Model, Regel, Slug, Slugs, Tekst
from macros.model.former import Former
from macros.model.items import Item, LooseRef, Ref, Soort
from macros.talen import _

Voorrang = Literal["moet", "hoort", "kan"]
Diasoort = Literal[
    "titel", "doelen", "bron", "afspraken", "tekst", "vraag", "factor", "scenario", "code", "nazorg", "qr"
]


class Bereik(Model):
    """A range of whole numbers."""

    van: int = Field(ge=1, description="Het kleinste getal.")
    tot: int = Field(ge=1, description="Het grootste getal.")

    @model_validator(mode="after")
    def _order(self) -> "Bereik":
        if self.van > self.tot:
            said = _("'van' is {van} en 'tot' is {tot}. Zet het kleinste getal bij 'van'.")
            raise ValueError(said.format(van=self.van, tot=self.tot))
        return self


class Werkvorm(Item):
    """A way of working with a group."""

    SOORT = Soort("werkvorm", "werkvormen", eigen=True)

    titel: Regel = Field(description="Naam van de werkvorm.")
    doel: Tekst = Field(description="Waar het goed voor is, in één zin.")
    minuten: Bereik = Field(description="Hoelang het duurt, in minuten.")
    groep: Bereik = Field(description="Voor hoeveel mensen.")
    materiaal: tuple[Regel, ...] = Field((), description="Wat je nodig hebt.")
    stappen: tuple[Tekst, ...] = Field(min_length=2, max_length=7, description="Wat je achter elkaar doet.")
    slotvraag: Tekst = Field(description="De vraag waarmee je afsluit.")
    veiligheid: Tekst = Field(description="Wat je zegt zodat iedereen veilig meedoet.")


class Dia(Model):
    """A slide. What is not given is filled from the data."""

    soort: Annotated[Diasoort, Former(words={"meldcode": "code"})] = Field(description="Wat voor dia het is.")
    titel: Regel = Field(description="Hooguit 8 woorden.")
    punten: tuple[Regel, ...] = Field((), max_length=4, description="Hooguit 4 korte regels.")
    factor: Annotated[Slug, Ref("factor")] | None = Field(
        None, description="De id van de factor. Alleen bij soort: factor."
    )
    scenario: Annotated[Slug, Ref("scenario")] | None = Field(
        None, description="De id van het scenario. Alleen bij soort: scenario."
    )
    notities: tuple[Tekst, ...] = Field(min_length=1, description="Wat de trainer zegt en doet.")

    @model_validator(mode="after")
    def _filled_from(self) -> "Dia":
        for kind in ("factor", "scenario"):
            if (self.soort == kind) != (getattr(self, kind) is not None):
                said = _(
                    "'{veld}' hoort bij 'soort: {veld}', en alleen daarbij. Vul ze allebei in, of haal ze allebei weg."
                )
                raise ValueError(said.format(veld=kind))
        return self


class Doel(Model):
    """What somebody can do after a session."""

    id: Slug
    tekst: Regel = Field(description="Hoe de zin ‘Na afloop kun je …’ verdergaat, met een punt aan het eind.")


class Schaal(Model):
    """What the ends of a row of five numbers mean."""

    laag: Regel = Field(description="Wat 1 betekent.")
    hoog: Regel = Field(description="Wat 5 betekent.")


class Meetvraag(Model):
    """A question that people answer for themselves before a session and after it."""

    vraag: Tekst = Field(description="De vraag, vooraf en na afloop dezelfde.")
    schaal: Schaal | None = Field(None, description="Alleen bij een vraag met een cijfer van 1 tot en met 5.")


class Onderdeel(Model):
    """A part of a session."""

    id: Slug
    titel: Regel = Field(description="Naam van het onderdeel.")
    minuten: int = Field(ge=1, le=120, description="Hoelang het duurt.")
    minstens: int = Field(ge=1, le=120, description="Hoe kort het mag als er minder tijd is.")
    voorrang: Voorrang = Field(description="moet: blijft altijd. hoort en kan: vallen af bij minder tijd.")
    werkvorm: Annotated[Slug, Ref("werkvorm")] | None = Field(None, description="De id van de werkvorm.")
    scenario: Annotated[Slug, Ref("scenario")] | None = Field(
        None, description="De id van het scenario dat gespeeld wordt."
    )
    scenarios: Annotated[Slugs, LooseRef("scenario")] = Field(
        (), description="De ids van de scenario's waar groepjes uit kiezen."
    )
    factoren: Annotated[Slugs, LooseRef("factor")] = Field(
        (), description="De ids van de factoren waar het over gaat."
    )
    doelen: Slugs = Field((), description="De ids van de leerdoelen van deze sessie waar dit bij helpt.")
    dias: Annotated[tuple[Dia, ...], Field(min_length=1), LooseRef("factor")] = Field(
        description="De dia's van dit onderdeel."
    )

    @property
    def blijft(self) -> str:
        """What its priority means when there is less time."""
        said = {"moet": _("blijft altijd"), "hoort": _("als er tijd is"), "kan": _("als er tijd over is")}
        return said[self.voorrang]

    @model_validator(mode="after")
    def _can_be_shorter(self) -> "Onderdeel":
        if self.minstens > self.minuten:
            said = _(
                "'minstens' is {kortst} en 'minuten' is {minuten}. Korter dan 'minuten' mag, langer niet."
            )
            raise ValueError(said.format(kortst=self.minstens, minuten=self.minuten))
        return self


class Sessie(Item):
    """A training session."""

    SOORT = Soort("sessie", "trainingen", "trainer/{id}.html", eigen=True)

    titel: Regel = Field(description="Titel van de sessie.")
    kort: Regel = Field(description="Voor wie en wanneer, in één regel.")
    minuten: int = Field(ge=5, le=480, description="Hoelang de sessie duurt: de som van de onderdelen.")
    groep: Regel = Field(description="Hoe groot de groep mag zijn.")
    nazorg: Tekst = Field(description="Wat de trainer vooraf regelt: waar mensen na afloop terechtkunnen.")
    doelen: tuple[Doel, ...] = Field(
        (), min_length=2, max_length=4, description="Twee tot vier leerdoelen: wat iemand na afloop kan."
    )
    vragen: tuple[Meetvraag, ...] = Field(
        (), min_length=2, max_length=2, description="Twee vragen voor vooraf en na afloop, op papier."
    )
    werkbladen: Annotated[Slugs, LooseRef("werkblad")] = Field(
        (), description="De ids van de werkbladen die je uitdeelt."
    )
    onderdelen: tuple[Onderdeel, ...] = Field(min_length=2, description="De onderdelen, op volgorde.")
    oude_ids: Slugs = Field((), description="Namen die deze sessie vroeger had.")

    @property
    def presentatie(self) -> str:
        """The address of the deck, from the root of the site."""
        return f"presentatie/{self.id}.html"

    @property
    def powerpoint(self) -> str:
        """The address of the deck for PowerPoint, from the root of the site."""
        return f"downloads/{self.id}.pptx"

    @property
    def draaiboek(self) -> str:
        """The address of the run sheet on paper, from the root of the site."""
        return f"downloads/{self.id}-draaiboek.pdf"

    @property
    def handout(self) -> str:
        """The address of what everybody takes home, from the root of the site."""
        return f"downloads/{self.id}-handout.pdf"

    @property
    def vragenblad(self) -> str:
        """The address of the questions before and after, from the root of the site."""
        return f"downloads/{self.id}-vragen.pdf"

    @property
    def bestanden(self) -> tuple[str, ...]:
        """The page, the decks, and what there is on paper."""
        asked = (self.vragenblad,) if self.vragen else ()
        return (*super().bestanden, self.presentatie, self.powerpoint, self.draaiboek, self.handout, *asked)

    @property
    def na_afloop(self) -> tuple[str, ...]:
        """What the room is told about aftercare: the points of that slide."""
        return next(
            (dia.punten for onderdeel in self.onderdelen for dia in onderdeel.dias if dia.soort == "nazorg"),
            (),
        )

    @cached_property
    def dient(self) -> dict[str, tuple[Onderdeel, ...]]:
        """The parts that serve each goal, by its id."""
        return {doel.id: tuple(o for o in self.onderdelen if doel.id in o.doelen) for doel in self.doelen}

    @cached_property
    def plan(self) -> list[dict[str, str | int]]:
        """What cutting a session needs to know of its parts."""
        return [
            {"id": o.id, "minuten": o.minuten, "minstens": o.minstens, "voorrang": o.voorrang}
            for o in self.onderdelen
        ]

    @cached_property
    def begin_van(self) -> dict[str, int]:
        """The minute at which each part begins, by its id."""
        starts, at = {}, 0
        for onderdeel in self.onderdelen:
            starts[onderdeel.id] = at
            at += onderdeel.minuten
        return starts


class SessiesBestand(Bestand):
    """Trainingen: werkvormen en sessies."""

    pad = "data/sessies.yml"

    werkvormen: tuple[Werkvorm, ...] = Field(description="De werkvormen.")
    sessies: tuple[Sessie, ...] = Field(description="De sessies, van kort naar lang.")
