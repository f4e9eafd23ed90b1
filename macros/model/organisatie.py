"""What an organisation fills in for its own copy: who it is, and its own contacts nearby."""

import re
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from macros.model.basis import Adres, JaNee, Model, Regel, Tekst, Telefoon


def _is_date(value: object) -> object:
    if not (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        raise ValueError("Dit is geen datum. Schrijf het jaar, de maand en de dag: jjjj-mm-dd, zoals 2026-11-01.")
    return value


Datum = Annotated[date, BeforeValidator(_is_date)]
#: A name reaches titles and scripts of the theme, which do not escape it.
Naam = Annotated[Regel, StringConstraints(pattern=r"^[^<>\"{}\\\n]*$", max_length=60)]
KorteNaam = Annotated[Regel, StringConstraints(pattern=r"^[^<>\"{}\\\n]*$", max_length=12)]
Licentie = Annotated[Regel, StringConstraints(pattern=r"^[^<>\"{}\\\n]*$", max_length=120)]
Logobestand = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*\.(svg|png)$")]
Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Email = Annotated[Regel, StringConstraints(pattern=r"^[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\"]+$", max_length=120)]
Hulpsoort = Literal[
    "intern", "wijkteam", "jeugdgezondheidszorg", "huisarts", "luierbank", "voedselbank", "kleding", "steungezin", "tolk", "geld", "anders"
]


class OrganisatieBestand(Model):
    """Wie deze kopie van de site aanbiedt."""

    naam: Naam = Field(description="Naam van de organisatie, hooguit 60 tekens.")
    korte_naam: KorteNaam | None = Field(
        None, description="Korte naam, hooguit 12 tekens. Voor het menu en het beginscherm van een telefoon."
    )
    logo: Logobestand | None = Field(None, description="De naam van jullie logo in deze map: een .svg of .png.")
    kleur: Kleur | None = Field(None, description="Jullie eigen kleur, als #rrggbb. De site kiest zelf een leesbare tekstkleur.")
    accentkleur: Kleur | None = Field(None, description="De kleur bij zinnen om te zeggen, als #rrggbb.")
    adres: Adres | None = Field(None, description="Webadres van deze site. Nodig voor de QR-codes.")
    email: Email | None = Field(None, description="E-mailadres voor vragen over de site.")
    telefoon: Telefoon | None = Field(None, description="Telefoonnummer voor vragen over de site.")
    licentie: Licentie | None = Field(None, description="Wat anderen met jullie eigen teksten mogen, in één regel.")

    offline: JaNee = Field(True, description="nee: de site bewaart zich niet op telefoons, en haalt weg wat er al stond.")

    @property
    def roepnaam(self) -> str:
        """The short name, or the whole one where there is none."""
        return self.korte_naam or self.naam


class Contact(Model):
    """Someone nearby who can help."""

    soort: Hulpsoort = Field(description="Wat voor hulp het is.")
    naam: Regel = Field(description="Naam van de plek of de persoon.")
    waarvoor: Tekst = Field(description="Waarvoor je hier terechtkunt.")
    telefoon: Telefoon | None = Field(None, description="Telefoonnummer.")
    email: Email | None = Field(None, description="E-mailadres.")
    website: Adres | None = Field(None, description="Webadres.")
    plaats: Regel | None = Field(None, description="Straat en plaats.")
    open: Regel | None = Field(None, description="Wanneer het open is.")
    kosten: Regel | None = Field(None, description="Wat het kost.")
    wie_meldt_aan: Regel | None = Field(None, description="Wie er mag aanmelden: de ouder zelf, of jij.")
    talen: Regel | None = Field(None, description="In welke talen je er terechtkunt.")
    gecontroleerd_op: Datum = Field(description="De dag waarop iemand dit nakeek, als jjjj-mm-dd.")

    @property
    def is_voorbeeld(self) -> bool:
        """Is this a number of the example, which nobody can call?"""
        return bool(self.telefoon and self.telefoon.startswith("000"))

    def is_oud(self, vandaag: date) -> bool:
        """Was it last checked more than six months (183 days) ago?"""
        return (vandaag - self.gecontroleerd_op).days > 183

    @property
    def nagekeken(self) -> str:
        """When it was last checked, for paper."""
        return f"nagekeken op {self.gecontroleerd_op:%d-%m-%Y}"

    @property
    def bijzonderheden(self) -> tuple[tuple[str, str], ...]:
        """What is known besides the number, with a label."""
        known = (
            ("Waar", self.plaats),
            ("Open", self.open),
            ("Kosten", self.kosten),
            ("Aanmelden", self.wie_meldt_aan),
            ("Talen", self.talen),
        )
        return tuple((label, value) for label, value in known if value)


class HulpBestand(Model):
    """De eigen contacten van de organisatie."""

    contacten: tuple[Contact, ...] = Field(description="De contacten, in de volgorde van de pagina.")

    @property
    def eerste(self) -> Contact | None:
        """Whom to call first: someone of the organisation itself, otherwise the first with a number."""
        return next((c for c in self.bellen if c.soort == "intern"), self.bellen[0] if self.bellen else None)

    @cached_property
    def bellen(self) -> tuple[Contact, ...]:
        """Those with a number."""
        return tuple(contact for contact in self.contacten if contact.telefoon)

    @cached_property
    def soorten(self) -> tuple[str, ...]:
        """The kinds, in order of appearance."""
        return tuple(dict.fromkeys(contact.soort for contact in self.contacten))
