"""What the subject is: everything that makes this generator a site about one thing, for some people, in a country."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from macros.model.andere_bron import Bronnen
from macros.model.basis import (
    Adres,
    Bestand,
    JaNee,
    Kleur,
    KorteNaam,
    Licentie,
    Model,
    Naam,
    Regel,
    Slug,
    Tekst,
    Telefoon,
    Vorm,
    Zoekwoorden,
)
from macros.model.items import Item, Soort
from macros.source import phone
from macros.talen import N_, _, languages

_TAAL = N_("'{waarde}' is geen taal. Schrijf twee kleine letters, zoals nl of en.")
_LAND = N_("'{waarde}' is geen land. Schrijf de twee hoofdletters van het land, zoals NL, BE of GB.")


def _is_spoken(code: str) -> str:
    if code not in languages():
        said = _(
            "De site spreekt '{taal}' nog niet. Kies uit: {talen}. Of begin: python -m macros woorden --taal {taal}"
        )
        raise ValueError(said.format(taal=code, talen=", ".join(languages())))
    return code


Taal = Annotated[str, Vorm(r"^[a-z]{2}$", _TAAL), AfterValidator(_is_spoken)]
Land = Annotated[str, Vorm(f"^({'|'.join(sorted(phone.REGIONS))})$", _LAND)]
#: Slides that a subject may ask of every session.
Vastedia = Literal["bron", "afspraken", "code", "nazorg"]


class Onderwerp(Model):
    """Its name, whom it is for, and where they are."""

    naam: Naam = Field(description="Naam van de site, hooguit 60 tekens.")
    korte_naam: KorteNaam = Field(
        description="Korte naam, hooguit 12 tekens. Voor het beginscherm van een telefoon."
    )
    beschrijving: Regel = Field(description="Waar de site over gaat, voor wie hem vindt met een zoekmachine.")
    lezers: Regel = Field(description="Voor wie de site is, in het meervoud, zoals 'verpleegkundigen'.")
    anderen: Regel = Field(description="Met wie zij praten, in het meervoud, zoals 'patiënten'.")
    omgeving: Regel = Field(description="Hoe alle omgevingen heten, zoals 'Afdeling'. Staat boven de keuze.")
    taal: Taal = Field(description="De taal van de teksten: nl, en, …")
    land: Land = Field(description="Het land waar de nummers van zijn: NL, BE, GB, …")
    licentie: Licentie = Field(description="Wat anderen met de teksten en de code mogen, in één regel.")
    bestandsnaam: Slug = Field(description="Zo heet het bestand met de hele site: deze naam, dan '-usb.zip'.")
    kleur: Kleur | None = Field(
        None, description="De kleur van de site, als #rrggbb. De site kiest zelf een leesbare tekstkleur."
    )
    accentkleur: Kleur | None = Field(None, description="De kleur bij zinnen om te zeggen, als #rrggbb.")

    @property
    def zip(self) -> str:
        """The address of the whole site as one file, from its root."""
        return f"downloads/{self.bestandsnaam}-usb.zip"


class Plek(Item):
    """Where a conversation takes place."""

    SOORT = Soort("plek", "plekken")

    naam: Regel = Field(description="Hoe lezers de plek noemen, met kleine letters.")


class Omgeving(Item):
    """The kind of setting that a conversation comes from."""

    SOORT = Soort("omgeving", "omgevingen")

    naam: Regel = Field(description="Hoe lezers het noemen, met kleine letters.")


class Hulpsoort(Item):
    """The kind of a contact nearby."""

    SOORT = Soort("hulpsoort", "hulpsoorten")

    naam: Regel = Field(description="Hoe lezers het noemen, met kleine letters.")
    eerst: JaNee = Field(False, description="ja: zo iemand bel je het eerst. Staat op de kaarten.")


class Gemoed(Item):
    """How the other feels, or what they do; tips, lists and conversations say in which of these they help."""

    SOORT = Soort("gemoed", "gemoederen", het=True)

    naam: Regel = Field(description="Hoe een zin met 'als' en de anderen verdergaat, zoals 'bang zijn'.")


class Nummer(Item):
    """A help line for everybody."""

    SOORT = Soort("nummer", "nummers", "hulp.html#{id}", het=True)

    naam: Regel = Field(description="Naam van de hulplijn.")
    telefoon: Telefoon = Field(description="Het nummer, zoals je het opschrijft.")
    rol: Literal["nood", "advies"] | None = Field(
        None,
        description="nood: hier bel je bij direct gevaar. advies: hier krijg je raad over de code. Anders weglaten.",
    )
    waarvoor: Tekst = Field(description="Wanneer je belt.")
    open: Regel = Field(description="Wanneer de lijn open is en wat bellen kost.")
    website: Adres | None = Field(None, description="Het webadres.")
    zoekwoorden: Zoekwoorden = ()


class Codestap(Model):
    """A step of the code."""

    titel: Regel = Field(description="De stap in een paar woorden.")
    uitzondering: Regel | None = Field(
        None, description="Wanneer je deze stap niet doet, zoals 'tenzij …'. Staat overal naast de titel."
    )
    tekst: Tekst = Field(description="Wat je in deze stap doet.")

    @property
    def kop(self) -> str:
        """The step with its exception, which is never shown without it."""
        return f"{self.titel}, {self.uitzondering}" if self.uitzondering else self.titel


class Code(Model):
    """What people do who fear for somebody's safety: the steps, what comes before them, what they are not for."""

    id: Slug = Field(description="De plek op de hulppagina: 'hulp.html#' en dan deze naam.")
    naam: Regel = Field(description="Hoe de code heet in een zin, zoals 'de veiligheidscode'.")
    titel: Regel = Field(description="De kop boven de stappen.")
    inleiding: Tekst = Field(description="Wat de code is.")
    stappen: tuple[Codestap, ...] = Field(min_length=1, description="De stappen, op volgorde.")
    let_op: tuple[Tekst, ...] = Field((), description="Wat er altijd bij gezegd wordt.")
    bronnen: Bronnen = Field((), description="Wat hier van iemand anders komt: naam, adres en bekeken.")

    @property
    def pagina(self) -> str:
        """Where it is shown, from the root of the site."""
        return f"hulp.html#{self.id}"


