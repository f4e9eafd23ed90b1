"""Checklists and their 30-second cards."""

import hashlib
from functools import cached_property
from itertools import groupby
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from macros.model.andere_bron import Bronnen
from macros.model.basis import Bestand, Model, Regel, Slugs, Tekst, Zoekwoorden
from macros.model.items import Item, LooseRef, Soort
from macros.source.markup import plain
from macros.talen import _

Moment = Literal["vooraf", "tijdens", "na"]
MOMENTEN: tuple[Moment, ...] = ("vooraf", "tijdens", "na")
MAX_ITEM_WORDS = 12
#: Words that someone reads aloud calmly in 90 seconds (120 words a minute).
MAX_WORDS = 180


def _short(text: str) -> str:
    count = len(plain(text).split())
    if count > MAX_ITEM_WORDS:
        said = _("Dit punt heeft {aantal} woorden. Het mogen er hooguit {meeste} zijn.")
        raise ValueError(said.format(aantal=count, meeste=MAX_ITEM_WORDS))
    return text


class Vinkje(Model):
    """One thing to check."""

    tekst: Annotated[Regel, AfterValidator(_short)] = Field(description="Hooguit 12 woorden, in de ik-vorm.")
    moment: Moment = Field(description="Wanneer: vooraf, tijdens of na.")
    factoren: Annotated[Slugs, Field(min_length=1), LooseRef("factor")] = Field(
        description="De ids van de factoren die hierbij horen."
    )


class Nu(Model):
    """The 30-second card: what you read just before you walk in."""

    openingszin: Tekst = Field(description="Wat je letterlijk kunt zeggen.")
    valkuil: Tekst = Field(description="De ene valkuil.")
    onthoud: tuple[Regel, Regel, Regel] = Field(description="Precies drie dingen om te onthouden.")


class Checklist(Item):
    """A list for one kind of conversation, on one sheet of paper."""

    SOORT = Soort("checklist", "lijstjes", "checklists/{id}.html", eigen=True)

    titel: Regel = Field(description="Korte titel.")
    kort: Regel = Field(description="Wanneer je dit lijstje pakt.")
    zoekwoorden: Zoekwoorden = ()
    items: tuple[Vinkje, ...] = Field(
        min_length=5, max_length=9, description="Vijf tot negen punten, in de volgorde vooraf, tijdens, na."
    )
    nu: Nu = Field(description="De kaart van 30 seconden.")
    grens: Tekst = Field(description="Wanneer dit lijstje niet genoeg is.")
    scenarios: Annotated[Slugs, LooseRef("scenario")] = Field(
        (), description="De ids van scenario's die dit oefenen."
    )
    oude_ids: Slugs = Field((), description="Namen die dit lijstje vroeger had.")
    bronnen: Bronnen = Field((), description="Wat hier van iemand anders komt: naam, adres en bekeken.")

    @model_validator(mode="after")
    def _order_and_length(self) -> "Checklist":
        momenten = [MOMENTEN.index(item.moment) for item in self.items]
        if momenten != sorted(momenten):
            said = _(
                "De punten van '{id}' staan niet op volgorde. Zet eerst 'vooraf', dan 'tijdens', dan 'na'."
            )
            raise ValueError(said.format(id=self.id))
        words = sum(len(plain(item.tekst).split()) for item in self.items)
        if words > MAX_WORDS:
            said = _(
                "Lijstje '{id}' heeft {aantal} woorden. Meer dan {meeste} lees je niet voor in 90 seconden."
            )
            raise ValueError(said.format(id=self.id, aantal=words, meeste=MAX_WORDS))
        return self

    @property
    def kaart(self) -> str:
        """The address of the 30-second card, from the root of the site."""
        return f"nu/{self.id}.html"

    @property
    def adressen(self) -> tuple[str, ...]:
        """The list and the card."""
        return (self.pagina, self.kaart)

    def vel(self, formaat: str) -> str:
        """The address of the list on paper; `formaat` is `a4` or `a6`."""
        return f"downloads/{self.id}-{formaat}.pdf"

    @property
    def bestanden(self) -> tuple[str, ...]:
        """The list, the card, and both sheets."""
        return (*super().bestanden, self.vel("a4"), self.vel("a6"))

    @cached_property
    def per_moment(self) -> tuple[tuple[Moment, tuple[Vinkje, ...]], ...]:
        """The items by moment, in order."""
        return tuple(
            (moment, tuple(items)) for moment, items in groupby(self.items, key=lambda item: item.moment)
        )

    @cached_property
    def versie(self) -> str:
        """A short mark that changes when an item does: ticks of an older list do not fit a newer one."""
        return hashlib.sha256("\n".join(item.tekst for item in self.items).encode()).hexdigest()[:8]

    @cached_property
    def factoren(self) -> tuple[str, ...]:
        """The ids of the factors behind the items, in order of appearance."""
        return tuple(dict.fromkeys(id_ for item in self.items for id_ in item.factoren))


class ChecklistsBestand(Bestand):
    """Checklists en de kaarten van 30 seconden."""

    pad = "data/checklists.yml"

    checklists: tuple[Checklist, ...] = Field(description="De checklists, in de volgorde van de site.")
