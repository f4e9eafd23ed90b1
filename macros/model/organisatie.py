"""What an organisation fills in for its own copy: who it is, and its own contacts nearby."""

from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.basis import (
    Adres,
    Bestand,
    Datum,
    JaNee,
    Kleur,
    KorteNaam,
    Licentie,
    Model,
    Naam,
    Regel,
    Siteadres,
    Slug,
    Tekst,
    Telefoon,
    Vorm,
)
from macros.model.items import Ref
from macros.source import addresses
from macros.talen import N_, _, spoken

_LOGO = N_(
    "'{veld}' is geen bestand dat kan: '{waarde}'. Zet een .svg of .png in deze map en schrijf de naam, zoals logo.svg."
)
_EMAIL = N_("'{veld}' is geen e-mailadres: '{waarde}'. Schrijf iets als naam@organisatie.nl.")

Logobestand = Annotated[str, Vorm(r"^[A-Za-z0-9][A-Za-z0-9_-]*\.(svg|png)$", _LOGO)]
Email = Annotated[Tekst, StringConstraints(max_length=120), Vorm(f"^{addresses.EMAIL}$", _EMAIL)]


class OrganisatieBestand(Bestand, title="Wie jullie zijn"):
    """Wie deze kopie van de site aanbiedt."""

    pad = "organisatie/organisatie.yml"

    naam: Naam = Field(description="Naam van de organisatie, hooguit 60 tekens.")
    korte_naam: KorteNaam | None = Field(
        None, description="Korte naam, hooguit 12 tekens. Voor het menu en het beginscherm van een telefoon."
    )
    logo: Logobestand | None = Field(None, description="De naam van jullie logo in deze map: .svg of .png.")
    kleur: Kleur | None = Field(
        None, description="Jullie eigen kleur, als #rrggbb. De site kiest zelf een leesbare tekstkleur."
    )
    accentkleur: Kleur | None = Field(None, description="De kleur bij zinnen om te zeggen, als #rrggbb.")
    adres: Siteadres | None = Field(None, description="Webadres van deze site. Nodig voor de QR-codes.")
    email: Email | None = Field(None, description="E-mailadres voor vragen over de site.")
    telefoon: Telefoon | None = Field(None, description="Telefoonnummer voor vragen over de site.")
    licentie: Licentie | None = Field(None, description="Wat anderen met jullie teksten mogen, in één regel.")
    offline: JaNee = Field(
        True, description="nee: de site bewaart zich niet op telefoons, en haalt weg wat er al stond."
    )

    @property
    def roepnaam(self) -> str:
        """The short name, or the whole one where there is none."""
        return self.korte_naam or self.naam


class Contact(Model):
    """Someone nearby who can help."""

    soort: Annotated[Slug, Ref("hulpsoort")] = Field(description="Wat voor hulp het is.")
    naam: Regel = Field(description="Naam van de plek of de persoon.")
    waarvoor: Tekst = Field(description="Waarvoor je hier terechtkunt.")
    telefoon: Telefoon | None = Field(None, description="Telefoonnummer.")
    email: Email | None = Field(None, description="E-mailadres.")
    website: Adres | None = Field(None, description="Webadres.")
    plaats: Regel | None = Field(None, description="Straat en plaats.")
    open: Regel | None = Field(None, description="Wanneer het open is.")
    kosten: Regel | None = Field(None, description="Wat het kost.")
    wie_meldt_aan: Regel | None = Field(None, description="Wie er mag aanmelden: de ander zelf, of jij.")
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
        return _("nagekeken op {dag}").format(dag=spoken().in_figures(self.gecontroleerd_op))

    @property
    def bijzonderheden(self) -> tuple[tuple[str, str], ...]:
        """What is known besides the number, with a label."""
        known = {_("Waar"): self.plaats, _("Open"): self.open, _("Kosten"): self.kosten}
        known |= {_("Aanmelden"): self.wie_meldt_aan, _("Talen"): self.talen}
        return tuple((label, value) for label, value in known.items() if value)


class HulpBestand(Bestand, title="Hulp in de buurt"):
    """De eigen contacten van de organisatie."""

    pad = "organisatie/hulp.yml"

    contacten: tuple[Contact, ...] = Field((), description="De contacten, in de volgorde van de pagina.")
    bij_de_code: tuple[Tekst, ...] = Field(
        (), description="Wat bij jullie ook geldt bij zorgen over veiligheid. Komt onder de vaste stappen."
    )

    @cached_property
    def bellen(self) -> tuple[Contact, ...]:
        """Those with a number."""
        return tuple(contact for contact in self.contacten if contact.telefoon)

    @cached_property
    def soorten(self) -> tuple[str, ...]:
        """The kinds, in order of appearance."""
        return tuple(dict.fromkeys(contact.soort for contact in self.contacten))