class Trainingsregels(Model):
    """What every session must hold."""

    moet: tuple[Vastedia, ...] = Field((), description="Dia's die in elke training staan en nooit afvallen.")
    afspraak: Regel | None = Field(None, description="Wat altijd bij de afspraken staat, zoals 'Passen mag'.")


def _roles(nummers: tuple[Nummer, ...]) -> tuple[Nummer, ...]:
    """One number is for emergencies: pages name it as that. At most one gives advice."""
    roles = [nummer.rol for nummer in nummers]
    if roles.count("nood") != 1:
        said = _("Bij 'nummers' heeft er precies één 'rol: nood': het nummer bij direct gevaar. Nu {aantal}.")
        raise ValueError(said.format(aantal=roles.count("nood")))
    if roles.count("advies") > 1:
        said = _("Bij 'nummers' heeft er hooguit één 'rol: advies'. Nu {aantal}. Kies er een.")
        raise ValueError(said.format(aantal=roles.count("advies")))
    return nummers


class OnderwerpBestand(Bestand):
    """Waar deze site over gaat: alles wat een ander onderwerp anders heeft, buiten de inhoud zelf."""

    pad = "data/onderwerp.yml"
    vroeger = "data/landelijk.yml"

    onderwerp: Onderwerp = Field(description="Hoe de site heet, voor wie hij is en in welke taal.")
    plekken: tuple[Plek, ...] = Field((), description="De plekken waar gesprekken spelen.")
    omgevingen: tuple[Omgeving, ...] = Field((), description="De soorten omgeving waar gesprekken spelen.")
    hulpsoorten: tuple[Hulpsoort, ...] = Field((), description="De soorten hulp in de buurt.")
    gemoederen: tuple[Gemoed, ...] = Field(
        (), description="Hoe anderen eraan toe kunnen zijn, in de volgorde van de keuze."
    )
    nummers: Annotated[tuple[Nummer, ...], AfterValidator(_roles)] = Field(
        min_length=1, description="De nummers voor iedereen. Precies één is het noodnummer."
    )
    code: Code | None = Field(
        None, description="De stappen bij zorgen over veiligheid. Mag weg als er geen zijn."
    )
    vangnet: Tekst = Field(description="De vaste zin onder elke oefening.")
    geen_namen: Tekst = Field(
        default_factory=lambda: _("Schrijf geen namen op."),
        description="De vaste zin op papier om in te vullen.",
    )
    training: Trainingsregels = Field(
        Trainingsregels(), description="Wat elke training moet hebben. Mag weg."
    )
